"""The languages of the voice: a text goes in, its words with their phonemes come out."""

from collections.abc import Callable, Mapping
from functools import partial

from generation.studio.voice.catalogue import Voice
from generation.studio.voice.phonemes import Pronounced, pronounce
from generation.studio.voice.reading import Reading, read, read_by

__all__ = ["Pronounced", "Tongue", "readings_of", "tongue_for"]

Tongue = Callable[[str, Mapping[str, str]], tuple[Pronounced, ...]]
"""Says how a text is spoken; the mapping says how single words of it are said."""


def tongue_for(speaker: Voice, language: str) -> Tongue:
    """The language of a voice, in the accent of ``language`` where the voice has several."""
    return partial(_english, british=speaker.is_british)


def readings_of(text: str, *, language: str, pronunciations: Mapping[str, str]) -> tuple[Reading, ...]:
    """How a text is read out; in a language that has no rules here, as it is written."""
    if language.startswith("en"):
        return read(text, pronunciations=pronunciations)
    return read_by((), text, pronunciations=pronunciations)


def _english(text: str, pronunciations: Mapping[str, str], *, british: bool) -> tuple[Pronounced, ...]:
    return pronounce(read(text, pronunciations=pronunciations), british=british)
