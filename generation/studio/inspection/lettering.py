"""Whether the words of the scenes are in the finished film, can be read there, and stand where no app covers them.

Where each word stands, and in which colour, the scene's own painter tells; what
is around it is taken from a real frame of the film. Looked at when a scene has
settled and once more just before it ends: headlines come slowly nearer.
"""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.film.encoder import program
from generation.studio.formats import FRAMES_PER_SECOND, Format
from generation.studio.illustrations import drafts
from generation.studio.inspection.limits import SAME_PICTURE, ZONE_SLACK
from generation.studio.scenes import Painter, painter
from generation.studio.scenes.layout import Box
from generation.studio.scenes.legibility import View, contrast_on, looked_at
from generation.studio.scenes.safe_zones import ZONES, free_area
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Span, Timeline
from generation.studio.typesetting.pen import Mark

_SMALLER = 4
_LAST_LOOK = 0.3
"""Seconds before a scene ends: the next one is not yet to be seen."""

_SHORTEST = 0.8
_FEWEST = 12

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Lettering:
    """One word in one frame: ``at`` in seconds, ``contrast`` as WCAG counts it, ``box`` in pixels of the frame.

    ``is_shown``: the film has there what the scene meant. ``is_free``: no app covers it.
    """

    at: float
    word: str
    box: Box
    contrast: float
    is_shown: bool
    is_free: bool


@dataclass(frozen=True)
class _Look:
    """What one frame, by its number from 0, is meant to show."""

    number: int
    marks: tuple[Mark, ...]
    view: View


def lettering(path: Path, *, storyboard: Storyboard, timeline: Timeline) -> tuple[Lettering, ...]:
    """Every word that stands still in the scenes of a film."""
    scenes = []
    with drafts():
        for index, times in enumerate(timeline.scenes[: len(storyboard.scenes)]):
            scene = storyboard.scenes[index]
            drawn = painter(scene, storyboard=storyboard, times=times, index=index)
            scenes += _looks(drawn, times.span, storyboard.format)
    return _compared(path, scenes, storyboard.format)


def lettering_of(path: Path, drawn: Painter, *, span: Span, frame: Format) -> tuple[Lettering, ...]:
    """The words of one scene, which the film shows during ``span``."""
    return _compared(path, _looks(drawn, span, frame), frame)


def _looks(drawn: Painter, span: Span, frame: Format) -> list[_Look]:
    """What the scene is meant to show once it has settled, and just before it ends."""
    if span.seconds < _SHORTEST:
        return []
    looks = []
    for at in (min(drawn.settled, span.seconds - _LAST_LOOK), span.seconds - _LAST_LOOK):
        # A frame shows the moment at which it begins.
        number = round((span.start + at) * FRAMES_PER_SECOND)
        marks, view = looked_at(drawn.paint, frame=frame, at=number / FRAMES_PER_SECOND - span.start)
        looks.append(_Look(number, tuple(marks), view))
    return looks


def _compared(path: Path, looks: Sequence[_Look], frame: Format) -> tuple[Lettering, ...]:
    seen = _frames(path, sorted({look.number for look in looks}), frame)
    return tuple(
        _read(mark, look.view, seen[look.number], at=look.number / FRAMES_PER_SECOND, frame=frame)
        for look in looks
        if look.number in seen
        for mark in look.marks
    )


def clear_of(found: Sequence[Lettering], *, frame: Format, captions: Box | None) -> tuple[str, ...]:
    """The placements, paid ones too, whose buttons and texts cover neither words nor captions of this film."""
    boxes = [one.box for one in found] + ([captions] if captions else [])
    return tuple(
        zone.placement
        for zone in ZONES
        if frame.name in zone.formats and all(_inside(zone.edges(frame), box) for box in boxes)
    )


def _read(mark: Mark, view: View, seen: Pixels, *, at: float, frame: Format) -> Lettering:
    box = Box(*(_SMALLER * edge for edge in (mark.left, mark.top, mark.right, mark.bottom)))
    place = (
        slice(max(int(mark.top), 0), int(mark.bottom) + 1),
        slice(max(int(mark.left), 0), int(mark.right) + 1),
    )
    apart = np.abs(seen[place].astype(np.int16) - view.full[place]).mean()
    return Lettering(
        round(at, 2),
        mark.text,
        box,
        _contrast(mark, view, seen, place),
        is_shown=bool(apart <= SAME_PICTURE),
        is_free=_inside(free_area(frame), box),
    )


def _contrast(mark: Mark, view: View, seen: Pixels, place: tuple[slice, slice]) -> float:
    """With what lies under the word's strokes, and with most of what the film shows round them."""
    around = view.luminance_of(seen[place])[~view.near_strokes(place)]
    under = contrast_on(mark.color, view.behind(mark))
    if around.size < _FEWEST:
        return under
    return min(under, contrast_on(mark.color, np.array([np.median(around)])))


def _inside(edges: tuple[float, float, float, float], box: Box) -> bool:
    return Box(*edges).contains(box, slack=ZONE_SLACK)


def _frames(path: Path, numbers: Sequence[int], picture: Format) -> dict[int, Pixels]:
    """A quarter of each of these frames (counted from 0) that the film has: (height, width, 3) bytes, RGB."""
    if not numbers:
        return {}
    width, height = round(picture.width / _SMALLER), round(picture.height / _SMALLER)
    chosen = "+".join(f"eq(n\\,{number})" for number in numbers)
    command = [
        program(),
        "-v",
        "error",
        "-nostdin",
        "-i",
        str(path),
        "-map",
        "0:v:0",
        "-fps_mode",
        "passthrough",
    ]
    command += ["-vf", f"select={chosen},scale={width}:{height}:flags=area", "-frames:v", str(len(numbers))]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    done = subprocess.run(command, capture_output=True, check=False)
    pixels = np.frombuffer(done.stdout, dtype=np.uint8)
    whole = len(pixels) // (width * height * 3)
    shown = pixels[: whole * width * height * 3].reshape(whole, height, width, 3)
    return dict(zip(numbers, shown, strict=False))
