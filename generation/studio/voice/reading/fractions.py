"""Halves, quarters, and one number out of another."""

import re
from collections.abc import Sequence

from generation.studio.voice.numbers import cardinal, decimal
from generation.studio.voice.reading.amounts import NUMBER
from generation.studio.voice.reading.pieces import Piece, Told, say

_OUT_OF = re.compile(rf"({NUMBER})/(\d+)")
_ALONE = {
    "1/2": "one half",
    "½": "one half",
    "1/3": "one third",
    "2/3": "two thirds",
    "1/4": "one quarter",
    "¼": "one quarter",
    "3/4": "three quarters",
    "¾": "three quarters",
    "50/50": "fifty fifty",
}
_BEHIND = {"1/2": "a half", "½": "a half", "1/4": "a quarter", "¼": "a quarter"}
_BEHIND |= {"3/4": "three quarters", "¾": "three quarters"}
_TOGETHER = re.compile(r"(\d+)([½¼¾])")
_HALF_OF = frozenset({"price", "term", "board", "day", "marathon", "time"})


def fractions(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "1/2", "½ price", "2 1/2", "2½", "4.9/5"."""
    text = pieces[0].core
    after = pieces[1].lower if len(pieces) > 1 and not pieces[0].tail else ""
    if text.isdigit() and after in _BEHIND:
        return say(decimal(text)), say(f"and {_BEHIND[after]}")
    if spoken := _one_piece(text, after):
        return (say(spoken),)
    return None


def _one_piece(text: str, after: str) -> str:
    if text in {"1/2", "½"} and after in _HALF_OF:
        return "half"
    if match := _TOGETHER.fullmatch(text):
        return f"{decimal(match[1])} and {_BEHIND[match[2]]}"
    if text not in _ALONE and (match := _OUT_OF.fullmatch(text)):
        return f"{decimal(match[1])} out of {cardinal(int(match[2]))}"
    return _ALONE.get(text, "")
