"""Poster type: every line of a short text as wide as the column, so that none stands small in a wide field."""

from dataclasses import replace

from generation.studio.typesetting.breaking import Lines, break_into
from generation.studio.typesetting.cleaning import clean, hangs, tokens
from generation.studio.typesetting.direction import is_right_to_left
from generation.studio.typesetting.display import Display, display
from generation.studio.typesetting.fitting import Setting, Wish, find_run, fit
from generation.studio.typesetting.segments import joined
from generation.studio.typesetting.shaping import metrics_of

_MOST_WORDS = 7
_MOST_SIZES = 3
_APART = 1.8
"""The largest line is at most so many times the smallest: more looks like a ransom note."""

_GAP = 0.3
"""Between the lines, in ems of the smaller neighbour."""

_STRAY = 0.75
_WORTH = 0.1
_LOUD = 0.85
_FLUSH = 0.88


def stacked(text: str, *, emphasis: str, wish: Wish, width: float, height: float) -> Display:
    """``text`` in the box (pixels), each line at its own size where that fills the box better than ``display``.

    Long texts, and those in scripts that are shaped, are set like any headline.
    """
    usual = display(text, emphasis=emphasis, wish=wish, width=width, height=height)
    words = tokens(text)
    is_shaped = any(word.glyphs.blobs for block in usual.blocks for word in block.words)
    if not 2 <= len(words) <= _MOST_WORDS or is_shaped or is_right_to_left(clean(text)):
        return usual
    run = find_run(words, emphasis)
    made = [
        _stack(break_into(words, count, face=wish.face, together=run), emphasis, wish, width, height)
        for count in range(2, min(len(words), wish.most_lines, _MOST_SIZES) + 1)
    ]
    made = [one for one in made if _is_flush(one)]
    best = max(made, key=lambda one: _worth(one, width, height), default=usual)
    return best if _worth(best, width, height) > _worth(usual, width, height) * 1.04 else usual


def _is_flush(shown: Display) -> bool:
    """Whether every line but the one that matters reaches the edge: lines of any width at any size look like
    a ransom note."""
    plain = [block for block in shown.blocks if not any(word.emphasised for word in block.words)]
    lonely = any(all(hangs(word.token) for word in block.words) for block in shown.blocks)
    return not lonely and all(block.width >= _FLUSH * shown.width for block in plain)


def _worth(shown: Display, width: float, height: float) -> float:
    """How much of the box is filled; less for every line that ends on a word that leads on, for more than
    three lines, and where the words that matter are the smaller ones."""
    hanging = sum(1 for block in shown.blocks[:-1] if block.words and hangs(block.words[-1].token))
    stressed = [block.size for block in shown.blocks if any(word.emphasised for word in block.words)]
    is_whispered = bool(stressed) and max(stressed) < _LOUD * shown.size
    many = max(len(shown.blocks) - 3, 0)
    return shown.width * shown.height / (width * height) - _WORTH * (hanging + is_whispered + many)


def _stack(lines: Lines, emphasis: str, wish: Wish, width: float, height: float) -> Display:
    """The lines under one another, no wider and no higher than the box."""
    first = [_line(line, emphasis, wish, width, wish.largest * _APART) for line in lines.lines]
    least = min(one.size for one in first)
    sizes = [min(one.size, least * _APART) for one in first]
    total = _height(sizes, lines, wish)
    scale = min(1.0, height / total, wish.largest * 1.25 / max(sizes))
    return _piled(
        [
            _line(line, emphasis, wish, width, size * scale)
            for line, size in zip(lines.lines, sizes, strict=True)
        ]
    )


def _line(words: tuple[str, ...], emphasis: str, wish: Wish, width: float, largest: float) -> Setting:
    one = replace(wish, largest=largest, smallest=1.0, most_lines=1)
    text = joined(words)
    whole = find_run(words, emphasis)
    stressed = emphasis if whole else _shared(words, emphasis)
    return fit(text, wish=one, width=width * 1.001, height=1e5, emphasis=stressed)


def _shared(words: tuple[str, ...], emphasis: str) -> str:
    """The part of the emphasis that stands on this line, where it runs over its end or beginning."""
    wanted = tokens(emphasis)
    for count in range(len(wanted) - 1, 0, -1):
        if find_run(words[-count:], joined(wanted[:count])):
            return joined(wanted[:count])
        if find_run(words[:count], joined(wanted[-count:])):
            return joined(wanted[-count:])
    return ""


def _height(sizes: list[float], lines: Lines, wish: Wish) -> float:
    total = 0.0
    for i, (line, size) in enumerate(zip(lines.lines, sizes, strict=True)):
        measures = metrics_of(joined(line), face=wish.face)
        low = measures.descent if i == len(sizes) - 1 else measures.descent * _STRAY
        gap = 0.0 if i == len(sizes) - 1 else _GAP * min(size, sizes[i + 1])
        total += (measures.cap + low) * size + gap
    return total


def _piled(blocks: list[Setting]) -> Display:
    done: list[Setting] = []
    y = 0.0
    for i, block in enumerate(blocks):
        done.append(block.moved(x=0, y=y))
        if i + 1 < len(blocks):
            descent = block.height - block.cap
            y += block.cap + descent * _STRAY + _GAP * min(block.size, blocks[i + 1].size)
    return Display(tuple(done), max(one.width for one in done), y + done[-1].height)
