"""The languages of the voice: a text goes in, its words with their phonemes come out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from generation.studio.voice.catalogue import Voice, base_of
from generation.studio.voice.phonemes import Pronounced, pronounce
from generation.studio.voice.reading import Reading, read, read_by
from generation.studio.voice.reading.pieces import Rule
from generation.studio.voice.tongues import french, hindi, italian, portuguese, spanish
from generation.studio.voice.tongues.chinese import chinese
from generation.studio.voice.tongues.french.words import WORDS as FRENCH
from generation.studio.voice.tongues.hindi.words import WORDS as HINDI
from generation.studio.voice.tongues.italian.words import WORDS as ITALIAN
from generation.studio.voice.tongues.japanese import japanese
from generation.studio.voice.tongues.plain_reading import rules_of
from generation.studio.voice.tongues.portuguese.words import WORDS as PORTUGUESE
from generation.studio.voice.tongues.spanish.words import WORDS as SPANISH
from generation.studio.voice.tongues.speaking import Sounds, speak
from generation.studio.voice.tongues.wording import Wording

__all__ = ["Pronounced", "Tongue", "readings_of", "tongue_for"]

Tongue = Callable[[str, Mapping[str, str]], tuple[Pronounced, ...]]
"""Says how a text is spoken; the mapping says how single words of it are said."""

_UNSPACED = {"ja": japanese, "zh": chinese}
"""Written without blanks: these find their words themselves."""

_SPAIN = frozenset({"es", "es-ES"})


@dataclass(frozen=True)
class _Language:
    words: Wording
    sounds: Sounds
    elided: Sounds | None = None
    linked: Callable[[str, str], str] | None = None


_LANGUAGES = {
    "es": _Language(SPANISH, spanish.sounds),
    "fr": _Language(FRENCH, french.sounds, french.elided, french.linked),
    "it": _Language(ITALIAN, italian.sounds, italian.elided),
    "pt": _Language(PORTUGUESE, portuguese.sounds),
    "hi": _Language(HINDI, hindi.sounds),
}


def tongue_for(speaker: Voice, language: str) -> Tongue:
    """The language of a voice, in the accent of ``language`` where the voice has several."""
    if speaker.language == "en":
        return partial(_english, british=speaker.is_british)
    return _UNSPACED.get(speaker.language) or partial(_other, language=language)


def readings_of(text: str, *, language: str, pronunciations: Mapping[str, str]) -> tuple[Reading, ...]:
    """How a text is read out; in a language that has no rules here, as it is written."""
    base = base_of(language)
    if base == "en":
        return read(text, pronunciations=pronunciations)
    rules = _rules(base) if base in _LANGUAGES else ()
    never_last = frozenset(_LANGUAGES[base].words.short_forms) if base in _LANGUAGES else frozenset()
    return read_by(rules, text, pronunciations=pronunciations, never_last=never_last)


@cache
def _rules(base: str) -> tuple[Rule, ...]:
    return rules_of(_LANGUAGES[base].words)


def _english(text: str, pronunciations: Mapping[str, str], *, british: bool) -> tuple[Pronounced, ...]:
    return pronounce(read(text, pronunciations=pronunciations), british=british)


def _other(text: str, pronunciations: Mapping[str, str], *, language: str) -> tuple[Pronounced, ...]:
    base = base_of(language)
    known = _LANGUAGES[base]
    readings = readings_of(text, language=language, pronunciations=pronunciations)
    spoken = speak(readings, sounds=known.sounds, elided=known.elided, linked=known.linked)
    if base == "es" and language not in _SPAIN:
        return tuple(Pronounced(word.written, spanish.american(word.phonemes), word.pause) for word in spoken)
    return spoken
