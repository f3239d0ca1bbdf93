"""What ends a stage early, in words for the person who ordered the ad."""

import errno
from dataclasses import dataclass

from generation.crew.errors import ModelFailed, WritingError
from generation.studio.errors import StudioError
from vigen_site.errors import DomainError


class Draining(Exception):
    """The worker was asked to stop. The run goes on elsewhere, after its last finished stage."""


class StageOverdue(Exception):
    """The stage took longer than any stage may."""


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
        return Reason("script_refused", str(error), permanent=True)
    return _of_the_machine(error)


def _of_the_machine(error: Exception) -> Reason:
    if isinstance(error, StageOverdue):
        return Reason("overdue", OVERDUE, permanent=False)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Reason("disk_full", DISK_FULL, permanent=False)
    return Reason("internal_error", UNFORESEEN, permanent=False)
