"""Whether text can be read on its ground (WCAG 2.2, success criterion 1.4.3)."""

from collections.abc import Sequence

from generation.studio.design.color import linear, rgb, to_oklch, with_lightness

READABLE = 4.5


def luminance(color: str) -> float:
    """Relative luminance 0..1."""
    r, g, b = (linear(v) for v in rgb(color))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """The contrast ratio, 1..21."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def weakest(color: str, grounds: Sequence[str]) -> float:
    """The contrast of ``color`` with the ground it is hardest to read on."""
    return min(contrast(color, ground) for ground in grounds)


def readable_on(grounds: Sequence[str], *, candidates: Sequence[str], least: float = READABLE) -> str:
    """The first candidate that reads on every ground; else the first one, darker or lighter until it does.

    When no lightness of it helps, the better of black and white.
    """
    for candidate in candidates:
        if weakest(candidate, grounds) >= least:
            return candidate
    adjusted = [a for a in (adjusted_to(c, grounds, least=least) for c in candidates) if a]
    if adjusted:
        return adjusted[0]
    return max(("#000000", "#ffffff"), key=lambda color: weakest(color, grounds))


def adjusted_to(color: str, grounds: Sequence[str], *, least: float = READABLE) -> str | None:
    """``color`` with the smallest change of lightness that reads on every ground, or None."""
    here = to_oklch(color).lightness
    for step in range(1, 41):
        for lightness in (here - step * 0.025, here + step * 0.025):
            if 0 <= lightness <= 1:
                changed = with_lightness(color, lightness)
                if weakest(changed, grounds) >= least:
                    return changed
    return None
