"""Shorter ways to tell a sentence of the brief, each a piece of it that says nothing else than the whole does."""

import re
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Kind
from generation.crew.plain.hours import is_hours
from generation.crew.plain.reach import street_in
from generation.crew.plain.statement import Statement
from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import Tongue, word_set

_FEWEST = 3
_LONG = 12
_LONGEST_ENTRY = 4
_CLAUSE = 6
"""Words of a beginning that has its verb in it: "A Torino e cintura arriviamo in 60 minuti, | anche la domenica"."""


# What follows these words changes what was said before: "…, wenn er will", "…, sino …".
_CHANGES = word_set(
    "sondern sino mais ma mas wenn falls si quand cuando quando se dass ob als aber pero bevor antes avant prima "
    "sobald solange aunque même obwohl anche también auch aussi también außer salvo excepto tranne sauf"
)
# What follows these only adds to what was said before: "…, anche la domenica".
_ADDS = word_set("anche también auch aussi também sogar incluso persino até")
# A sentence that begins with these has its main part behind the comma.
_OPENS = word_set(
    "si wenn falls quando cuando quand lorsque ob se als weil während mientras pendant da come wie"
)
ADJUNCTS = word_set(
    "de del en con a al por para sin desde hasta du avec à au aux par pour dès chez dans depuis in im mit am an auf "
    "bei zu zum zur für ohne nach vor ab bis di da dal per nel nella em no na com até dopo prima tras après "
    "beim"
)
_TIES = re.compile(
    r"\b(?:bis|hasta|jusqu|fino|até|nur|solo|sólo|seulement|só|apenas|ab|mínimo|min|con (?:el )?código|"
    r"mit (?:dem )?code|avec le code|con (?:il )?codice|com o código|solamente|pour|para|für|per)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"(?:no |al |au |como |com |im |en |zu |de |in )?(?:m[aá]xim|maximal|höchstens|massimo|m[ií]nim|mindestens|"
    r"nicht mehr|pas plus|(?:et )?jamais|non più|(?:y )?nunca|(?:und )?nie\b|mai\b|não mais|ni un|senza impegno)",
    re.IGNORECASE,
)
"""How a rest begins that says how far the claim before it goes: "Grupos de seis, | no máximo"."""
_TIME = re.compile(
    r"(?:a las?|às?|a partir d|à|de|dès|um|ab|von|dalle|alle|das|desde|from)?\s?\d{1,2}"
    r"(?:[:.h]\d\d)?\s?(?:h\b|Uhr|horas?|heures?|[-–]\s?\d|$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:zwischen|entre|tra|fra|von|both|sowohl)\b", re.IGNORECASE)


def versions_of(one: Statement, tongue: Tongue) -> list[str]:
    """The sentence, then ever shorter pieces of it that may stand for it; a question, a quote and what must be said
    have no other version.
    """
    bare = one.sentence.rstrip(".")
    if one.kind is Kind.PLACE and not one.is_what and (street_in(bare) or is_hours(bare)):
        return [one.sentence]
    if one.due or one.kind in {Kind.QUESTION, Kind.QUOTE} or "”" in bare or bare.endswith("?"):
        return [one.sentence]
    asked, mark, answer = bare.rpartition("? ")
    if mark:
        answers = versions_of(replace(one, sentence=answer, where=""), tongue)
        return [f"{asked}? {text}" for text in answers if one.where in f"{asked} {text}"] or [one.sentence]
    found = [bare]
    aside = bare.partition(" (")[0] if bare.endswith(")") else ""
    dash = re.split(r"\s[–—-]\s", bare)[0]
    spare = [piece for piece in (aside, dash) if len(piece.split()) >= _FEWEST]
    pieces = [
        *spare,
        _beside_the_colon(bare),
        *_before_commas(bare, one, tongue),
        _before_and(bare, one, tongue),
    ]
    for piece in pieces:
        if piece and piece not in found:
            found.append(piece)
    if len(found) > 1 and ": " in found[1]:
        found = found[:1] + found[2:]
    found = [piece for piece in found if one.where in piece] if one.where in bare else found
    told = (f"{piece[:1].upper()}{piece[1:]}." for piece in found)
    return sorted(dict.fromkeys(told), key=lambda text: -len(text))


def _beside_the_colon(bare: str) -> str:
    """Of "Bei uns lernt ihr beide: kleine Gruppen mit höchstens fünf Hunden" what follows; of "Presupuesto gratis y
    cerrado en 24 horas: lo que decimos es lo que paga" what leads.
    """
    led, colon, after = bare.partition(": ")
    if not colon or len(led.split()) < 2 or len(after.split()) < _FEWEST or after[0].isdigit():
        return ""
    return after if len(after.split()) > 1.5 * len(led.split()) else led


def _before_commas(bare: str, one: Statement, tongue: Tongue) -> list[str]:
    """All before a comma, from the last comma to the first."""
    found = []
    told = _beside_the_colon(bare) or bare
    for text in dict.fromkeys([bare, told]):
        commas = [match.start() for match in re.finditer(r",\s", text)]
        found += [text[:at] for at in reversed(commas) if _parts_at(text, at, one, tongue)]
    return found


def _parts_at(text: str, at: int, one: Statement, tongue: Tongue) -> bool:
    head, rest = text[:at], text[at + 1 :].strip()
    words, after = head.split(), rest.split()
    if len(words) < _FEWEST or words[0].lower() in _OPENS or after[0].lower() in _CHANGES:
        return False
    if words[0].lower() in ADJUNCTS and len(words) < _CLAUSE and not MONEY.search(head):
        return False  # "De lunes a jueves, …"
    if words[-1].lower() in tongue.never_last or _in_a_row(head, rest, tongue):
        return False
    if _LIMITS.match(rest) or _TIME.match(rest):
        return False  # a claim keeps its limit, a day its hour
    priced = one.kind in {Kind.OFFER, Kind.PRICE}
    if (
        priced
        and MONEY.search(words_end(head))
        and all(MONEY.search(part) and has_its_thing(part) for part in re.split(r",\s", rest))
    ):
        return True  # a list of prices
    return not (priced and (re.search(r"\d", rest) or _TIES.search(rest) or not _gives(head, one, tongue)))


def has_its_thing(part: str) -> bool:
    """Whether a price names what it is the price of; "129 Euro in der Nacht" is another rate of what came before."""
    first = part.split(maxsplit=1)[0]
    return not first[0].isdigit() and first.lower() not in ADJUNCTS


def words_end(text: str) -> str:
    """The last three words."""
    return " ".join(text.split()[-3:])


def _in_a_row(head: str, rest: str, tongue: Tongue) -> bool:
    """Whether the comma parts entries of a row: "Wir bauen Küchen, | Schränke und Tische"."""
    entry = re.split(rf",\s|\s(?:{tongue.and_}|oder|o|ou|u)\s", rest)[0].split()
    joined = f" {tongue.and_} " in f" {rest} " or ", " in rest
    begins = len(re.split(r",\s", head)[-1].split()) if ", " in head else 0
    apart = entry[0].lower() in tongue.breaks | ADJUNCTS | _CHANGES | _ADDS
    return (joined and len(entry) <= _LONGEST_ENTRY and not apart) or 0 < begins <= 2


def _before_and(bare: str, one: Statement, tongue: Tongue) -> str:
    """A long sentence as far as its "and", where a second half of its own follows."""
    head, found, rest = bare.partition(f" {tongue.and_} ")
    is_long = len(bare.split()) > _LONG and len(head.split()) >= 5 and len(rest.split()) >= 4
    if rest and rest.split()[0].lower() in ADJUNCTS | tongue.bound:
        return ""  # "por la mañana | y por la noche"
    if not found or not is_long or "," in head or ":" in head or _BETWEEN.search(head):
        return ""
    tied = one.kind in {Kind.OFFER, Kind.PRICE}  # "às terças | e quartas com o cartão da universidade"
    return "" if tied or head.split()[0].lower() in _OPENS else head


def _gives(head: str, one: Statement, tongue: Tongue) -> bool:
    return bool(MONEY.search(head)) or (one.kind is Kind.OFFER and tongue.offers_something(head))
