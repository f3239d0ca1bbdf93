"""The door of a business without telephone or site, as one tells people the way: "behind Lidl on the Romford Road"."""

import re

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.mending import mended

_NAME = r"[A-ZÀ-Þ](?:[\w'’-]|\.(?=\w))*"
_KIND = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Square|Sq|Hill|Drive|Dr|Way|Row|Court|Place|Quay|Market|Mall|Terrace|"
    r"Parade|Boulevard|Blvd|Yard|Arcade)"
)
_TOWN = rf"(?:,? (?:in )?{_NAME}(?: {_NAME})?)?"
_FLOOR = re.compile(rf"\b(?:Level|Unit|Suite|Shop|Stall|Arch|Floor) \w+,? (?:in )?{_NAME}(?: {_NAME}){{0,3}}")
_STREET = re.compile(rf"\b\d+[a-z]? (?:{_NAME} ){{1,4}}{_KIND}\b{_TOWN}")
_LED = re.compile(
    r"\b(?:behind|next to|next door to|opposite|above|below|under|inside|outside|beside|across from|"
    r"around the corner from|"
    r"on the corner of|on the (?:harbour|high street|seafront|front|quay|square|green|pier)|on (?=[A-Z]))"
    r"(?:(?! (?:and (?:we|it|I)|since|where|for|which|who|that|with|every|open|from|been|run|by|we|I)\b)"
    r"[^,.;:!?()\n]){3,48}",
)
_IN_TOWN = re.compile(
    rf"\bin (?:{_NAME}(?: {_NAME}){{0,2}})(?=[,.;:!?\n]|$| (?:and|since|for|with|run|by|where)\b)"
)
_NO_PLACE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Christmas|Easter|Google|Yelp|Facebook|Instagram|English|Spanish)\b"
)
_LONGEST = 9


def door(brief: Brief) -> str:
    """Where to come, with its preposition ("at 12 Castle Row, Hay-on-Wye"); "" where the brief names no door."""
    text = mended(f"{brief.contact}\n{brief.desc}", keep=brief.name)
    text = re.sub(r"\bSt\. (?=[A-Z])", "St ", text)
    floor, street = _FLOOR.search(text), _STREET.search(text)
    if floor or street:
        found = floor or street
        return f"{_before(_clean(found.group()))} {_clean(found.group())}" if found else ""
    for way in (_LED, _IN_TOWN):
        able = (_clean(match.group()) for match in way.finditer(text))
        told = next((one for one in able if _leads_somewhere(one)), "")
        if told:
            return f"{told[:1].lower()}{told[1:]}"
    return ""


def _before(place: str) -> str:
    return (
        "on"
        if re.match(r"(?:Level|Floor) ", place)
        else "in"
        if re.match(r"(?:Unit|Suite) ", place)
        else "at"
    )


def _leads_somewhere(told: str) -> bool:
    named = re.search(r" [A-ZÀ-Þ]", told) is not None
    return named and len(told.split()) <= _LONGEST and _NO_PLACE.search(told) is None


def _clean(told: str) -> str:
    return re.sub(r"\s+", " ", told).strip(" ,.")
