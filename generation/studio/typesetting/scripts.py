"""Which script a character belongs to, as far as typesetting cares: who draws it, and how."""

from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """Scripts that need a face of their own. Everything else is COMMON."""

    COMMON = "common"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    DEVANAGARI = "devanagari"
    INDIC = "indic"
    KANA = "kana"
    HAN = "han"
    HANGUL = "hangul"
    EMOJI = "emoji"


# First and last code point of the blocks, from the Unicode Character Database (Blocks.txt, 16.0).
_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x08A0, 0x08FF, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0980, 0x0E7F, Script.INDIC),
    (0x0E80, 0x109F, Script.INDIC),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1780, 0x17FF, Script.INDIC),
    (0x2300, 0x23FF, Script.EMOJI),
    (0x2600, 0x27BF, Script.EMOJI),
    (0x2B00, 0x2BFF, Script.EMOJI),
    (0x2E80, 0x303F, Script.HAN),
    (0x3040, 0x30FF, Script.KANA),
    (0x3100, 0x312F, Script.HAN),
    (0x3130, 0x318F, Script.HANGUL),
    (0x3190, 0x31EF, Script.HAN),
    (0x31F0, 0x31FF, Script.KANA),
    (0x3200, 0x9FFF, Script.HAN),
    (0xA8E0, 0xA8FF, Script.DEVANAGARI),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xAC00, 0xD7FF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE30, 0xFE4F, Script.HAN),
    (0xFE70, 0xFEFE, Script.ARABIC),
    (0xFF00, 0xFFEF, Script.HAN),
    (0x1F000, 0x1FAFF, Script.EMOJI),
    (0x20000, 0x3FFFF, Script.HAN),
)
_STARTS = tuple(first for first, _, _ in _BLOCKS)

SHAPED = {Script.ARABIC, Script.HEBREW, Script.DEVANAGARI, Script.INDIC, Script.EMOJI}
"""Scripts whose letters change with their neighbours: set run by run by HarfBuzz."""

IDEOGRAPHIC = {Script.HAN, Script.KANA}
"""Scripts that are written without spaces: a line may end almost anywhere."""

JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"


@lru_cache(maxsize=4096)
def script_of(char: str) -> Script:
    """The script of one character."""
    code = ord(char)
    at = bisect_right(_STARTS, code) - 1
    if at < 0:
        return Script.COMMON
    _, last, script = _BLOCKS[at]
    return script if code <= last else Script.COMMON


def is_ideographic(text: str) -> bool:
    """Whether any of ``text`` is written without spaces between words."""
    return any(script_of(char) in IDEOGRAPHIC for char in text)


def is_shaped(text: str) -> bool:
    """Whether any of ``text`` is set by shaping."""
    return any(script_of(char) in SHAPED for char in text)
