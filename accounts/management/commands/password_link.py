"""``manage.py password_link --email ada@example.com``: for somebody who has forgotten their password."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from accounts import services
from accounts.identity import Identity


class Command(BaseCommand):
    """Print a link by which a person sets a new password."""

    help = (
        "Prints a link by which a person sets a new password: once, within an hour, from any browser. "
        "Whoever has the link has the account, so send it to nobody else."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom the link is for, and where people reach the site."""
        site = settings.PUBLIC_URL or f"http://127.0.0.1:{settings.PORT}"
        parser.add_argument("--email", required=True, help="whose account")
        parser.add_argument("--site", default=site, help="where people reach the site (default %(default)s)")

    def handle(self, *args: Any, **options: Any) -> str:
        """Make the link."""
        del args
        try:
            person = Identity.objects.get_by_natural_key(options["email"])
        except Identity.DoesNotExist as error:
            raise CommandError(f"There is no account with the address {options['email']}.") from error
        site: str = options["site"].rstrip("/")
        return site + reverse("accounts:new_password", args=[services.password_link(person.pk)])
