"""One-time sign-in links for the person in front of this machine."""

import hashlib
import secrets

from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 15 * 60
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


def make(user_id: str) -> str:
    """A token that opens the account once, within 15 minutes. Only its digest is kept."""
    token = secrets.token_urlsafe(32)
    cache.set(_key(token), user_id, SECONDS)
    return token


def take(token: str) -> str | None:
    """The account a token opens, or None. Whoever deletes the token first has taken it."""
    key = _key(token)
    user_id = cache.get(key)
    if user_id is None or not cache.delete(key):
        return None
    return str(user_id)


def is_from_this_machine(request: HttpRequest) -> bool:
    """Whether the caller sits at this machine: a loopback peer, and no proxy between that forwards others."""
    if any(request.META.get(header) for header in FORWARDED):
        return False
    return request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"}


def _key(token: str) -> str:
    return f"accounts.link:{hashlib.sha256(token.encode()).hexdigest()}"
