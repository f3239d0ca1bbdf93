"""The phonemes of what is read out, for the languages that are spoken by letter-to-sound rules."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from generation.studio.voice.phonemes import Pronounced
from generation.studio.voice.reading import Reading

Sounds = Callable[[str], str]
"""The phonemes of one word."""

_APOSTROPHE = re.compile(r"['’]")
_HYPHEN = re.compile(r"[-‐/]")
_HUMPS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


def speak(
    readings: Sequence[Reading],
    *,
    sounds: Sounds,
    elided: Sounds | None = None,
    linked: Callable[[str, str], str] | None = None,
) -> tuple[Pronounced, ...]:
    """The phonemes of each reading.

    ``elided`` says what stands before an apostrophe ("l'"), ``linked`` which
    sound a word lends to the next one ("les enfants").
    """
    words = [[sound.text for sound in reading.sounds] for reading in readings]
    spoken = [[_word(word, sounds, elided) for word in part] for part in words]
    if linked:
        _link(words, spoken, [reading.pause for reading in readings], linked)
    return tuple(
        Pronounced(reading.written, " ".join(filter(None, part)), reading.pause)
        for reading, part in zip(readings, spoken, strict=True)
    )


def _word(word: str, sounds: Sounds, elided: Sounds | None) -> str:
    """A compound is spoken part by part: "week-end", "QuickFix"; "l'été" in one."""
    parts = [part for piece in _HYPHEN.split(word) for part in _HUMPS.split(piece) if part]
    return " ".join(filter(None, (_elided(part, sounds, elided) for part in parts)))


def _elided(word: str, sounds: Sounds, elided: Sounds | None) -> str:
    *heads, last = _APOSTROPHE.split(word)
    if not heads or elided is None:
        return sounds(_APOSTROPHE.sub("", word))
    return "".join(elided(head) for head in heads if head) + sounds(last)


def _link(
    words: Sequence[Sequence[str]],
    spoken: list[list[str]],
    pauses: Sequence[str],
    linked: Callable[[str, str], str],
) -> None:
    """Add to each last sound what it lends to the word behind it, unless there is a pause."""
    places = [(part, index) for part, group in enumerate(words) for index in range(len(group))]
    for (part, index), (next_part, next_index) in pairwise(places):
        if part == next_part or not pauses[part]:
            spoken[part][index] += linked(words[part][index], words[next_part][next_index])
