"""Figures that ads like: below zero, parts of a whole, so many times, from weekday to weekday."""

import re
from collections.abc import Callable, Sequence

from generation.studio.voice.reading.pieces import Piece, Told, say
from generation.studio.voice.tongues.wording import Wording, noun

Amount = Callable[[Wording, str], str]
_DECIMAL = r"\d+(?:[.,]\d+)?"
_SIGNED = re.compile(rf"[-−–]({_DECIMAL})\s?(°C?|%)?", re.IGNORECASE)
_OUT_OF = re.compile(rf"({_DECIMAL})/(\d+)")
_TIMES = re.compile(rf"({_DECIMAL})[x×]", re.IGNORECASE)
_NUMBER_SIGNS = frozenset({"n", "nr", "nº", "n°"})


def figures(words: Wording, pieces: Sequence[Piece], before: str, *, amount: Amount) -> Told | None:
    """What one of the rules below makes of it; ``amount`` says a number as the language does."""
    del before
    text = pieces[0].core
    after = pieces[1] if len(pieces) > 1 and not pieces[0].tail.strip(".") else None
    if pieces[0].lower in _NUMBER_SIGNS and words.number and after and after.core.isdigit():
        return (say(words.number),)
    if words.minus and (match := _SIGNED.fullmatch(text)):
        return _signed(words, match, after, amount)
    return _parts(words, text, after, amount) or _related(words, text, amount) or _weekdays(words, text)


def _related(words: Wording, text: str, amount: Amount) -> Told | None:
    """ "4,8/5" and "3x"."""
    if text in words.short_forms:
        return None
    if words.out_of and (match := _OUT_OF.fullmatch(text)):
        return (say(f"{amount(words, match[1])} {words.out_of} {words.cardinal(int(match[2]))}"),)
    if words.times and (match := _TIMES.fullmatch(text)):
        return (say(f"{amount(words, match[1])} {words.times}"),)
    return None


def _signed(words: Wording, match: re.Match[str], after: Piece | None, amount: Amount) -> Told:
    number, unit = amount(words, match[1]), match[2]
    if unit == "%" or (not unit and after and after.core == "%"):
        # "-50 %" is what the price falls by: nobody says the sign.
        return (say(number), say(words.percent)) if not unit else (say(f"{number} {words.percent}"),)
    if unit:
        return (say(f"{words.minus} {number} {_degrees(words, match[1])}"),)
    if after and after.lower.startswith("°"):
        return say(f"{words.minus} {number}"), say(_degrees(words, match[1]))
    return (say(f"{words.minus} {number}"),)


def _degrees(words: Wording, number: str) -> str:
    return noun(words.units["°c"], is_one=number == "1")


def _parts(words: Wording, text: str, after: Piece | None, amount: Amount) -> Told | None:
    if text in words.parts:
        return (say(words.parts[text][0]),)
    if text.isdigit() and after and after.core in words.parts:
        return say(amount(words, text)), say(words.parts[after.core][1])
    return None


def _weekdays(words: Wording, text: str) -> Told | None:
    first, dash, last = text.lower().replace("–", "-").partition("-")
    if dash and first in words.weekdays and last in words.weekdays:
        return (say(f"{words.weekdays[first]} {words.to} {words.weekdays[last]}"),)
    return None
