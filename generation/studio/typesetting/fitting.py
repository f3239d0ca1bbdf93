"""The largest size at which a text fits its box, and where each word then stands."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from generation.studio.typesetting.breaking import Lines, break_into, gap_after, line_width
from generation.studio.typesetting.cleaning import clean, tokens
from generation.studio.typesetting.direction import FROM_THE_RIGHT, is_right_to_left, visual_order
from generation.studio.typesetting.fonts import has_glyph
from generation.studio.typesetting.scripts import EMOJI_STYLE, JOINER, is_ideographic
from generation.studio.typesetting.segments import GLUE
from generation.studio.typesetting.shaping import Glyphs, Metrics, advance, metrics_of, shape

_MOST_WORDS = 90
# Never visible by themselves, but they change the letters around them.
_UNSEEN = {EMOJI_STYLE, JOINER, "\u200c"}
# The worst breaks cost so much of a size's worth and no more: small type is worse than any break.
_LEAST_WORTH = 0.55
# A word of so many letters is divided rather than letting it shrink the text below this share.
_DIVIDED_FROM = 15
_SHRINKS = 0.36


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class PlacedWord:
    """A word and where it stands: ``x`` and ``baseline`` in pixels from the top left of the box."""

    glyphs: Glyphs
    x: float
    baseline: float
    line: int
    emphasised: bool = False
    token: str = ""

    @property
    def right(self) -> float:
        return self.x + self.glyphs.width


@dataclass(frozen=True)
class Setting:
    """A text set in type. ``width`` and ``height`` are of the inked block, in pixels;
    the block's top left is at (``left``, 0) in the coordinates of its words."""

    words: tuple[PlacedWord, ...]
    face: str
    size: float
    lines: int
    left: float
    width: float
    height: float
    leading: float
    cap: float
    """How far the first line's letters reach above their baseline, in pixels."""

    @property
    def flush(self) -> "Setting":
        """The same setting with its left edge at 0, for plates that are as wide as their text."""
        return self.moved(x=-self.left, y=0)

    def moved(self, *, x: float, y: float) -> "Setting":
        """The same setting with every word shifted by (x, y) pixels."""
        words = tuple(replace(w, x=w.x + x, baseline=w.baseline + y) for w in self.words)
        return replace(self, words=words, left=self.left + x)


@dataclass(frozen=True)
class Wish:
    """How a text wants to be set. Sizes in pixels, ``leading`` in ems."""

    face: str
    largest: float
    smallest: float = 30.0
    most_lines: int = 4
    fewest_lines: int = 1
    """On so many lines at least, where there are words enough: a line alone in a tall frame is lost."""
    leading: float = 1.06
    align: Align = Align.CENTER
    filling: bool = False
    """Whether every line of a short headline is set as wide as the column, at a size of its own."""


def fit(text: str, *, wish: Wish, width: float, height: float, emphasis: str = "") -> Setting:
    """Set ``text`` as large as ``wish`` and the box (pixels) allow; never outside the box.

    A text that is too long even at the smallest size loses its end to an
    ellipsis; a word that is too long is divided, and shrinks if even that does not help.
    Text that runs from right to left stands on the right where other text stands on the left.
    """
    rtl = is_right_to_left(clean(text))
    if wish.align is Align.LEFT and rtl:
        wish = replace(wish, align=Align.RIGHT)
    words = _divided(
        _tidy(_drawable(text, wish.face)),
        face=wish.face,
        widest=width / max(wish.largest * _SHRINKS, min(wish.smallest, wish.largest), 1.0),
    )
    words = tuple(FROM_THE_RIGHT + word for word in words) if rtl else words
    run = find_run(words, emphasis)
    lines, size = _best(words, wish=wish, width=width, height=height, together=run)
    while size < min(wish.smallest, wish.largest) and len(words) > 1:
        words = _shortened(words)
        lines, size = _best(words, wish=wish, width=width, height=height)
    return place(lines, wish=wish, size=max(size, 1.0), width=width, marked=_marked(words, emphasis))


def _drawable(text: str, face: str) -> str:
    """``text`` without what no installed font can draw: a gap is better than an empty box."""
    return "".join(char for char in text if char.isspace() or char in _UNSEEN or has_glyph(char, face=face))


def _tidy(text: str) -> tuple[str, ...]:
    words = tokens(text)
    if len(words) > _MOST_WORDS:
        words = (*words[: _MOST_WORDS - 1], words[_MOST_WORDS - 1].rstrip(".,;:" + GLUE) + "…")
    return words


def _divided(words: tuple[str, ...], *, face: str, widest: float) -> tuple[str, ...]:
    """Words wider than ``widest`` ems in pieces with hyphens: better two lines than type nobody can read."""
    pieces: list[str] = []
    for word in words:
        dense = is_ideographic(word)
        short = len(word) < (2 if dense else _DIVIDED_FROM) or not set(word).isdisjoint(" ./@")
        if short or advance(word, face=face) <= widest:
            pieces.append(word)
            continue
        share = max(2, int(len(word) * 0.92 * widest / advance(word, face=face)) - 1)
        cut = [word[i : i + share] for i in range(0, len(word), share)]
        hyphen = GLUE if dense else "-"
        pieces += [piece + hyphen for piece in cut[:-1]] + cut[-1:]
    return tuple(pieces)


