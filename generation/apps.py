"""The app's name for Django."""

from django.apps import AppConfig


class GenerationConfig(AppConfig):
    """The engine that makes ads. It keeps no records of its own."""

    name = "generation"
