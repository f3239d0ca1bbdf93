"""Gives out a stored file to whoever holds a signed address that has not expired; players ask for it in ranges."""

import mimetypes
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from vigen_site.media.storage import SALT

CHUNK = 256 * 1024
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")

mimetypes.add_type("text/vtt", ".vtt")
mimetypes.add_type("application/x-subrip", ".srt")


@login_not_required
@require_safe
def media(request: HttpRequest, token: str) -> HttpResponseBase:
    """The file that ``token`` names: whole, or the range that was asked for (RFC 9110, section 14)."""
    try:
        claims = signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return HttpResponse("This link is not valid.", status=403)
    if claims["until"] < time.time():
        return HttpResponse("This link has expired. Open the ad again for a new one.", status=403)
    try:
        path = Path(default_storage.path(claims["name"]))
        file = path.open("rb")
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation):
        return HttpResponse("This file is gone.", status=404)
    response = _respond(file, path.stat().st_size, request.headers.get("Range", ""))
    return _describe(response, path, claims)


def _respond(file: IO[bytes], size: int, asked: str) -> HttpResponseBase:
    span = _span(asked, size)
    if span is None:
        response: HttpResponseBase = FileResponse(file)
        response["Content-Length"] = str(size)
        return response
    first, last = span
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_part(file, first, last - first + 1), status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def _span(asked: str, size: int) -> tuple[int, int] | None:
    """First and last byte of the range asked for; None for the whole file; first > last if there is none."""
    match = ONE_RANGE.match(asked)
    if not match or match[0] == "bytes=-":
        return None
    if not match[1]:
        return (max(0, size - int(match[2])), size - 1) if int(match[2]) else (1, 0)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return (first, last) if first < size else (1, 0)


def _part(file: IO[bytes], start: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk


def _describe(response: HttpResponseBase, path: Path, claims: dict[str, Any]) -> HttpResponseBase:
    response["Content-Type"] = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = claims.get("disposition", "inline")
    response["Cache-Control"] = f"private, max-age={max(0, int(claims['until'] - time.time()))}, immutable"
    return response
