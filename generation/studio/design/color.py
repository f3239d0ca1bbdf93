"""Colour spaces. "#rrggbb" outside, OKLCH inside, because equal steps there look equal.

Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Oklch:
    """Lightness 0..1, chroma 0..about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def rgb(color: str) -> tuple[int, int, int]:
    """ "#rrggbb" or "#rgb" as three bytes. Raises ValueError for anything else."""
    digits = color.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    if len(digits) != 6:
        raise ValueError(f"{color!r} is not a colour. Write it as #rrggbb.")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def hex_of(red: float, green: float, blue: float) -> str:
    """Three values 0..255 as "#rrggbb"."""
    return "#" + "".join(f"{round(min(max(v, 0), 255)):02x}" for v in (red, green, blue))


def linear(byte: float) -> float:
    """An sRGB byte as linear light 0..1 (IEC 61966-2-1)."""
    v = byte / 255
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    v = min(max(light, 0.0), 1.0)
    return 255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)


def to_oklch(color: str) -> Oklch:
    """ "#rrggbb" as OKLCH."""
    r, g, b = (linear(v) for v in rgb(color))
    l_ = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m_ = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s_ = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b_ = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return Oklch(lightness, math.hypot(a, b_), math.degrees(math.atan2(b_, a)) % 360)


def _linear_rgb(color: Oklch) -> tuple[float, float, float]:
    a = color.chroma * math.cos(math.radians(color.hue))
    b = color.chroma * math.sin(math.radians(color.hue))
    l_ = (color.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (color.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (color.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )


def from_oklch(color: Oklch) -> str:
    """OKLCH as "#rrggbb"; chroma gives way until the colour exists on a screen."""
    for _ in range(24):
        parts = _linear_rgb(color)
        if all(-0.0005 <= v <= 1.0005 for v in parts):
            break
        color = Oklch(color.lightness, color.chroma * 0.93, color.hue)
    return hex_of(*(_encoded(v) for v in _linear_rgb(color)))


def with_lightness(color: str, lightness: float) -> str:
    """The same hue and chroma at another OKLCH lightness."""
    old = to_oklch(color)
    return from_oklch(Oklch(min(max(lightness, 0.0), 1.0), old.chroma, old.hue))


def shifted(color: str, *, lightness: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> str:
    """``color`` with lightness added, chroma multiplied, hue turned by degrees."""
    old = to_oklch(color)
    return from_oklch(
        Oklch(min(max(old.lightness + lightness, 0.0), 1.0), old.chroma * chroma, (old.hue + hue) % 360)
    )


def hue_distance(a: str, b: str) -> float:
    """How far two colours lie apart on the wheel, 0..180 degrees."""
    return abs((to_oklch(a).hue - to_oklch(b).hue + 180) % 360 - 180)


def mix(a: str, b: str, share: float) -> str:
    """``share`` of ``b`` over ``a`` as a screen blends them (in sRGB bytes)."""
    return hex_of(*(x + (y - x) * share for x, y in zip(rgb(a), rgb(b), strict=True)))


def argb(color: str, alpha: float = 1.0) -> int:
    """ "#rrggbb" and an opacity 0..1 as the 32-bit number that skia wants."""
    r, g, b = rgb(color)
    return (round(min(max(alpha, 0.0), 1.0) * 255) << 24) | (r << 16) | (g << 8) | b
