"""The person's own recording as narration: one file for the whole script, or one for each scene."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from generation.providers.voice import Recording
from generation.studio.errors import VoiceFailed
from generation.studio.voice import Narration, SpokenScene
from generation.studio.voice.decoding import decode
from generation.studio.voice.hearing import follow, follow_all
from generation.studio.voice.recordings import check_fit

LARGEST_BYTES = 50_000_000


class OwnRecording:
    """Narrates from files (WAV, MP3, M4A and their like); the words are aligned with what is heard."""

    def __init__(self, files: Sequence[Path]):
        self._files = tuple(files)

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the contract's
        """People speak every language."""
        return True

    def prepare(self, language: str) -> None:
        """Nothing to load."""

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str = "",  # noqa: ARG002 - the contract's
        language: str,
        speed: float = 1.0,  # noqa: ARG002
        pronunciations: Mapping[str, str] | None = None,
        on_progress: Callable[[float], None],
    ) -> Recording:
        """Cut the recording into its scenes. Raises VoiceFailed when files and scenes do not fit."""
        spoken = [text for text in scenes if text.strip()]
        if len(self._files) == 1:
            samples = _sound(self._files[0])
            check_fit(samples, spoken, language=language)
            found: tuple[SpokenScene, ...] = follow_all(samples, spoken, language=language)
        elif len(self._files) == len(spoken):
            found = tuple(
                follow(_sound(path), text, language=language, pronunciations=pronunciations)
                for path, text in zip(self._files, spoken, strict=True)
            )
        else:
            raise VoiceFailed(
                f"There are {len(self._files)} recordings for {len(spoken)} spoken scenes. "
                "Send one for the whole script, or one for each scene.",
                permanent=True,
            )
        on_progress(1.0)
        heard = iter(found)
        silent = SpokenScene(np.zeros(0, np.float32), ())
        narration = Narration(
            tuple(next(heard) if text.strip() else silent for text in scenes), is_estimated=True
        )
        return Recording(narration, made_by="your own recording")


def _sound(path: Path) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    try:
        size = path.stat().st_size
    except OSError as error:
        raise VoiceFailed(f"The recording {path.name} cannot be read.", permanent=True) from error
    if size > LARGEST_BYTES:
        raise VoiceFailed(
            f"The recording {path.name} has {size / 1e6:.0f} MB; {LARGEST_BYTES // 1_000_000} are the most.",
            permanent=True,
        )
    return decode(path)
