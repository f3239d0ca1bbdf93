"""Text from anywhere, made fit to be set: no control characters, no loose numbers."""

import re
import unicodedata

from generation.studio.typesetting.scripts import EMOJI_STYLE, JOINER, Script, is_ideographic, script_of
from generation.studio.typesetting.segments import segments

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = {"\u200c", JOINER}
# Marks that sit on one letter: more than these are a prank that grows out of the line.
_MOST_MARKS = 3
_NUMBER = re.compile(r"^[\(~≈+−-]?[$€£¥₹]?\d[\d.,:/–-]*[%+x×k]?$", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:%|°c?|am|pm|a\.m\.?|p\.m\.?|h|hrs?|hours?|min|mins|minutes?|sec|seconds?|days?|weeks?|months?|years?|"
    r"g|grams?|kg|kilos?|mg|lbs?|oz|ml|l|liters?|litres?|km|m|cm|mm|miles?|k|gb|tb|mb|kwh|w|v|"
    r"euros?|dollars?|pounds?|eur|usd|gbp|x|stars?|million|billion|thousand)[.,!?;:]?$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"^\d{1,4}[a-z]?,$")
_HANGING = {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "de", "la", "le", "der"}


def clean(text: str) -> str:
    """``text`` on one line: NFC, without invisible characters, spaces collapsed, quotes curled."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(_kept(composed, i) for i in range(len(composed)))
    return _curled(" ".join(kept.split()))


def _kept(text: str, i: int) -> str:
    """The character at ``i``, a space in its place, or nothing."""
    char = text[i]
    if char in _JOINERS or char == EMOJI_STYLE:
        return char if _joins(text, i) else ""
    if char.isspace() or unicodedata.category(char) in _INVISIBLE:
        return " "
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me"}:
        return char if _marks_before(text, i) < _MOST_MARKS and char < "\ufe00" else ""
    return char


def _joins(text: str, i: int) -> bool:
    """Whether a joiner at ``i`` stands where it means something: after a pictograph or a shaped letter."""
    before = script_of(text[i - 1]) if i else Script.COMMON
    if text[i] == EMOJI_STYLE:
        return before is Script.EMOJI
    after = script_of(text[i + 1]) if i + 1 < len(text) else Script.COMMON
    if before is Script.COMMON and i > 1 and text[i - 1] == EMOJI_STYLE:
        before = script_of(text[i - 2])
    return before is after and after in {Script.EMOJI, Script.ARABIC, Script.DEVANAGARI, Script.INDIC}


def _marks_before(text: str, i: int) -> int:
    count = 0
    while i > count and unicodedata.category(text[i - count - 1]) in {"Mn", "Me"}:
        count += 1
    return count


def _curled(text: str) -> str:
    """Typewriter quotation marks as a typesetter writes them."""
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’")


def tokens(text: str) -> tuple[str, ...]:
    """The pieces a line may be broken between.

    A number stays with its unit ("60 days"), a currency sign with its amount.
    Names joined by hyphens are one piece because only spaces divide; Chinese
    and Japanese come in pieces that end with GLUE (see ``segments``).
    """
    pieces: list[str] = []
    for word in clean(text).split():
        if pieces and _belongs_together(pieces[-1], word):
            pieces[-1] += " " + word
        elif is_ideographic(word):
            pieces += segments(word)
        else:
            pieces.append(word)
    return tuple(pieces)


def _belongs_together(left: str, right: str) -> bool:
    if " " in left:
        return False
    if _NUMBER.match(left) and _UNIT.match(right):
        return True
    # A house number stays with its street: "Rua das Flores 12, Porto".
    if left[:1].isupper() and _HOUSE.match(right):
        return True
    return left in {"$", "€", "£", "¥", "₹", "–", "—", "&", "+"} or right in {"–", "—", "!", "?", ":", "»"}


def hangs(token: str) -> bool:
    """Whether a line should rather not end with ``token`` (articles and short prepositions)."""
    return token.casefold().lstrip('“‘("') in _HANGING
