"""One-time links: to sign in, for the person in front of this machine; to set a password, for anybody who has one."""

import hashlib
import secrets

from django.core.cache import cache
from django.http import HttpRequest

SIGN_IN, PASSWORD = "link", "password"
SECONDS = {SIGN_IN: 15 * 60, PASSWORD: 3600}
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


def make(user_id: str, *, kind: str = SIGN_IN) -> str:
    """A token that is good once: 15 minutes to sign in, an hour to set a password. Only its digest is kept."""
    token = secrets.token_urlsafe(32)
    cache.set(_key(token, kind), user_id, SECONDS[kind])
    return token


def look(token: str, *, kind: str) -> str | None:
    """The account a token is for, or None; it stays good."""
    user_id = cache.get(_key(token, kind))
    return str(user_id) if user_id is not None else None


def take(token: str, *, kind: str = SIGN_IN) -> str | None:
    """The account a token is for, or None. Whoever deletes the token first has taken it."""
    key = _key(token, kind)
    user_id = cache.get(key)
    if user_id is None or not cache.delete(key):
        return None
    return str(user_id)


def is_from_this_machine(request: HttpRequest) -> bool:
    """Whether the caller sits at this machine: a loopback peer, and no proxy between that forwards others."""
    if any(request.META.get(header) for header in FORWARDED):
        return False
    return request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"}


def _key(token: str, kind: str) -> str:
    return f"accounts.{kind}:{hashlib.sha256(token.encode()).hexdigest()}"
