"""Second lines: a text over a highlighter stroke, and a pill with a tick."""

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.canvas import Layer, fill, placed, rounded, stroke
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import draw_setting
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import Align, Setting, fit

_IN_A_PILL = 24
"""Letters that are still large in one line of a pill."""


def underlined(
    stage: Stage, text: str, box: Box, *, align: Align = Align.CENTER, start: float, largest: float = 52
) -> tuple[Layer, Setting]:
    """``text`` at the top of ``box`` with a stroke drawn under its last line."""
    setting = fit(
        text, wish=stage.plain(largest, lines=2, align=align, strong=True), width=box.width, height=box.height
    ).moved(x=box.left, y=box.top)
    last = [word for word in setting.words if word.line == setting.lines - 1]
    color = stage.ground.quiet
    # The stroke lies under letters too, so it is a line below them and no wash behind them.
    paint = stroke(stage.ground.shape_2, max(setting.size * 0.13, 5))

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = expo_out(progress(t, start=start, seconds=0.7 / stage.tempo))
        if p <= 0.004:
            return
        draw_setting(canvas, setting, fill(color, p), dy=30 * (1 - p))
        q = expo_out(progress(t, start=start + 0.35, seconds=0.8))
        if q > 0.02 and last:
            left, right = min(word.x for word in last), max(word.right for word in last)
            y = last[0].baseline + setting.size * 0.34
            canvas.drawLine(left, y, left + (right - left) * q, y, paint)

    return layer, setting


def second_line(stage: Stage, text: str, box: Box, *, start: float, align: Align = Align.CENTER) -> Layer:
    """A scene's second line in ``box``: a few words in a pill, more of them as underlined text."""
    start = stage.heard(text, otherwise=start)
    if len(text) <= _IN_A_PILL:
        return pill(stage, text, box, start=start, align=align)
    return underlined(stage, text, box, align=align, start=start, largest=box.height * 0.54)[0]


def pill(
    stage: Stage, text: str, box: Box, *, start: float, align: Align = Align.CENTER, tick: bool = True
) -> Layer:
    """``text`` in a pill inside ``box`` with a tick that draws itself. The box's height is the pill's."""
    height = box.height
    room = height * (1.55 if tick else 0.9)
    setting = fit(
        text,
        wish=stage.plain(height * 0.44, lines=1 if height < 110 else 2, align=Align.LEFT, strong=True),
        width=box.width - room,
        height=height * (0.62 if height < 110 else 0.76),
    ).flush
    width = min(setting.width + room, box.width)
    left = box.left if align is Align.LEFT else box.center[0] - width / 2
    back = stage.ground.text
    color = readable_on((back,), candidates=(stage.palette.ink, stage.palette.paper))
    disc = stage.palette.accent if back != stage.palette.accent else stage.palette.primary
    mark = stroke(readable_on((disc,), candidates=(stage.palette.ink, stage.palette.paper)), height * 0.075)

    def layer(canvas: skia.Canvas, t: float) -> None:
        p = back_out(progress(t, start=start, seconds=0.6 / stage.tempo), stage.overshoot)
        if p <= 0.01:
            return
        with placed(canvas, left + width / 2, box.center[1], scale=p):
            shape = Box(-width / 2, -height / 2, width / 2, height / 2)
            canvas.drawRRect(rounded(shape, height / 2), fill(back))
            if tick:
                _tick(canvas, -width / 2 + height * 0.54, height * 0.33, disc, mark, t - start - 0.25)
            x = -width / 2 + (height * 1.08 if tick else height * 0.45)
            with placed(canvas, x, -setting.height / 2 + setting.size * 0.05):
                draw_setting(canvas, setting, fill(color))

    return layer


def _tick(canvas: skia.Canvas, x: float, radius: float, disc: str, paint: skia.Paint, t: float) -> None:
    canvas.drawCircle(x, 0, radius, fill(disc))
    draw_tick(canvas, x, 0, radius * 0.9, paint, progress(t, start=0, seconds=0.35))


def draw_tick(canvas: skia.Canvas, x: float, y: float, size: float, paint: skia.Paint, p: float) -> None:
    """A tick as wide as ``size``, of which the share ``p`` has been drawn."""
    points = [(x - size * 0.45, y), (x - size * 0.1, y + size * 0.34), (x + size * 0.48, y - size * 0.36)]
    first, second = min(p / 0.4, 1.0), max(0.0, (p - 0.4) / 0.6)
    if first > 0.01:
        _part(canvas, points[0], points[1], first, paint)
    if second > 0.01:
        _part(canvas, points[1], points[2], second, paint)


def _part(
    canvas: skia.Canvas, a: tuple[float, float], b: tuple[float, float], share: float, paint: skia.Paint
) -> None:
    canvas.drawLine(*a, a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, paint)
