"""Create what tables are missing."""

from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand
from pynamodb.models import Model

from vigen_site.dynamo import reachable


class Command(BaseCommand):
    """``manage.py create_tables``: running it twice is harmless."""

    help = "Creates the DynamoDB tables that do not exist yet, and says which. Running it twice is harmless."

    def handle(self, *args: Any, **options: Any) -> str:
        """Create each missing table and wait until it is ready."""
        del args, options
        created = 0
        for table in tables():
            name = table.Meta.table_name
            with reachable():
                if table.exists():
                    self.stdout.write(f"{name}: already there")
                    continue
                table.create_table(wait=True)
            self.stdout.write(self.style.SUCCESS(f"{name}: created"))
            created += 1
        return f"Done: {created} created." if created else "Done: nothing was missing."


def tables() -> list[type[Model]]:
    """Every table of every app, from the TABLES of its models module."""
    return [table for app in ("accounts", "ads") for table in import_module(f"{app}.models").TABLES]
