"""The pictures and recordings people send for their ads: read, stored under their owner, lent to ads, removed.

An upload belongs to the person who sent it and may serve several of their ads.
It goes with the last ad that uses it; one that no ad has used goes after a day.
"""

import dataclasses
import secrets
import tempfile
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.utils.module_loading import import_string
from pynamodb.exceptions import DoesNotExist, UpdateError

from ads.artefacts import SigningStorage, fetch
from ads.briefs import OWN_VOICE, Brief
from ads.models import Upload, now_text
from ads.sounds import LONGEST_HEAD, PICTURE, SOUND, kind_of
from vigen_site.dynamo import is_refused, new_id, reachable
from vigen_site.errors import Conflict, Invalid, NotFound

LARGEST_FILE = 20 * 1024 * 1024
MOST_KEPT = 200
UNUSED_FOR = timedelta(days=1)
NO_SUCH_FILE = "There is no picture or recording with this id."
CHOOSE = {PICTURE: "Choose a picture to send.", SOUND: "Choose a recording to send."}
GONE = {
    PICTURE: "A picture is not there any more. Send it again.",
    SOUND: "The recording is not there any more. Send it again.",
}


class TooManyPictures(Conflict):
    """A person keeps as many files as there may be."""

    code = "too_many_pictures"
    message = f"You have {MOST_KEPT} files here, which is the most. Delete ads you no longer need first."


class InUse(Conflict):
    """An ad needs the file."""

    code = "picture_in_use"
    message = "An ad uses this file. Take it out of the ad's brief first."


class RecordingNeeded(Invalid):
    """An ad is to be made whose voice is a recording that nobody has sent. A draft may wait for it."""

    code = "recording_needed"
    message = "This ad is to speak with a recording of yours. Send one, or choose another voice."


class SentFile(Protocol):
    """What Django makes of a file in a form."""

    @property
    def size(self) -> int | None:
        """Bytes."""

    def chunks(self) -> Iterable[bytes]:
        """The file, in pieces."""


def receive(*, user_id: str, file: SentFile | None, field: str = "file", kind: str = PICTURE) -> Upload:
    """Read, check and store a file. Raises Invalid with a sentence at ``field`` when it cannot be used.

    ``kind`` is PICTURE, SOUND, or empty: then its bytes tell. What the sender calls the file, and what
    kind they say it is, play no part.
    """
    if file is None:
        raise Invalid(errors={field: [CHOOSE[kind or PICTURE]]})
    if (file.size or 0) > LARGEST_FILE:
        raise Invalid(errors={field: [f"The file has {(file.size or 0) / 2**20:.1f} MB; 20 MB is the most."]})
    _make_room(user_id)
    with tempfile.TemporaryDirectory(prefix="vigen-picture-") as scratch:
        source = Path(scratch, "sent")
        with source.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        try:
            kept = _reader(kind or _told(source))(source, folder=Path(scratch))
        except ValueError as refusal:
            raise Invalid(errors={field: [str(refusal)]}) from refusal
        return _store(user_id, kept)


def _told(source: Path) -> str:
    with source.open("rb") as file:
        return kind_of(file.read(LONGEST_HEAD))


def _reader(kind: str) -> Callable[..., Any]:
    """What reads files of that kind: their facts as a dataclass, with a path and a kind."""
    reader: Callable[..., Any] = import_string(
        settings.RECORDING_READER if kind == SOUND else settings.PICTURE_READER
    )
    return reader


def _store(user_id: str, kept: Any) -> Upload:
    picture_id, path = new_id(), Path(kept.path)
    key = f"users/{user_id}/uploads/{picture_id}/{secrets.token_hex(4)}{path.suffix}"
    with path.open("rb") as file:
        stored = default_storage.save(key, File(file, name=path.name))
    facts = {**dataclasses.asdict(kept), "path": path.name}
    upload = Upload(
        user_id,
        picture_id,
        key=stored,
        width=facts.get("width"),
        height=facts.get("height"),
        kind=str(kept.kind),
        facts=facts,
        created_at=now_text(),
    )
    with reachable():
        upload.save()
    return upload


def picture_for(user_id: str, picture_id: str) -> Upload:
    """One's own picture. Raises NotFound alike for somebody else's, for nobody's and for no id."""
    try:
        with reachable():
            return Upload.get(user_id, str(uuid.UUID(picture_id)), consistent_read=True)
    except (DoesNotExist, ValueError, AttributeError) as error:
        raise NotFound(NO_SUCH_FILE) from error


