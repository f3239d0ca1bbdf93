"""``manage.py finish_leaving``: ends removals of accounts that were interrupted."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts import leaving


class Command(BaseCommand):
    """Delete what is left of accounts whose owners have left."""

    help = "Ends removals of accounts that were interrupted, as by a database that did not answer."

    def handle(self, *args: Any, **options: Any) -> str:
        """Go on with each."""
        del args, options
        found = leaving.unfinished()
        for user_id in found:
            leaving.go_on(user_id)
        return f"{len(found)} unfinished removal{'' if len(found) == 1 else 's'} ended."
