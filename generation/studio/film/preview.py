"""Three seconds of an ad that play by themselves: an animated picture for lists and links."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from generation.studio.film.frames import Frames, blank, surface_on
from generation.studio.film.pictures import small
from generation.studio.script import Intent
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

FRAMES_PER_SECOND = 12
SECONDS = 3.0
MOMENTS = 3
LARGEST = 400_000
"""Bytes."""

_QUALITIES = (70, 55, 40, 25)
# The scenes that sell, the best first; the opening and the end card always play.
_TELLING = (Intent.PRODUCT, Intent.OFFER, Intent.NUMBER, Intent.BENEFIT, Intent.QUOTE, Intent.LIST)
# Seconds after a cut at which a scene is worth watching: it is just arriving.
_ARRIVING = 0.55


def preview(storyboard: Storyboard, timeline: Timeline, *, out: Path) -> None:
    """Write an animated WebP that loops: a second each of the opening, the best scene and the end card.

    At most 400 KB: quality goes down until it fits.
    """
    frames = Frames(storyboard, timeline=timeline)
    animate([_drawn(frames, t) for t in times_of(storyboard, timeline)], out=out)


def times_of(storyboard: Storyboard, timeline: Timeline) -> list[float]:
    """The moments of the ad, in seconds, that the preview plays one after the other."""
    return [
        start + number / FRAMES_PER_SECOND
        for start, count in moments(storyboard, timeline)
        for number in range(count)
    ]


def animate(pictures: Sequence[Image.Image], *, out: Path) -> None:
    """Write the pictures as an animated WebP, in the best quality in which it is small enough."""
    for quality in _QUALITIES:
        pictures[0].save(
            out,
            save_all=True,
            append_images=pictures[1:],
            duration=round(1000 / FRAMES_PER_SECOND),
            loop=0,
            quality=quality,
            method=2,
        )
        if out.stat().st_size <= LARGEST:
            return


def moments(storyboard: Storyboard, timeline: Timeline) -> list[tuple[float, int]]:
    """(start in seconds, number of frames) of each stretch, in the order of the ad."""
    last = len(storyboard.scenes) - 1
    inner = [index for index in range(1, last) if storyboard.scenes[index].kind in _TELLING]
    best = sorted(inner, key=lambda index: _TELLING.index(storyboard.scenes[index].kind))
    chosen = sorted({0, *best[: MOMENTS - 2], last})
    each = round(SECONDS * FRAMES_PER_SECOND / len(chosen))
    found = []
    for index in chosen:
        span = timeline.scenes[index].span
        latest = max(span.end - each / FRAMES_PER_SECOND, span.start)
        found.append((min(span.start + _ARRIVING, latest), each))
    return found


def _drawn(frames: Frames, t: float) -> Image.Image:
    pixels = blank(frames.picture)
    surface = surface_on(pixels)
    frames.paint(surface.getCanvas(), t)
    return small(pixels)
