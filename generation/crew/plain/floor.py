"""What no ad may be without: what is advertised, and where, if the brief names a place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.plain.hours import is_hours
from generation.crew.plain.reach import street_in, without_ways
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import Tongue

IS_A = re.compile(
    r"(?:somos|soy|nous sommes|je suis|wir sind (?=ein|das|der|die|Ihr|dein)|ich bin|siamo (?=un|il|la\b)|"
    r"sono (?=un)|sou|es (?=un)|c'est (?=un))",
    re.IGNORECASE,
)
_FIRST = 3
"""What it is stands among the first sentences of a brief, or is the first that tells anything."""

_NAME = r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]"
_PARTICLE = r"(?:de la|de los|de las|del|de|do|da|dos|das|di|della|sur|sous|en|am|an der|im|la|las|el|los)"
_NAMES = rf"{_NAME}(?:[ -](?:{_PARTICLE}[ -])?{_NAME}){{0,2}}"
_BEFORE_TOWN = {
    "es": r"en(?: todo| toda)?",
    "fr": r"(?:à|au|en|dans le|dans la|dans toute? (?:le|la)|près de|du côté de|partout à)",
    "de": r"(?:in ganz|in|aus|bei|nach)",
    "it": r"(?:in tutt[oa]|a|ad|in|vicino a)",
    "pt": r"(?:em tod[oa] [oa]|em|no|na|perto de)",
}
_NO_TOWN = re.compile(
    r"[\w-]+(?:ung|heit|keit|schaft|hand|minuten|stunden|tagen?|wochen|gruppen|jahren?)\b|"
    r"(?:Ruhe|Kürze|Form|Raten|Bio|Bar|Papier|Plastik|Sachen|Google|WhatsApp|Instagram|Internet|Facebook|Wi-Fi|Noël|Natal|"
    r"Navidad|Natale|Weihnachten|Ostern|Deutsch|Englisch)\b",
    re.IGNORECASE,
)


def with_floor(statements: Sequence[Statement], brief: Brief, tongue: Tongue) -> list[Statement]:
    """The statements, with the one that says what is advertised, and the one that says where, marked so."""
    what, where = _what(statements, tongue), _where(statements, brief, tongue)
    return [
        replace(one, is_what=one is what, where=where[1] if where and one is where[0] else "")
        for one in statements
    ]


def _what(statements: Sequence[Statement], tongue: Tongue) -> Statement | None:
    able = [one for one in statements if _may_tell(one, tongue)]
    said = (one for one in able if one.order <= _FIRST and IS_A.match(one.sentence))
    return next(said, able[0] if able else None)


def _may_tell(one: Statement, tongue: Tongue) -> bool:
    """Whether a sentence may say what is advertised: a price or an offer only as the first of all."""
    if one.kind in {Kind.PRICE, Kind.OFFER}:
        return one.order == 1
    if one.kind in {Kind.QUESTION, Kind.QUOTE, Kind.ACTION} or tongue.leans_back(one.sentence):
        return False
    return (
        not is_hours(one.sentence)
        and len(without_ways(one.sentence).replace(street_in(one.sentence), "").split()) > 1
    )


def _where(statements: Sequence[Statement], brief: Brief, tongue: Tongue) -> tuple[Statement, str] | None:
    """The first sentence that names a town or a district, and its name."""
    for one in statements:
        town = (
            "" if one.kind in {Kind.QUOTE, Kind.ACTION} else town_in(one.sentence, tongue, brand=brief.name)
        )
        if town:
            return one, town.split(maxsplit=1)[1]
    return None


def town_in(text: str, tongue: Tongue, *, brand: str = "") -> str:
    """The first town or district with the word before it ("in Leipzig-Lindenau"); "" without one."""
    for match in re.finditer(rf"\b((?i:{_BEFORE_TOWN[tongue.code]})) ({_NAMES})", text):
        name = match.group(2)
        if not _NO_TOWN.match(name) and name.lower() not in brand.lower():
            return match.group()
    return ""
