"""A text taken apart the way a reader sees it: words with the punctuation that clings to them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_OPENING = "\"'“”„‘’«»‹›([{*_~"
_CLOSING = _OPENING + ".,;:!?…)]}।"
# An ellipsis or a full stop inside a word ("p.m.", "e.g.") belongs to the word.
_DOTTED = re.compile(r"^(?:[A-Za-z]\.){2,}$")


@dataclass(frozen=True)
class Piece:
    """One written word: ``lead`` and ``tail`` are the punctuation around its ``core``."""

    written: str
    lead: str
    core: str
    tail: str

    @property
    def lower(self) -> str:
        return self.core.lower()

    @property
    def is_closed(self) -> bool:
        """A comma or a full stop follows, so what comes next is another phrase."""
        return bool(self.tail.strip(_OPENING))


@dataclass(frozen=True)
class Sound:
    """One word to be spoken. A ``spelled`` word is said letter by letter."""

    text: str
    spelled: bool = False


# What is said for each of the pieces that a rule has understood.
Told = tuple[tuple[Sound, ...], ...]
# A rule looks at the pieces from here on and at the word before; None means "not mine".
Rule = Callable[[Sequence[Piece], str], Told | None]


def take_apart(text: str) -> tuple[Piece, ...]:
    """Split at white space; a lone dash stays a piece of its own, with an empty core."""
    return tuple(_piece(written) for written in text.split())


def _piece(written: str) -> Piece:
    core = written.lstrip(_OPENING)
    lead = written[: len(written) - len(core)]
    if _DOTTED.match(core.rstrip(_CLOSING.replace(".", ""))):
        bare = core.rstrip(_CLOSING.replace(".", ""))
    else:
        bare = core.rstrip(_CLOSING)
    if not any(sign.isalnum() or sign in "&@#%+=°€$£¥₹" for sign in bare):
        return Piece(written, "", "", written)
    return Piece(written, lead, bare, core[len(bare) :])


def say(words: str) -> tuple[Sound, ...]:
    """The words of a phrase as sounds."""
    return tuple(Sound(word) for word in words.split())


def spell(letters: str) -> tuple[Sound, ...]:
    """One sound that is said letter by letter."""
    return (Sound(letters.upper(), spelled=True),)
