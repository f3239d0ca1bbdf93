"""Grounds: what a scene stands on, and the colours that can be read there."""

from dataclasses import dataclass
from functools import lru_cache

from generation.studio.design.color import mix, shifted, to_oklch
from generation.studio.design.contrast import READABLE, readable_on, weakest
from generation.studio.storyboard import Palette

# How strongly motifs are laid over a ground; text must read on the blend, too.
MOTIF_OPACITY = 0.16
# Colours that flow into one another pass through mixtures, which can be a little worse than both ends.
_FLOW_CONTRAST = READABLE * 1.06
# Below this OKLCH chroma a colour looks grey; above that lightness a ground looks like paper.
_GREY = 0.07
# Degrees of hue between colours that mix to mud.
_OPPOSITE = 115.0
_PAPER = 0.93

_BROWNS, _BROWN_BELOW = (42.0, 120.0), 0.62
"""Degrees of hue, and the OKLCH lightness, below which orange is brown and a yellow green is olive."""


@dataclass(frozen=True)
class Ground:
    """Colours of one ground, all "#rrggbb".

    ``stops``: the gradient from top to bottom. ``text``, ``quiet`` and
    ``emphasis`` read on every stop with the motif over it (4.5:1 at least).
    When nothing colourful reads, ``boxed`` is set: emphasis then stands on a
    ``marker`` and is set in ``marker_text``. ``shape``, ``shape_2`` and
    ``spark`` are for pictures, never for text. ``flow`` are three livelier
    colours, for gradients that move, on which ``text`` reads as well.
    """

    name: str
    stops: tuple[str, str, str]
    text: str
    quiet: str
    emphasis: str
    boxed: bool
    marker: str
    marker_text: str
    shape: str
    shape_2: str
    spark: str
    motif: str
    is_dark: bool
    flow: tuple[str, str, str]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Everything that may lie behind text on this ground."""
        return (*self.stops, *(mix(stop, self.motif, MOTIF_OPACITY) for stop in self.stops))


NAMES = ("deep", "paper", "primary", "secondary", "accent")


@lru_cache(maxsize=64)
def ground(name: str, palette: Palette) -> Ground:
    """The ground called ``name`` (one of NAMES) in ``palette``."""
    stops, motif = _stops(name, palette)
    surfaces = (*stops, *(mix(stop, motif, MOTIF_OPACITY) for stop in stops))
    text = readable_on(surfaces, candidates=(palette.paper, palette.ink, "#ffffff", palette.ink))
    dark = to_oklch(text).lightness > 0.6
    emphasis = _emphasis(palette, surfaces, text)
    marker = _marker(name, palette, dark)
    return Ground(
        name=name,
        stops=stops,
        text=text,
        quiet=_quiet(text, stops[1], surfaces),
        emphasis=emphasis or text,
        boxed=emphasis is None,
        marker=marker,
        marker_text=readable_on((marker,), candidates=(palette.ink, palette.paper)),
        shape=_shapes(name, palette)[0],
        shape_2=_shapes(name, palette)[1],
        spark=_shapes(name, palette)[2],
        motif=motif,
        is_dark=dark,
        flow=_flow(palette, text, dark),
    )


def _stops(name: str, palette: Palette) -> tuple[tuple[str, str, str], str]:
    """(gradient, motif colour). Vivid grounds move as little as needed until a text colour reads."""
    if name == "deep":
        glow = mix(palette.deep, palette.primary, 0.22)
        return (shifted(palette.deep, lightness=-0.03), palette.deep, glow), palette.primary
    if name == "paper":
        warm = mix(palette.paper, palette.accent, 0.3)
        return (mix(palette.paper, "#ffffff", 0.55), palette.paper, warm), palette.accent
    base = getattr(palette, name)
    return _vivid(base, palette)


def _vivid(base: str, palette: Palette) -> tuple[tuple[str, str, str], str]:
    for step in range(30):
        for direction in (-1, 1):
            center = shifted(base, lightness=direction * 0.02 * step)
            stops = (
                shifted(center, lightness=0.035, hue=8),
                center,
                shifted(center, lightness=-0.035, hue=-10),
            )
            for text, motif in ((palette.paper, palette.ink), (palette.ink, "#ffffff")):
                surfaces = (*stops, *(mix(stop, motif, MOTIF_OPACITY) for stop in stops))
                if weakest(text, surfaces) >= READABLE:
                    return stops, motif
    return (base, base, base), base


def _flow(palette: Palette, text: str, dark: bool) -> tuple[str, str, str]:
    third = palette.deep if dark else palette.accent
    turned, back = shifted(palette.primary, hue=28, lightness=0.06), shifted(palette.primary, hue=-58)
    others = [one for one in (palette.secondary, turned, back) if _flows(one, palette.primary)] or [turned]
    first = _in_light(others, text, darker=dark) or third
    second = _in_light([palette.primary, back], text, darker=dark) or third
    return first, second, _in_light([third], text, darker=dark) or third


def _in_light(colors: list[str], text: str, *, darker: bool) -> str | None:
    """The first of ``colors``, as far moved as ``text`` needs, that is not brown by then: an orange without
    light looks like dirt beside a colour that has some. Colours that were brown before may stay it."""
    moved = [(one, _readable(one, text, darker=darker)) for one in colors]
    found = [after for before, after in moved if after and (is_brown(before) or not is_brown(after))]
    return next(iter(found), moved[0][1])


def _readable(color: str, text: str, *, darker: bool) -> str | None:
    return color if weakest(text, (color,)) >= _FLOW_CONTRAST else _pushed(color, text, darker=darker)


def is_brown(color: str) -> bool:
    """Whether a colour is an orange or a yellow without light: beside greens and blues it looks like dirt."""
    seen = to_oklch(color)
    return _BROWNS[0] < seen.hue < _BROWNS[1] and seen.lightness < _BROWN_BELOW


def _flows(color: str, into: str) -> bool:
    """Whether two colours flow into one another without passing through grey: opposite ones do not."""
    one, other = to_oklch(color), to_oklch(into)
    apart = abs((one.hue - other.hue + 180) % 360 - 180)
    return one.chroma > _GREY and apart < _OPPOSITE


def _pushed(color: str, text: str, *, darker: bool) -> str | None:
    for step in range(1, 36):
        moved = shifted(color, lightness=(-0.02 if darker else 0.02) * step)
        if weakest(text, (moved,)) >= _FLOW_CONTRAST:
            return moved
    return None


def _emphasis(palette: Palette, surfaces: tuple[str, ...], text: str) -> str | None:
    """A colour that reads and is not just the text again."""
    dark_text = to_oklch(text).lightness < 0.5
    for color in (palette.accent, palette.primary, palette.secondary):
        colorful = to_oklch(color).chroma > _GREY or not dark_text
        if colorful and weakest(color, surfaces) >= READABLE and _apart(color, text):
            return color
    # Only paper is light enough for a darkened brand colour to still look like that colour.
    if dark_text and to_oklch(surfaces[1]).lightness > _PAPER:
        return readable_on(surfaces, candidates=(palette.primary,))
    return None


def vivid_on(surface: str, palette: Palette) -> str:
    """A colour of ``palette`` that still looks like a colour and reads on ``surface``."""
    own = (palette.primary, palette.secondary, palette.accent)
    colorful = [color for color in own if to_oklch(color).chroma > _GREY]
    return readable_on((surface,), candidates=colorful or (palette.ink, palette.paper))


def _apart(a: str, b: str) -> bool:
    first, second = to_oklch(a), to_oklch(b)
    return abs(first.lightness - second.lightness) + abs(first.chroma - second.chroma) > 0.1


def _quiet(text: str, middle: str, surfaces: tuple[str, ...]) -> str:
    """The text colour, a little nearer to the ground where that still reads well."""
    for share in (0.24, 0.16, 0.08):
        softer = mix(text, middle, share)
        if weakest(softer, surfaces) >= READABLE * 1.1:
            return softer
    return text


def _marker(name: str, palette: Palette, dark: bool) -> str:
    if name in {"paper", "deep"}:
        return palette.accent
    return palette.paper if dark else palette.ink


def _shapes(name: str, palette: Palette) -> tuple[str, str, str]:
    return {
        "deep": (palette.primary, palette.accent, palette.accent),
        "paper": (palette.accent, palette.primary, palette.secondary),
        "primary": (palette.accent, palette.secondary, palette.paper),
        "secondary": (palette.primary, palette.accent, palette.paper),
        "accent": (palette.primary, palette.paper, palette.secondary),
    }[name]
