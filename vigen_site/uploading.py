"""How much a request may send: known from its header, before anything is read or stored."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from vigen_site.errors import DomainError


class RequestTooLarge(DomainError, RequestDataTooBig):
    """A request wants to send more than the site takes. Django knows it by its second name."""

    code = "too_large"
    status = 413
    message = "That is too much for one request. Send the files one after the other."


class QuotaHandler(FileUploadHandler):
    """Stands before Django's own upload handlers, and refuses what would only fill the disk."""

    def handle_raw_input(self, *sent: Any, **more: Any) -> None:
        """Refuse a request that announces more than LARGEST_UPLOAD_REQUEST bytes."""
        del more
        _body, _headers, content_length, *_rest = sent
        if content_length > settings.LARGEST_UPLOAD_REQUEST:
            raise RequestTooLarge

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass every piece on to the next handler."""
        del start
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keep nothing."""
