"""Shorter ways to tell a sentence of the brief, each a piece of it that says nothing else than the whole does."""

import re

from generation.crew.copywriter.fact import Kind
from generation.crew.plain.reach import street_in
from generation.crew.plain.statements import MONEY, Statement
from generation.crew.plain.tongues import Tongue

_FEWEST = 3
_LONG = 12
_LONGEST_ENTRY = 4
_CLAUSE = 6
"""Words of a beginning that has its verb in it: "A Torino e cintura arriviamo in 60 minuti, | anche la domenica"."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What follows these words changes what was said before: "…, wenn er will", "…, sino …".
_CHANGES = _set(
    "sondern sino mais ma mas wenn falls si quand cuando quando se dass ob als aber pero bevor antes avant prima "
    "sobald solange aunque même obwohl anche también auch aussi también außer salvo excepto tranne sauf"
)
# A sentence that begins with these has its main part behind the comma.
_OPENS = _set("si wenn falls quando cuando quand lorsque ob se als weil während mientras pendant da come wie")
ADJUNCTS = _set(
    "de del en con a al por para sin desde hasta du avec à au aux par pour dès chez dans depuis in im mit am an auf "
    "bei zu zum zur für ohne nach vor ab bis di da dal per nel nella em no na com até dopo prima tras après"
)
_TIES = re.compile(
    r"\b(?:bis|hasta|jusqu|fino|até|nur|solo|sólo|seulement|só|apenas|ab|mínimo|min|con (?:el )?código|"
    r"mit (?:dem )?code|avec le code|con (?:il )?codice|com o código|solamente|pour|para|für|per)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:zwischen|entre|tra|fra|von|both|sowohl)\b", re.IGNORECASE)


def versions_of(one: Statement, tongue: Tongue) -> list[str]:
    """The sentence, then ever shorter pieces of it that may stand for it; a question, a quote and what must be said
    have no other version.
    """
    bare = one.sentence.rstrip(".")
    if one.kind is Kind.PLACE and street_in(bare) and one.order > 1:
        return [one.sentence]
    if one.due or one.kind in {Kind.QUESTION, Kind.QUOTE} or "?" in bare or "”" in bare:
        return [one.sentence]
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
    told = (f"{piece[:1].upper()}{piece[1:]}." for piece in found)
    return sorted(dict.fromkeys(told), key=lambda text: -len(text))


def _beside_the_colon(bare: str) -> str:
    """Of "Bei uns lernt ihr beide: kleine Gruppen mit höchstens fünf Hunden" what follows; of "Presupuesto gratis y
    cerrado en 24 horas: lo que decimos es lo que paga" what leads.
    """
    led, colon, after = bare.partition(": ")
    if not colon or len(led.split()) < 2 or len(after.split()) < _FEWEST:
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
    priced = one.kind in {Kind.OFFER, Kind.PRICE}
    if (
        priced
        and MONEY.search(words_end(head))
        and all(MONEY.search(part) for part in re.split(r",\s", rest))
    ):
        return True  # a list of prices
    return not (priced and (re.search(r"\d", rest) or _TIES.search(rest) or not _gives(head, one, tongue)))


def words_end(text: str) -> str:
    """The last three words."""
    return " ".join(text.split()[-3:])


def _in_a_row(head: str, rest: str, tongue: Tongue) -> bool:
    """Whether the comma parts entries of a row: "Wir bauen Küchen, | Schränke und Tische"."""
    entry = re.split(rf",\s|\s(?:{tongue.and_}|oder|o|ou|u)\s", rest)[0].split()
    joined = f" {tongue.and_} " in f" {rest} " or ", " in rest
    begins = len(re.split(r",\s", head)[-1].split()) if ", " in head else 0
    apart = entry[0].lower() in tongue.breaks | ADJUNCTS | _CHANGES
    return (joined and len(entry) <= _LONGEST_ENTRY and not apart) or 0 < begins <= 2


def _before_and(bare: str, one: Statement, tongue: Tongue) -> str:
    """A long sentence as far as its "and", where a second half of its own follows."""
    head, found, rest = bare.partition(f" {tongue.and_} ")
    is_long = len(bare.split()) > _LONG and len(head.split()) >= 5 and len(rest.split()) >= 4
    if rest and rest.split()[0].lower() in ADJUNCTS | tongue.bound:
        return ""  # "por la mañana | y por la noche"
    if not found or not is_long or "," in head or ":" in head or _BETWEEN.search(head):
        return ""
    tied = one.kind in {Kind.OFFER, Kind.PRICE} and (re.search(r"\d", rest) or _TIES.search(rest))
    return "" if tied or head.split()[0].lower() in _OPENS else head


def _gives(head: str, one: Statement, tongue: Tongue) -> bool:
    return bool(MONEY.search(head)) or (one.kind is Kind.OFFER and tongue.offers_something(head))
