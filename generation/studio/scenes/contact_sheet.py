"""Contact sheets: many scenes on one picture, to be looked at by a person."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import skia

from generation.studio.scenes import LAYOUTS, painter
from generation.studio.scenes.canvas import fill, stroke
from generation.studio.scenes.layout import caption_box
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Word

_GAP = 14


def spoken(text: str, *, start: float, seconds: float) -> SceneTimes:
    """Times for a scene nobody has recorded yet: its words spread evenly over ``seconds``."""
    words = text.split()
    begin, share = start + 0.5, max(seconds - 1.0, 0.5) / max(len(words), 1)
    timed = tuple(Word(w, begin + i * share, begin + (i + 1) * share) for i, w in enumerate(words))
    voice = Span(begin, begin + share * len(words)) if words else None
    return SceneTimes(Span(start, start + seconds), voice, timed)


def in_every_layout(storyboard: Storyboard) -> Storyboard:
    """The same storyboard with each scene repeated in all layouts of its kind."""
    scenes = tuple(
        replace(scene, layout=layout) for scene in storyboard.scenes for layout in LAYOUTS[scene.kind]
    )
    return replace(storyboard, scenes=scenes)


def scene_image(
    storyboard: Storyboard,
    index: int,
    *,
    height: int,
    at: float | None = None,
    seconds: float = 4.0,
    guides: bool = False,
) -> skia.Image:
    """One scene, ``height`` pixels tall, ``at`` seconds after its beginning (settled when None)."""
    scene, frame = storyboard.scenes[index], storyboard.format
    times = spoken(scene.narration, start=0.0, seconds=seconds)
    drawn = painter(scene, storyboard=storyboard, times=times, index=index)
    scale = height / frame.height
    full = _surface(frame.width, frame.height)
    drawn.paint(full.getCanvas(), drawn.settled if at is None else at)
    if guides:
        box = caption_box(frame)
        edge = skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom)
        full.getCanvas().drawRRect(skia.RRect.MakeRectXY(edge, 30, 30), fill("#1d0716", 0.8))
        full.getCanvas().drawRect(edge, stroke("#ff00ff", 2, 0.4))
    small = _surface(round(frame.width * scale), height)
    small.getCanvas().drawImageRect(
        full.makeImageSnapshot().withDefaultMipmaps(),
        skia.Rect.MakeWH(frame.width * scale, height),
        skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
    )
    return small.makeImageSnapshot()


def _surface(width: int, height: int) -> skia.Surface:
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRaster(info)


def contact_sheet(
    storyboards: Sequence[Storyboard],
    out: Path,
    *,
    height: int = 480,
    at: float | None = None,
    guides: bool = False,
    columns: int | None = None,
) -> None:
    """Write a PNG to ``out`` with one row for every storyboard and one picture for every scene; with
    ``columns``, all scenes one after another in rows of so many."""
    rows = [
        [scene_image(board, i, height=height, at=at, guides=guides) for i in range(len(board.scenes))]
        for board in storyboards
    ]
    if columns is not None:
        pictures = [picture for row in rows for picture in row]
        rows = [pictures[i : i + columns] for i in range(0, len(pictures), columns)]
    width = max(sum(image.width() + _GAP for image in row) for row in rows) + _GAP
    sheet = _surface(width, len(rows) * (height + _GAP) + _GAP)
    canvas = sheet.getCanvas()
    canvas.clear(skia.ColorWHITE)
    for j, row in enumerate(rows):
        x = _GAP
        for image in row:
            canvas.drawImage(image, x, _GAP + j * (height + _GAP))
            x += image.width() + _GAP
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet.makeImageSnapshot().save(str(out), skia.kPNG)
