"""How numbers, prices, times, units, short forms and addresses are read in a language of ``wording``.

Written as in Europe and Brazil: a comma before the decimals, a full stop or
a thin blank between thousands; the sign of a currency in front or behind.
"""

import re
from collections.abc import Sequence
from functools import partial

from generation.studio.voice.reading.addresses import EMAIL, WEB, phone_parts
from generation.studio.voice.reading.pieces import Piece, Rule, Told, say
from generation.studio.voice.tongues.figures import figures
from generation.studio.voice.tongues.wording import Wording, is_feminine, noun

_NUMBER = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:h](?P<minute>[0-5]\d)|h(?:s|rs)?)(?:h)?", re.IGNORECASE)
_HOUR = re.compile(r"[01]?\d|2[0-4]")
_HOUR_WORDS = frozenset({"h", "hs", "hrs"})
_CODE = re.compile(r"[A-Za-z]+\d[A-Za-z\d]*|\d+[A-Za-z]+")
_RUNS = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_")
_THOUSANDS = re.compile(r"\d{3}")
_VOWELS = frozenset("aeiouy")
_MASCULINE_IN_A = frozenset(
    {"día", "días", "dia", "dias", "problemas", "programas", "sistemas", "mapas", "idiomas"}
)


def rules_of(words: Wording) -> tuple[Rule, ...]:
    """The reading rules of a language, the narrow ones first."""
    makers = (
        _addresses,
        _telephone,
        _times,
        _dates,
        _spaced_price,
        _money,
        partial(figures, amount=_amount),
        _percent,
        _ranges,
        _ordinals,
        _units,
        _numbers,
    )
    return tuple(partial(rule, words) for rule in (*makers, _short_forms, _capitals, _codes))


