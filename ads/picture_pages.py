"""Pictures and the recording on the brief's page: sent one by one as they are chosen, or all together with the form."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_POST

from ads import uploads
from ads.briefs import MOST_PICTURES, OWN_VOICE
from ads.models import Upload
from ads.sounds import PICTURE, SOUND
from vigen_site.errors import DomainError
from vigen_site.limits import count

FILES = {"pictures": "picture_files", "logo": "logo_file", "recording": "recording_file"}
"""The file input beside each field of the brief."""

KINDS = {"photo": "Photograph", "cutout": "Cut out"}


@dataclass(frozen=True)
class Tile:
    """A picture as the page shows it, with the checkbox that keeps it in the brief."""

    field: str
    picture_id: str
    address: str
    kind: str
    size: str


@dataclass(frozen=True)
class Take:
    """A recording as the page plays it. ``length`` is minutes and seconds."""

    recording_id: str
    address: str
    length: str


def tile(upload: Upload, *, field: str) -> Tile:
    """How a picture is shown."""
    size = f"{int(upload.width)} × {int(upload.height)}"
    return Tile(field, upload.picture_id, uploads.address(upload), KINDS.get(upload.kind, ""), size)


def tiles(user_id: str, ids: object, *, field: str) -> list[Tile]:
    """The pictures behind what a form holds, which may be anything; those that are gone are left out."""
    given = ids if isinstance(ids, list | tuple) else [ids]
    wanted = [one for one in given if isinstance(one, str) and one][:MOST_PICTURES]
    return [tile(upload, field=field) for upload in uploads.known(user_id, wanted)]


def recordings(user_id: str, recording_id: object) -> list[Take]:
    """The recording behind what a form holds, if it is there."""
    wanted = [recording_id] if isinstance(recording_id, str) and recording_id else []
    return [take(upload) for upload in uploads.known(user_id, wanted, kind=SOUND)]


def take(upload: Upload) -> Take:
    """How a recording is shown."""
    return Take(upload.picture_id, uploads.address(upload), _length(float(upload.facts["seconds"])))


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Take one file, and answer with its tile; or with the sentence that says why not."""
    field = next((field for field, name in FILES.items() if name in request.FILES), "pictures")
    try:
        count(request, "change", endpoint="upload-page")
        upload = _receive(request, request.FILES.get(FILES[field]), field=field)
    except DomainError as refusal:
        words = " ".join(refusal.errors.get(field, [])) or str(refusal)
        return render(request, "ads/_picture_refused.html", {"words": words}, status=refusal.status)
    if field == "recording":
        return render(request, "ads/_recording.html", {"take": take(upload)}, status=201)
    return render(request, "ads/_picture.html", {"tile": tile(upload, field=field)}, status=201)


def _receive(request: HttpRequest, file: Any, *, field: str) -> Upload:
    kind = SOUND if field == "recording" else PICTURE
    return uploads.receive(user_id=str(request.user.pk), file=file, field=field, kind=kind)


def with_sent_files(request: HttpRequest) -> tuple[QueryDict, dict[str, list[str]]]:
    """What the form holds, with the ids of the files that came along; what was refused, by field."""
    data = request.POST.copy()
    refused: dict[str, list[str]] = {}
    for field, files in FILES.items():
        for file in request.FILES.getlist(files)[:MOST_PICTURES]:
            try:
                upload = _receive(request, file, field=field)
            except DomainError as refusal:
                words = " ".join(refusal.errors.get(field, [])) or str(refusal)
                refused.setdefault(field, []).append(f"{file.name}: {words}")
                continue
            if field == "pictures":
                data.appendlist(field, upload.picture_id)
            else:
                data[field] = upload.picture_id
            if field == "recording":
                data["voice"] = OWN_VOICE  # Whoever has just sent a recording wants it to be heard.
    return data, refused
