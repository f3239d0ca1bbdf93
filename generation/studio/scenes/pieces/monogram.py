"""A mark for a brand that has not brought its own: initials on a seal, with an orbit round it."""

import math

import skia

from generation.studio.design.contrast import readable_on
from generation.studio.motion import back_out, expo_out, progress
from generation.studio.scenes.canvas import Layer, fill, placed, stroke
from generation.studio.scenes.pieces.badge import starburst
from generation.studio.scenes.pieces.card import card
from generation.studio.scenes.pieces.logo import logo
from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import advance, clean, metrics, shape


def initials(brand: str) -> str:
    """One or two capitals: "Sunrise Bakery" is SB, "LedgerLeaf" is LL, "the Porto Gazette" is PG, "Rosa's" is R;
    the first character in scripts without capitals."""
    words = [word for word in clean(brand).split() if word[0].isalnum()]
    words = [word for word in words if not word[0].islower()] or words
    if not words:
        return "•"
    if words[0][0].upper() == words[0][0].lower():
        # Scripts without capitals do not abbreviate names so: two of their letters would read as a word.
        return words[0][0]
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    humps = [char for char in words[0][1:] if char.isupper()]
    return (words[0][0] + (humps[0] if humps and not words[0].isupper() else "")).upper()


def monogram(stage: Stage, x: float, y: float, radius: float, *, start: float) -> Layer:
    """The mark with its middle at (x, y), inside ``radius`` pixels: the brand's own logo when there is one."""
    own = logo(stage, x, y, radius, start=start)
    if own is not None:
        return own
    palette, ground = stage.palette, stage.ground
    back = palette.paper if ground.is_dark else palette.ink
    color = readable_on((back,), candidates=(palette.primary, palette.secondary, palette.ink, palette.paper))
    text = initials(stage.storyboard.brand)
    face = stage.pairing.display
    size = round(min(radius * 1.02, radius * 1.24 / max(advance(text, face=face), 0.1)), 1)
    glyphs = shape(text, face=face, size=size)
    shade = card(radius * 1.84, radius * 1.84, color=back, shade=palette.ink, radius=radius * 0.92)
    seal = starburst(radius * 0.98, points=(12, 16, 20)[stage.storyboard.seed % 3], depth=0.07)
    orbit = stroke(color, radius * 0.035)
    spark = fill(palette.accent)
    halo = stroke(ground.text, radius * 0.02, 0.5)

    def layer(canvas: skia.Canvas, t: float) -> None:
        pop = back_out(progress(t, start=start, seconds=0.8 / stage.tempo), stage.overshoot)
        if pop <= 0.01:
            return
        with placed(canvas, x, y, scale=pop):
            shade.draw(canvas)
            with placed(canvas, 0, 0, turn=t * 8):
                canvas.drawPath(seal, fill(back))
            sweep = 360 * expo_out(progress(t, start=start + 0.2, seconds=1.2))
            edge = radius * 0.8
            canvas.drawArc(skia.Rect.MakeLTRB(-edge, -edge, edge, edge), -90, sweep, False, orbit)
            angle = math.radians(-90 + sweep + (t - start) * 24)
            canvas.drawCircle(edge * math.cos(angle), edge * math.sin(angle), radius * 0.085, spark)
            rise = expo_out(progress(t, start=start + 0.25, seconds=0.7))
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(-radius, -radius * 0.62, radius, radius * 0.62))
            canvas.translate(-glyphs.width / 2, metrics(face).cap * size / 2 + radius * 1.3 * (1 - rise))
            glyphs.stamp(canvas, fill(color))  # As a logo: apps may cover it where the name stands elsewhere.
            canvas.restore()
            ring = radius * (1.1 + 0.05 * math.sin(t * 2))
            canvas.drawCircle(0, 0, ring, halo)

    return layer
