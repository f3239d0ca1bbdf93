"""Ring once for every run that waits."""

from typing import Any

from django.core.management.base import BaseCommand

from ads import lifecycle
from generation.worker.supervisor import is_dead


class Command(BaseCommand):
    """``manage.py reap``: what the worker does every few seconds, once, for a scheduler."""

    help = (
        "Rings for every run that nobody holds, and ends those that were tried too often. Harmless to repeat."
    )

    def handle(self, *args: Any, **options: Any) -> str:
        """Look once."""
        del args, options
        freed = lifecycle.free_runs_of_dead(is_dead)
        rung = lifecycle.ring_for_waiting()
        return f"Done: {len(freed)} freed, {len(rung)} rung for."
