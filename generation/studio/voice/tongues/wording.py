"""What the reader of a language must know: its words for numbers, money, times, units and signs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Noun = tuple[str, str]
"""A noun once and many times. A "f:" in front of it: the number before it is feminine."""


@dataclass(frozen=True)
class Wording:
    """The words of one language. ``cardinal`` gives a number alone, ``counted`` one before a noun."""

    cardinal: Callable[[int], str]
    counted: Callable[[int, bool], str]
    point: str
    percent: str
    to: str
    plus: str
    currencies: Mapping[str, Noun]
    cents: Mapping[str, Noun]
    cents_joined: str
    per: Mapping[str, str]
    units: Mapping[str, Noun]
    clock: Callable[[int, int], str]
    signs: Mapping[str, str]
    letters: Mapping[str, str]
    ordinals: Mapping[str, str] = field(default_factory=dict)
    short_forms: Mapping[str, str] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    first_of_month: str = ""
    minus: str = ""
    out_of: str = ""
    """Between the two numbers of "4,8/5"."""
    times: str = ""
    """Behind the number of "3x"."""
    number: str = ""
    """What "n. 1" begins with."""
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Parts by sign: alone ("media hora") and behind a whole number ("dos y media horas")."""
    weekdays: Mapping[str, str] = field(default_factory=dict)
    """Short names, with which a range is written: "lun-vie"."""
    phone_pairs: bool = False
    """Telephone numbers are said group by group as numbers, as in French."""


def noun(name: Noun, *, is_one: bool) -> str:
    """The form for that number, without its gender."""
    return name[0 if is_one else 1].removeprefix("f:")


def is_feminine(name: Noun) -> bool:
    """Whether the number before it takes its feminine form."""
    return name[0].startswith("f:")