def _addresses(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    text = pieces[0].core.rstrip("/")
    if not EMAIL.fullmatch(text) and not WEB.fullmatch(text):
        return None
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", text, flags=re.IGNORECASE)
    return (say(" ".join(_run(words, run) for run in _RUNS.findall(bare))),)


def _run(words: Wording, run: str) -> str:
    if run.isdigit():
        return words.cardinal(int(run))
    if run.isascii() and run.isalpha() and (len(run) < 3 or not set(run.lower()) & _VOWELS):
        return " ".join(words.letters[letter] for letter in run.lower())
    return words.signs.get(run, run if run.isalpha() else "")


def _telephone(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    parts = phone_parts(pieces)
    if not parts:
        return None
    return tuple(say(_dialled(words, re.sub(r"\D", " ", piece.core))) for piece in parts)


def _dialled(words: Wording, text: str) -> str:
    groups = text.split()
    if words.phone_pairs and all(len(group) == 2 for group in groups):
        return " ".join(
            words.cardinal(0) + " " + words.cardinal(int(group))
            if group[0] == "0"
            else words.cardinal(int(group))
            for group in groups
        )
    return " ".join(words.cardinal(int(digit)) for group in groups for digit in group)


def _times(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    text = pieces[0].core
    is_hour = len(pieces) > 1 and not pieces[0].tail and pieces[1].lower in _HOUR_WORDS
    if match := _CLOCK.fullmatch(text):
        told = (say(words.clock(int(match["hour"]), int(match["minute"] or 0))),)
        return (*told, ()) if is_hour else told
    if is_hour and _HOUR.fullmatch(text):
        number, _, rest = words.clock(int(text), 0).rpartition(" ")
        return say(number), say(rest)
    return None


def _dates(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    after = [piece.lower for piece in pieces[1:3] if not pieces[0].tail]
    is_day = bool(set(after[:1]) & set(words.months)) or (
        len(after) > 1 and after[0] in {"de", "di"} and after[1] in words.months
    )
    if is_day and pieces[0].core in {"1", "1º", "1°", "1er"} and words.first_of_month:
        return (say(words.first_of_month),)
    return None


def _amount(words: Wording, text: str, *, feminine: bool = False) -> str:
    """ "4.200" and "1 200" as whole numbers, "4,5" with its point."""
    plain = re.sub(r"[.\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    whole, _, part = plain.replace(",", ".").partition(".")
    spoken = words.counted(int(whole), feminine)
    return f"{spoken} {words.point} {_decimals(words, part)}" if part else spoken


def _decimals(words: Wording, part: str) -> str:
    if part[0] == "0" or len(part) > 2:
        return " ".join(words.cardinal(int(digit)) for digit in part)
    return words.cardinal(int(part))


def _money(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    text = pieces[0].core
    sign = "|".join(re.escape(sign) for sign in sorted(words.currencies, key=len, reverse=True))
    if match := re.fullmatch(rf"({sign})\s?({_NUMBER})(?:/(\w+))?", text):
        return (say(_price(words, match[2], match[1]) + _per(words, match[3])),)
    if match := re.fullmatch(rf"({_NUMBER})\s?({sign})(?:/(\w+))?", text):
        return (say(_price(words, match[1], match[2]) + _per(words, match[3])),)
    if len(pieces) < 2 or pieces[0].tail:
        return None
    sign, _, per = pieces[1].core.partition("/")
    if re.fullmatch(_NUMBER, text) and sign in words.currencies:
        number, _, rest = _price(words, text, sign).partition(
            noun(words.currencies[sign], is_one=text == "1")
        )
        return say(number), say(f"{_currency(words, text, sign)}{rest}{_per(words, per)}")
    if text in words.currencies and re.fullmatch(_NUMBER, pieces[1].core):
        return (), say(_price(words, pieces[1].core, text))
    return None


def _spaced_price(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    """ "1 299,99 €": a blank between the thousands."""
    del before
    if len(pieces) < 3 or pieces[0].tail or pieces[1].tail or pieces[2].core not in words.currencies:
        return None
    if not re.fullmatch(r"\d{1,3}", pieces[0].core) or not re.fullmatch(r"\d{3}(?:,\d+)?", pieces[1].core):
        return None
    return say(_price(words, pieces[0].core + pieces[1].core, pieces[2].core)), (), ()


def _price(words: Wording, amount: str, sign: str) -> str:
    whole, _, part = re.sub(r"[.\u00a0\u202f](?=\d{3}(?!\d))", "", amount).replace(",", ".").partition(".")
    name = words.currencies[sign]
    spoken = f"{words.counted(int(whole), is_feminine(name))} {noun(name, is_one=whole == '1')}"
    if not part or not int(part):
        return spoken
    cents = noun(words.cents[sign], is_one=int(part) == 1) if sign in words.cents else ""
    return f"{spoken} {words.cents_joined} {words.cardinal(int(part.ljust(2, '0')[:2]))} {cents}".strip()


def _currency(words: Wording, amount: str, sign: str) -> str:
    return noun(words.currencies[sign], is_one=amount == "1")


def _per(words: Wording, period: str | None) -> str:
    return f" {words.per.get(period.lower(), period)}" if period else ""


def _percent(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    if match := re.fullmatch(rf"[-–]?({_NUMBER})%(\+?)", pieces[0].core):
        return (say(f"{_amount(words, match[1])} {words.percent}"),)
    if re.fullmatch(_NUMBER, pieces[0].core) and len(pieces) > 1 and pieces[1].core == "%":
        return say(_amount(words, pieces[0].core)), say(words.percent)
    return None


def _ranges(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    match = re.fullmatch(rf"({_NUMBER})[-–—]({_NUMBER})(%?)", pieces[0].core)
    if match is None:
        return None
    percent = f" {words.percent}" if match[3] else ""
    return (say(f"{_amount(words, match[1])} {words.to} {_amount(words, match[2])}{percent}"),)


def _units(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    text = pieces[0].core
    if (match := re.fullmatch(rf"({_NUMBER})\s?([^\W\d_]+[²³]?|°C?|km/h)", text)) and match[
        2
    ].lower() in words.units:
        name = words.units[match[2].lower()]
        return (
            say(
                f"{_amount(words, match[1], feminine=is_feminine(name))} {noun(name, is_one=match[1] == '1')}"
            ),
        )
    if (
        re.fullmatch(_NUMBER, text)
        and len(pieces) > 1
        and not pieces[0].tail
        and pieces[1].lower in words.units
    ):
        name = words.units[pieces[1].lower]
        return say(_amount(words, text, feminine=is_feminine(name))), say(noun(name, is_one=text == "1"))
    return None


def _ordinals(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    found = words.ordinals.get(pieces[0].lower)
    return (say(found),) if found else None


def _numbers(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    match = re.fullmatch(rf"([+#~]?)({_NUMBER})(\+?)", pieces[0].core)
    if match is None:
        return None
    if len(match[2]) > 1 and match[2][0] == "0" and match[2].isdigit():
        return (say(" ".join(words.cardinal(int(digit)) for digit in match[2])),)
    if match[2].isdigit() and len(pieces) > 1 and not pieces[0].tail and _THOUSANDS.fullmatch(pieces[1].core):
        return say(_amount(words, match[2] + pieces[1].core)), ()
    is_before_noun = len(pieces) > 1 and not pieces[0].tail and pieces[1].core[:1].islower()
    feminine = is_before_noun and _is_feminine(pieces[1].lower)
    is_alone = match[2].isdigit() and not is_before_noun
    spoken = words.cardinal(int(match[2])) if is_alone else _amount(words, match[2], feminine=feminine)
    return (
        say(f"{words.plus + ' ' if match[1] == '+' else ''}{spoken}{' ' + words.plus if match[3] else ''}"),
    )


def _is_feminine(after: str) -> bool:
    """Whether the noun behind a number looks feminine, as most of those in -a are."""
    return after.endswith(("a", "as", "ções", "dades")) and after not in _MASCULINE_IN_A


def _short_forms(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    found = words.short_forms.get(pieces[0].lower) or words.signs.get(pieces[0].core)
    return (say(found),) if found else None


def _capitals(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    """Capitals that cannot be said as a word are spelled: "TV", "SMS", "B2B"."""
    del before
    text = pieces[0].core
    if len(text) > 5 or not text.isupper() or not text.isascii() or not text.isalpha():
        return None
    if set(text) & set("AEIOUY") and len(text) > 2:
        return None
    return (say(" ".join(words.letters[letter] for letter in text.lower())),)


def _codes(words: Wording, pieces: Sequence[Piece], before: str) -> Told | None:
    del before
    text = pieces[0].core
    if not _CODE.fullmatch(text):
        return None
    spoken = []
    for run in re.findall(r"[A-Za-z]+|\d+", text):
        is_spelled = run.isalpha() and (len(run) < 3 or not set(run.lower()) & set("aeiouy"))
        letters = " ".join(words.letters[letter] for letter in run.lower()) if is_spelled else run
        spoken.append(words.cardinal(int(run)) if run.isdigit() else letters)
    return (say(" ".join(spoken)),)
