"""Where a text without spaces may be broken: Chinese and Japanese.

A piece that joins the next one without a space ends with GLUE. Phrases of Japanese are found by BudouX, words of
Chinese by jieba's dictionary; both are loaded when they are first needed.
"""

import re
from functools import cache, lru_cache
from typing import Any

from generation.studio.typesetting.scripts import IDEOGRAPHIC, Script, script_of

GLUE = "\u200b"

# What may not begin a line and what may not end one (JIS X 4051, JLREQ 3.1.7 and 3.1.8).
_NEVER_FIRST = set(
    "、。，．・：；？！」』）］｝〉》】〕”’…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ%％,.!?:;)"
)
_NEVER_LAST = set("「『（［｛〈《【〔“‘(¥￥$＄€£")
_JAPANESE_ONLY = set("円々")
_NUMERALS = set("〇一二三四五六七八九十百千万0123456789")

# A figure stays with the signs and the character that say what it counts: "¥99", "5:30", "50%", "2019年", "24小时".
_CHINESE_FIGURE = re.compile(
    r"(?:周|第|[¥￥$])?\d[\d.,:：]*(?:\s?[-–~～至]\s?[¥￥]?\d[\d.,:：]*)*[%％]?"
    r"(?:分钟|小时|公里|[年月日号点时元块折个位杯份人天次种家件款周岁分])?"
)
LATIN = re.compile(r"[A-Za-z][A-Za-z'’&.-]*")
_WHOLE = re.compile(f"{_CHINESE_FIGURE.pattern}|{LATIN.pattern}")

# Inside a long phrase a line may also end where katakana or Latin letters begin: 鶏白湯 and ラーメンは、
_LONG = 6
_CHANGE = re.compile(r"(?<=[\u3400-\u9fff])(?=[\u30a1-\u30faA-Za-z])")


@lru_cache(maxsize=1024)
def segments(word: str) -> tuple[str, ...]:
    """``word`` in pieces that a line may end after; all but the last end with GLUE."""
    is_japanese = any(script_of(char) is Script.KANA or char in _JAPANESE_ONLY for char in word)
    pieces = _kept_together(_japanese(word) if is_japanese else _chinese(word))
    return tuple(piece + GLUE for piece in pieces[:-1]) + tuple(pieces[-1:])


def joined(words: tuple[str, ...]) -> str:
    """Pieces as one text again: spaces between words, none after GLUE."""
    return " ".join(words).replace(GLUE + " ", "").replace(GLUE, "")


def _japanese(text: str) -> list[str]:
    found: list[str] = []
    for phrase in _phrases().parse(text):
        found += _CHANGE.split(phrase) if len(phrase) > _LONG else [phrase]
    return found


def _chinese(text: str) -> list[str]:
    """Words as a reader sees them, figures and Latin names whole."""
    found: list[str] = []
    place = 0
    for whole in _WHOLE.finditer(text):
        found += [*_words_of(text[place : whole.start()]), whole.group()]
        place = whole.end()
    return [*found, *_words_of(text[place:])]


def _words_of(text: str) -> list[str]:
    if not any(script_of(char) in IDEOGRAPHIC and char.isalnum() for char in text):
        return [text] if text else []
    import rjieba

    words: list[str] = rjieba.cut(text)
    return words


@cache
def _phrases() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()


def _is_one_thing(before: str, behind: str) -> bool:
    is_half_hour = (before, behind) == ("点", "半")
    return before in _NEVER_LAST or is_half_hour or (before in _NUMERALS and behind in _NUMERALS)


def _kept_together(pieces: list[str]) -> list[str]:
    """Signs that may not begin a line stay with what is before them, those that may not end one with what follows;
    and 十一時 stays a number.
    """
    found = [""]
    for piece in pieces:
        body = piece.lstrip("".join(_NEVER_FIRST))
        found[-1] += piece[: len(piece) - len(body)]
        if body and (not found[-1] or _is_one_thing(found[-1][-1], body[0])):
            found[-1] += body
        elif body:
            found.append(body)
    return found
