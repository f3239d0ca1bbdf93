"""The order in which words and letters of mixed direction stand: the heart of Unicode's bidirectional
algorithm (UAX 9, rules W2-W7, N1, N2, L2) for texts of one paragraph without explicit controls."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

_NUMBERS = {"EN", "AN"}

FROM_THE_RIGHT = "\u200f"
"""Put before a word that stands in a text from the right, whatever its own letters say."""


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def visual_order(pieces: Sequence[str], *, right_to_left: bool) -> tuple[int, ...]:
    """The indexes of ``pieces`` (words of a line, or letters of a word) from left to right."""
    levels = _levels([_kind(piece) for piece in pieces], right_to_left=right_to_left)
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        order = _reversed_from(order, levels, level)
    return tuple(order)


def _kind(piece: str) -> str:
    """L, R, EN for a number, ET for signs beside one, CS for signs within one, N for anything else."""
    found = ""
    for char in piece.removeprefix(FROM_THE_RIGHT):
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return "R"
        if direction == "L":
            return "L"
        if direction in _NUMBERS:
            found = "EN"
    if found or len(piece) > 1:
        return found or "N"
    direction = unicodedata.bidirectional(piece) if piece else ""
    return {"ET": "ET", "ES": "CS", "CS": "CS"}.get(direction, "N")


def _levels(kinds: list[str], *, right_to_left: bool) -> list[int]:
    base = "R" if right_to_left else "L"
    strong, settled = base, []
    for kind in _numbers(kinds):
        # A number belongs to the Latin word before it; after other letters it stays a number.
        settled.append("L" if kind == "EN" and strong == "L" else kind)
        strong = kind if kind in {"L", "R"} else strong
    settled = _neutrals(settled, base)
    if right_to_left:
        return [2 if kind in {"L", "EN"} else 1 for kind in settled]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in settled]


def _numbers(kinds: list[str]) -> list[str]:
    """Signs within and beside numbers are part of them: 10:30, 1,000, 100%, $5 (rules W4 to W6)."""
    done = list(kinds)
    for i in range(1, len(done) - 1):
        if done[i] == "CS" and done[i - 1] == done[i + 1] == "EN":
            done[i] = "EN"
    for order in (range(1, len(done)), range(len(done) - 2, -1, -1)):
        for i in order:
            beside = i - order.step
            if done[i] == "ET" and done[beside] == "EN":
                done[i] = "EN"
    return ["N" if kind in {"ET", "CS"} else kind for kind in done]


def _neutrals(kinds: list[str], base: str) -> list[str]:
    """Pieces without a direction take that of their neighbours where these agree, else the text's."""
    done: list[str] = []
    for i, kind in enumerate(kinds):
        if kind != "N":
            done.append(kind)
            continue
        before = _side(done[-1]) if done else base
        after = next((_side(k) for k in kinds[i + 1 :] if k != "N"), base)
        done.append(before if before == after else base)
    return done


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _reversed_from(order: list[int], levels: list[int], level: int) -> list[int]:
    """Every run that lies at ``level`` or deeper, turned round."""
    turned: list[int] = []
    for deep, run in groupby(order, key=lambda i: levels[i] >= level):
        members = list(run)
        turned += members[::-1] if deep else members
    return turned
