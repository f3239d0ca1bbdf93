"""How firmly two neighbouring words hold together."""

import re
from collections.abc import Sequence

from generation.studio.captions.words import LEADING, MONTHS, NAME_LINKS, OPENERS, UNITS

# Costs of a break; they are compared with each other and with those in ``phrases``.
NEVER = 200.0
RELUCTANT = 24.0
PLAIN = 8.0
AT_PHRASE = 3.0
AT_COMMA = 1.0
AT_SENTENCE = 0.0

_SENTENCE_ENDS = ".!?…。！？؟۔।"
_CLAUSE_ENDS = ",;:—–、，；：،؛"
_CLOSING = "\"'”“’»)]}*」』）"
_OPENING = "\"'“„‘«([{*「『（"
_NUMBER = re.compile(r"[^\w\s]?\d[\d.,:/–-]*(?:st|nd|rd|th|k|m|bn)?\+?", re.IGNORECASE)
_NUMBER_WORDS = frozenset({"no", "nr", "number", "code", "level", "room", "platform", "page"})


def binding(texts: Sequence[str], place: int) -> float:
    """What it costs to break between the words ``place - 1`` and ``place``."""
    left, right = texts[place - 1], texts[place]
    ending = closing_sign(left)
    if ending in _SENTENCE_ENDS and ending and not _is_short_form(left):
        return AT_SENTENCE
    if ending and ending in _CLAUSE_ENDS:
        return AT_COMMA
    if _is_one_thing(texts, place):
        return NEVER
    if bare(left) in LEADING:
        return RELUCTANT
    return AT_PHRASE if bare(right) in OPENERS else PLAIN


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with this word."""
    sign = closing_sign(text)
    return bool(sign) and sign in _SENTENCE_ENDS and not _is_short_form(text)


def is_function_word(text: str) -> bool:
    """A word that says nothing when it stands alone."""
    return bare(text) in LEADING


def bare(text: str) -> str:
    """The word in small letters, without the punctuation around it."""
    return text.strip(_OPENING + _CLOSING + _SENTENCE_ENDS + _CLAUSE_ENDS).lower().replace("’", "'")


def closing_sign(text: str) -> str:
    """The punctuation mark at the end of a word, looking through quotes and brackets; or empty."""
    last = text.rstrip(_CLOSING)[-1:]
    return last if last and last in _SENTENCE_ENDS + _CLAUSE_ENDS else ""


def _is_short_form(text: str) -> bool:
    """ "a.m." and "Dr." end no sentence by themselves."""
    core = text.strip(_OPENING + _CLOSING).lower()
    return bool(re.fullmatch(r"(?:[a-z]\.){2,}|(?:dr|mr|mrs|ms|st|no|nr|vs|approx|incl)\.", core))


def _is_one_thing(texts: Sequence[str], place: int) -> bool:
    left, right = texts[place - 1], texts[place]
    before, after = bare(left), bare(right)
    is_number, is_number_behind = bool(_NUMBER.fullmatch(before)), bool(_NUMBER.fullmatch(after))
    if is_number and (after in UNITS or after in MONTHS or is_number_behind):
        return True
    if is_number_behind and (before in MONTHS or before in _NUMBER_WORDS or left in {"€", "$", "£"}):
        return True
    return _is_name(texts, place)


def _is_name(texts: Sequence[str], place: int) -> bool:
    """Capitalised words in a row, also around an "of": "Bright Harbor Dental", "Bank of Porto"."""
    left, right = texts[place - 1], texts[place]
    if _is_capital(left) and _is_capital(right):
        # The first word of a sentence is capitalised for another reason, unless it is all there is.
        return not (_starts_sentence(texts, place - 1) and is_function_word(left))
    if bare(right) in NAME_LINKS and place + 1 < len(texts):
        return _is_capital(left) and _is_capital(texts[place + 1]) and not _starts_sentence(texts, place - 1)
    if bare(left) in NAME_LINKS and place >= 2:
        return _is_capital(texts[place - 2]) and _is_capital(right) and not _starts_sentence(texts, place - 2)
    return False


def _is_capital(text: str) -> bool:
    core = text.lstrip(_OPENING)
    return core[:1].isupper()


def _starts_sentence(texts: Sequence[str], index: int) -> bool:
    return index == 0 or ends_sentence(texts[index - 1])
