"""Amounts: money, percentages, measures, ranges and plain numbers."""

import re
from collections.abc import Sequence

from generation.studio.voice.numbers import cardinal, decimal, digits, ordinal
from generation.studio.voice.reading.pieces import Piece, Told, say
from generation.studio.voice.reading.units import (
    CURRENCIES,
    CURRENCY_CODES,
    PERIODS,
    SCALES,
    measure,
    unit_name,
)

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGNS = "".join(re.escape(sign) for sign in CURRENCIES)
_MONEY = re.compile(
    rf"(?P<sign>[{_SIGNS}])(?P<amount>{NUMBER})(?P<scale>[kKmM]|bn)?(?P<plus>\+?)(?:/?(?P<per>(?<=/)[A-Za-z]+|pp|pcm|pw|pa))?"
)
_MONEY_BEHIND = re.compile(
    rf"(?P<amount>{NUMBER})(?P<sign>[{_SIGNS}])(?P<scale>)(?P<plus>)(?:/(?P<per>[A-Za-z]+))?"
)
_MONEY_RANGE = re.compile(rf"([{_SIGNS}])({NUMBER})[-–—]\1?({NUMBER})")
_MEASURE = re.compile(rf"(?P<minus>[-−]?)(?P<amount>{NUMBER})\s?(?P<unit>[A-Za-z°%µ/²³★]+)(?P<plus>\+?)")
_MILLIONS = re.compile(rf"(?P<amount>{NUMBER})(?P<scale>M|bn)(?P<plus>\+?)")
_COMPARED = re.compile(rf"(?P<sign>[<>≥≤±−-])(?P<amount>{NUMBER})")
_COMPARISONS = {
    ">": "over",
    "<": "under",
    "≥": "at least",
    "≤": "at most",
    "±": "plus or minus",
    "-": "minus",
    "−": "minus",
}
_DECIMAL_COMMA = re.compile(r"(?<![\d,])(\d{1,3}),(\d{1,2})(?!\d)")
# Behind these a measure stands for itself: "5km away"; before any other noun it qualifies: "a five kilometer run".
_STANDS_ALONE = frozenset({
    "a", "after", "ago", "an", "and", "apart", "are", "at", "away", "before", "but", "by", "deep", "each", "every",
    "for", "from", "high", "if", "in", "into", "is", "later", "less", "long", "more", "of", "off", "on", "or", "over",
    "per", "so", "tall", "than", "the", "to", "under", "until", "was", "when", "while", "wide", "with",
    "within", "without", "you",
})  # fmt: skip
_RANGE = re.compile(rf"(?P<low>{NUMBER})[-–—](?P<high>{NUMBER})(?P<unit>%|[A-Za-z°]*)")
_PLAIN = re.compile(rf"(?P<mark>[#+~]?)(?P<amount>{NUMBER})(?P<plus>\+?)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_MARKS = {"#": "number ", "+": "plus ", "~": "about ", "": ""}


def money(pieces: Sequence[Piece], before: str) -> Told | None:
    """ "$49", "€4.50", "129 €", "£1.2m", "$5/month", "$2 million", "49 USD"."""
    text = pieces[0].core
    if match := _MONEY_RANGE.fullmatch(text):
        return (say(f"{decimal(match[2])} to {_money(match[3], match[1])}"),)
    if match := _MONEY.fullmatch(text) or _MONEY_BEHIND.fullmatch(text):
        return _sum_of_money(match, pieces, before)
    return _money_in_two(pieces) if len(pieces) > 1 and not pieces[0].tail else None


def _money_in_two(pieces: Sequence[Piece]) -> Told | None:
    """ "49 USD", "129 €", "EUR 49": the currency is a word of its own."""
    first, second = pieces[0].core, pieces[1].core
    if re.fullmatch(NUMBER, first) and second in CURRENCY_CODES:
        return say(decimal(first)), say(_currency(CURRENCY_CODES[second], is_one=first == "1"))
    if first in CURRENCY_CODES and re.fullmatch(NUMBER, second):
        return say(decimal(second)), say(_currency(CURRENCY_CODES[first], is_one=second == "1"))
    return None


def _sum_of_money(match: re.Match[str], pieces: Sequence[Piece], before: str) -> Told:
    amount, sign, scale = match["amount"], match["sign"], match["scale"] or ""
    per = f" {_per(match['per'])}" if match["per"] else ""
    plus = " plus" if match["plus"] else ""
    if len(pieces) > 1 and not pieces[0].tail and pieces[1].lower in SCALES.values():
        return say(decimal(amount)), say(f"{pieces[1].lower} {_currency(sign, is_one=False)}")
    if scale:
        return (say(f"{decimal(amount)} {SCALES[scale.lower()]} {_currency(sign, is_one=False)}{plus}{per}"),)
    # "a forty-nine dollar check-up", but "it costs forty-nine dollars"
    is_adjective = before.lower() in {"a", "an"} and len(pieces) > 1 and not pieces[0].is_closed
    spoken = f"{decimal(amount)} {_currency(sign, is_one=True)}" if is_adjective else _money(amount, sign)
    return (say(spoken + plus + per),)


def _money(amount: str, sign: str) -> str:
    """ "4.50", "€" → "four euros and fifty cents"."""
    whole, _, part = amount.replace(",", "").partition(".")
    small = CURRENCIES[sign].small
    if not part or not small or len(part) != 2:
        return f"{decimal(amount)} {_currency(sign, is_one=amount == '1')}"
    large = f"{cardinal(int(whole))} {_currency(sign, is_one=int(whole) == 1)}"
    cents = f"{cardinal(int(part))} {small if int(part) != 1 or sign == '£' else small.removesuffix('s')}"
    if int(part) == 0:
        return large
    return cents if int(whole) == 0 else f"{large} and {cents}"


def _currency(sign: str, *, is_one: bool) -> str:
    return CURRENCIES[sign].one if is_one else CURRENCIES[sign].many


def _per(period: str) -> str:
    name = PERIODS.get(period.lower(), period)
    return f"{'an' if name == 'hour' else 'a'} {name}"


def measures(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "198 g", "10km", "20%", "5 °C", "10–15 minutes", "2x"."""
    text = _with_point(pieces[0].core)
    if match := _RANGE.fullmatch(text):
        return _range(match, pieces)
    if match := _MILLIONS.fullmatch(text):
        plus = " plus" if match["plus"] else ""
        return (say(f"{decimal(match['amount'])} {SCALES[match['scale'].lower()]}{plus}"),)
    if (match := _MEASURE.fullmatch(text)) and (name := _measured(match, pieces)):
        minus, plus = "minus " if match["minus"] else "", " plus" if match["plus"] else ""
        return (say(f"{minus}{decimal(match['amount'])} {name}{plus}"),)
    if len(pieces) > 1 and re.fullmatch(NUMBER, text) and not pieces[0].tail:
        name = measure(pieces[1].core, text, is_apart=True)
        return (say(decimal(text)), say(name)) if name else None
    return None


def _with_point(text: str) -> str:
    """ "10,5" is ten and a half in most of Europe; "1,299" is not."""
    return _DECIMAL_COMMA.sub(r"\1.\2", text)


def _measured(match: re.Match[str], pieces: Sequence[Piece]) -> str | None:
    """The unit's name: in the singular where the measure qualifies a noun ("a 5km run")."""
    after = pieces[1].core if len(pieces) > 1 and not pieces[0].is_closed else ""
    qualifies = (
        match["unit"].isalpha()
        and match["unit"].lower() != "x"
        and after.isalpha()
        and after.islower()
        and after not in _STANDS_ALONE
        and not after.endswith("ly")
    )
    return measure(match["unit"], "1" if qualifies else match["amount"])


def _range(match: re.Match[str], pieces: Sequence[Piece]) -> Told | None:
    low, high, unit = match["low"], match["high"], match["unit"]
    spoken = f"{decimal(low)} to {decimal(high)}"
    if unit and not (name := measure(unit, "2")):
        return None
    if unit:
        return (say(f"{spoken} {name}"),)
    if len(pieces) > 1 and not pieces[0].tail and (name := measure(pieces[1].core, "2", is_apart=True)):
        return say(spoken), say(name)
    return (say(spoken),)


def plain_numbers(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "4,200", "300+", "#1", "21st", "007"."""
    text = _with_point(pieces[0].core)
    if match := _ORDINAL.fullmatch(text):
        return (say(ordinal(int(match[1]))),)
    if match := _COMPARED.fullmatch(text):
        return (say(f"{_COMPARISONS[match['sign']]} {decimal(match['amount'])}"),)
    if match := _PLAIN.fullmatch(text):
        amount = match["amount"]
        is_code = len(amount) > 1 and amount.startswith("0") and "." not in amount
        spoken = digits(amount) if is_code else decimal(amount)
        about = "about " if pieces[0].lead.endswith("~") else ""
        return (say(f"{about}{_MARKS[match['mark']]}{spoken}{' plus' if match['plus'] else ''}"),)
    return None


def compounds(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "10-minute", "3-in-1", "30-min"."""
    text = pieces[0].core.replace("–", "-")
    parts = text.split("-")
    if len(parts) < 2 or not re.fullmatch(NUMBER, parts[0]) or not all(parts):
        return None
    rest = [decimal(part) if re.fullmatch(NUMBER, part) else _name_in_a_compound(part) for part in parts[1:]]
    return (say(f"{decimal(parts[0])} {' '.join(rest)}"),)


def _name_in_a_compound(part: str) -> str:
    # "3-in-1" has no inches.
    return part if part == "in" else unit_name(part) or part
