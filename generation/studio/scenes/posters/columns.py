"""Where the words of a poster stand, and in which two parts they are set."""

from dataclasses import dataclass, replace

from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline
from generation.studio.scenes.pieces.tag import underlined
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Wish, joined, tokens
from generation.studio.typesetting.breaking import break_into
from generation.studio.typesetting.cleaning import hangs
from generation.studio.typesetting.fitting import find_run
from generation.studio.typesetting.segments import GLUE

_STOPS = set(",;:.!?–—،؛、。，；：")
_ROOM, _GAP = 120.0, 44.0
"""Pixels for a second line under the words, and between the two."""


@dataclass(frozen=True)
class Parts:
    """A sentence in two parts, as they are read. ``loud`` is the one that matters, and may be either."""

    first: str
    second: str
    loud: str


def column(stage: Stage, share: float) -> Box:
    """The side of a wide frame on which reading begins, ``share`` of its safe width; all of it in others."""
    safe = stage.safe
    if not stage.format.is_wide:
        return safe
    wide = safe.width * share
    if stage.from_right:
        return Box(safe.right - wide, safe.top, safe.right, safe.bottom)
    return Box(safe.left, safe.top, safe.left + wide, safe.bottom)


def parts(stage: Stage) -> Parts:
    """The headline before and from its emphasis on; without one it is halved where it may be broken.

    One word alone is the second part, and loud; there is no first then.
    """
    words = tokens(stage.headline())
    if len(words) < 2:
        return Parts("", joined(words), joined(words))
    run = find_run(words, stage.cased(stage.scene.emphasis))
    if run is not None and run[0] == 0 and run[1] < len(words):
        first = joined(words[: run[1]])
        return Parts(first, joined(words[run[1] :]), first)
    cut = run[0] if run is not None and run[1] == len(words) else _pause(words)
    cut = cut or len(break_into(words, 2, face=stage.pairing.display, together=run).lines[0])
    while 1 < cut < len(words) and hangs(words[cut - 1]):
        cut -= 1
    second = joined(words[cut:])
    return Parts(joined(words[:cut]), second, second)


def _pause(words: tuple[str, ...]) -> int:
    """After which word a voice would pause in the middle half of the sentence; 0 when nowhere."""
    near = range(len(words) // 4 + 1, len(words) - len(words) // 4)
    stops = [i for i in near if words[i - 1].rstrip(GLUE)[-1:] in _STOPS]
    return min(stops, key=lambda i: abs(2 * i - len(words)), default=0)


def with_second_line(
    stage: Stage, room: Box, *, wish: Wish, at: float, start: float = 0.2, align: Align = Align.LEFT
) -> tuple[tuple[Layer, ...], Box]:
    """The headline in ``room``, ``at`` that share of the height it leaves over, its second line below it.

    Returns the layers and the box that all of it covers.
    """
    detail = stage.scene.detail
    wish = replace(wish, fewest_lines=2 if is_tall(stage) else 1)
    low = _ROOM + _GAP if detail else 0.0
    inner = Box(room.left, room.top, room.right, room.bottom - low)
    _, shown = headline(stage, inner, wish=wish)
    top = room.top + max(inner.height - shown.height, 0.0) * at
    place = Box(room.left, top, room.right, top + shown.height + 2)
    words, shown = headline(stage, place, wish=wish, start=start)
    end = top + shown.height
    if not detail:
        return (words,), Box(room.left, top, room.right, end)
    line = Box(room.left, end + _GAP, room.right, end + _GAP + _ROOM)
    heard = stage.heard(detail, otherwise=0.9)
    second, _ = underlined(stage, detail, line, align=align, start=heard, largest=54)
    return (words, second), Box(room.left, top, room.right, line.bottom)


def calm(stage: Stage, largest: float, *, lines: int, align: Align = Align.LEFT) -> Wish:
    """The display face where something else in the frame is the loud one: filling its column if it can."""
    return replace(
        stage.loud(largest, lines=lines if is_tall(stage) else lines - 1, align=align), filling=True
    )
