"""A whole palette from the one to three colours a brand brings along."""

from generation.studio.design.color import Oklch, from_oklch, rgb, to_oklch
from generation.studio.design.contrast import READABLE, adjusted_to
from generation.studio.storyboard import Palette

_GREY = 0.04
_DULL = 0.055
# Degrees of OKLCH hue.
_YELLOW, _MOST_TURN = 92.0, 60.0


def palette_from(brand_colors: tuple[str, ...]) -> Palette | None:
    """The palette of a brand, or None when none of ``brand_colors`` is a colour.

    The first that is not a grey leads. Paper, ink and the deep ground are tinted
    with its hue; what the brand does not bring is found a third of the colour
    circle away. Paper and ink always read on each other.
    """
    known = [to_oklch(color) for color in brand_colors if _is_color(color)][:3]
    if not known:
        return None
    vivid = [color for color in known if color.chroma > _GREY] or known[:1]
    primary, others = _lively(vivid[0]), vivid[1:]
    light = next((color for color in others if color.lightness > 0.74), None)
    others = [color for color in others if color is not light]
    secondary = _lively(others[0]) if others else _turned(primary, 38)
    accent = _bright(light or (others[1] if len(others) > 1 else _sunward(primary)))
    tint = min(primary.chroma, 0.12)
    paper = from_oklch(Oklch(0.97, tint * 0.12, primary.hue))
    ink = from_oklch(Oklch(0.2, tint * 0.45, primary.hue))
    deep = from_oklch(Oklch(0.27, tint * 0.75, primary.hue))
    return Palette(
        "brand",
        paper,
        adjusted_to(ink, (paper,), least=READABLE * 1.5) or ink,
        deep,
        from_oklch(primary),
        from_oklch(secondary),
        from_oklch(accent),
    )


def colorful(colors: tuple[str, ...]) -> tuple[str, ...]:
    """``colors`` if any of them is more than a shade of grey, else none."""
    return colors if any(_is_color(one) and to_oklch(one).chroma > _DULL for one in colors) else ()


def _is_color(text: str) -> bool:
    try:
        rgb(text)
    except ValueError:
        return False
    return True


def _lively(color: Oklch) -> Oklch:
    """Neither so dark nor so light that it could not carry a whole frame."""
    return Oklch(min(max(color.lightness, 0.42), 0.76), color.chroma, color.hue)


def _bright(color: Oklch) -> Oklch:
    return Oklch(min(max(color.lightness, 0.82), 0.92), min(max(color.chroma, 0.1), 0.17), color.hue)


def _sunward(color: Oklch) -> Oklch:
    """The colour, turned towards yellow by a sixth of the circle at most: colours are brightest there,
    and a neighbour of the brand's own never looks borrowed."""
    way = (_YELLOW - color.hue + 180) % 360 - 180
    return _turned(color, min(max(way, -_MOST_TURN), _MOST_TURN))


def _turned(color: Oklch, degrees: float) -> Oklch:
    return Oklch(color.lightness, max(color.chroma, 0.03), (color.hue + degrees) % 360)
