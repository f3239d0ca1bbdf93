"""Rate limits: who is counted, and what a person hears who has reached one."""

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django_ratelimit.core import get_usage

from vigen_site.errors import TooMany

Handler = Callable[..., Any]
Key = str | Callable[[str, HttpRequest], str]


class LimitReached(TooMany):
    """Too many calls within a window."""

    code = "rate_limited"
    message = "Too many requests. Wait a moment and try again."


def client_address(request: HttpRequest) -> str:
    """The caller's address: the peer's, or what the outermost of our own proxies saw."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    trusted = settings.TRUSTED_PROXIES
    if trusted and len(hops) >= trusted:
        return str(hops[-trusted])
    return str(request.META["REMOTE_ADDR"])


def count(
    request: HttpRequest, name: str, *, key: Key = "user_or_ip", endpoint: str = "", times: int = 1
) -> None:
    """Count one call against the limit called ``name``; raise LimitReached once it is spent.

    ``key`` says who is counted: "ip", "user_or_ip", or a function of
    (name, request) that gives a string. ``endpoint`` keeps a count of its own
    where two endpoints have the same limit; ``times`` allows a multiple of it.
    """
    allowed, _, window = settings.RATE_LIMITS[name].partition("/")
    rate = f"{int(allowed) * times}/{window}"
    usage = get_usage(request, group=endpoint or name, key=key, rate=rate, increment=True)
    if usage and usage["should_limit"]:
        raise LimitReached(seconds=max(1, int(usage["time_left"])))


def limited(name: str, *, key: Key = "user_or_ip", endpoint: str = "") -> Callable[[Handler], Handler]:
    """Count each call of an API handler method against the limit called ``name``.

    For handler methods, not for ``dispatch``: there the Bearer user is not known yet.
    """

    def decorate(handler: Handler) -> Handler:
        @functools.wraps(handler)
        def guarded(view: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
            count(request, name, key=key, endpoint=endpoint)
            return handler(view, request, *args, **kwargs)

        return guarded

    return decorate
