"""The customer's own recording, brought into the folder where an ad is made."""

import shutil
from collections.abc import Callable
from pathlib import Path

from ads import uploads
from ads.briefs import Brief
from generation.studio.errors import VoiceFailed
from generation.studio.voice.recordings import receive
from vigen_site.errors import NotFound

RECORDING = "recording.flac"

Fetch = Callable[[str, Path], Path]


class RecordingMissing(VoiceFailed):
    """The recording that was to speak the ad is gone."""

    code = "recording_missing"

    def __init__(self) -> None:
        super().__init__(
            "The recording of this ad is not there any more. Send it again, or choose another voice.",
            permanent=True,
        )


def or_recording(fetch: Fetch, *, user_id: str, brief: Brief) -> Fetch:
    """``fetch``, which also brings the brief's recording, by the name RECORDING. Raises RecordingMissing."""

    def bring(name: str, path: Path) -> Path:
        if name != RECORDING:
            return fetch(name, path)
        try:
            return path.with_name(str(uploads.bring(user_id, brief.recording, path)["path"]))
        except NotFound as error:
            raise RecordingMissing from error

    return bring


def recording_from_file(file: Path, folder: Path) -> Path:
    """A recording from the disk, for ads made from a terminal. Raises RecordingRefused."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = receive(file, folder=folder).path
    return Path(shutil.move(kept, folder / RECORDING))
