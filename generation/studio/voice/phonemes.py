"""From words to phonemes, in the phoneme alphabet of Kokoro."""

import importlib
import importlib.resources
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from generation.studio.voice.language import tagged
from generation.studio.voice.reading import Reading, Sound
from generation.studio.voice.spelling import guess, latin
from generation.studio.voice.word_list import WordList

_UNKNOWN = "❓"
_VOWELS = frozenset("aeiouy")
_CAMEL_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_IRISH = re.compile(r"O['’]([A-Z][a-z]+)(['’]s)?")
# Words that the dictionary gets wrong for an ad.
_OWN = {"vigen": "vˈɪɡən", "fye": "fˌI", "app": "ˈæp", "apps": "ˈæps", "kubernetes": "kˌubəɹnˈɛtiz"}
# The dictionary objects keep notes while they work, so one thread at a time.
_lock = Lock()


@dataclass(frozen=True)
class Pronounced:
    """One written word and its phonemes, blanks between the spoken words; ``pause`` as in Reading."""

    written: str
    phonemes: str
    pause: str


def pronounce(readings: Sequence[Reading], *, british: bool) -> tuple[Pronounced, ...]:
    """The phonemes of each reading, chosen with the whole text in view ("read", "live", "the")."""
    with _lock:
        pronunciations = iter(_pronounce_all(readings, british=british))
        return tuple(
            Pronounced(
                reading.written,
                " ".join(filter(None, (next(pronunciations) for _ in reading.sounds))),
                reading.pause,
            )
            for reading in readings
        )


def _pronounce_all(readings: Sequence[Reading], *, british: bool) -> list[str]:
    """One string for each sound of all readings."""
    sounds = [sound for reading in readings for sound in reading.sounds]
    text, starts = _sentence(readings)
    found = ["" for _ in sounds]
    position, index = 0, -1
    for token in _dictionary(british=british)(text, preprocess=False)[1]:
        while index + 1 < len(starts) and starts[index + 1] <= position:
            index += 1
        if index >= 0 and any(sign.isalnum() for sign in token.text):
            found[index] += token.phonemes or ""
        position += len(token.text) + len(token.whitespace)
    finished = [
        _finish(sound, phonemes, british=british) for sound, phonemes in zip(sounds, found, strict=True)
    ]
    for index in _commands(readings):
        finished[index] = "jˈuːz" if british else "jˈuz"
    return finished


def _commands(readings: Sequence[Reading]) -> list[int]:
    """Where a sentence begins with "Use": the tagger takes the verb for the noun."""
    found: list[int] = []
    index, is_first = 0, True
    for reading in readings:
        if is_first and [sound.text.lower() for sound in reading.sounds] == ["use"]:
            found.append(index)
        index += len(reading.sounds)
        is_first = bool(reading.pause)
    return found


def _sentence(readings: Sequence[Reading]) -> tuple[str, list[int]]:
    """The text as it is spoken, for the tagger, and where in it each sound begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for reading in readings:
        words = [_plain(sound.text) for sound in reading.sounds]
        for number, word in enumerate(words, start=1):
            starts.append(length)
            part = word + (reading.pause if number == len(words) else "") + " "
            parts.append(part)
            length += len(part)
    return "".join(parts).rstrip(), starts


def _plain(text: str) -> str:
    """Typographic apostrophes as typed ones; the dictionary knows only those."""
    return text.replace("’", "'").replace("‘", "'")


def _finish(sound: Sound, phonemes: str, *, british: bool) -> str:
    if sound.spelled:
        return _letters(sound.text, british=british)
    own = _OWN.get(sound.text.lower())
    if own:
        return own.replace("æ", "a") if british else own
    if match := _IRISH.fullmatch(sound.text):
        name = ("ˌQ" if british else "ˌO") + _unknown(match[1], british=british)
        return name + "z" * bool(match[2])
    clean = phonemes.replace(_UNKNOWN, "").replace("—", "").strip()
    # Kokoro writes the tapped t as T and has no glottal stop.
    return (clean or guess(sound.text, british=british)).replace("ɾ", "T").replace("ʔ", "t")


def _letters(text: str, *, british: bool) -> str:
    phonemes, _ = _dictionary(british=british).lexicon.get_NNP(text)
    return phonemes or guess(text, british=british)


@cache
def _dictionary(*, british: bool) -> Any:
    """misaki's dictionary with our tagger and our fallback.

    The constructor of ``G2P`` insists on a language model under a name of its
    own and downloads it when it is not there, so its parts are set by hand;
    so are those of its lexicon, which would take 60 MB.
    """
    english = importlib.import_module("misaki.en")
    lexicon = english.Lexicon.__new__(english.Lexicon)
    lexicon.british, lexicon.cap_stresses = british, (0.5, 2)
    accent = "gb" if british else "us"
    lexicon.golds, lexicon.silvers = (_words(f"{accent}_{kind}.json") for kind in ("gold", "silver"))
    dictionary = english.G2P.__new__(english.G2P)
    dictionary.version, dictionary.british, dictionary.unk = None, british, _UNKNOWN
    dictionary.nlp, dictionary.lexicon = tagged, lexicon
    dictionary.fallback = lambda token: (_unknown(token.text, british=british), 1)
    return dictionary


def _words(name: str) -> WordList:
    """One of misaki's two lists: what people have checked, and what they have not."""
    path = importlib.resources.files("misaki.data") / name
    return WordList(json.loads(path.read_text("utf-8")))


def _unknown(text: str, *, british: bool) -> str:
    """A word that is in no dictionary: by its humps, or by its letters."""
    lexicon = _dictionary(british=british).lexicon
    if plain := _look_up(lexicon, latin(text)):
        return plain
    if not set(latin(text)) & _VOWELS:
        return _letters(latin(text).upper(), british=british)
    parts = _CAMEL_HUMP.findall(text)
    if len(parts) < 2 or "".join(parts) != text:
        return guess(text, british=british, known=lambda word: _look_up(lexicon, word))
    return "".join(_look_up(lexicon, part) or guess(part, british=british) for part in parts)


def _look_up(lexicon: Any, word: str) -> str | None:
    if not lexicon.is_known(word, None) or (len(word) > 1 and word.isupper()):
        return None
    phonemes, _ = lexicon.lookup(word, None, None, None)
    found: str | None = phonemes
    return found
