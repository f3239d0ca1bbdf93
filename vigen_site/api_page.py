"""An answer of the API as a page, for people who open its address in a browser. It reads; writing is for programs."""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer

RUN_ID = re.compile(r"(&quot;run_id&quot;: &quot;)([0-9a-f-]{36})(&quot;)")
NEXT = re.compile(r'<([^>]+)>; rel="next"')
BESIDE = ("status", "script", "video-url")
"""What can be read of one ad beside itself."""


class ApiPage(BrowsableAPIRenderer):
    """In the site's own clothes, without forms: those of the framework need scripts that the pages' policy forbids."""

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> SafeString:
        """The page."""
        del accepted_media_type
        request, response = renderer_context["request"], renderer_context["response"]
        if response.status_code == 204:
            response.status_code = 200  # A browser shows nothing of an answer without content.
        text = JSONRenderer().render(data, "application/json; indent=2", renderer_context).decode()
        path = request.path.rstrip("/")
        context = {
            "method": request.method,
            "path": request.get_full_path(),
            "code": response.status_code,
            "words": response.status_text,
            "body": _linked(text),
            "next": next(iter(NEXT.findall(response.headers.get("Link", ""))), ""),
            "beside": [
                f"{path}/{name}" for name in BESIDE if _is_one_ad(path) and response.status_code == 200
            ],
        }
        return render_to_string("vigen_site/api_answer.html", context, request=request._request)  # noqa: SLF001 -- DRF's own way back to Django's request.


def _is_one_ad(path: str) -> bool:
    return re.fullmatch(r"/api/ads/[0-9a-f-]{36}", path) is not None


def _linked(text: str) -> SafeString:
    """The text, escaped, with the ids of ads as links to them."""
    return mark_safe(RUN_ID.sub(r'\1<a href="/api/ads/\2">\2</a>\3', escape(text)))  # noqa: S308 -- escaped first.
