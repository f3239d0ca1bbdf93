"""Headlines: one voice, or a quieter lead and an emphasised end that is much larger."""

from dataclasses import dataclass, replace

from generation.studio.typesetting.breaking import Lines, break_into
from generation.studio.typesetting.cleaning import tokens
from generation.studio.typesetting.fitting import (
    Align,
    Setting,
    Wish,
    block_height,
    find_run,
    fit,
    leading_for,
    measures_of,
)
from generation.studio.typesetting.segments import joined
from generation.studio.typesetting.shaping import advance, metrics_of

_BIGGER = 2.05
_GAP = 0.34


@dataclass(frozen=True)
class Display:
    """A headline as one or two settings, already stacked. ``height`` and ``width`` in pixels."""

    blocks: tuple[Setting, ...]
    width: float
    height: float

    def moved(self, *, x: float, y: float) -> "Display":
        """The same headline, shifted by (x, y) pixels."""
        return replace(self, blocks=tuple(block.moved(x=x, y=y) for block in self.blocks))

    @property
    def size(self) -> float:
        return max(block.size for block in self.blocks)


def display(text: str, *, emphasis: str, wish: Wish, width: float, height: float) -> Display:
    """Set ``text`` into the box (pixels): in two sizes when the emphasis is a short beginning or end
    and that makes it larger, otherwise in one."""
    plain = fit(text, wish=wish, width=width, height=height, emphasis=emphasis)
    single = Display((plain,), plain.width, plain.height)
    parts = _parts(text, emphasis)
    if parts is None:
        return single
    stacked = _stacked(*parts, wish=wish, width=width, height=height)
    return stacked if stacked is not None and stacked.size > plain.size * 1.12 else single


def _parts(text: str, emphasis: str) -> tuple[str, str, bool] | None:
    """(first part, second part, whether the second is the emphasised one)."""
    words = tokens(text)
    run = find_run(words, emphasis)
    if run is None or run[1] - run[0] > 2 or not 2 <= len(words) - (run[1] - run[0]) <= 9:
        return None
    if run[1] == len(words):
        return joined(words[: run[0]]), joined(words[run[0] :]), True
    if run[0] == 0:
        return joined(words[: run[1]]), joined(words[run[1] :]), False
    return None


def _stacked(
    first: str, second: str, loud_last: bool, *, wish: Wish, width: float, height: float
) -> Display | None:
    quiet, loud = (first, second) if loud_last else (second, first)
    loud_words = tokens(loud)
    loud_width = sum(advance(word, face=wish.face) for word in loud_words) + 0.22 * (len(loud_words) - 1)
    best: tuple[float, float, int] | None = None
    for count in range(1, 4):
        lines = break_into(tokens(quiet), count, face=wish.face)
        small = min(width / max(lines.width, 1e-3), wish.largest)
        large = min(width / max(loud_width, 1e-3), small * _BIGGER, wish.largest * 1.75)
        tall = _tall(small, large, lines, loud, wish)
        scale = min(1.0, height / tall)
        candidate = (small * scale, large * scale, lines.count)
        if best is None or min(candidate[0], candidate[1] / _BIGGER) > min(best[0], best[1] / _BIGGER) * 1.04:
            best = candidate
    if best is None or best[0] < wish.smallest or best[1] < best[0] * 1.2:
        return None
    return _assemble(quiet, loud, best=best, loud_last=loud_last, wish=wish, width=width)


def _tall(small: float, large: float, lines: Lines, loud: str, wish: Wish) -> float:
    lead = measures_of(lines, face=wish.face)
    high = block_height(lines.count, measures=lead, leading=leading_for(lead, wish.leading))
    peak = metrics_of(loud, face=wish.face)
    return high * small + _GAP * small + (peak.cap + peak.descent) * large


def _assemble(
    quiet: str, loud: str, *, best: tuple[float, float, int], loud_last: bool, wish: Wish, width: float
) -> Display:
    small, large, count = best
    lead = fit(quiet, wish=replace(wish, largest=small, most_lines=count), width=width * 1.001, height=1e5)
    peak = fit(
        loud,
        wish=replace(wish, largest=large, most_lines=1, smallest=1),
        width=width * 1.001,
        height=1e5,
        emphasis=loud,
    )
    measures = metrics_of(quiet + loud, face=wish.face)
    upper, lower = (lead, peak) if loud_last else (peak, lead)
    drop = upper.height - measures.descent * upper.size * 0.5 + _GAP * small
    blocks = (upper, lower.moved(x=0, y=drop))
    return Display(blocks, max(lead.width, peak.width), drop + lower.height)


def left_edge(shown: Display, *, align: Align, width: float) -> float:
    """Where the headline's own left edge lies within a column ``width`` pixels wide."""
    if align is Align.LEFT:
        return 0.0
    return (width - shown.width) / (2 if align is Align.CENTER else 1)
