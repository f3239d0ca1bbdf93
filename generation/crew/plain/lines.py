"""The lines of an ad as they are spoken, and how long they take."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.plain.endings import Ending
from generation.crew.plain.marks import in_its_marks
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import TONGUES, Tongue

BREATH = 0.3
LONGEST_BEFORE_THE_NAME = 12
_LONGEST_UNNAMED = 13
"""Words of an opening that is heard out before anybody asks who speaks."""
LONGEST_WITHOUT_THE_NAME = 30
_SHORT_AD = 20
"""Seconds of an ad in which a web address made of the name is name enough at the end."""


@dataclass(frozen=True)
class Told:
    """A statement and the words in which it is told."""

    statement: Statement
    text: str


@dataclass(frozen=True)
class Choice:
    """What the ad tells, in order, and its end; ``signed``: the end says the name again."""

    told: tuple[Told, ...]
    ending: Ending
    signed: bool = False


def seconds_of(text: str, tongue: Tongue) -> float:
    """A number takes nearly as long as two words, a sign for money or percent as one: so the voices here speak them."""
    words = re.findall(r"\d[\d.,]*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%€$£]", text)
    return sum(1.8 if word[0].isdigit() else 1 for word in words) / tongue.pace + BREATH


def narrations_of(brief: Brief, told: Sequence[Told], ending: Ending, *, signed: bool = False) -> list[str]:
    """Every line as it is spoken: the name before the first or the second, and before the end if it was said long ago
    or there is time (``signed``) and it was not just said.
    """
    brand, lines = brief.name.strip(), [one.text for one in told]
    if not any(_names(line, brand) for line in lines[:2]):
        at = 1 if len(told) > 1 and _may_wait(told[0], brand, TONGUES[brief.base_language]) else 0
        if lines:
            lines[at] = f"{brand}. {lines[at]}"
    said = " ".join(lines).lower().split()
    just_said = " ".join(said[-(LONGEST_BEFORE_THE_NAME if signed else LONGEST_WITHOUT_THE_NAME) :])
    again = _names(f"{just_said} {ending.said}", brand)
    again = again or (brief.length <= _SHORT_AD and _squashed(brand) in _squashed(ending.said))
    end = ". ".join(part for part in ("" if again else brand, ending.said) if part)
    return [*lines, f"{end or brand}."]


def _names(text: str, brand: str) -> bool:
    """Whether a text has the name as a word of its own: a "Fahrradwerkstatt" does not name "Radwerk"."""
    return re.search(rf"(?<!\w){re.escape(brand.lower())}(?!\w)", text.lower()) is not None


def _squashed(text: str) -> str:
    """The letters alone: "bicisnorte.es" has "Bicis Norte" in it."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)


def _may_wait(opening: Told, brand: str, tongue: Tongue) -> bool:
    """Whether the name comes only with the second sentence: after a question, and after an opening that is not long
    or begins as the name does ("Boulangerie Marchand. Boulangerie artisanale …").
    """
    words = in_its_marks(opening.text, tongue).split()
    again = words[0].lower() == brand.split(maxsplit=1)[0].lower()
    return "?" in opening.text or again or len(words) <= _LONGEST_UNNAMED
