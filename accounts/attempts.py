"""How often somebody may try a password.

Three counters, so that guessing is slow and yet nobody can lock an owner out:

- by address: whoever guesses from one place is stopped after a few tries, whatever accounts they try;
- by account, among strangers: guessing one account from many places is stopped as well, at a far higher
  count that takes a network of machines to reach;
- an address from which the account was opened in the last thirty days is no stranger, and is counted by
  address only: the owner gets in at home while a stranger hammers at the door.
"""

import functools
import hashlib
from typing import Any

from django.core.cache import cache

from accounts.addresses import normalised
from vigen_site import limits

STRANGERS = 10
"""How many addresses' worth of tries all strangers together have at one account."""
KNOWN_SECONDS = 30 * 24 * 3600


def count(request: Any, *, email: str, door: str) -> None:
    """Count one try at a door ("api" or "page"). Raises LimitReached."""
    limits.count(request, "login", key="ip", endpoint=f"login-{door}")
    if not cache.get(_known(request, email)):
        key = functools.partial(_account, email=email)
        limits.count(request, "login", key=key, endpoint="login-account", times=STRANGERS)


def remember(request: Any, *, email: str) -> None:
    """Note that an account was opened from this address."""
    cache.set(_known(request, email), 1, KNOWN_SECONDS)


def _known(request: Any, email: str) -> str:
    return f"accounts.known:{_digest(limits.client_address(request) + ' ' + normalised(email))}"


def _account(group: str, request: Any, *, email: str) -> str:
    """Who is counted among strangers, as django-ratelimit asks for it."""
    del group, request
    return _digest(normalised(email))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]
