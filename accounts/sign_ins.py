"""Sign-ins through the API: each is one record that names the only refresh token still good for it."""

import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from pynamodb.exceptions import DoesNotExist, UpdateError
from rest_framework_simplejwt.exceptions import TokenError

from accounts.errors import SignInEnded
from accounts.identity import Identity
from accounts.records import SignIn
from accounts.tokens import AccessToken, RefreshToken, SiteToken, issue
from vigen_site.dynamo import is_refused, new_id

REMEMBERED_SECONDS = 15
"""How long a process that was just asking may still let in a sign-in that has ended."""


@dataclass(frozen=True)
class TokenPair:
    """What a client holds: one token that opens, one that buys the next pair."""

    access_token: str
    refresh_token: str


def start(person: Identity) -> TokenPair:
    """Begin a sign-in. The person's expired ones are tidied away on the occasion."""
    for old in SignIn.of_user.query(person.pk, SignIn.expires_at < _now()):
        _delete(old.sign_in_id)
    sign_in_id = new_id()
    refresh = issue(RefreshToken, person, sign_in_id=sign_in_id)
    SignIn(sign_in_id=sign_in_id, user_id=person.pk, jti=refresh.jti, expires_at=_expiry()).save()
    return _pair(person, refresh)


def rotate(refresh_token: str) -> TokenPair:
    """Spend a refresh token for a new pair. Raises SignInEnded.

    A token that was spent before is in two hands, of which one stole it:
    the sign-in ends for both.
    """
    spent = _read(refresh_token)
    person = _person_of(spent)
    fresh = issue(RefreshToken, person, sign_in_id=spent.sign_in_id)
    try:
        SignIn(sign_in_id=spent.sign_in_id).update(
            actions=[SignIn.jti.set(fresh.jti), SignIn.expires_at.set(_expiry())],
            condition=(SignIn.jti == spent.jti) & (SignIn.expires_at > _now()),
        )
    except UpdateError as error:
        if not is_refused(error):
            raise
        _delete(spent.sign_in_id)
        raise SignInEnded from error
    return _pair(person, fresh)


def end(refresh_token: str) -> None:
    """End the sign-in a refresh token belongs to. One that is no longer good has nothing left to end."""
    try:
        token = RefreshToken.read(refresh_token)
    except TokenError:
        return
    _delete(token.sign_in_id)


def end_all(user_id: str) -> None:
    """Delete every sign-in of a person. Their stamp has ended them already; this only tidies."""
    for sign_in in SignIn.of_user.query(user_id):
        _delete(sign_in.sign_in_id)


def is_alive(sign_in_id: str) -> bool:
    """Whether a sign-in is still there. Remembered for a few seconds, and forgotten when it ends."""
    if not sign_in_id:
        return False
    key = _memory(sign_in_id)
    if cache.get(key):
        return True
    try:
        sign_in = SignIn.get(sign_in_id, consistent_read=True)
    except DoesNotExist:
        return False
    if sign_in.expires_at <= _now():
        return False
    cache.set(key, 1, REMEMBERED_SECONDS)
    return True


def _read(refresh_token: str) -> RefreshToken:
    try:
        token = RefreshToken.read(refresh_token)
    except TokenError as error:
        raise SignInEnded from error
    if not token.user_id or not token.sign_in_id:
        raise SignInEnded
    return token


def _person_of(token: RefreshToken) -> Identity:
    try:
        person = Identity.objects.get(pk=token.user_id)
    except Identity.DoesNotExist as error:
        raise SignInEnded from error
    if not token.is_of(person):
        raise SignInEnded
    return person


def _pair(person: Identity, refresh: SiteToken) -> TokenPair:
    access = issue(AccessToken, person, sign_in_id=refresh.sign_in_id)
    return TokenPair(access_token=str(access), refresh_token=str(refresh))


def _delete(sign_in_id: str) -> None:
    SignIn(sign_in_id=sign_in_id).delete()
    cache.delete(_memory(sign_in_id))


def _memory(sign_in_id: str) -> str:
    return f"accounts.sign-in:{sign_in_id}"


def _now() -> int:
    return int(time.time())


def _expiry() -> int:
    return _now() + settings.REFRESH_TOKEN_SECONDS
