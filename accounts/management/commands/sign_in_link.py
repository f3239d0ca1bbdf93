"""``manage.py sign_in_link``: a one-time link for the person in front of this machine."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from accounts import services
from accounts.identity import Identity
from vigen_site.site_address import noted


class Command(BaseCommand):
    """Print a link that signs one person in, once."""

    help = (
        "Prints a link that signs in once, within 15 minutes, in a browser on this machine. "
        "Without --email it is for the account made at the first start."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom the link is for, and where the site listens."""
        parser.add_argument("--email", help="whose account; without it, this machine's own")
        parser.add_argument("--site", default=noted(), help="where the site listens (default %(default)s)")

    def handle(self, *args: Any, **options: Any) -> str:
        """Make the link."""
        del args
        person = self._person(options["email"])
        token = services.sign_in_link(person.pk)
        site: str = options["site"].rstrip("/")
        return site + reverse("accounts:enter", args=[token])

    def _person(self, email: str | None) -> Identity:
        if not email:
            return services.local_owner()
        try:
            return Identity.objects.get_by_natural_key(email)
        except Identity.DoesNotExist as error:
            raise CommandError(f"There is no account with the address {email}.") from error
