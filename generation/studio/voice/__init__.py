"""The voice: scenes of text go in, sound with the time of every word comes out."""

import os
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from generation.studio.errors import VoiceFailed
from generation.studio.voice.catalogue import VOICES, Voice, find
from generation.studio.voice.kokoro import model
from generation.studio.voice.language import tagger
from generation.studio.voice.narration import Narration, SpokenScene
from generation.studio.voice.phonemes import pronounce
from generation.studio.voice.reading import read
from generation.studio.voice.recording import take
from generation.studio.voice.silent import silence

__all__ = ["VOICES", "Narration", "SpokenScene", "Voice", "narrate", "prepare", "silence"]

_SLOWEST, _FASTEST = 0.5, 2.0
# More threads gain nothing: an ad has few scenes, and memory grows with each.
_MOST_THREADS = 4


def narrate(
    scenes: Sequence[str],
    *,
    voice: str,
    language: str,
    speed: float = 1.0,
    on_progress: Callable[[float], None] | None = None,
    threads: int | None = None,
) -> Narration:
    """Speak every scene. ``voice`` is a key of VOICES, ``speed`` 1 is natural.

    ``on_progress`` is called in this thread with the spoken share, 0 to 1.
    Raises VoiceFailed for an unknown voice, for a language other than English,
    and when the model is missing.
    """
    speaker = find(voice)
    _check(language, speed)
    prepare()
    spoken = [pronounce(read(text), british=speaker.is_british) for text in scenes]
    with ThreadPoolExecutor(threads or min(_MOST_THREADS, os.cpu_count() or 1)) as pool:
        # The longest scenes first, so that no thread ends up alone with one.
        by_length = sorted(
            range(len(spoken)), key=lambda index: -sum(len(word.phonemes) for word in spoken[index])
        )
        jobs = {
            pool.submit(take, spoken[index], model=model(), voice=speaker, speed=speed): index
            for index in by_length
        }
        for done, _ in enumerate(as_completed(jobs), start=1):
            if on_progress:
                on_progress(done / len(jobs))
        found = {index: job.result() for job, index in jobs.items()}
    return Narration(tuple(found[index] for index in range(len(spoken))))


def prepare() -> None:
    """Load the model and the language pipeline, at the same time. Calling it early saves seconds later."""
    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(model)
        tagger()
        loading.result()


def _check(language: str, speed: float) -> None:
    if not re.fullmatch(r"en(?:[-_][A-Za-z0-9]+)*", language):
        raise VoiceFailed(
            f"The embedded voice speaks English only, not {language!r}. Choose English or no voice."
        )
    if not _SLOWEST <= speed <= _FASTEST:
        raise VoiceFailed(f"The speed of the voice must be between {_SLOWEST} and {_FASTEST}, not {speed}.")
