"""The headline at the head of a scene, and the room that it really leaves for what belongs to it."""

from dataclasses import dataclass, replace

from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import growth, headline
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align

_CALM = 1.5
"""How much of its usual size a headline beside a figure in a wide frame has: it has a column to fill, and the figure
is still twice as large. Short ones grow no larger."""


@dataclass(frozen=True)
class Headed:
    """A scene's headline (no ``layers`` without words), the box it stands in, and the ``body`` left over."""

    layers: tuple[Layer, ...]
    words: Box
    body: Box


def headed(  # noqa: PLR0913 - all but two have defaults
    stage: Stage,
    *,
    share: float,
    largest: float,
    lines: int = 4,
    text: str | None = None,
    column: float = 0.46,
    gap: float = 56.0,
    below: float = 0.0,
    calm: bool = False,
) -> Headed:
    """The headline above the scene's body, or to the left of it in wide formats.

    ``share`` is the most of the safe height that it may take, ``column`` its
    share of a wide format's width; what it does not need goes to the body.
    ``below`` pixels under the words stay free for a second line. Beside a large
    figure the words are ``calm``: of one size, the smaller of the two, and next to it. An empty
    ``text`` leaves all of the room to the body.
    """
    safe, frame = stage.safe, stage.format
    if text is not None and not text.strip():
        return Headed((), Box(safe.left, safe.top, safe.right, safe.top), safe)
    quiet = largest / growth(stage.headline(text)) * (1.0 if stage.format.is_wide else 1.12)
    if frame.is_wide:
        head, body = safe.columns(column, gap=76)
        if calm and stage.from_right:
            body, head = safe.columns(1 - column, gap=76)
        room = Box(head.left, head.top, head.right, head.bottom - below)
        wish = replace(stage.loud(largest, lines=lines + 1, align=Align.LEFT), filling=True)
        if calm:
            # Beside the figure that they lead up to, and so read on into it.
            wish = stage.loud(quiet * _CALM, lines=lines, align=_toward(body, head))
        title, shown = headline(stage, room, wish=wish, middle=True, text=text)
        top = room.center[1] - shown.height / 2
        return Headed((title,), Box(head.left, top, head.right, top + shown.height), body)
    head = safe.rows(share)[0]
    room = Box(head.left, head.top, head.right, head.bottom - below)
    title, shown = headline(stage, room, wish=stage.loud(quiet if calm else largest, lines=lines), text=text)
    words = Box(head.left, head.top, head.right, head.top + shown.height)
    return Headed((title,), words, Box(safe.left, words.bottom + below + gap, safe.right, safe.bottom))


def _toward(body: Box, head: Box) -> Align:
    """The side of ``head`` on which ``body`` lies."""
    return Align.RIGHT if body.left > head.left else Align.CENTER


def spread(stage: Stage, box: Box) -> Box:
    """``box`` as wide as a plate may be: nearer to the frame's edges than words may come."""
    side = stage.format.width * (0.045 if is_tall(stage) else 0.04)
    return box if stage.format.is_wide else Box(side, box.top, stage.format.width - side, box.bottom)
