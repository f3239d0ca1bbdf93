"""Whether the database answers and has all tables; for ``manage.py check --deploy``."""

from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session
from django.conf import settings
from django.core.checks import CheckMessage, Error

from vigen_site.management.commands.create_tables import tables


def problems() -> list[CheckMessage]:
    """What is wrong with it, each with its remedy."""
    patience = Config(connect_timeout=2, read_timeout=5, retries={"total_max_attempts": 2})
    client = get_session().create_client("dynamodb", region_name=settings.AWS_REGION, config=patience)
    try:
        missing = [name for name in _table_names() if not _is_there(client, name)]
        if missing:
            return [
                Error(
                    f"Tables are missing: {', '.join(missing)}.",
                    hint="Run: python manage.py create_tables",
                    id="vigen.E001",
                )
            ]
    except (BotoCoreError, ClientError) as error:
        return [
            Error(
                f"The database does not answer: {error}",
                hint="Start it, or look at AWS_REGION, the credentials and VIGEN_DATABASE.",
                id="vigen.E002",
            )
        ]
    finally:
        client.close()
    return []


def _table_names() -> list[str]:
    return [table.Meta.table_name for table in tables()]


def _is_there(client: Any, name: str) -> bool:
    try:
        client.describe_table(TableName=name)
    except client.exceptions.ResourceNotFoundException:
        return False
    return True
