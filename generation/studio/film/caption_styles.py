"""How captions look. All text stands out from its own ground by 4.5:1 or more (WCAG 2.2, 1.4.3)."""

from dataclasses import dataclass

from generation.studio.design.color import mix
from generation.studio.design.contrast import contrast, readable_on
from generation.studio.storyboard import Palette

SOLID = 0.92
"""How opaque the ground behind the words is: enough to read them over anything."""


@dataclass(frozen=True)
class CaptionStyle:
    """Colours as "#rrggbb". ``ground`` empty means none: then ``edge`` outlines the letters.

    ``spoken``, ``current`` and ``coming`` are the words before, at and after
    the voice; ``marker`` lies behind the current one (empty: nothing does).
    ``roundness`` is the corner radius of the ground as a share of its height.
    """

    ground: str
    spoken: str
    current: str
    coming: str
    marker: str
    edge: str
    roundness: float
    joins_lines: bool


def style(name: str, palette: Palette) -> CaptionStyle:
    """The style of that name ("pill", "block", "plain") in the colours of the ad; "pill" for other names."""
    return {"block": _block, "plain": _plain}.get(name, _pill)(palette)


def _pill(palette: Palette) -> CaptionStyle:
    ground = mix(palette.deep, "#000000", 0.45)
    light = readable_on((ground,), candidates=(palette.paper, "#ffffff"))
    marker = _marker(palette, ground)
    return CaptionStyle(
        ground, light, _on(marker), _dimmed(light, ground), marker, edge="", roundness=0.32, joins_lines=True
    )


def _block(palette: Palette) -> CaptionStyle:
    ground = palette.paper
    dark = readable_on((ground,), candidates=(palette.ink, "#000000"))
    # Dark enough for white letters: black ones on a strong colour look like a mistake.
    marker = readable_on(("#ffffff",), candidates=(palette.primary, palette.secondary, palette.ink))
    return CaptionStyle(
        ground, dark, "#ffffff", _dimmed(dark, ground), marker, edge="", roundness=0.06, joins_lines=False
    )


def _plain(palette: Palette) -> CaptionStyle:
    edge = mix(palette.deep, "#000000", 0.6)
    light = readable_on((edge,), candidates=("#ffffff",))
    current = readable_on((edge,), candidates=(palette.accent, palette.primary))
    # Between dark outlines a greyed word drowns sooner than on a ground: it stays lighter.
    coming = mix(light, edge, 0.2)
    return CaptionStyle("", light, current, coming, "", edge, roundness=0.0, joins_lines=True)


def _marker(palette: Palette, ground: str) -> str:
    """The strongest colour of the palette that also stands out from the ground."""
    return max(
        (palette.primary, palette.accent, palette.secondary),
        key=lambda colour: min(contrast(colour, ground), 5.5),
    )


def _on(marker: str) -> str:
    return readable_on((marker,), candidates=("#ffffff", "#17101c", "#000000"))


def _dimmed(text: str, ground: str) -> str:
    """The text colour taken back towards the ground as far as it can still be read."""
    for share in (0.4, 0.34, 0.28, 0.2, 0.1):
        colour = mix(text, ground, share)
        if contrast(colour, worst_ground(ground, text)) >= 4.6:
            return colour
    return text


def worst_ground(ground: str, text: str) -> str:
    """What the ground looks like where the picture behind it is as light (or dark) as the text."""
    behind = "#ffffff" if contrast(text, "#000000") > contrast(text, "#ffffff") else "#000000"
    return mix(behind, ground, SOLID)
