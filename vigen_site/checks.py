"""What ``manage.py check --deploy`` says about an installation, in words that name the remedy."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004 -- Django's names.


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
    # Imported when it is asked: this module is in every process, and with that one comes the database's client.
    found: list[CheckMessage] = import_module("vigen_site.table_check").problems()
    return found
