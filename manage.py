#!/usr/bin/env python
"""Vigen's commands."""

import os
import sys

NO_DATABASE = (
    "Vigen's database does not answer. Start it with “make run”, in another terminal, and try again. "
    "With VIGEN_DATABASE=amazon, look at AWS_REGION and the credentials."
)


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Vigen cannot start: {error}")
    except Exception as error:
        if _is_without_database(error):
            sys.exit(NO_DATABASE)
        raise


def _is_without_database(error: Exception) -> bool:
    if "vigen_site.dynamo" not in sys.modules:
        return False  # Nothing has asked it, and its client takes long to load.
    from vigen_site.dynamo import is_unreachable
    from vigen_site.errors import Unavailable

    return isinstance(error, Unavailable) or is_unreachable(error)


if __name__ == "__main__":
    main()
