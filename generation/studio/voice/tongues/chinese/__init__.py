"""Mandarin: words by jieba's dictionary, readings by pypinyin, phonemes by the syllable."""

import re
from collections.abc import Mapping

from generation.studio.voice.phonemes import Pronounced, pronounce
from generation.studio.voice.reading import read
from generation.studio.voice.tongues.chinese.figures import NUMERALS, in_characters
from generation.studio.voice.tongues.chinese.pinyin import phonemes
from generation.studio.voice.tongues.unspaced import pieces_of, respelled, spoken

# A figure stays with the signs and the one character that say what it counts: "¥99", "8:30", "50%", "2019年".
_FIGURE = re.compile(
    r"(?:周|第|[¥￥$])?\d[\d.,:：]*(?:\s?[-–~～至]\s?[¥￥]?\d[\d.,:：]*)*[%％]?(?:分钟|小时|公里|[年月日号点时元块折个位杯份人天次种家件款周岁分折])?"
)
_BEFORE_A_ROW = {*NUMERALS, "第", "周", "期"}
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’&.-]*")


def chinese(text: str, pronunciations: Mapping[str, str]) -> tuple[Pronounced, ...]:
    """How a Chinese text is spoken, word by word. ``pronunciations`` gives names in other characters."""
    return spoken(pieces_of(text, _cut), lambda core: _sounds(in_characters(respelled(core, pronunciations))))


def _cut(run: str) -> list[str]:
    """Words as a reader sees them, figures and Latin names whole."""
    import rjieba  # Loads its dictionary, which only who speaks Chinese needs.

    parts: list[str] = []
    place = 0
    for found in re.finditer(f"{_FIGURE.pattern}|{_LATIN.pattern}", run):
        parts += rjieba.cut(run[place : found.start()])
        parts.append(found.group())
        place = found.end()
    return parts + list(rjieba.cut(run[place:]))


def _sounds(word: str) -> str:
    return " ".join(filter(None, (_of_run(run) for run in re.findall(f"{_LATIN.pattern}|[^A-Za-z]+", word))))


def _of_run(run: str) -> str:
    if _LATIN.fullmatch(run):
        return " ".join(word.phonemes for word in pronounce(read(run), british=False))
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(
        run, style=Style.TONE3, neutral_tone_with_five=True, tone_sandhi=True, errors="ignore"
    )
    return "".join(map(phonemes, _with_softer_ones(run, syllables)))


def _with_softer_ones(run: str, syllables: list[str]) -> list[str]:
    """一 is yí before a falling tone and yì before all others, but yī in numbers and in a row (第一, 周一).

    Chao Yuen Ren, A Grammar of Spoken Chinese, 1.3.
    """
    characters = [sign for sign in run if "\u4e00" <= sign <= "\u9fff"]
    if len(characters) != len(syllables):
        return syllables
    softer = list(syllables)
    for place in range(len(characters) - 1):
        before = characters[place - 1] if place else ""
        is_figure = characters[place + 1] in NUMERALS or before in _BEFORE_A_ROW
        if characters[place] == "一" and not is_figure:
            softer[place] = "yi2" if syllables[place + 1].endswith("4") else "yi4"
    return softer
