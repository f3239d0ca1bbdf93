"""The ways to reach somebody that stand in a text: telephone, web and mail addresses, streets."""

import re

from generation.crew.copywriter.grammar import patterns
from generation.crew.tracing import looks_like_address

_BEGINS, _ENDS = r"(?<![\w€$£.,/-])", r"(?![\d%€]|[.,]\d| ?€)"
_PHONE = re.compile(
    rf"(?<!\w)(?:\(\d\d\) ?|\d\d )?9?\d{{4}}-\d{{4}}{_ENDS}|"
    rf"{_BEGINS}(?:\+|\(?0)(?:[ ()/.–-]{{0,3}}\d){{6,14}}{_ENDS}|"
    rf"{_BEGINS}[1-9]\d{{1,2}}(?:[ .-]?\d{{2,3}}){{3}}{_ENDS}|{_BEGINS}[1-9]\d{{2}}(?:[ .]\d{{3}}){{2}}{_ENDS}"
)
_NO_PHONE = re.compile(r"\d{1,2}[.:]\d\d.*|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|\d{1,3}(?:\.\d{3})+")
"""Times, dates and years that look like telephone numbers."""

_SHORTEST_HOST = 3
_NEAR = 12
"""Letters between "WhatsApp" and the number that it is reached under."""
_NAME = r"[A-ZÀ-Þ][\w'.-]*"
_PARTICLE = r"(?:d[aeiou]s?|del|de la|de l'|des|du|la|le|les|los|las|el|y|e)"
_NAMES = rf"(?:{_PARTICLE} )?{_NAME}(?: (?:{_PARTICLE} )?{_NAME}){{0,3}}"
_STREET = re.compile(
    r"\b(?i:calle|c/|avenida|avda?\.|plaza|pza\.|paseo|ronda|camino|via|viale|v\.le|p\.zza|c\.so|piazza|corso|largo|rua|praça|travessa|"
    rf"av\.|r\.) ?{_NAMES},? (?:n\.?º ?)?\d+[a-z]?\b|"
    rf"\b\d+(?: bis| ter)?,? (?i:rue|avenue|av\.|place|boulevard|bd|quai|cours|impasse|allée|chemin|route) {_NAMES}|"
    r"\b[A-ZÄÖÜ][\w-]+ (?:Straße|Strasse|Str\.|Gasse|Platz|Weg|Allee|Ufer|Damm|Ring|Markt) \d+[a-z]?\b|"
    r"\b[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|gasse|platz|weg|allee|ufer|damm|ring|markt) \d+[a-z]?\b|"
    r"\b(?:Am|An der|Im|Alte[rn]?|Neue[rn]?) [A-ZÄÖÜ]\w+ \d+[a-z]?\b"
)


def phone_in(text: str) -> str:
    """The first telephone number; "" without one."""
    able = (match.group().strip() for match in _PHONE.finditer(text))
    return next((one for one in able if not _NO_PHONE.fullmatch(one)), "")


def chat_in(text: str) -> str:
    """The first telephone number that a text gives for WhatsApp; "" without one."""
    said = re.search(r"whatsapp", text, re.IGNORECASE)
    number = phone_in(text[said.end() :]) if said else ""
    return number if said and number and text.find(number, said.end()) - said.end() <= _NEAR else ""


def way_in(text: str) -> str:
    """The first web address, telephone number or mail address of a text; "" without one."""
    mail = patterns.EMAIL.search(text)
    bare = patterns.EMAIL.sub(" ", text)
    web = (one.group() for one in patterns.URL.finditer(bare) if _is_address(one.group()))
    return next(web, "") or phone_in(bare) or (mail.group() if mail else "")


def _is_address(text: str) -> bool:
    """ "V.le Piave" is a street: the name before a last point has three letters at least."""
    return looks_like_address(text) and len(text.split("/", maxsplit=1)[0].split(".")[-2]) >= _SHORTEST_HOST


def without_ways(text: str) -> str:
    """The text without its addresses and telephone numbers."""
    while way := way_in(text):
        text = text.replace(way, " ")
    return text


def street_in(text: str) -> str:
    """The first street with its number, as the brief writes it; "" without one."""
    found = _STREET.search(text)
    return found.group() if found else ""
