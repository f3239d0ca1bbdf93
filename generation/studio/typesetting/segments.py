"""Where a text without spaces may be broken: Chinese and Japanese.

A piece that joins the next one without a space ends with GLUE.
"""

from itertools import pairwise

from generation.studio.typesetting.scripts import IDEOGRAPHIC, Script, script_of

GLUE = "\u200b"

# What may not begin a line and what may not end one (JIS X 4051, JLREQ 3.1.7 and 3.1.8).
_NEVER_FIRST = set(
    "、。，．・：；？！」』）］｝〉》】〕”’…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ%％,.!?:;)"
)
_NEVER_LAST = set("「『（［｛〈《【〔“‘(¥￥$＄€£")


def segments(word: str) -> tuple[str, ...]:
    """``word`` in pieces that a line may end after; all but the last end with GLUE."""
    kana = any(script_of(char) is Script.KANA for char in word)
    pieces = [word[:1]]
    for before, after in pairwise(word):
        if _may_break(before, after, kana=kana):
            pieces.append(after)
        else:
            pieces[-1] += after
    return tuple(piece + GLUE for piece in pieces[:-1]) + tuple(pieces[-1:])


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