def _shortened(words: tuple[str, ...]) -> tuple[str, ...]:
    keep = max(1, len(words) - max(1, len(words) // 8))
    return (*words[: keep - 1], words[keep - 1].rstrip(".,;:…–—- " + GLUE) + "…")


def _best(
    words: tuple[str, ...],
    *,
    wish: Wish,
    width: float,
    height: float,
    together: tuple[int, int] | None = None,
) -> tuple[Lines, float]:
    """The number of lines that gives large type and good breaks; fewer when it makes little difference."""
    best: tuple[Lines, float] | None = None
    record = 0.0
    most = max(1, min(wish.most_lines, len(words) or 1))
    for count in range(min(wish.fewest_lines, most), most + 1):
        lines = break_into(words, count, face=wish.face, together=together) if words else Lines(((),), 0.0)
        size = size_for(lines, wish=wish, width=width, height=height)
        score = size * (_LEAST_WORTH + (1 - _LEAST_WORTH) * math.exp(-1.2 * lines.cost))
        if best is None or score > record * 1.05:
            best, record = (lines, size), score
    assert best is not None  # noqa: S101 - the range above is never empty
    return best


def size_for(lines: Lines, *, wish: Wish, width: float, height: float) -> float:
    """The largest size in pixels at which ``lines`` fit into the box."""
    measures = measures_of(lines, face=wish.face)
    tall = block_height(lines.count, measures=measures, leading=leading_for(measures, wish.leading))
    return min(wish.largest, width / max(lines.width, 1e-3), height / tall)


def measures_of(lines: Lines, *, face: str) -> Metrics:
    """The measures of ``face`` with room for the scripts in ``lines``."""
    return metrics_of(
        "".join(sorted({char for line in lines.lines for word in line for char in word})), face=face
    )


def leading_for(measures: Metrics, wished: float) -> float:
    """From baseline to baseline in ems: never so little that tall scripts touch."""
    room = measures.cap + measures.descent
    return max(wished, room * 1.04) if room > 1.0 else wished


def block_height(count: int, *, measures: Metrics, leading: float) -> float:
    """The height in ems of ``count`` lines, from the top of the capitals to the longest descender."""
    return measures.cap + measures.descent + (count - 1) * leading


def place(lines: Lines, *, wish: Wish, size: float, width: float, marked: frozenset[int]) -> Setting:
    """Put ``lines`` into a column ``width`` pixels wide; ``marked`` are the indexes of emphasised words."""
    placed: list[PlacedWord] = []
    lefts: list[float] = []
    rtl = is_right_to_left(" ".join(word for line in lines.lines for word in line))
    measures = measures_of(lines, face=wish.face)
    leading = leading_for(measures, wish.leading)
    for row, line in enumerate(lines.lines):
        left = _start(line_width(line, face=wish.face) * size, width=width, align=wish.align)
        lefts.append(left)
        baseline = (measures.cap + row * leading) * size
        for word, x in zip(line, _across(line, face=wish.face, right_to_left=rtl), strict=True):
            glyphs = shape(word, face=wish.face, size=round(size, 2))
            stressed = len(placed) in marked
            placed.append(
                PlacedWord(
                    glyphs, left + x * size, baseline, row, stressed, word.strip(GLUE + FROM_THE_RIGHT)
                )
            )
    height = block_height(lines.count, measures=measures, leading=leading) * size
    return Setting(
        tuple(placed),
        wish.face,
        size,
        lines.count,
        min(lefts, default=0.0),
        lines.width * size,
        height,
        leading * size,
        measures.cap * size,
    )


def _across(line: tuple[str, ...], *, face: str, right_to_left: bool) -> list[float]:
    """Where each word of ``line`` begins, in ems, the words in reading order."""
    starts, x = [0.0] * len(line), 0.0
    order = visual_order(line, right_to_left=right_to_left)
    for rank, i in enumerate(order):
        starts[i] = x
        # The gap lies between neighbours: in text from the right it belongs to the word on the right.
        before = order[rank + 1] if right_to_left and rank + 1 < len(order) else i
        x += advance(line[i], face=face) + gap_after(line[before], face=face)
    return starts


def _start(total: float, *, width: float, align: Align) -> float:
    if align is Align.LEFT:
        return 0.0
    return (width - total) / 2 if align is Align.CENTER else width - total


def _marked(words: tuple[str, ...], emphasis: str) -> frozenset[int]:
    found = find_run(words, emphasis)
    return frozenset(range(*found)) if found else frozenset()


def find_run(words: tuple[str, ...], emphasis: str) -> tuple[int, int] | None:
    """Where ``emphasis`` occurs in ``words`` as (first, one past the last), or None."""
    wanted = [_bare(word) for word in tokens(clean(emphasis))]
    if not wanted:
        return None
    bare = [_bare(word) for word in words]
    for i in range(len(bare) - len(wanted) + 1):
        if bare[i : i + len(wanted)] == wanted:
            return i, i + len(wanted)
    return None


def _bare(word: str) -> str:
    return word.strip(".,;:!?…\"'“”‘’()«»、。" + GLUE + FROM_THE_RIGHT).casefold()
