"""The film itself, and single pictures from it."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generation.studio.captions import Cue
from generation.studio.film.encoder import encoding
from generation.studio.film.feeding import Feeder
from generation.studio.film.frames import Frames, Pixels, blank, surface_on
from generation.studio.film.glimpses import Glimpses, poster_time
from generation.studio.film.memory import give_back
from generation.studio.film.pictures import save
from generation.studio.film.pieces import pieces
from generation.studio.film.settings import Job
from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.illustrations import drafts
from generation.studio.scenes import painter
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline


def render(
    storyboard: Storyboard,
    timeline: Timeline,
    cues: tuple[Cue, ...],
    *,
    soundtrack: Path | None,
    out: Path,
    on_progress: Callable[[int, int], None] | None = None,
    glimpses: Glimpses | None = None,
) -> None:
    """Draw and encode the whole ad into ``out`` (MP4); without a ``soundtrack`` it has no sound at all.

    ``on_progress`` is told (frames done, frames in all); raising from it
    cancels the film. ``out`` is complete when this returns and does not exist
    otherwise. ``glimpses`` are taken on the way. Raises EncoderMissing,
    EncoderFailed or DiskFull.
    """
    give_back()
    frames = Frames(storyboard, timeline=timeline, cues=cues)
    picture = storyboard.format
    cuts = tuple(piece.first for piece in pieces(storyboard, timeline, cues))
    job = Job(picture.width, picture.height, frames.count, soundtrack, keyframes=cuts)
    with encoding(job, out=out) as encoder, Feeder(encoder, make=lambda: blank(picture)) as feeder:
        for number in range(frames.count):
            pixels = feeder.next()
            draw(frames, number, pixels, glimpses)
            feeder.send(pixels)
            frames.look_ahead(number, until=frames.count)
            if on_progress is not None:
                on_progress(number + 1, frames.count)
        if glimpses is not None:
            glimpses.finish()


def draw(frames: Frames, number: int, pixels: Pixels, glimpses: Glimpses | None = None) -> None:
    """Draw one frame on ``pixels``: (height, width, 4) bytes, BGRA."""
    surface = surface_on(pixels)
    t = number / FRAMES_PER_SECOND
    frames.paint_scenes(surface.getCanvas(), t)
    if glimpses is not None and glimpses.wants(number):
        glimpses.see(number, pixels)
    frames.paint_captions(surface.getCanvas(), t)


def still(
    storyboard: Storyboard, scene_index: int, *, out: Path, at: float | None = None, half: bool = False
) -> None:
    """Write one scene as a PNG or JPEG, by the ending of ``out``. ``at`` is seconds into the
    scene; without it, the moment when everything has arrived. ``half`` writes half as many
    pixels each way, with drawings of less detail, in a third of the time."""
    times = SceneTimes(Span(0.0, 4.0), voice=None, words=())
    picture = storyboard.format
    with drafts() if half else contextlib.nullcontext():
        shown = painter(storyboard.scenes[scene_index], storyboard=storyboard, times=times, index=scene_index)
    size = replace(picture, width=picture.width // 2, height=picture.height // 2) if half else picture
    pixels = blank(size)
    surface = surface_on(pixels)
    surface.getCanvas().scale(size.width / picture.width, size.height / picture.height)
    shown.paint(surface.getCanvas(), shown.settled if at is None else at)
    save(pixels, out=out)


def poster(storyboard: Storyboard, timeline: Timeline, *, out: Path) -> None:
    """Write the picture that stands for the ad: the opening scene once everything in it has arrived."""
    pixels = blank(storyboard.format)
    surface = surface_on(pixels)
    Frames(storyboard, timeline=timeline).paint(surface.getCanvas(), poster_time(timeline))
    save(pixels, out=out)
