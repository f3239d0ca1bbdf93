"""Registering, and the life of a sign-in, through the API."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from accounts import attempts, leaving, services, sign_ins
from accounts.api.serializers import (
    LeaveInput,
    LoginInput,
    RefreshInput,
    RefusalOutput,
    RegisterInput,
    TokensOutput,
    UserOutput,
)
from accounts.errors import WrongPassword
from accounts.identity import Identity
from vigen_site.limits import limited

REFUSED = {400: RefusalOutput, 401: RefusalOutput, 429: RefusalOutput}


class OpenDoor(APIView):
    """An endpoint for people who have not signed in. A stale token in the header is not looked at."""

    authentication_classes = ()
    permission_classes = ()


class Register(OpenDoor):
    @extend_schema(
        summary="Open an account",
        description='The e-mail address must be new. Everybody begins with the role "creator".',
        request=RegisterInput,
        responses={201: UserOutput, 400: RefusalOutput, 429: RefusalOutput},
    )
    @limited("register", key="ip")
    def post(self, request: Request) -> Response:
        person = services.register(**_read(RegisterInput, request))
        return Response(UserOutput(person).data, status=201)


class Login(OpenDoor):
    @extend_schema(
        summary="Sign in",
        description="The access token lasts 24 hours; the refresh token buys one more pair within 7 days.",
        request=LoginInput,
        responses={200: TokensOutput, **REFUSED},
    )
    def post(self, request: Request) -> Response:
        sent = _read(LoginInput, request)
        attempts.count(request, email=sent["email"], door="api")
        person = services.authenticate(sent["email"], password=sent["password"])
        attempts.remember(request, email=sent["email"])
        return _tokens(sign_ins.start(person))


class Refresh(OpenDoor):
    @extend_schema(
        summary="Renew the tokens",
        description="Spends the refresh token for a new pair. Sending a spent one again ends the sign-in.",
        request=RefreshInput,
        responses={200: TokensOutput, **REFUSED},
    )
    @limited("refresh", key="ip")
    def post(self, request: Request) -> Response:
        return _tokens(sign_ins.rotate(_read(RefreshInput, request)["refresh_token"]))


class Logout(OpenDoor):
    @extend_schema(
        summary="Sign out",
        description="Ends the sign-in: its refresh token and its access tokens are no longer good.",
        request=RefreshInput,
        responses={204: None, 400: RefusalOutput, 429: RefusalOutput},
    )
    @limited("refresh", key="ip", endpoint="logout")
    def post(self, request: Request) -> Response:
        sign_ins.end(_read(RefreshInput, request)["refresh_token"])
        return Response(status=204)


class Me(APIView):
    @extend_schema(summary="Who am I", responses={200: UserOutput, 401: RefusalOutput, 429: RefusalOutput})
    @limited("me")
    def get(self, request: Request) -> Response:
        return Response(UserOutput(request.user).data)

    @extend_schema(
        summary="Delete my account",
        description="Deletes the account with all its ads, films and pictures, for good. "
        "What is being made is stopped.",
        request=LeaveInput,
        responses={204: None, **REFUSED},
    )
    @limited("change", endpoint="leave")
    def delete(self, request: Request) -> Response:
        person = Identity.objects.get(pk=request.user.pk)
        attempts.count(request, email=person.email, door="api")
        if not person.check_password(_read(LeaveInput, request)["password"]):
            raise WrongPassword("This is not your password.")
        leaving.leave(person)
        return Response(status=204)


def _read(shape: type[Serializer[None]], request: Request) -> dict[str, Any]:
    serializer = shape(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def _tokens(pair: sign_ins.TokenPair) -> Response:
    response = Response({**asdict(pair), "token_type": "bearer"})
    response["Cache-Control"] = "no-store"
    return response
