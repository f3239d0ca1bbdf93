"""Text from anywhere, made fit to be set: no control characters, no emoji, no loose numbers."""

import re
import unicodedata

# An advert is set in type; pictographs would come from whatever font the host has.
_PICTOGRAPHS = re.compile(
    "[\U0001f000-\U0001faff\U00002600-\U000027bf\U0001f1e6-\U0001f1ff\U00002b00-\U00002bff\ufe00-\ufe0f\u200d\u20e3]"
)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = {"\u200c"}
_NUMBER = re.compile(r"^[\(~≈+−-]?[$€£¥₹]?\d[\d.,:/–-]*[%+x×k]?$", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:%|°c?|am|pm|a\.m\.?|p\.m\.?|h|hrs?|hours?|min|mins|minutes?|sec|seconds?|days?|weeks?|months?|years?|"
    r"g|grams?|kg|kilos?|mg|lbs?|oz|ml|l|liters?|litres?|km|m|cm|mm|miles?|k|gb|tb|mb|kwh|w|v|"
    r"euros?|dollars?|pounds?|eur|usd|gbp|x|stars?|million|billion|thousand)[.,!?;:]?$",
    re.IGNORECASE,
)
_HANGING = {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "de", "la", "le", "der"}


def clean(text: str) -> str:
    """``text`` on one line: NFC, without invisible characters and pictographs, spaces collapsed."""
    composed = unicodedata.normalize("NFC", _PICTOGRAPHS.sub(" ", text))
    kept = (
        " " if char.isspace() or (unicodedata.category(char) in _INVISIBLE and char not in _JOINERS) else char
        for char in composed
    )
    return _curled(" ".join("".join(kept).split()))


def _curled(text: str) -> str:
    """Typewriter quotation marks as a typesetter writes them."""
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’")


def tokens(text: str) -> tuple[str, ...]:
    """The pieces a line may be broken between.

    A number stays with its unit ("60 days"), a currency sign with its amount.
    Names joined by hyphens are one piece because only spaces divide.
    """
    joined: list[str] = []
    for word in clean(text).split():
        if joined and _belongs_together(joined[-1], word):
            joined[-1] += " " + word
        else:
            joined.append(word)
    return tuple(joined)


def _belongs_together(left: str, right: str) -> bool:
    if " " in left:
        return False
    if _NUMBER.match(left) and _UNIT.match(right):
        return True
    return left in {"$", "€", "£", "¥", "₹", "–", "—", "&", "+"} or right in {"–", "—", "!", "?", ":", "»"}


def hangs(token: str) -> bool:
    """Whether a line should rather not end with ``token`` (articles and short prepositions)."""
    return token.casefold().lstrip('“‘("') in _HANGING
