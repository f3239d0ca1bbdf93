"""What opens an ad: a question or a customer's result sooner than a quote, a quote sooner than a number of things."""

import re
from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.plain.hours import is_hours, is_shut
from generation.crew.plain.marks import QUOTED
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import Tongue
from generation.crew.plain.versions import versions_of

LONGEST_HOOK = 12
"""Words of a first line that is taken in at once."""
_LAST_TO_ASK = 3
"""A question further down is one that customers ask ("¿Sin gluten?"), not one that the ad asks."""
_NEARLY_AS_GOOD = 2.0
_FIT_TO_OPEN = 3.0
"""Openings that are less good than the best by no more than this take turns, from one seed to another."""
_SHORTEST_HOOK = 4

_VIEWER = {
    "es": r"tú|tu|tus|te|ti|contigo|usted|ustedes|su casa|vuestr[oa]s?",
    "fr": r"vous|votre|vos|tu|toi|ton|ta|tes|te",
    "de": r"[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]uer|[Ee]ure\w*|(?<!^)Sie|Ihnen|Ihr(?:e[nrms]?)?",
    "it": r"tu|tuo|tua|tuoi|tue|ti|te|vi|voi|vostr[oaie]",
    "pt": r"você|vocês|seu|sua|seus|suas|te|ti|teu|tua|teus|tuas|contigo",
}
_SHARE_OF_PEOPLE = re.compile(
    r"\b(?:\d+|nueve|ocho|neuf|huit|neun|acht|nove|otto|oito)(?: [^\W\d_]{4,})? "
    r"(?:de cada|em cada|von|sur|su|de) \d+\b|\d\s?%",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:client\w+|alumn\w+|famili\w+|famíli\w+|pacientes?|patient\w*|personas|pessoas|personnes|persone|Kunden|Schüler\w*|"
    r"Familien|Menschen|élèves|alliev\w+|studenti|étudiants|hóspedes|gäste\w*|reparad\w+|réparé\w*|reparierte\w*|riparat\w+|"
    r"interventi|livré\w*|entregad\w+|entregues)\b",
    re.IGNORECASE,
)
"""Whom or what a number of customers counts: "Plus de 2 000 vélos réparés"."""
_SINCE = re.compile(
    r"\b(?:desde|depuis|seit|dal|dai|in attività)\b.{0,12}\d{4}|"
    r"\d+ (?:años|ans|Jahren?|anni|anos)\b|\b(?:19|20)\d\d\b"
)
_KIN = re.compile(
    r"\b(?:madre|padre|abuel\w+|hij[oa]s?|mère|père|grand-m\w+|grand-p\w+|mamie|papi|mutter|vater|oma|opa|großm\w+|großv\w+|"
    r"tochter|mamma|papà|nonn[oa]|figli[oa]|mãe|pai|av[óô]|filh[oa]|perro|chien|hund|cane|cão|asin[io]|chef(?:in|e)?)\b",
    re.IGNORECASE,
)
"""Somebody or some animal that a viewer remembers: "La colazione la fa nonna Rosa"."""
_NEVER = re.compile(
    r"\b(?:nunca|jamás|ningun\w*|nadie|jamais|rien|aucun\w*|nie|niemals|nichts|kein\w*|ohne|mai|nessun\w*|niente|senza|nada|"
    r"nenhum\w*|sem|sin|sans)\b",
    re.IGNORECASE,
)
_TIME_TAKEN = re.compile(
    r"(?<!\bà )(?<!\bdès )(?<!\blas )(?<!\bàs )(?<!\bdas )(?<!\bde )(?<!\bdalle )(?<!\balle )(?<!\bvon )(?<!\bbis )"
    r"(?<!\bum )(?<!\bab )(?<!\ble )\b(?:\d+|un[ae]?|eine[rmn]?|uma) ?"
    r"(?:horas?|h|heures?|Stunden?|or[ae]|minut\w+|min\b|días?|jours?|Tage?n?|giorn[io]|dias?)\b|"
    r"(?:menos de|moins d['e]|weniger als|meno di) ?(?:un[ae]?'?|uma|eine[rm]?|\d+) ?[^\W\d_]+|"
    r"mism[oa] día|même jour|selben Tag|stesso giorno|mesmo dia|in giornata",
    re.IGNORECASE,
)
"""How long something takes, which is no time of day: "Impasto lievitato 48 ore"."""


