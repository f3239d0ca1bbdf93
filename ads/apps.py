"""The app's name for Django."""

from django.apps import AppConfig, apps


class AdsConfig(AppConfig):
    """Ads: no Django models; the records are in DynamoDB."""

    name = "ads"

    def import_models(self) -> None:
        """There are none. The records in ``ads.models`` come with the database's client, which many a process does
        without: whoever needs them imports them."""
        self.models = apps.all_models[self.label]
