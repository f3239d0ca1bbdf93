"""``manage.py create_account --email ada@example.com --name "Ada Lovelace"``."""

import getpass
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import services
from accounts.errors import EmailTaken
from vigen_site.errors import DomainError


class Command(BaseCommand):
    """Open an account from the command line. Running it twice is harmless."""

    help = "Opens an account. Asks for the password, or reads it from a file. Running it twice is harmless."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name, address and where the password comes from."""
        parser.add_argument("--email", required=True, help="the e-mail address to sign in with")
        parser.add_argument("--name", required=True, help="the person's name")
        parser.add_argument(
            "--password-file",
            help="a file whose first line is the password; - reads it from standard input",
        )

    def handle(self, *args: Any, **options: Any) -> str:
        """Open the account, unless there is one with this address."""
        del args
        password = self._password(options["password_file"])
        try:
            services.register(options["email"], full_name=options["name"], password=password)
        except EmailTaken:
            return f"{options['email']}: there is an account already; nothing was changed."
        except DomainError as error:
            details = [message for messages in error.errors.values() for message in messages]
            raise CommandError(" ".join(details) or str(error)) from error
        return self.style.SUCCESS(f"{options['email']}: account opened.")

    def _password(self, file: str | None) -> str:
        if file == "-":
            return sys.stdin.readline().rstrip("\r\n")
        if file:
            return _first_line(Path(file))
        if not sys.stdin.isatty():
            raise CommandError("Nobody is there to be asked for a password. Give --password-file.")
        password = getpass.getpass("Password: ")
        if getpass.getpass("Once more: ") != password:
            raise CommandError("The two passwords differ.")
        return password


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
