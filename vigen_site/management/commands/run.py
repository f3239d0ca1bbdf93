"""Start the whole product on this machine."""

import contextlib
import fcntl
import signal
import threading
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from vigen_site.launcher.console import Console
from vigen_site.launcher.part import PartFailed


class Command(BaseCommand):
    """``manage.py run``: what ``make run`` calls."""

    help = (
        "Starts database, web server and worker on 127.0.0.1, makes a first ad on an empty installation, and "
        "prints a link that signs you in. Ctrl-C stops everything; unfinished ads go on at the next start."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The port, and whether to make the first ad."""
        parser.add_argument(
            "--port", type=int, default=settings.PORT, help="port to try first (default %(default)s)"
        )
        parser.add_argument(
            "--no-first-ad", action="store_true", help="do not make an ad on an empty installation"
        )

    def handle(self, *args: Any, **options: Any) -> str:
        """Start, watch, stop."""
        del args
        with _the_only_one():
            return self._run(options["port"], first_ad=not options["no_first_ad"])

    def _run(self, port: int, *, first_ad: bool) -> str:
        # Both drag in the apps, which must not touch the database before it is up.
        from vigen_site.launcher.group import Group

        console = Console()
        group = Group(console, port=port)
        for number in (signal.SIGTERM, signal.SIGINT):  # A shell may have started us with Ctrl-C ignored.
            signal.signal(number, _interrupt)
        try:
            group.start()
            threading.Thread(target=_welcome, args=(group, console, first_ad), daemon=True).start()
            group.watch()
        except KeyboardInterrupt:
            console.say("vigen", "Stopping …")
        except PartFailed as error:
            raise CommandError(str(error)) from error
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            group.stop()
        return "Done: everything has stopped."


def _welcome(group: Any, console: Console, first_ad: bool) -> None:
    from accounts.services import local_owner
    from vigen_site.launcher import first_ad as first

    owner_id = str(local_owner().pk)
    console.say("vigen", f"Vigen is at {group.address}")
    link = first.sign_in_link(group.address, owner_id)
    console.say("vigen", f"Sign in with this link (works once, on this machine only): {link}")
    ad = first.order_first_ad(owner_id) if first_ad else None
    if ad is not None:
        console.say("ad", f"Making a first ad from a sample brief: “{ad.name}” …")
    for unfinished in first.unfinished_ads(owner_id):
        if ad is None:
            console.say("ad", f"Going on with “{unfinished.name}” …")
        first.follow(unfinished, console)
    console.say("vigen", f"Ready: {group.address} · Ctrl-C stops.")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@contextlib.contextmanager
def _the_only_one() -> Iterator[None]:
    """Hold the lock of the data folder: two groups over one folder would ruin each other."""
    path = settings.DATA_DIR / "run" / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CommandError(
                f"Vigen is already running over {settings.DATA_DIR}. Stop it first (Ctrl-C where it runs), "
                "or set VIGEN_DATA_DIR to another folder."
            ) from error
        yield