def openings_of(
    statements: Sequence[Statement], spent: Statement | None, brief: Brief, tongue: Tongue
) -> list[Statement]:
    """What could open the ad, the best first; another seed begins with another of those that are nearly as good."""
    able = [one for one in statements if one is not spent and _may_open(one, tongue)]
    able.sort(key=lambda one: -strength(one, tongue))
    if not able:
        return []
    able = [one for one in able if strength(one, tongue) >= _FIT_TO_OPEN] or able[:1]
    least = max(5.0, strength(able[0], tongue) - _NEARLY_AS_GOOD)
    good = [one for one in able if strength(one, tongue) >= least or one in able[:2]]
    turn = brief.seed % len(good)
    return [*good[turn:], *good[:turn], *able[len(good) :]]


def _may_open(one: Statement, tongue: Tongue) -> bool:
    told_first = one.kind not in {Kind.ACTION, Kind.OFFER, Kind.PRICE} or (
        one.is_what and one.kind is Kind.OFFER
    )
    asks_late = one.kind is Kind.QUESTION and one.order > _LAST_TO_ASK
    return told_first and not asks_late and not is_shut(one.sentence) and not tongue.leans_back(one.sentence)


def strength(one: Statement, tongue: Tongue) -> float:
    """How well a statement opens an ad, from 1 (when the doors are open) to 10 (a result)."""
    quote = QUOTED.search(one.sentence) if one.kind is Kind.QUOTE else None
    words = min(len(text.split()) for text in ([quote.group(1)] if quote else versions_of(one, tongue)))
    long = max(0, words - LONGEST_HOOK) * 0.3
    short = 1.0 if len(one.sentence.split()) < _SHORTEST_HOOK and one.kind is not Kind.QUESTION else 0.0
    return _worth(one, tongue) - long - short


def _worth(one: Statement, tongue: Tongue) -> float:
    text = one.sentence
    if one.kind is Kind.QUESTION or "? " in text:
        return 9.4 if one.order <= _LAST_TO_ASK else 9.0
    if one.kind is Kind.QUOTE:
        quote = QUOTED.search(text)
        return 8.4 if quote and len(quote.group(1).split()) <= LONGEST_HOOK else 6.4
    if is_hours(text) or (one.kind is Kind.PLACE and not one.is_what):
        return 1.0
    return max(_of_a_number(one), _of_a_promise(one, tongue)) - 0.05 * one.order


def _of_a_number(one: Statement) -> float:
    """A result of customers is a promise kept; how many things lie in the shop is nothing to open with."""
    text = one.sentence
    if _SHARE_OF_PEOPLE.search(text):
        return 9.2
    if _TIME_TAKEN.search(text):
        return 7.6
    if one.kind is Kind.NUMBER:
        return 7.0 if _PEOPLE.search(text) and not _SINCE.search(text) else 3.0
    return 0.0


def _of_a_promise(one: Statement, tongue: Tongue) -> float:
    text = one.sentence
    counts = one.kind is Kind.NUMBER and not _TIME_TAKEN.search(text)
    found = [3.0 if counts and not one.is_what else 5.0]
    if speaks_to_the_viewer(text, tongue):
        found.append(8.6 if one.is_what else 7.4)
    if _KIN.search(text):
        found.append(7.8)
    if _NEVER.search(text) and not counts:
        found.append(7.2)
    if one.is_what:
        found.append(6.3)
    is_old = _SINCE.search(text) and not one.is_what and not _NEVER.search(text)
    return max(found) - (1.5 if is_old else 0.0)


def speaks_to_the_viewer(text: str, tongue: Tongue) -> bool:
    """Whether a sentence has the viewer in it: "tu bicicleta", "chez vous", "dein Rad"."""
    flags = re.NOFLAG if tongue.code == "de" else re.IGNORECASE
    return re.search(rf"\b(?:{_VIEWER[tongue.code]})\b", text, flags) is not None
