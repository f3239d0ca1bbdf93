"""The files of an ad: where they lie, how they are stored, read and removed. Keys are made here only."""

import json
import secrets
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Protocol, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from ads.models import Ad
from ads.states import Stage


class SigningStorage(Protocol):
    """What django-storages' S3 backend and our own can do beyond Django's contract."""

    def url(self, name: str, parameters: dict[str, str] | None = None, expire: int | None = None) -> str:
        """An address that expires after so many seconds."""


def folder(user_id: str, run_id: str) -> str:
    """The folder of one ad."""
    return f"users/{user_id}/ads/{run_id}"


def store(source: Path, *, user_id: str, run_id: str, stage: Stage, fence: int) -> str:
    """Store a finished file; the answer is its key.

    Fence and chance in the key keep two attempts apart: only the record says
    which of them is the ad's.
    """
    key = _new_key(source.name, user_id=user_id, run_id=run_id, stage=stage, fence=fence)
    with source.open("rb") as file:
        return default_storage.save(key, File(file, name=source.name))


def copy(key: str, *, user_id: str, run_id: str, stage: Stage) -> str:
    """Store a file of one ad as one of another, which nobody has worked on yet; the answer is its key.

    Raises FileNotFoundError where there is none.
    """
    name = PurePosixPath(key).name
    with default_storage.open(key, "rb") as stored:
        copied = _new_key(name, user_id=user_id, run_id=run_id, stage=stage, fence=0)
        return default_storage.save(copied, File(stored, name=name))


def _new_key(name: str, *, user_id: str, run_id: str, stage: Stage, fence: int) -> str:
    return f"{folder(user_id, run_id)}/{stage}/{fence}-{secrets.token_hex(4)}/{name}"


def fetch(key: str, target: Path) -> Path:
    """Copy a stored file to ``target``, in pieces."""
    with default_storage.open(key, "rb") as stored, target.open("wb") as file:
        for chunk in stored.chunks():
            file.write(chunk)
    return target


def read_json(ad: Ad, name: str) -> Any:
    """What a committed JSON artefact holds; None while there is no such artefact."""
    key = ad.artefacts.get(name)
    if key is None:
        return None
    with default_storage.open(key, "rb") as stored:
        return json.loads(stored.read())


def url(ad: Ad, name: str, *, download_as: str = "") -> str | None:
    """A signed address of an artefact, good for 15 minutes; None where there is none."""
    key = ad.artefacts.get(name)
    if key is None:
        return None
    disposition = f'attachment; filename="{download_as}"'
    parameters = {"ResponseContentDisposition": disposition} if download_as else None
    storage = cast("SigningStorage", default_storage)
    return storage.url(key, parameters=parameters, expire=settings.MEDIA_URL_SECONDS)


def is_stored(ad: Ad, name: str) -> bool:
    """Whether an artefact's file is really there."""
    key = ad.artefacts.get(name)
    return key is not None and default_storage.exists(key)


def uri(key: str) -> str:
    """The storage's own name for a file, which is no address: s3://bucket/key, or media://key."""
    return f"s3://{settings.BUCKET}/{key}" if settings.BUCKET else f"media://{key}"


def remove_all(ad: Ad) -> None:
    """Remove every file of an ad, those of abandoned attempts too."""
    root = folder(ad.user_id, ad.run_id)
    for key in list(walk(root)):
        default_storage.delete(key)
    if not settings.BUCKET:
        remove_empty_folders(Path(default_storage.path(root)))


def walk(root: str) -> Iterator[str]:
    """The keys of all files below ``root``."""
    try:
        folders, files = default_storage.listdir(root)
    except FileNotFoundError:
        return
    for name in files:
        yield str(PurePosixPath(root, name))
    for name in folders:
        yield from walk(str(PurePosixPath(root, name)))


def remove_empty_folders(root: Path) -> None:
    """Remove a folder that holds nothing but folders."""
    if root.is_dir():
        for child in root.iterdir():
            remove_empty_folders(child)
        root.rmdir()
