"""``manage.py finish_leaving``: ends removals of accounts that were interrupted."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts import leaving


class Command(BaseCommand):
    """Delete what is left of accounts whose owners have left."""

    help = "Ends removals of accounts that were interrupted, which workers do once an hour, at once."

    def handle(self, *args: Any, **options: Any) -> str:
        """Go on with each."""
        del args, options
        ended = leaving.finish()
        return f"{ended} unfinished removal{'' if ended == 1 else 's'} ended."
