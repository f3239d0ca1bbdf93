"""What every page shares: the words for a refusal, and the few facts that templates need."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vigen_site import api
from vigen_site.dynamo import is_unreachable
from vigen_site.errors import DomainError, Unavailable

View = Callable[[HttpRequest], HttpResponse]


class DomainErrorMiddleware:
    """A domain error that no view caught becomes a page (or JSON under /api) with its own sentence."""

    def __init__(self, get_response: View):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django for what a view raised."""
        if is_unreachable(error):
            error = Unavailable()
        if not isinstance(error, DomainError):
            return None
        response = render(request, "error.html", {"error": error}, status=error.status)
        if error.retry_after:
            response["Retry-After"] = str(error.retry_after)
        return response


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context: the version shown in the footer."""
    del request
    return {"vigen_version": settings.VERSION}


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: JSON for the API, a page for people."""
    if request.path.startswith("/api/"):
        return api.not_found(request, exception)
    return render(request, "404.html", status=404)
