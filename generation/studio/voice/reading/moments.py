"""Times of day, dates and years."""

import re
from collections.abc import Sequence

from generation.studio.voice.numbers import cardinal, decade, decimal, ordinal, year
from generation.studio.voice.reading.pieces import Piece, Sound, Told, say, spell

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
)
# fmt: on
_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"Sept": "September"}
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?")
_CLOCK_AND_HALF = re.compile(rf"{_CLOCK.pattern}(?P<half>[ap]\.?m\.?)", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_COLON_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_CLOCK_RANGE = re.compile(
    r"(?P<start>\d{1,2}(?::[0-5]\d)?)(?P<first>[ap]m)?[-–—](?P<end>\d{1,2}(?::[0-5]\d)?)(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"1[1-9]\d\d|20\d\d")
_OUR_YEARS = frozenset(map(str, range(2015, 2040)))
"""At the end of a phrase these are years, whatever stands before: "Summer sale 2026"."""

_DECADE = re.compile(r"(1[1-9]\d0|20\d0)s")
_SHORT_DECADE = re.compile(r"['’]?([2-9]0)s")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# fmt: off
_YEAR_CUES = frozenset({
    "since", "in", "from", "until", "till", "by", "est", "established", "of", "founded",
    "during", "before", "after", "early", "late", "summer", "winter", "spring", "autumn", "fall",
    "circa", "year", "for",
})
# fmt: on


def around_the_clock(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "24/7"."""
    return (say("twenty-four seven"),) if pieces[0].core == "24/7" else None


def times(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "8 pm", "5 a.m.", "8:30pm", "17:30", "9–5 pm"."""
    text = pieces[0].core
    if match := _CLOCK_AND_HALF.fullmatch(text):
        return (_clock(match["hour"], match["minute"]) + _half(match["half"]),)
    is_followed = len(pieces) > 1 and not pieces[0].tail and _HALF.fullmatch(pieces[1].core) is not None
    if is_followed and (match := _CLOCK.fullmatch(text)):
        return _clock(match["hour"], match["minute"]), _half(pieces[1].core)
    if match := _CLOCK_RANGE.fullmatch(text):
        return _clock_range(match, pieces if is_followed else pieces[:1])
    if match := _COLON_CLOCK.fullmatch(text):
        return (_clock(match[1], match[2]),)
    return None


def _clock_range(match: re.Match[str], pieces: Sequence[Piece]) -> Told | None:
    half = match["half"]
    if not half and len(pieces) == 1 and ":" not in match[0]:
        return None
    first = _half(match["first"]) if match["first"] else ()
    spoken = (*_clock(*_parts(match["start"])), *first, Sound("to"), *_clock(*_parts(match["end"])))
    if half:
        return ((*spoken, *_half(half)),)
    return (spoken, _half(pieces[1].core)) if len(pieces) > 1 else (spoken,)


def _parts(clock: str) -> tuple[str, str]:
    hour, _, minute = clock.partition(":")
    return hour, minute


def _clock(hour: str, minute: str | None) -> tuple[Sound, ...]:
    if not minute or minute == "00":
        return say(cardinal(int(hour)) + (" hundred hours" if minute and int(hour) > 12 else ""))
    return say(f"{cardinal(int(hour))} {'oh ' if minute[0] == '0' else ''}{cardinal(int(minute))}")


def _half(written: str) -> tuple[Sound, ...]:
    return spell(written.replace(".", ""))


def dates(pieces: Sequence[Piece], before: str) -> Told | None:
    """ "31 May", "May 31st", "31 May 2025", "2025-05-31"."""
    if match := _ISO_DATE.fullmatch(pieces[0].core):
        return _iso_date(match)
    if len(pieces) < 2 or pieces[0].tail:
        return None
    if (match := _DAY.fullmatch(pieces[0].core)) and (month := _month(pieces[1].core)):
        the = "" if before.lower() == "the" else "the "
        told: Told = (say(the + ordinal(int(match["day"]))), say(f"of {month}"))
    elif (month := _month(pieces[0].core)) and (match := _DAY.fullmatch(pieces[1].core)):
        told = (say(month), say(ordinal(int(match["day"]))))
    else:
        return None
    return told + _year_behind(pieces[2:3])


def _iso_date(match: re.Match[str]) -> Told | None:
    month, day = int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return (say(f"{MONTHS[month - 1]} {ordinal(day)} {year(int(match[1]))}"),)


def _year_behind(pieces: Sequence[Piece]) -> Told:
    if pieces and _YEAR.fullmatch(pieces[0].core):
        return (say(year(int(pieces[0].core))),)
    return ()


def _month(word: str) -> str | None:
    return word if word in MONTHS else _SHORT_MONTHS.get(word)


def years(pieces: Sequence[Piece], before: str) -> Told | None:
    """ "since 1987", "May 2025", "the 1990s", "the 90s"."""
    text = pieces[0].core
    if match := _DECADE.fullmatch(text):
        return (say(decade(int(match[1]))),)
    if match := _SHORT_DECADE.fullmatch(text):
        words = decimal(match[1])
        return (say(words[:-1] + "ies"),)
    ends = len(pieces) == 1 or pieces[0].is_closed
    is_cued = before.lower() in _YEAR_CUES or _month(before) is not None or (ends and text in _OUR_YEARS)
    if is_cued and _YEAR.fullmatch(text) and not _is_counted(pieces):
        return (say(year(int(text))),)
    return None


def _is_counted(pieces: Sequence[Piece]) -> bool:
    """ "from 1200 companies": a plural noun follows at once, so this is a number of things."""
    after = pieces[1].core if len(pieces) > 1 and not pieces[0].tail else ""
    return after.islower() and after.endswith("s") and len(after) > 3
