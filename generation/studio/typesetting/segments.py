"""Where a text without spaces may be broken: Chinese and Japanese.

A piece that joins the next one without a space ends with GLUE.
"""

import re
from itertools import pairwise

from generation.studio.typesetting.scripts import IDEOGRAPHIC, Script, script_of

GLUE = "\u200b"

# What may not begin a line and what may not end one (JIS X 4051, JLREQ 3.1.7 and 3.1.8).
_NEVER_FIRST = set(
    "、。，．・：；？！」』）］｝〉》】〕”’…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ%％,.!?:;)"
)
_NEVER_LAST = set("「『（［｛〈《【〔“‘(¥￥$＄€£")

_COUNTED = re.compile(
    r"[0-90-9〇一二三四五六七八九十百千万][0-90-9〇一二三四五六七八九十百千万,.]*"
    r"(?:時間|週間|か月|ヶ月|種類|分|円|年|日|月|個|名|回|秒|本|杯|歳|人|枚|時)(?=[\u4e00-\u9fff\u30a1-\u30fa])"
)


def segments(word: str) -> tuple[str, ...]:
    """``word`` in pieces that a line may end after; all but the last end with GLUE."""
    kana = any(script_of(char) is Script.KANA for char in word)
    pieces = [word[:1]]
    for place, (before, after) in enumerate(pairwise(word), start=1):
        if _is_polite(word[place - 1 :]):
            pieces[-1] += after
        elif _may_break(before, after, kana=kana) or (kana and _is_polite(word[place:])):
            pieces.append(after)
        else:
            pieces[-1] += after
    pieces = [part for piece in pieces for part in _counted(piece)]
    return tuple(piece + GLUE for piece in pieces[:-1]) + tuple(pieces[-1:])


def _is_polite(text: str) -> bool:
    """お待ち, ご予約: the prefix belongs to what is behind it."""
    return text[:1] in {"お", "ご"} and len(text) > 1 and _sort(text[1]) == "han"


def _counted(piece: str) -> tuple[str, ...]:
    """A number with its counter, and what follows it: 18時間 and 煮込みました."""
    found = _COUNTED.match(piece)
    return (found.group(), piece[found.end() :]) if found else (piece,)


def joined(words: tuple[str, ...]) -> str:
    """Pieces as one text again: spaces between words, none after GLUE."""
    return " ".join(words).replace(GLUE + " ", "").replace(GLUE, "")


def _may_break(before: str, after: str, *, kana: bool) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before in _NEVER_FIRST and before not in "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ":
        return True
    one, other = _sort(before), _sort(after)
    if kana:
        # Japanese: a phrase is what ends with its particles, so hiragana holds on to what is before it.
        ends_phrase = (one == "hiragana" and other != "hiragana") or before == "を"
        return ends_phrase or (one == "han" and other in {"katakana", "latin"})
    return one != other or one == "han"


def _sort(char: str) -> str:
    script = script_of(char)
    if script is Script.KANA:
        return "hiragana" if char <= "\u309f" else "katakana"
    return "han" if script in IDEOGRAPHIC else "latin"
