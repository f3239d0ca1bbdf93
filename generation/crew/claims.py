"""Every claim of a script beside the words of the brief that it rests on, for the person to check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.figures import NUMBER_WORDS
from generation.crew.copywriter.facts.mending import mended
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.numerals import numerals_in
from generation.crew.tracing import MONEY, NUMBER, SUPERLATIVE, looks_like_address, value_of
from generation.studio.script import Script

_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*")


@dataclass(frozen=True)
class Claim:
    """One thing that scene ``scene`` (from 0) states.

    ``kind``: "price", "number", "address", "name", "claim" or "quote".
    ``source``: the brief's own words that hold it; "" when the brief does not say it.
    """

    kind: str
    text: str
    scene: int
    source: str


def claims(brief: Brief, script: Script) -> tuple[Claim, ...]:
    """The claims of a script in the order in which they are made; each is listed once."""
    sources = _sentences_of(brief)
    found: dict[tuple[str, str], Claim] = {}
    for place, scene in enumerate(script.scenes):
        for kind, text in _stated(f"{scene.narration} {scene.on_screen_text}"):
            key = (kind, text.lower())
            if key not in found:
                found[key] = Claim(kind, text, place, _source(kind, text, sources))
    return tuple(found.values())


def _stated(text: str) -> Iterator[tuple[str, str]]:
    """What a line states, each with its kind; what was taken for one kind is not looked at for the next."""
    rest = text
    for kind, pattern in _KINDS:
        for match in list(pattern.finditer(rest)):
            said = match.group().strip(" .,")
            if kind == "address" and "@" not in said and not looks_like_address(said):
                continue
            rest = rest.replace(match.group(), "~" * len(match.group()), 1)
            yield kind, said


_KINDS = (
    ("quote", patterns.QUOTE),
    ("address", patterns.EMAIL),
    ("address", patterns.URL),
    ("address", patterns.PHONE),
    ("price", MONEY),
    ("number", re.compile(r"\d[\d.,]*(?:\s?%|(?: |-)[a-z]{3,})?")),
    ("claim", SUPERLATIVE),
    ("name", _NAME),
)


def _sentences_of(brief: Brief) -> list[str]:
    told = (brief.name, brief.desc, brief.audience, brief.offer, brief.call_to_action, brief.contact)
    fields = (*told, *brief.must_say)
    cut = re.compile(r"(?<=[.!?])[\"”]?\s+|(?<=[。！？])|\n+")
    return [piece.strip() for field in fields for piece in cut.split(field) if piece.strip()]


def _source(kind: str, text: str, sentences: list[str]) -> str:
    """The first sentence of the brief that holds the claim."""
    holds = _holds_number if kind in {"price", "number"} else _holds_text
    # "mon-sat" is said as "Monday to Saturday".
    told = (one for one in sentences if holds(one, text) or holds(mended(one), text))
    return next(told, "")


def _holds_text(sentence: str, text: str) -> bool:
    wanted, said = _plain(text), _plain(sentence)
    return f" {wanted} " in f" {said} " or wanted.replace(" ", "") in said.replace(" ", "")


def _holds_number(sentence: str, text: str) -> bool:
    number = NUMBER.search(text)
    told = {value_of(one) for one in NUMBER.findall(sentence)}
    told |= {NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", sentence.lower()) if word in NUMBER_WORDS}
    return number is not None and value_of(number.group()) in told | numerals_in(sentence)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.lower()).strip()
