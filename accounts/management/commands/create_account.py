"""``manage.py create_account --email ada@example.com --name "Ada Lovelace"``."""

import getpass
import sys
from argparse import ArgumentParser, FileType
from typing import Any, TextIO

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
            type=FileType("r", encoding="utf-8"),
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

    def _password(self, file: TextIO | None) -> str:
        if file is not None:
            return file.readline().rstrip("\r\n")
        if not sys.stdin.isatty():
            raise CommandError("Nobody is there to be asked for a password. Give --password-file.")
        password = getpass.getpass("Password: ")
        if getpass.getpass("Once more: ") != password:
            raise CommandError("The two passwords differ.")
        return password
