"""The voice: scenes of text go in, sound with the time of every word comes out."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from generation.studio.errors import VoiceFailed
from generation.studio.voice.catalogue import LANGUAGES, VOICES, Voice, base_of, find, speakers_of
from generation.studio.voice.kokoro import model
from generation.studio.voice.narration import Narration, SpokenScene
from generation.studio.voice.outline import Outline, outline_of
from generation.studio.voice.recording import take
from generation.studio.voice.sample import sentence_of, wav
from generation.studio.voice.silent import silence
from generation.studio.voice.tongues import Pronounced, tongue_for

__all__ = [
    "LANGUAGES",
    "VOICES",
    "Narration",
    "Outline",
    "SpokenScene",
    "Voice",
    "narrate",
    "outline",
    "prepare",
    "sample",
    "silence",
    "speakers_of",
]

SLOWEST, FASTEST = 0.5, 2.0
# More threads gain nothing: an ad has few scenes, and memory grows with each.
_MOST_THREADS = 4


def narrate(
    scenes: Sequence[str],
    *,
    voice: str,
    language: str,
    speed: float = 1.0,
    pronunciations: Mapping[str, str] | None = None,
    on_progress: Callable[[float], None] | None = None,
    threads: int | None = None,
) -> Narration:
    """Speak every scene. ``voice`` is a key of VOICES, ``speed`` 1 is natural.

    ``pronunciations`` says how single words are said, in plain letters:
    {"Nguyen": "win"}. ``on_progress`` is called in this thread with the spoken
    share, 0 to 1. Raises VoiceFailed for an unknown voice, for a language that
    the voice does not speak, and when the model is missing.
    """
    speaker = find(voice)
    _check(speaker, language, speed)
    prepare(language)
    tongue = tongue_for(speaker, language)
    spoken = [tongue(text, pronunciations or {}) for text in scenes]
    with ThreadPoolExecutor(threads or min(_MOST_THREADS, os.cpu_count() or 1)) as pool:
        # The longest scenes first, so that no thread ends up alone with one.
        jobs = {
            pool.submit(take, spoken[index], model=model(), voice=speaker, speed=speed): index
            for index in sorted(range(len(spoken)), key=lambda index: -_size(spoken[index]))
        }
        for done, _ in enumerate(as_completed(jobs), start=1):
            if on_progress:
                on_progress(done / len(jobs))
        found = {index: job.result() for job, index in jobs.items()}
    return Narration(tuple(found[index] for index in range(len(spoken))))


def outline(
    scenes: Sequence[str], *, voice: str, language: str, pronunciations: Mapping[str, str] | None = None
) -> Outline:
    """How long ``narrate`` will speak every scene, at any speed, for a fiftieth of its work. Raises VoiceFailed."""
    speaker = find(voice)
    _check(speaker, language, 1.0)
    prepare(language)
    tongue = tongue_for(speaker, language)
    spoken = [tongue(text, pronunciations or {}) for text in scenes]
    return outline_of(spoken, scenes, model=model(), voice=speaker)


def sample(voice: str) -> bytes:
    """A WAV file of some seconds in which the voice speaks of itself. Raises VoiceFailed as ``narrate`` does."""
    speaker = find(voice)
    (scene,) = narrate([sentence_of(speaker)], voice=voice, language=speaker.accent).scenes
    return wav(scene.samples)


def prepare(language: str = "en") -> None:
    """Load the model and what the language needs, at the same time. Calling it early saves seconds later."""
    speakers = speakers_of(language)
    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(model)
        if speakers:
            tongue_for(speakers[0], language)("Ready.", {})
        loading.result()


def _size(spoken: Sequence[Pronounced]) -> int:
    return sum(len(word.phonemes) for word in spoken)


def _check(speaker: Voice, language: str, speed: float) -> None:
    if speaker.language != base_of(language):
        raise VoiceFailed(_wrong_language(speaker, language), permanent=True)
    if not SLOWEST <= speed <= FASTEST:
        raise VoiceFailed(
            f"The speed of the voice must be between {SLOWEST} and {FASTEST}, not {speed}.", permanent=True
        )


def _wrong_language(speaker: Voice, language: str) -> str:
    fitting = ", ".join(voice.name for voice in speakers_of(language))
    wanted = LANGUAGES.get(base_of(language), repr(language))
    advice = (
        f"Choose one of: {fitting}." if fitting else "Choose another language, a hosted voice, or no voice."
    )
    return f"The voice {speaker.name!r} speaks {LANGUAGES[speaker.language]}, not {wanted}. {advice}"
