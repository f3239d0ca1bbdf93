"""The call to action, with the way to reach whoever advertises: what the contact field gives goes before all else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.wishes import barred
from generation.crew.copywriter.grammar import patterns
from generation.crew.plain.floor import town_in
from generation.crew.plain.hours import is_hours
from generation.crew.plain.reach import chat_in, phone_in, street_in, way_in, without_ways
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import Tongue

SHORTEST_ORDER, LONGEST_ORDER = 3, 9
"""Words of a call to action: longer ones are cut, if as much as the shortest stays."""

_LONGEST_SHOWN, _LONGEST_SHOWN_ALONE = 6, 8
_ROOMY = 25
"""Seconds of an ad that has room for a second way to reach."""
_LED = re.compile(
    r"(?:\s+(?:unter|al|allo|alla|lo|la|au|ao|no|a|pelo|le|il|em|en|sur|auf|para(?: o)?|per))?[\s:,]+$"
)


@dataclass(frozen=True)
class Ending:
    """The call to action. ``order`` is all of it, ``said`` what is spoken of it, ``shown`` what stands on the picture;
    ``spent`` the sentence that it is taken from, ``wished`` the words of the field, which stay together.
    """

    order: str
    said: str
    shown: str
    spent: Statement | None = None
    wished: str = ""


def ending_of(brief: Brief, statements: Sequence[Statement], tongue: Tongue) -> Ending:
    """The field, the brief's own last order, its address or telephone, or the name."""
    field = re.sub(r"\s+", " ", brief.call_to_action).strip().rstrip(".! ")
    told = _last_order(statements)
    if field:
        return replace(_reaching(field[:1].upper() + field[1:], brief, tongue), wished=field)
    if told is not None and _keeps_the_contact(told.sentence, brief):
        order = _brief_order(
            _said_plainly(told.sentence.rstrip(".")), brief, tongue, brief_is_short=brief.length < _ROOMY
        )
        return _reaching(order, brief, tongue, told)
    return _own(brief, statements, tongue)


def _keeps_the_contact(order: str, brief: Brief) -> bool:
    """Whether an order of the description sends people where the contact field does, or nowhere else."""
    return not way_in(order) or not brief.contact.strip() or _has_contact(order, brief)


def _has_contact(text: str, brief: Brief) -> bool:
    """Whether one of the ways of the contact field stands in a text."""
    ways = [way_in(brief.contact), phone_in(brief.contact), street_in(brief.contact)]
    return any(_bare(way) in _bare(text) for way in ways if way)


def _bare(text: str) -> str:
    return re.sub(r"[^\w@.]", "", re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()))


def shorter_endings(ending: Ending, tongue: Tongue) -> list[Ending]:
    """Ever less of it spoken, the rest on the picture: "Jetzt buchen. | 08031 555 210"."""
    found = [ending]
    number = phone_in(ending.said)
    head = _LED.sub("", ending.said.partition(number)[0]) if number else ""
    if head and number not in ending.wished:
        order = f"{head}{' ' if tongue.code == 'fr' else ''}: {number}"
        found.append(replace(ending, order=order, said=head, shown=_fitting(order, number)))
    shown_whole = ending.order if len(ending.order.split()) <= _LONGEST_SHOWN_ALONE else ""
    return [*found, *([replace(ending, said="", shown=shown_whole)] if shown_whole else [])]


def _last_order(statements: Sequence[Statement]) -> Statement | None:
    """The last sentence that says what to do, those first that say where."""
    orders = [one for one in statements if one.kind is Kind.ACTION]
    reachable = [one for one in orders if way_in(one.sentence)]
    return next(reversed(reachable or orders), None)


def _said_plainly(order: str) -> str:
    """ "Prenotazioni: tel. 051 555 0177" without its abbreviation, which nobody says."""
    way = phone_in(order)
    return (
        re.sub(rf"\b(?:tel|tél|telf|tlf|tfno)\.?:?\s+(?={re.escape(way)})", "", order, flags=re.IGNORECASE)
        if way
        else order
    )


