"""What ``manage.py check --deploy`` says about an installation, in words that name the remedy."""

from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 -- Django's names.

from vigen_site.management.commands.create_tables import tables


@register(Tags.security, deploy=True)
def public_address(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """A site for others is reached over TLS."""
    del app_configs, options
    if settings.BEHIND_TLS:
        return []
    return [
        Warning(
            "The site has no public address with https.",
            hint="Set VIGEN_PUBLIC_URL=https://… once it is more than this machine's own. "
            "Cookies are then sent over TLS only.",
            id="vigen.W001",
        )
    ]


@register(Tags.security, deploy=True)
def the_proxy_is_known(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """TLS ends at a proxy, whose word on who calls, and how, must be taken."""
    del app_configs, options
    if settings.TRUSTED_PROXIES or not settings.BEHIND_TLS:
        return []
    return [
        Warning(
            "The site is reached over https, but no proxy of its own is known.",
            hint="Set VIGEN_TRUSTED_PROXIES to how many of your proxies stand in front (usually 1). Without it "
            "everybody shares the proxy's limits, and redirects to https never end.",
            id="vigen.W003",
        )
    ]


@register(Tags.caches, deploy=True)
def shared_counts(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """Sessions and limits must be shared by all machines that serve."""
    del app_configs, options
    if settings.DATABASE == "embedded" or settings.REDIS_URL:
        return []
    return [
        Warning(
            "Sessions, limits and the queue live in files of this machine.",
            hint="Set VIGEN_REDIS_URL when more than one machine serves or works.",
            id="vigen.W002",
        )
    ]


@register(Tags.database, deploy=True)
def tables_are_there(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """The database answers and has been set up."""
    del app_configs, options
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
