"""The site as an app: it brings the checks of the installation."""

from django.apps import AppConfig


class VigenSiteConfig(AppConfig):
    """Registers the checks once Django is ready for them."""

    name = "vigen_site"

    def ready(self) -> None:
        """Importing is registering."""
        from vigen_site import checks  # noqa: F401, PLC0415 -- checks may be imported only after set-up.
