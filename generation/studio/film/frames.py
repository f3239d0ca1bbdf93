"""Any frame of the ad, from its time alone: scenes, the transition between them, captions on top."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context

import numpy as np
import numpy.typing as npt
import skia

from generation.studio.captions import Cue
from generation.studio.film.captions import Captions
from generation.studio.film.transitions import Transition, transition
from generation.studio.formats import FRAMES_PER_SECOND, Format
from generation.studio.scenes import Painter, painter
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

Pixels = npt.NDArray[np.uint8]


class Frames:
    """Paints the ad at any instant. Scenes are prepared when they are first needed, or before (``look_ahead``)."""

    def __init__(self, storyboard: Storyboard, *, timeline: Timeline, cues: tuple[Cue, ...] = ()):
        self._storyboard = storyboard
        self._timeline = timeline
        self._painters: dict[int, Painter] = {}
        self._coming: dict[int, Future[Painter]] = {}
        self._beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="next-scene")
        self._captions = Captions(cues, storyboard=storyboard)
        self._transitions = self._choose()

    @property
    def picture(self) -> Format:
        return self._storyboard.format

    @property
    def count(self) -> int:
        """How many frames the ad has."""
        return round(self._timeline.seconds * FRAMES_PER_SECOND)

    def paint(self, canvas: skia.Canvas, t: float) -> None:
        """Paint the whole frame at ``t`` seconds from the start of the ad."""
        self.paint_scenes(canvas, t)
        self.paint_captions(canvas, t)

    def paint_captions(self, canvas: skia.Canvas, t: float) -> None:
        """Paint what belongs on top of the scenes."""
        self._captions.paint(canvas, t)

    def paint_scenes(self, canvas: skia.Canvas, t: float) -> None:
        """Paint the frame without its captions."""
        index = self._scene_at(t)
        since = t - self._timeline.scenes[index].span.start
        change = self._transitions[index]
        if change is not None and since < change.seconds:
            change.paint(
                canvas,
                progress=since / change.seconds,
                old=lambda under: self._paint_scene(under, index - 1, t),
                new=lambda above: self._paint_scene(above, index, t),
            )
        else:
            self._paint_scene(canvas, index, t)

    def look_ahead(self, number: int, *, until: int) -> None:
        """Frame ``number`` is drawn: let go of a scene that is over, and prepare the next one meanwhile, in a
        thread of its own, if it is seen before frame ``until``.

        The encoder would have to wait otherwise, with a core for itself.
        """
        index = self._scene_at(number / FRAMES_PER_SECOND)
        scenes, change, coming = self._timeline.scenes, self._transitions[index], index + 1
        over = scenes[index].span.start + (change.seconds if change is not None else 0.0)
        if number / FRAMES_PER_SECOND < over:
            return
        self._painters = {i: one for i, one in self._painters.items() if i >= index}
        if coming == len(scenes) or coming in self._painters or coming in self._coming:
            return
        if scenes[coming].span.start * FRAMES_PER_SECOND < until:
            self._coming = {coming: self._beside.submit(copy_context().run, self._prepared, coming)}

    def _paint_scene(self, canvas: skia.Canvas, index: int, t: float) -> None:
        self._painter(index).paint(canvas, t - self._timeline.scenes[index].span.start)

    def _painter(self, index: int) -> Painter:
        if index not in self._painters:
            # A scene that is over keeps tens of megabytes of sprites: let it go.
            self._painters = {i: one for i, one in self._painters.items() if i == index - 1}
            begun = self._coming.pop(index, None)
            self._painters[index] = begun.result() if begun is not None else self._prepared(index)
        return self._painters[index]

    def _prepared(self, index: int) -> Painter:
        return painter(
            self._storyboard.scenes[index],
            storyboard=self._storyboard,
            times=self._timeline.scenes[index],
            index=index,
        )

    def _scene_at(self, t: float) -> int:
        begun = [i for i, scene in enumerate(self._timeline.scenes) if scene.span.start <= t + 1e-6]
        return begun[-1] if begun else 0

    def _choose(self) -> list[Transition | None]:
        """The transition into each scene; none into the first."""
        board = self._storyboard
        return [None] + [
            transition(board.look, picture=board.format, seed=board.seed, index=index)
            for index in range(len(self._timeline.scenes) - 1)
        ]


def surface_on(pixels: Pixels) -> skia.Surface:
    """A surface whose memory is ``pixels``: (height, width, 4) bytes, BGRA. Keep both as long as you draw."""
    height, width, _ = pixels.shape
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRasterDirect(info, pixels, width * 4)


def blank(picture: Format) -> Pixels:
    """An empty frame: (height, width, 4) bytes, BGRA."""
    return np.zeros((picture.height, picture.width, 4), dtype=np.uint8)
