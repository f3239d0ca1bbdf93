"""Languages that put no blanks between words: a text in pieces, each with the pause behind it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generation.studio.voice.phonemes import Pronounced

PAUSES = dict(zip("。．！？、，：；…—", "..!?,,:;…—", strict=True))
"""Signs of Chinese and Japanese, and those that the voice knows."""

_PAUSES = PAUSES | {sign: sign for sign in ".!?,:;"}
_TAIL = re.compile(r"[\s。．！？、，：；…—.!?,:;」』）〉》】”’\")]+$")
_STRENGTH = ".!?…—:;,"


@dataclass(frozen=True)
class Piece:
    """What is written together; ``core`` is what of it is spoken, ``pause`` one of ``. ! ? … ; : , —`` or empty."""

    written: str
    core: str
    pause: str


def pieces_of(text: str, cut: Callable[[str], Sequence[str]]) -> tuple[Piece, ...]:
    """The text in the pieces that ``cut`` makes of what stands between blanks; signs stay with what they follow."""
    found: list[str] = []
    for word in text.split():
        found += _with_signs(cut(word))
    return tuple(_piece(written) for written in found)


def spoken(pieces: Sequence[Piece], sounds: Callable[[str], str]) -> tuple[Pronounced, ...]:
    """The phonemes of each piece."""
    return tuple(Pronounced(piece.written, sounds(piece.core), piece.pause) for piece in pieces)


def respelled(text: str, pronunciations: Mapping[str, str]) -> str:
    """The text with the names in it as they are said; the longest first."""
    for name in sorted(pronunciations, key=len, reverse=True):
        text = text.replace(name, pronunciations[name])
    return text


def _with_signs(parts: Sequence[str]) -> Iterator[str]:
    """A part without a letter joins the one before it, or else the one behind it."""
    waiting = ""
    for part in parts:
        if any(sign.isalnum() for sign in part):
            if waiting and any(sign.isalnum() for sign in waiting):
                yield waiting
                waiting = ""
            waiting += part
        else:
            waiting += part
    if waiting:
        yield waiting


def _piece(written: str) -> Piece:
    core = _TAIL.sub("", written)
    signs = {_PAUSES.get(sign, "") for sign in written[len(core) :]}
    pause = next((sign for sign in _STRENGTH if sign in signs), "")
    return Piece(written, core, pause)
