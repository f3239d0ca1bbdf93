"""Whether the words of the scenes are in the finished film, can be read there, and stand where no app covers them.

Where each word stands, and in which colour, the scene's own painter tells; what
is around it is taken from a real frame of the film. Looked at when a scene has
settled and once more just before it ends: headlines come slowly nearer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generation.studio.film.glimpses import SETTLED
from generation.studio.formats import FRAMES_PER_SECOND, Format
from generation.studio.illustrations import drafts
from generation.studio.inspection.decoding import Pixels, Sample
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

_SETTLED_SHARE = 0.85
"""Of a scene, or SETTLED seconds if that is later: by then its words have come to rest."""

_SHORTEST = 0.8
_FEWEST = 12


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
class Look:
    """What one frame, by its number from 0, is meant to show."""

    number: int
    marks: tuple[Mark, ...]
    view: View


def looked_for(storyboard: Storyboard, timeline: Timeline) -> tuple[Look, ...]:
    """What the frames that ``frames_of`` names are meant to show."""
    looks: list[Look] = []
    with drafts():
        for index, times in enumerate(timeline.scenes[: len(storyboard.scenes)]):
            scene = storyboard.scenes[index]
            drawn = painter(scene, storyboard=storyboard, times=times, index=index)
            looks += looks_of(drawn, span=times.span, frame=storyboard.format)
    return tuple(looks)


def looks_of(drawn: Painter, *, span: Span, frame: Format) -> tuple[Look, ...]:
    """The same for one scene, which the film shows during ``span``."""
    looks = []
    for number in frames_at(span):
        # A frame shows the moment at which it begins.
        marks, view = looked_at(drawn.paint, frame=frame, at=number / FRAMES_PER_SECOND - span.start)
        looks.append(Look(number, tuple(marks), view))
    return tuple(looks)


def frames_of(timeline: Timeline) -> tuple[int, ...]:
    """All frames of a film that are looked at, by their numbers from 0."""
    return tuple(sorted({number for times in timeline.scenes for number in frames_at(times.span)}))


def frames_at(span: Span) -> tuple[int, ...]:
    """The frames of a scene that are looked at: when it has settled, and just before it ends."""
    if span.seconds < _SHORTEST:
        return ()
    last = span.seconds - _LAST_LOOK
    settled = min(max(SETTLED, span.seconds * _SETTLED_SHARE), last)
    return tuple(sorted({round((span.start + at) * FRAMES_PER_SECOND) for at in (settled, last)}))


def sample_of(numbers: Sequence[int], frame: Format) -> Sample:
    """A quarter of each of these frames."""
    width, height = round(frame.width / _SMALLER), round(frame.height / _SMALLER)
    return Sample(tuple(numbers), f"scale={width}:{height}:flags=area", width, height)


def compared(looks: Sequence[Look], seen: Mapping[int, Pixels], *, frame: Format) -> tuple[Lettering, ...]:
    """Every word that stands still in the scenes, as the film shows it in the frames that were ``seen``."""
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
