"""What ends a stage early, in words for the person who ordered the ad."""

import errno
from dataclasses import dataclass

from ads import lifecycle
from generation.crew.errors import ModelFailed, WritingError
from generation.studio.errors import StudioError
from vigen_site.errors import DomainError


class Draining(Exception):
    """The worker was asked to stop. The run goes on elsewhere, after its last finished stage."""


class StageOverdue(Exception):
    """The stage took longer than it may."""


class BriefUnreadable(Exception):
    """The record's brief cannot be read."""


class ArtefactMissing(LookupError):
    """A file that an earlier stage made is not in the storage any more."""


class StorageRefused(Exception):
    """The storage did not take a file, again and again."""

    FULL = (errno.ENOSPC, errno.EDQUOT)


class ScriptRefused(Exception):
    """The review never approved the script, so nothing is rendered."""

    def __init__(self, notes: tuple[str, ...]):
        super().__init__("The review did not approve the script: " + " ".join(notes))
        self.notes = notes


@dataclass(frozen=True)
class Reason:
    """Why a stage ended: ``code`` for programs, ``message`` for the person. ``permanent``: do not try again."""

    code: str
    message: str
    permanent: bool
    retry_after: float = 5.0


UNFORESEEN = "Something went wrong on our side while making this ad. It has been noted; please try again."
DISK_FULL = (
    "The disk is full, so the ad could not be stored. Free some space and try again; nothing was lost."
)
STORAGE = (
    "The storage did not take the files of this step. Nothing that was finished is lost; try again later."
)
MISSING = "A file of an earlier step is gone from storage. Make the ad again from the start."
UNREADABLE = "The brief of this ad cannot be read. Open it, save it again, and try again."
OVERDUE = "This step took too long and was stopped. Try again, or ask for a shorter ad."


def reason_for(error: Exception) -> Reason:
    """The reason to store for what a stage raised."""
    if isinstance(error, StudioError):
        return Reason(error.code, str(error), permanent=error.permanent)
    if isinstance(error, WritingError):
        wait = error.retry_after if isinstance(error, ModelFailed) else None
        return Reason(error.code, str(error), permanent=error.permanent, retry_after=wait or 5.0)
    if isinstance(error, DomainError):
        return Reason(error.code, str(error), permanent=False)
    if isinstance(error, ScriptRefused):
        return Reason(lifecycle.SCRIPT_REFUSED, str(error), permanent=True)
    return _of_the_machine(error)


def _of_the_machine(error: Exception) -> Reason:
    if isinstance(error, OSError) and error.errno in StorageRefused.FULL:
        return Reason("disk_full", DISK_FULL, permanent=False, retry_after=30.0)
    for kind, reason in OF_THE_MACHINE.items():
        if isinstance(error, kind):
            return reason
    return Reason("internal_error", UNFORESEEN, permanent=False)


OF_THE_MACHINE = {
    StageOverdue: Reason("overdue", OVERDUE, permanent=False),
    StorageRefused: Reason("storage_unavailable", STORAGE, permanent=False, retry_after=30.0),
    ArtefactMissing: Reason("artefact_missing", MISSING, permanent=True),
    BriefUnreadable: Reason("brief_unreadable", UNREADABLE, permanent=True),
}
