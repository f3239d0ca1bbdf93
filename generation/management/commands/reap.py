"""Ring once for every run that waits."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from generation.worker.reaper import reap
from generation.worker.sweeping import sweep


class Command(BaseCommand):
    """``manage.py reap``: what the worker does every few seconds, once, for a scheduler."""

    help = (
        "Frees runs of workers that are gone, rings for those that nobody holds, and ends those that were "
        "tried too often. Harmless to repeat."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to sweep too."""
        parser.add_argument(
            "--sweep",
            action="store_true",
            help="also remove files of attempts that were abandoned VIGEN_ABANDONED_HOURS ago",
        )

    def handle(self, *args: Any, **options: Any) -> str:
        """Look once."""
        del args
        freed, rung = reap()
        swept = f", {sweep()} removed" if options["sweep"] else ""
        return f"Done: {len(freed)} freed, {len(rung)} rung for{swept}."
