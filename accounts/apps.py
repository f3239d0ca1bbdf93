"""The app's name for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts: records in DynamoDB, and one unmanaged model that speaks Django's auth contract."""

    name = "accounts"
