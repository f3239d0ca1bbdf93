"""What every API view shares: one shape for errors, and pages that follow DynamoDB's keys."""

import logging
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from vigen_site.dynamo import is_unreachable
from vigen_site.errors import DomainError, Unavailable
from vigen_site.uploading import RequestTooLarge

logger = logging.getLogger("vigen.api")


def error_body(detail: str, code: str, errors: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """The one shape of an error: {detail, error_code, timestamp} and, for a form, errors by field."""
    body: dict[str, Any] = {
        "detail": detail,
        "error_code": code,
        "timestamp": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    }
    if errors:
        body["errors"] = errors
    return body


def answer_for(error: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler. What nobody foresaw is logged and answered without its text."""
    set_rollback()
    if is_unreachable(error):
        error = Unavailable()
    if isinstance(error, RequestDataTooBig) and not isinstance(error, DomainError):
        error = RequestTooLarge("That is too much for one request.")
    if isinstance(error, DomainError):
        return _for_domain(error)
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if isinstance(error, exceptions.APIException):
        return _for_framework(error)
    logger.error("Unforeseen error in %s", type(context.get("view")).__name__, exc_info=error)
    body = error_body("Something went wrong on our side. It has been noted.", "internal_error")
    return Response(body, status=status.HTTP_500_INTERNAL_SERVER_ERROR)


def _for_domain(error: DomainError) -> Response:
    errors = {field: list(messages) for field, messages in error.errors.items()}
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after else {}
    body = error_body(str(error), error.code, errors)
    if asked := getattr(error, "questions", ()):
        body["questions"] = list(asked)
    return Response(body, status=error.status, headers=headers)


def _for_framework(error: exceptions.APIException) -> Response:
    headers = {}
    if header := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = header
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    if isinstance(error, exceptions.ValidationError):
        body = error_body("Some fields need another look.", "invalid", _by_field(error.detail))
    else:
        body = error_body(_sentence(error.detail), str(error.default_code))
    return Response(body, status=error.status_code, headers=headers)


def _by_field(detail: Any) -> dict[str, list[str]]:
    if isinstance(detail, dict):
        return {str(field): _messages(value) for field, value in detail.items()}
    return {"non_field_errors": _messages(detail)}


def _messages(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}: {message}" for key, part in value.items() for message in _messages(part)]
    if isinstance(value, (list, tuple)):
        return [message for part in value for message in _messages(part)]
    return [str(value)]


def _sentence(detail: Any) -> str:
    return _messages(detail)[0] if _messages(detail) else "That did not work."


def not_found(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """The answer for an address that the API does not have."""
    del request, exception
    return JsonResponse(error_body("There is nothing at this address.", "not_found"), status=404)


def next_page_link(request: HttpRequest, cursor: str | None) -> dict[str, str]:
    """The Link header that leads to the next page, or nothing on the last one."""
    if not cursor:
        return {}
    query = request.GET.copy()
    query["cursor"] = cursor
    address = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
    return {"Link": f'<{address}>; rel="next"'}
