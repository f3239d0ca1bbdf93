"""The app's name for Django."""

from django.apps import AppConfig


class AdsConfig(AppConfig):
    """Ads: no Django models; the records are in DynamoDB."""

    name = "ads"