def _reaching(order: str, brief: Brief, tongue: Tongue, spent: Statement | None = None) -> Ending:
    """A call to action with the way that belongs to it, where it has none: "Jetzt buchen: pfoten.example"."""
    contact = way_in(brief.contact) or street_in(brief.contact) or _short(brief.contact)
    way = way_in(order)
    if way:
        beside = "" if not contact or _has_contact(order, brief) or barred(brief, contact) else contact
        return Ending(order, order, beside or _fitting(order, way), spent)
    way = way_in(brief.contact) or ("" if contact else way_in(brief.desc))
    place = "" if way else _place(brief)
    if way and not barred(brief, way):
        whole = f"{order}{' ' if tongue.code == 'fr' else ''}: {way}"
        said = order if "@" in way or len(order.split()) > LONGEST_ORDER else whole
        return Ending(said if "@" in way else whole, said, _fitting(whole, way), spent)
    if place and place.rstrip(".") not in order and not barred(brief, place):
        return Ending(order, order, place, spent)
    return Ending(order, order, _fitting(order, ""), spent)


def _place(brief: Brief) -> str:
    return _short(brief.contact) or street_in(brief.contact) or street_in(brief.desc)


def _short(contact: str) -> str:
    return contact.strip().rstrip(".") if 0 < len(contact.split()) <= _LONGEST_SHOWN else ""


def _fitting(order: str, way: str) -> str:
    """The order where it can be read in time, or else the way to reach alone; "" leaves it to the writer."""
    led = order[: order.find(way) + len(way)] if way else ""
    return next((text for text in (order, led) if text and _is_read_in_time(text, way)), way)


def _is_read_in_time(text: str, way: str) -> bool:
    """A telephone number is read as one thing, however many its groups are."""
    count = len(text.split())
    at_once = len(text.replace(way, "1").split()) if way else count
    return count <= _LONGEST_SHOWN or (count <= _LONGEST_SHOWN_ALONE and at_once < _LONGEST_SHOWN)


def _brief_order(order: str, brief: Brief, tongue: Tongue, *, brief_is_short: bool) -> str:
    """What to do, without what follows from it, where that is long: "Reserva en el 612 …, y te respondemos …"."""
    first = way_in(order)
    led = order[: order.find(first) + len(first)]
    if first and way_in(order[len(led) :]) and brief_is_short and _keeps_the_contact(led, brief):
        return led
    head = re.split(rf",\s+|\s+{tongue.and_}\s+", order, maxsplit=1)[0]
    reachable = {*patterns.URL.findall(order), *patterns.PHONE.findall(order)}
    is_whole = len(head.split()) >= SHORTEST_ORDER and all(way in head for way in reachable)
    return head if is_whole and len(order.split()) > LONGEST_ORDER else order


def _own(brief: Brief, statements: Sequence[Statement], tongue: Tongue) -> Ending:
    """A call to action that the brief does not word: the way that it gives, in the plainest words for it."""
    brand = brief.name.strip()
    far = tongue.speaks_to(f"{brief.desc} {brief.offer}")
    source = brief.contact if brief.contact.strip() else brief.desc
    way, street = way_in(source), _whole_street(brief.contact) or street_in(source)
    town = _doors(brief, statements, tongue)
    able = [
        _phrase(way, source, tongue)[far].format(address=way, phone=way, email=way) if way else "",
        tongue.come[far].format(street=street) if street else "",
        tongue.come_to[far].format(town=town) if town else "",
        tongue.discover[far].format(brand=brand),
    ]
    order = next((one for one in able if one and not barred(brief, one)), brand)
    named = way if way in order else street if street in order else _short(brief.contact)
    return Ending(order, order, _fitting(order, named) if named in order else named)


def _phrase(way: str, source: str, tongue: Tongue) -> tuple[str, str]:
    """Write to a mail address and to who answers chats, call a number, visit a site."""
    if "@" in way:
        return tongue.write
    if way != phone_in(way):
        return tongue.visit
    return tongue.message if way == chat_in(source) else tongue.call


def _whole_street(contact: str) -> str:
    """The street of the contact field with its town, where nothing else stands there."""
    bare = contact.strip().rstrip(".")
    alone = street_in(bare) and without_ways(bare) == bare and len(bare.split()) <= _LONGEST_SHOWN
    return bare if alone else ""


def _doors(brief: Brief, statements: Sequence[Statement], tongue: Tongue) -> str:
    """The town with its preposition, of somebody who has opening hours: "in Freiburg"."""
    opens = any(is_hours(one.sentence) for one in statements)
    first = next((one for one in statements if one.is_what), None)
    town = town_in(first.sentence, tongue, brand=brief.name) if opens and first is not None else ""
    return town if re.match(r"(?:en|à|au|in|a|ad|em|no|na) [A-ZÀ-Þ]", town) else ""
