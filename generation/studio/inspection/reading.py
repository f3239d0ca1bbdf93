"""Whether captions can be read, measured on real frames of the finished film."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generation.studio.captions import Cue
from generation.studio.film.captions import Captions
from generation.studio.formats import FRAMES_PER_SECOND, Format
from generation.studio.inspection.decoding import Pixels, Sample
from generation.studio.scenes.layout import Box, caption_box
from generation.studio.storyboard import Storyboard

SAMPLES = 5
"""So many captions are looked at, spread over the film."""

# A letter's edge is softened by the encoder: only what is so far from it is looked at, in pixels.
_EDGE = 2
_NEAR = 9
_FEWEST = 40
# Seconds until a caption has popped in, and before a word or caption at which the one before it is still shown.
_POPPED = 0.5
_BEFORE_NEXT = 0.16
_A_HAIR = 1e-4

Levels = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Reading:
    """The word of a frame that stands out least. ``at`` in seconds, ``contrast`` as WCAG counts it."""

    at: float
    word: str
    contrast: float


@dataclass(frozen=True)
class Glance:
    """A frame, by its number from 0, in which a caption has popped in: ``at`` in seconds."""

    at: float
    number: int


def glances_at(cues: Sequence[Cue]) -> tuple[Glance, ...]:
    """The frames in which captions are read, spread over the film."""
    settled = [_settled(cue) for cue in _spread(cues)]
    return tuple(Glance(at, math.ceil(at * FRAMES_PER_SECOND - _A_HAIR)) for at in settled)


def sample_of(glances: Sequence[Glance], frame: Format) -> Sample:
    """The part of these frames in which captions stand."""
    place = _place(frame)
    width, height = round(place.width), round(place.height)
    cut = f"crop={width}:{height}:{place.left:.0f}:{place.top:.0f}"
    return Sample(tuple(glance.number for glance in glances), cut, width, height)


def readings(
    glances: Sequence[Glance], seen: Mapping[int, Pixels], *, storyboard: Storyboard, cues: Sequence[Cue]
) -> tuple[Reading, ...]:
    """Read the captions in the parts of frames that were ``seen``, one reading for each."""
    captions, place = Captions(tuple(cues), storyboard=storyboard), _place(storyboard.format)
    found = []
    for glance in glances:
        shown, pixels = captions.at(glance.at), seen.get(glance.number)
        if shown is not None and pixels is not None:
            words = [
                (_contrast(pixels, captions.letters(word, place)), word.word.text) for word in shown.words
            ]
            worst = min(words, default=None)
            if worst is not None:
                found.append(Reading(glance.at, worst[1], round(worst[0], 2)))
    return tuple(found)


def _place(frame: Format) -> Box:
    """Where captions stand and what is near them, on even pixels: colours are stored for two by two."""
    box, room = caption_box(frame), _NEAR + _EDGE

    def even(value: float, most: int) -> int:
        return min(max(2 * math.floor(value / 2), 0), most)

    return Box(
        even(box.left - room, frame.width),
        even(box.top - room, frame.height),
        even(box.right + room + 2, frame.width),
        even(box.bottom + room + 2, frame.height),
    )


def _settled(cue: Cue) -> float:
    """When the marker has rested longest on one word; it moves on a moment before the next one."""
    starts = [word.start for word in cue.words]
    rests = [(after - start, after) for start, after in zip(starts, [*starts[1:], cue.end], strict=True)]
    late = [rest for rest in rests if rest[1] >= cue.start + _POPPED] or rests
    return max(late)[1] - _BEFORE_NEXT


def _spread(cues: Sequence[Cue]) -> list[Cue]:
    # A caption that is just popping in is smaller than its place.
    still = [cue for cue in cues if cue.end - cue.start >= 0.6]
    places = np.linspace(0, len(still) - 1, min(SAMPLES, len(still))).round().astype(int)
    return [still[place] for place in places]


def _luminance(pixels: Pixels) -> Levels:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    share = np.arange(256) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear[pixels] @ np.array([0.2126, 0.7152, 0.0722]))


def _contrast(pixels: Pixels, whole: Mask) -> float:
    """The contrast between a word's letters and what is just around them; infinite for what is too thin."""
    place = _around(whole)
    if place is None:
        return float("inf")
    letters, levels = whole[place], _luminance(pixels[place])
    inside, outside = ~_grown(~letters, _EDGE), _grown(letters, _NEAR) & ~_grown(letters, _EDGE)
    if inside.sum() < _FEWEST or outside.sum() < _FEWEST:
        return float("inf")
    first, second = sorted((float(np.median(levels[inside])), float(np.median(levels[outside]))))
    return (second + 0.05) / (first + 0.05)


def _around(letters: Mask) -> tuple[slice, slice] | None:
    """The part of the frame that holds the letters and what is near them; None without letters."""
    rows, columns = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
    if not rows.size:
        return None
    margin = _NEAR + 1
    return (
        slice(max(0, rows[0] - margin), rows[-1] + margin + 1),
        slice(max(0, columns[0] - margin), columns[-1] + margin + 1),
    )


def _grown(mask: Mask, by: int) -> Mask:
    """The mask and everything so many pixels around it."""
    grown = mask.copy()
    for step in range(1, by + 1):
        for axis in (0, 1):
            grown |= np.roll(mask, step, axis) | np.roll(mask, -step, axis)
    return grown
