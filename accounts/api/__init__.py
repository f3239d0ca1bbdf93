"""Accounts through the API."""