def known(user_id: str, picture_ids: Sequence[str], *, kind: str = PICTURE) -> list[Upload]:
    """Those of the pictures (or, by ``kind``, recordings) that are one's own and still there, in the order given."""
    found = []
    for picture_id in picture_ids:
        try:
            upload = picture_for(user_id, picture_id)
        except NotFound:
            continue
        if (upload.kind == SOUND) is (kind == SOUND):
            found.append(upload)
    return found


def check_recording(brief: Brief) -> None:
    """Raise RecordingNeeded where the ad cannot be made yet."""
    if brief.voice == OWN_VOICE and not brief.recording:
        raise RecordingNeeded(errors={"recording": ["Choose a recording, or another voice."]})


def check(user_id: str, brief: Brief) -> None:
    """Raise Invalid, field by field, when a brief names files that its owner does not have."""
    wanted = {
        "pictures": (brief.pictures, PICTURE),
        "logo": (filter(None, [brief.logo]), PICTURE),
        "recording": (filter(None, [brief.recording]), SOUND),
    }
    errors: dict[str, list[str]] = {}
    for field, (named, kind) in wanted.items():
        ids = tuple(named)
        if len(known(user_id, ids, kind=kind)) < len(ids):
            errors[field] = [GONE[kind]]
    if errors:
        raise Invalid(errors=errors)


def lend(user_id: str, brief: Brief, *, run_id: str) -> None:
    """Note that an ad uses its pictures, before the ad exists: a note too many costs less than a lost file."""
    for picture_id in used_by(brief):
        _note(Upload(user_id, picture_id), [Upload.ads.add({run_id})])


def forget(user_id: str, brief: Brief, *, run_id: str) -> None:
    """Take back what ``lend`` noted, for an ad that did not come to be; the pictures stay for the next try."""
    for picture_id in used_by(brief):
        _note(Upload(user_id, picture_id), [Upload.ads.delete({run_id})])


def give_back(user_id: str, picture_ids: Iterable[str], *, run_id: str) -> None:
    """An ad needs pictures no longer: those that no other ad uses are removed."""
    for picture_id in picture_ids:
        upload = Upload(user_id, picture_id)
        if _note(upload, [Upload.ads.delete({run_id})]) and not upload.ads:
            discard(picture_for(user_id, picture_id))


def used_by(brief: Brief) -> tuple[str, ...]:
    """The ids of all files of a brief: pictures, logo and recording."""
    return tuple(dict.fromkeys([*brief.pictures, *filter(None, [brief.logo, brief.recording])]))


def _note(upload: Upload, actions: list[Any]) -> bool:
    """Change a record that is there; False when it is not."""
    try:
        with reachable():
            upload.update(actions=actions, condition=Upload.picture_id.exists())
    except UpdateError as error:
        if not is_refused(error):
            raise
        return False
    return True


def remove(*, user_id: str, picture_id: str) -> None:
    """Delete a picture that no ad uses."""
    upload = picture_for(user_id, picture_id)
    if upload.ads:
        raise InUse
    discard(upload)


def bring(user_id: str, picture_id: str, target: Path) -> dict[str, Any]:
    """Copy a picture's file to ``target`` (the right ending is added); what is known of it comes with it.

    Raises NotFound when the picture is gone.
    """
    upload = picture_for(user_id, picture_id)
    path = target.with_suffix(Path(upload.key).suffix)
    try:
        fetch(upload.key, path)
    except FileNotFoundError as error:
        raise NotFound(NO_SUCH_FILE) from error
    facts: dict[str, Any] = {**upload.facts, "path": path.name}
    return facts


def address(upload: Upload) -> str:
    """A signed address of the picture, good for 15 minutes."""
    storage = cast("SigningStorage", default_storage)
    return storage.url(upload.key, expire=settings.MEDIA_URL_SECONDS)


def _make_room(user_id: str) -> None:
    """Remove what was sent long ago and never used; refuse when there is still too much."""
    with reachable():
        kept = list(Upload.query(user_id, limit=MOST_KEPT, consistent_read=True))
    before = (datetime.now(UTC) - UNUSED_FOR).isoformat(timespec="microseconds").replace("+00:00", "Z")
    idle = [upload for upload in kept if not upload.ads and upload.created_at < before]
    for upload in idle:
        discard(upload)
    if len(kept) - len(idle) >= MOST_KEPT:
        raise TooManyPictures


def discard(upload: Upload) -> None:
    """Remove a picture, whoever uses it. The record goes last, so that an interrupted removal can be repeated."""
    default_storage.delete(upload.key)
    if not settings.BUCKET:
        folder = Path(default_storage.path(upload.key)).parent
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    with reachable():
        upload.delete()
