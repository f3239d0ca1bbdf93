"""Who calls the API with a Bearer token."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import TokenError

from accounts import sign_ins
from accounts.identity import Identity
from accounts.tokens import AccessToken

REFUSED = "This access token is not valid, or no longer. Refresh it or sign in again."


class BearerAuthentication(JWTAuthentication):
    """An access token of ours whose sign-in is alive and whose person has not changed the password since."""

    def get_validated_token(self, raw_token: bytes) -> AccessToken:
        """The token in the header. Raises AuthenticationFailed when it is none of ours or has expired."""
        try:
            return AccessToken.read(raw_token)
        except TokenError as error:
            raise AuthenticationFailed(REFUSED) from error

    def get_user(self, validated_token: Any) -> Any:
        """Whose token it is. Raises AuthenticationFailed when its sign-in has ended."""
        try:
            person = Identity.objects.get(pk=validated_token.user_id)
        except Identity.DoesNotExist as error:
            raise AuthenticationFailed(REFUSED) from error
        if not validated_token.is_of(person) or not sign_ins.is_alive(validated_token.sign_in_id):
            raise AuthenticationFailed(REFUSED)
        return person


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the API's description names it."""

    target_class = BearerAuthentication
    name = "bearer"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """A plain Bearer token."""
        del auto_schema
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
