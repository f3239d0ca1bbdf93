"""What every page shares: the words for a refusal, and the few facts that templates need."""

import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.urls import Resolver404, resolve
from django.views import defaults
from django_htmx.http import HttpResponseClientRedirect

from vigen_site import api
from vigen_site.dynamo import is_unreachable
from vigen_site.errors import DomainError, Unavailable
from vigen_site.limits import LimitReached, count

View = Callable[[HttpRequest], HttpResponse]
KEPT = "kept_form"
KEPT_SECONDS = 3600
PERMISSIONS = (
    "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()"
)
LARGEST_KEPT = 32 * 1024
WRITTEN_BEFORE = (
    "Your sign-in had changed. What you wrote is here as you left it: press the button once more."
)


class SignInFirst(LoginRequiredMiddleware):
    """Django's guard. A fragment asked for after the session has ended leads the whole page to the sign-in:
    htmx would follow a plain redirect and put the sign-in form where the fragment was. What was typed into a
    form that ``keeps_form`` is kept for the same browser until it has signed in."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> Any:
        """Called by Django for a visitor at a closed door."""
        if request.method == "POST" and getattr(view_func, "keeps_form", False):
            keep_form(request)
        if request.headers.get("HX-Request") != "true":
            return super().handle_no_permission(request, view_func)
        page = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
        return HttpResponseClientRedirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': page})}")


def keeps_form(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view whose form is not lost when the sign-in has run out: it asks ``kept_form`` for it."""
    view.keeps_form = True  # type: ignore[attr-defined] # A mark on a function.
    return view


def kept_form(request: HttpRequest) -> QueryDict | None:
    """What was typed into this page's form before its writer had to sign in; once, and within an hour."""
    kept = request.session.get(KEPT)
    if not isinstance(kept, dict) or kept.get("path") != request.path:
        return None
    del request.session[KEPT]
    return QueryDict(kept["sent"]) if time.time() - kept["at"] < KEPT_SECONDS else None


def keep_form(request: HttpRequest, *, path: str = "") -> bool:
    """Keep what was sent for the form at ``path`` (or here), until its writer has signed in; whether it is kept.

    Whoever asks is a stranger: what is kept for them is small, and an address has only so much kept.
    """
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    words = sent.urlencode()
    if len(words) > LARGEST_KEPT:
        return False
    try:
        count(request, "keep", key="ip", endpoint="keep")
    except LimitReached:
        return False
    begun = bool(path)  # By somebody who is new here, not by one whose sign-in has run out.
    request.session[KEPT] = {"path": path or request.path, "sent": words, "at": time.time(), "begun": begun}
    return True


def _is_stale(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a form of ours was refused for its token alone, as when its writer has signed in in another window.

    No view of a form that is kept answers 403 itself. A form from elsewhere names its origin, and stays refused.
    """
    if response.status_code != 403 or request.method != "POST" or request.resolver_match is None:
        return False
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    is_ours = urlsplit(origin).netloc == request.get_host()
    return is_ours and getattr(request.resolver_match.func, "keeps_form", False)


def permissions_policy(get_response: View) -> View:
    """Let pages use the microphone, for one's own voice, and nothing else that browsers ask permission for."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answer


def _is_led_astray(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether somebody looks at an address that only takes forms: reloaded, or led there by the sign-in."""
    is_look = response.status_code == 405 and request.method == "GET"
    return is_look and not request.path.startswith("/api/")


def _page_above(path: str) -> str:
    """The page that the form was on: /ads/ID for /ads/ID/retry, the start page where there is none."""
    above = path.rstrip("/").rpartition("/")[0]
    for page in (above, f"{above}/"):
        try:
            resolve(page)
        except Resolver404:
            continue
        return page
    return "/"


class DomainErrorMiddleware:
    """A domain error that no view caught becomes a page (or JSON under /api) with its own sentence.

    A form whose token is stale is shown again with all that was typed, to be sent once more. Whoever looks at an
    address that only takes forms is led to the page that has the form.
    """

    def __init__(self, get_response: View):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_led_astray(request, response):
            return redirect(_page_above(request.path))
        if not _is_stale(request, response):
            return response
        keep_form(request)
        return redirect(request.path)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called by Django for what a view raised."""
        if is_unreachable(error):
            error = Unavailable()
        return _refusal(request, error) if isinstance(error, DomainError) else None


def _refusal(request: HttpRequest, error: DomainError) -> HttpResponse:
    response: HttpResponse
    if request.path.startswith("/api/"):
        response = JsonResponse(api.error_body(str(error), error.code), status=error.status)
    else:
        response = render(request, "error.html", {"error": error}, status=error.status)
    if error.retry_after:
        response["Retry-After"] = str(error.retry_after)
    return response


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context: the version shown in the footer."""
    del request
    return {"vigen_version": settings.VERSION}


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 where the database did not answer before a view was reached, as while reading who asks."""
    error = sys.exc_info()[1]
    if error is not None and is_unreachable(error):
        return _refusal(request, Unavailable())
    if request.path.startswith("/api/"):
        sorry = "Something went wrong on our side. It has been noted."
        return JsonResponse(api.error_body(sorry, "internal_error"), status=500)
    return defaults.server_error(request)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: JSON for the API, a page for people."""
    if request.path.startswith("/api/"):
        return api.not_found(request, exception)
    return render(request, "404.html", status=404)
