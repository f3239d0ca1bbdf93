"""Mandarin: words by jieba's dictionary, readings by pypinyin, phonemes by the syllable."""

import re
from collections.abc import Mapping

from generation.studio.typesetting.segments import GLUE, LATIN, segments
from generation.studio.voice.phonemes import Pronounced, pronounce
from generation.studio.voice.reading import read
from generation.studio.voice.tongues.chinese.figures import NUMERALS, in_characters
from generation.studio.voice.tongues.chinese.pinyin import phonemes
from generation.studio.voice.tongues.unspaced import pieces_of, respelled, spoken

_BEFORE_A_ROW = {*NUMERALS, "第", "周", "期"}


def chinese(text: str, pronunciations: Mapping[str, str]) -> tuple[Pronounced, ...]:
    """How a Chinese text is spoken, word by word. ``pronunciations`` gives names in other characters."""
    return spoken(
        pieces_of(text, _words), lambda core: _sounds(in_characters(respelled(core, pronunciations)))
    )


def _words(run: str) -> list[str]:
    return [part.rstrip(GLUE) for part in segments(run)]


def _sounds(word: str) -> str:
    return " ".join(filter(None, (_of_run(run) for run in re.findall(f"{LATIN.pattern}|[^A-Za-z]+", word))))


def _of_run(run: str) -> str:
    if LATIN.fullmatch(run):
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
