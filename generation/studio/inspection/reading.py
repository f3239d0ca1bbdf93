"""Whether captions can be read, measured on real frames of the finished film."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.captions import Cue
from generation.studio.film.captions import Captions, Placed
from generation.studio.film.encoder import program
from generation.studio.formats import Format
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

Pixels = npt.NDArray[np.uint8]
Levels = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Reading:
    """The word of a frame that stands out least. ``at`` in seconds, ``contrast`` as WCAG counts it."""

    at: float
    word: str
    contrast: float


def readings(path: Path, *, storyboard: Storyboard, cues: Sequence[Cue]) -> tuple[Reading, ...]:
    """Look at the captions in frames of the film, one reading for each frame."""
    captions = Captions(tuple(cues), storyboard=storyboard)
    found = []
    for cue in _spread(cues):
        at = _settled(cue)
        shown, frame = captions.at(at), _frame(path, at, storyboard.format)
        if shown is not None and frame is not None:
            words = [(_contrast(frame, captions, word), word.word.text) for word in shown.words]
            worst = min(words, default=None)
            if worst is not None:
                found.append(Reading(at, worst[1], round(worst[0], 2)))
    return tuple(found)


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


def _frame(path: Path, at: float, picture: Format) -> Pixels | None:
    """(height, width, 3) bytes of the film at that time, RGB, or None where it has no frame."""
    command = [program(), "-v", "error", "-nostdin", "-ss", f"{at:.3f}", "-i", str(path), "-frames:v", "1"]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    done = subprocess.run(command, capture_output=True, check=False)
    if len(done.stdout) != picture.width * picture.height * 3:
        return None
    return np.frombuffer(done.stdout, dtype=np.uint8).reshape(picture.height, picture.width, 3)


def _luminance(pixels: Pixels) -> Levels:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    share = np.arange(256) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear[pixels] @ np.array([0.2126, 0.7152, 0.0722]))


def _contrast(frame: Pixels, captions: Captions, word: Placed) -> float:
    """The contrast between a word's letters and what is just around them; infinite for what is too thin."""
    whole = captions.letters(word, (frame.shape[0], frame.shape[1]))
    place = _around(whole)
    if place is None:
        return float("inf")
    letters, levels = whole[place], _luminance(frame[place])
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
