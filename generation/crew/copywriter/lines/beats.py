"""A beat: one scene in the making, with the lengths it could have and what it is worth."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.figures import NUMBER_WORDS, figure_in, least_price, money_in
from generation.crew.copywriter.grammar.nouns import inside
from generation.crew.copywriter.grammar.patterns import CODE, OFFER, PEOPLE
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.action import Action
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.lines.phrasing import ONE_BREATH, lines, product_lines
from generation.crew.copywriter.lines.telling import weight_of
from generation.crew.copywriter.lines.voice import Speaker
from generation.crew.copywriter.screen.forms import LONGEST_WHOLE, MOST_WORDS, shown_change
from generation.crew.copywriter.screen.text import quote_shown, screen_text
from generation.studio.script import Intent

_INTENTS = {
    Kind.PAIN: Intent.BENEFIT,
    Kind.PRODUCT: Intent.PRODUCT,
    Kind.BENEFIT: Intent.BENEFIT,
    Kind.NUMBER: Intent.NUMBER,
    Kind.QUOTE: Intent.QUOTE,
    Kind.LIST: Intent.LIST,
    Kind.STEPS: Intent.STEPS,
    Kind.PLACE: Intent.PLACE,
    Kind.PRICE: Intent.OFFER,
    Kind.OFFER: Intent.OFFER,
    Kind.TERMS: Intent.OFFER,
    Kind.CHANGE: Intent.BEFORE_AFTER,
}
_A_WALL = 3
_AFTER_THE_OFFER, _BEFORE_OTHER_PRICES, _BESIDE_WHAT_PEOPLE_SAY = 7.6, 5.9, 4.0
_FIRST = 1
_CLOCK = r"(\d{1,2}(?::\d\d)?(?:\s?[ap]m)?)"
_HOURS = re.compile(rf"\bopen (?:from )?{_CLOCK} (?:to|until|-|–) {_CLOCK}", re.IGNORECASE)
_OFF = re.compile(
    r"(?:[€$£]\d[\d.,]*|\d+\s?%) off"
    r"(?: (?:your|the|any|all|every) (?:first |next )?(?:two |three |four |\d+ )?[a-z]+)?",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:with|for|on|until|this|when|if|in|every|at|over|from)\b"
_FREE = re.compile(rf"Free (?:\S+ ){{0,4}}?(?!{_PREPOSITION})\S+(?=,? {_PREPOSITION})")
_RATE = re.compile(
    r"(?P<least>\b(?:from|at) )?(?P<rate>[€$£]\d(?:[\d.,]*\d)? (?:(?:a|an|per|every) \w+(?: (?:per|a) \w+)?|each\b))",
    re.IGNORECASE,
)
_WORTH = {
    Kind.QUOTE: 72, Kind.NUMBER: 74, Kind.OFFER: 76, Kind.STEPS: 68, Kind.PRICE: 71, Kind.LIST: 66,
    Kind.CHANGE: 82, Kind.TERMS: 70, Kind.BENEFIT: 62, Kind.PLACE: 56, Kind.PAIN: 52,
}  # fmt: skip
# Where in the ad a kind of fact belongs: what it is, what it does, who says so, where, for how much.
_PLACE = {
    Kind.PAIN: 2.5, Kind.PRODUCT: 2, Kind.BENEFIT: 3, Kind.NUMBER: 3, Kind.LIST: 3, Kind.STEPS: 3,
    Kind.CHANGE: 2.6, Kind.TERMS: 7.2, Kind.QUOTE: 4, Kind.PLACE: 5, Kind.PRICE: 6, Kind.OFFER: 7,
}  # fmt: skip


@dataclass(frozen=True)
class Beat:
    """``versions``: narration from the longest to the shortest; ``place`` and ``order`` sort beats into an
    ad. ``kept``: a scene of an earlier draft that stays as it is.
    """

    intent: Intent
    versions: tuple[str, ...]
    screen: str
    words: tuple[str, ...]
    place: float
    order: int = 0
    worth: float = 0.0
    must: bool = False
    fact: Fact | None = None
    items: tuple[str, ...] = ()
    figure: str = ""
    figure_label: str = ""
    source: str = ""

    cut: bool = False
    kept: bool = False

    @property
    def narration(self) -> str:
        """The version in use: the first one."""
        return self.versions[0]


def hook_beat(hook: Hook) -> Beat:
    """The opening scene."""
    fact = hook.uses
    base = Beat(Intent.HOOK, (hook.narration,), hook.screen, (hook.words,), 0, must=True, fact=fact)
    if fact is None:
        return base
    if hook.angle == "change":
        return replace(base, intent=Intent.BEFORE_AFTER, items=fact.items)
    figure = fact.figure if fact.figure and fact.figure.figure in hook.narration else None
    return replace(
        base,
        figure=figure.figure if figure else "",
        figure_label=figure.label if figure else "",
        source=fact.source,
    )


def action_beat(action: Action, *, unheard: str = "") -> Beat:
    """The closing scene; ``unheard``: how it is said at the shortest, where the picture shows the rest."""
    words = tuple(fact.words for fact in action.uses) or ((action.text,) if action.lifted else ())
    # Where it is tight, the name is left to the picture.
    nameless = action.narration[max(0, action.narration.find(action.text)) :]
    versions = tuple(
        dict.fromkeys((action.narration, nameless, f"{action.text}.", unheard or f"{action.text}."))
    )
    return Beat(Intent.ACTION, versions, action.screen, words, 9, must=True)


def product_beat(fact: Fact, speaker: Speaker, rng: random.Random) -> Beat:
    """What it is, with its name."""
    shown = screen_text(fact.sentence, must=_numbers(fact), brand=speaker.brand)
    return Beat(
        Intent.PRODUCT,
        product_lines(fact, speaker, rng),
        shown,
        (fact.words,),
        2,
        fact.order,
        must=True,
        fact=fact,
    )


def fact_beat(fact: Fact, speaker: Speaker, rng: random.Random, *, before: Fact | None) -> Beat:
    """A scene for any other fact; its worth is jittered by the seed, so that other seeds tell other
    things.
    """
    figure = fact.figure if fact.kind in {Kind.NUMBER, Kind.OFFER, Kind.PRICE} else None
    versions = _with_its_number(lines(fact, speaker, rng, before=before), fact)
    # Of a very long sentence only a part is told, and only that may be shown.
    told = replace(fact, sentence=versions[0]) if len(fact.sentence.split()) > ONE_BREATH else fact
    shown = _shown(told, speaker)
    if figure is not None and figure.is_money and figure.figure not in shown:
        figure = money_in(shown) or figure  # of several prices the one that is shown
    return Beat(
        _INTENTS[fact.kind],
        versions,
        shown,
        (fact.words,),
        _place_of(fact),
        fact.order,
        worth=_WORTH[fact.kind] + _telling_of(fact) + rng.uniform(-8, 8),
        fact=fact,
        items=fact.items,
        figure=figure.figure if figure else "",
        figure_label=figure.label if figure else "",
        source=fact.source,
    )


def _place_of(fact: Fact) -> float:
    """Where among the others a fact is told: by what it is, and some elsewhere than their kind."""
    if fact.kind is Kind.PRICE and re.match(r"(?:it is|it's)\b", fact.sentence, re.IGNORECASE):
        return _BEFORE_OTHER_PRICES
    if _telling_of(fact) < -6 and not fact.due:
        return _AFTER_THE_OFFER
    if fact.kind is Kind.NUMBER and PEOPLE.search(fact.sentence) and fact.shape is not Shape.CLAUSE:
        return _BESIDE_WHAT_PEOPLE_SAY
    return _PLACE[fact.kind]


def _telling_of(fact: Fact) -> float:
    """What stands first in a brief matters most, and what helps only those who have decided least."""
    if fact.kind not in {Kind.BENEFIT, Kind.NUMBER, Kind.LIST, Kind.PLACE}:
        return 0.0
    weight = 0.0 if fact.kind in {Kind.LIST, Kind.PLACE} else weight_of(fact.sentence)
    weight = max(0.0, weight) if fact.order <= _FIRST else weight
    return weight + {1: 8.0, 2: 4.0}.get(fact.order, 0.0)


def _with_its_number(versions: tuple[str, ...], fact: Fact) -> tuple[str, ...]:
    """A fact that is a number is never told without it: "We're at your door", but when?"""
    told = fact.kind is Kind.NUMBER or (fact.kind in {Kind.PRICE, Kind.OFFER} and "," not in fact.sentence)
    figure = fact.figure.figure if told and fact.figure is not None else ""
    return tuple(line for line in versions if figure in line) or versions


def with_offer(price: Beat, offer: Beat) -> Beat:
    """ "Yours for €129, with free returns for 60 days.": a price tag and a plain offer in one breath."""
    tag = price.narration.rstrip(".")
    rest = inside(offer.fact.sentence) if offer.fact is not None else ""
    link = "or" if money_in(rest) else "with"  # "£9.50, or 4 for £32"
    return replace(
        offer,
        versions=(f"{tag}, {link} {rest}.",),
        figure=price.figure,
        figure_label=price.figure_label,
        words=price.words + offer.words,
        order=price.order,
    )


def can_join(price: Beat, offer: Beat) -> bool:
    """Whether the price is a bare tag and the offer a bare noun phrase."""
    if price.fact is None or offer.fact is None or price.fact.kind is not Kind.PRICE:
        return False
    plain = offer.fact.shape is Shape.NOUN and not re.search(r",|\bwith\b", offer.fact.sentence)
    return plain and price.narration.startswith("Yours ")


def _numbers(fact: Fact) -> str:
    return fact.figure.figure if fact.figure else ""


def _shown(fact: Fact, speaker: Speaker) -> str:
    if fact.kind is Kind.STEPS:
        return "How it works"
    if fact.kind is Kind.QUOTE:
        return quote_shown(fact.sentence)
    if fact.kind is Kind.CHANGE:
        return shown_change(fact.items)
    if fact.items:
        return _list_heading(fact, speaker)
    set_text = _set_text(fact)
    if set_text:
        return set_text
    return screen_text(_first_price(fact), must=_must(fact), brand=speaker.brand)


def _set_text(fact: Fact) -> str:
    """What is always shown in one way: a code with what it gives, opening hours, money back."""
    coded = re.search(
        rf"(?i:(?:use|enter|(?:\S+ off )?with) )?{CODE.pattern}(?i: for \S+ off)?", fact.sentence
    )
    if coded:
        led = fact.sentence[: coded.end()]
        return led if len(led.split()) <= MOST_WORDS else _with_what(fact, coded.group())
    hours = _HOURS.search(fact.sentence)
    if hours:
        return f"Open {hours.group(1)} to {hours.group(2)}"
    off = _OFF.search(fact.sentence) if fact.kind is Kind.OFFER else None
    if off and len(off.group().split()) <= MOST_WORDS:
        return off.group()[:1].upper() + off.group()[1:]
    rate = _RATE.search(fact.sentence) if fact.kind in {Kind.PRICE, Kind.OFFER} and not off else None
    if rate and not re.search(r"\b(?:free|trial)\b", fact.sentence, re.IGNORECASE):
        return f"From {rate['rate']}" if rate["least"] else rate["rate"]
    free = _FREE.match(fact.sentence) if fact.kind is Kind.OFFER else None
    if free and len(free.group().split()) <= MOST_WORDS:
        return free.group()
    back = fact.kind is Kind.OFFER and re.search(r"\byour money back\b", fact.sentence)
    return _giving_part(fact) or ("Your money back" if back else "")


def _giving_part(fact: Fact) -> str:
    """Of "Stay 3 nights, 4th night is free until May." the part that gives something."""
    parts = re.split(r", (?:and )?| and ", fact.sentence.rstrip("."))
    if fact.kind is not Kind.OFFER or len(parts) < 2 or len(fact.sentence.split()) <= MOST_WORDS:
        return ""
    gives = [part for part in parts if OFFER.search(part) or re.search(r"\bfree\b|\bhalf price\b", part)]
    text = next((part for part in gives if 1 < len(part.split()) <= LONGEST_WHOLE), "")
    return text[:1].upper() + text[1:]


def _with_what(fact: Fact, code: str) -> str:
    """A code is nothing without what it gives: "€200 off with code SPRING"."""
    if len(fact.sentence.split()) <= MOST_WORDS:
        return fact.sentence.rstrip(".")
    gives = _OFF.search(fact.sentence) or re.search(
        r"\bfirst [\w ]{1,15} (?:free|half price)|"
        r"\bfree (?:\w+ ){0,2}?\w+(?= (?:through|until|with|when|on|for|if)\b|,)|^free \w+",
        fact.sentence,
        re.IGNORECASE,
    )
    text = code
    if gives and gives.group().lower() not in code.lower():
        both = (
            f"{gives.group()}: {code.rpartition(' ')[2]}"
            if "code" in code[:5].lower()
            else f"{gives.group()} {code}"
        )
        text = both if len(both.split()) <= MOST_WORDS else gives.group()
    return text[:1].upper() + text[1:]


def _first_price(fact: Fact) -> str:
    """A row of prices shows as many as there is room for, no loose words behind them."""
    parts = fact.sentence.rstrip(".").split(", ")
    least = least_price(fact.sentence) if fact.kind is Kind.PRICE else ""
    if least:
        return f"From {least}."
    kept = [part for part in parts if money_in(part)]
    brief = [part for part in kept if len(part.split()) <= MOST_WORDS]
    if fact.kind is Kind.PRICE and brief and len(kept) > 1 and len(kept[0].split()) > MOST_WORDS:
        return f"{brief[0]}."
    if fact.kind is not Kind.PRICE or len(parts) < 2 or parts[0] != (kept or [""])[0]:
        return fact.sentence
    both = ", ".join(kept[:2])
    return both if len(both.split()) <= MOST_WORDS else kept[0]


def _must(fact: Fact) -> str:
    free = re.search(
        r"\w+ \w+ is free\b|free \w+|\bpay for \w+|\bhalf(?: price)?\b", fact.sentence, re.IGNORECASE
    )
    if fact.kind is Kind.OFFER and free and not (fact.figure and fact.figure.is_money):
        return free.group()
    return fact.figure.figure if fact.figure and fact.figure.figure in fact.sentence else ""


def _list_heading(fact: Fact, speaker: Speaker) -> str:
    """What the entries have in common ("Under one roof"), all of them in a few words, or the name alone."""
    tail = re.search(rf"{re.escape(fact.items[-1])} (.+)\.$", fact.sentence, re.IGNORECASE)
    heads = tail is not None and not re.match(r"to\b|at the same time", tail.group(1))
    if tail and heads and 2 <= len(tail.group(1).split()) <= 5 and parse(tail.group(1))[0].pos_ == "ADP":
        return tail.group(1)[:1].upper() + tail.group(1)[1:]
    shown = screen_text(fact.sentence, must=fact.items[-1])
    if all(item.lower() in shown.lower() for item in fact.items):
        return shown
    soon = re.search(r"\bin (?:\d+|two|three|five|ten) (?:seconds|minutes)\b", fact.sentence, re.IGNORECASE)
    if soon:
        return soon.group()[:1].upper() + soon.group()[1:]
    colon = re.match(r"([A-Z][\w ]{2,30}):", fact.sentence)
    order = re.match(r"(\w+(?: [\w-]+){1,5}?),? and ", fact.sentence)
    if fact.shape is Shape.COMMAND and order and fact.items[0].lower() not in order.group(1).lower():
        return order.group(1)
    if colon:
        return colon.group(1)
    return (
        f"With {speaker.brand}"
        if speaker.person == "it" and len(speaker.brand.split()) < MOST_WORDS
        else speaker.brand
    )


def with_true_figures(beats: Sequence[Beat]) -> tuple[Beat, ...]:
    """A number stands big on the picture only while it is said; a shorter line may have lost it."""
    return tuple(
        beat if beat.kept or _says(beat.narration, beat.figure) else _refigured(beat) for beat in beats
    )


def _says(narration: str, figure: str) -> bool:
    words = {word for word, value in NUMBER_WORDS.items() if value == re.sub(r"\D", "", figure)}
    return not figure or figure in narration or bool(words & set(re.findall(r"[a-z]+", narration.lower())))


def _refigured(beat: Beat) -> Beat:
    found = figure_in(beat.narration)
    if found is not None:
        return replace(beat, figure=found.figure, figure_label=found.label)
    intent = Intent.BENEFIT if beat.intent is Intent.NUMBER else beat.intent
    return replace(beat, figure="", figure_label="", intent=intent)


def hung(beats: Sequence[Beat], pictures: int) -> tuple[Beat, ...]:
    """Three pictures of one's own or more hang on a wall while a plain benefit is told; the product has the first."""
    plain = [
        place
        for place, beat in enumerate(beats)
        if beat.intent is Intent.BENEFIT and not (beat.items or beat.kept) and 0 < place < len(beats) - 1
    ]
    if pictures < _A_WALL or not plain:
        return tuple(beats)
    return tuple(
        replace(beat, intent=Intent.GALLERY) if place == plain[0] else beat
        for place, beat in enumerate(beats)
    )


def shown_once(beats: Sequence[Beat]) -> tuple[Beat, ...]:
    """No text stands on the picture twice: a repeated one gives way to another phrase of its own sentence."""
    seen = {beat.screen.lower() for beat in beats if beat.kept}
    kept = []
    for beat in beats:
        shown = beat.screen
        if shown.lower() in seen and beat.fact is not None and not beat.kept:
            shown = screen_text(beat.fact.sentence, avoid=frozenset(seen))
        seen.add(shown.lower())
        kept.append(replace(beat, screen=shown))
    return tuple(kept)
