"""Pictures that are taken of a film while it is drawn: its poster, and the three seconds that play by themselves.

Drawing those moments once more would cost as much as two seconds of film.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from generation.studio.film.frames import Frames, Pixels, blank, surface_on
from generation.studio.film.pictures import save, small
from generation.studio.film.preview import animate, times_of
from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

SETTLED = 2.6
"""After so many seconds everything in a scene has arrived."""


@dataclass
class Glimpses:
    """Where poster and preview are to be written, and what has been seen of them. Made by ``glimpses``."""

    poster: Path
    preview: Path
    poster_frame: int
    preview_frames: tuple[int, ...]
    _seen: dict[int, Image.Image] = field(default_factory=dict)
    _shown: set[int] = field(default_factory=set)
    _writing: Future[None] | None = None

    def wants(self, number: int) -> bool:
        """Whether a frame is to be shown to it, before captions cover it."""
        return number == self.poster_frame or number in self.preview_frames

    def see(self, number: int, pixels: Pixels) -> None:
        """Take what is wanted of a frame: (height, width, 4) bytes, BGRA."""
        self._shown.add(number)
        if number == self.poster_frame:
            save(pixels, out=self.poster)
        if number in self.preview_frames:
            self._seen[number] = small(pixels)
            if len(self._seen) == len(set(self.preview_frames)):
                self._write()

    def look(self, frames: Frames) -> None:
        """Draw what it wants and has not seen: for a film of which only a part was drawn."""
        wanted = {self.poster_frame, *self.preview_frames} - self._shown
        for number in sorted(wanted):
            pixels = blank(frames.picture)
            surface = surface_on(pixels)
            frames.paint_scenes(surface.getCanvas(), number / FRAMES_PER_SECOND)
            self.see(number, pixels)

    def finish(self) -> None:
        """Wait until the preview is written."""
        if self._writing is not None:
            self._writing.result()

    def _write(self) -> None:
        """Write the preview in a thread of its own: the last seconds of the film are drawn meanwhile."""
        pictures = [self._seen[number] for number in self.preview_frames]
        beside = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._writing = beside.submit(animate, pictures, out=self.preview)
        beside.shutdown(wait=False)


def glimpses(storyboard: Storyboard, timeline: Timeline, *, poster: Path, preview: Path) -> Glimpses:
    """What to take of a film: the frames nearest to the moments that poster and preview show."""
    last = round(timeline.seconds * FRAMES_PER_SECOND) - 1

    def nearest(t: float) -> int:
        return min(round(t * FRAMES_PER_SECOND), last)

    shown = tuple(nearest(t) for t in times_of(storyboard, timeline))
    return Glimpses(poster, preview, nearest(poster_time(timeline)), shown)


def poster_time(timeline: Timeline) -> float:
    """The moment of the poster, in seconds: everything in the opening scene has arrived."""
    first = timeline.scenes[0].span
    return first.start + min(SETTLED, first.seconds * 0.9)
