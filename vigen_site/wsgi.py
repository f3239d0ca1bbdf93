"""The site for WSGI servers."""

import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
_site = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer one request. To HEAD without a body, as RFC 9110 has it: gunicorn drops one, and warns each time."""
    answer: Iterable[bytes] = _site(environ, start_response)
    if environ["REQUEST_METHOD"] != "HEAD":
        return answer
    if close := getattr(answer, "close", None):
        close()
    return ()
