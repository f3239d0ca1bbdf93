"""The API's tokens: simplejwt's, signed with a key of their own and bound to one sign-in."""

import functools
from datetime import timedelta
from typing import TYPE_CHECKING, Self, TypeVar

from django.conf import settings
from django.utils.crypto import salted_hmac
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.tokens import Token

if TYPE_CHECKING:
    from accounts.identity import Identity

ISSUER = "vigen"
AUDIENCE = "vigen-api"


@functools.cache
def _backend(secret: str) -> TokenBackend:
    """Signs and checks. The key is derived, so that a token is no session and no signed address."""
    key = salted_hmac("accounts.tokens", "", secret=secret, algorithm="sha256").hexdigest()
    return TokenBackend("HS256", key, audience=AUDIENCE, issuer=ISSUER)


class SiteToken(Token):
    """A token of this site. Its claims: user_id, sign_in, and the stamp the person had."""

    def get_token_backend(self) -> TokenBackend:
        """This site's own signer instead of the library's shared one."""
        return _backend(settings.SECRET_KEY)

    @classmethod
    def read(cls, text: str | bytes) -> Self:
        """The token in ``text``. Raises TokenError when it is none of ours, or of another kind."""
        return cls(text)  # type: ignore[arg-type] # It takes the encoded token; its annotation says otherwise.

    @property
    def user_id(self) -> str:
        """Whose token it is."""
        return str(self.get("user_id", ""))

    @property
    def sign_in_id(self) -> str:
        """The sign-in it came from and dies with."""
        return str(self.get("sign_in", ""))

    @property
    def jti(self) -> str:
        """Its own name."""
        return str(self.get("jti", ""))

    def is_of(self, person: "Identity") -> bool:
        """Whether the person's stamp and password are still those the token was made for."""
        return self.user_id == person.pk and self.get("stamp") == stamp_of(person)


class AccessToken(SiteToken):
    """Opens the API."""

    token_type = "access"  # noqa: S105 -- a kind of token, not a token.
    lifetime = timedelta(seconds=settings.ACCESS_TOKEN_SECONDS)


class RefreshToken(SiteToken):
    """Buys the next pair, once."""

    token_type = "refresh"  # noqa: S105 -- a kind of token, not a token.
    lifetime = timedelta(seconds=settings.REFRESH_TOKEN_SECONDS)


Kind = TypeVar("Kind", bound=SiteToken)


def stamp_of(person: "Identity") -> str:
    """A short digest of what ends every token of a person when it changes."""
    return salted_hmac("accounts.stamp", person.get_session_auth_hash(), algorithm="sha256").hexdigest()[:16]


def issue(kind: type[Kind], person: "Identity", *, sign_in_id: str) -> Kind:
    """A new token of ``kind`` for a person's sign-in."""
    token = kind()
    token["user_id"] = person.pk
    token["sign_in"] = sign_in_id
    token["stamp"] = stamp_of(person)
    return token
