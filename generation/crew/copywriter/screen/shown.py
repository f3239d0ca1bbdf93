"""What stands on the picture of each scene, chosen once the whole ad is known.

The order: what stands there word for word and passes the gate, the sentence as a telegram, the whole of it where it is
short, and only then a name of what the ad is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.screen.forms import MOST_WORDS, SPARED
from generation.crew.copywriter.screen.gate import means_something
from generation.crew.copywriter.screen.labels import address, place_label, product_label, short_label
from generation.crew.copywriter.screen.phrases import (
    asked_of_condition,
    beginnings,
    core,
    object_to_end,
    sentences_of,
    with_short_subject,
)
from generation.crew.copywriter.screen.prices import bare_price, priced, with_label
from generation.crew.copywriter.screen.telegrams import short_sentence, telegrams
from generation.crew.copywriter.screen.text import ranked
from generation.crew.craft import is_cut
from generation.studio.script import Intent, ScriptScene

_AS_THEY_ARE = {Intent.STEPS, Intent.QUOTE}
_MONEY = re.compile(r"[€$£]\d")
_GIVES = re.compile(r"\bfree\b|\bhalf\b|\boff\b|%|[€$£]\d|\bfor nothing\b|\bon us\b", re.IGNORECASE)
_BARE = re.compile(r"(?:from )?[€$£]\d|\d+ for [€$£]", re.IGNORECASE)
_PLAIN_WORDS = re.compile(
    r"[€$£]\d[\d.,]*(?:(?: (?:a|an|per|each|every) \w+)+| each| off)?|\b(?:until|by|before|through|instead of) .*|"
    r"\b\d+ for\b|, (?:with|no) .*|"
    r"\b(?:get|it's|it|is|costs?|from|yours|for|or|and|only|just|you|pay|save|take|on weekdays)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Names:
    """What may stand where nothing of a sentence can: what it is, where it is, whose it is, how it is reached."""

    brand: str
    product: str
    place: str
    reached: str


def names_of(brief: Brief, facts: Sequence[Fact]) -> Names:
    """The names that one brief gives."""
    return Names(brief.name.strip(), product_label(brief, facts), place_label(brief), address(brief))


def title_of(names: Names) -> str:
    """The ad's title: the name, and what it is."""
    return f"{names.brand}: {names.product}" if names.product else names.brand


def shown_alone(beats: Sequence[Beat], names: Names) -> tuple[Beat, ...]:
    """The beats with a text on each picture that means something without the sound, and no text twice."""
    seen = {beat.screen.lower() for beat in beats if beat.kept}
    done = []
    for beat in beats:
        shown = beat.screen if beat.kept else _shown(beat, names, seen)
        seen.add(shown.lower())
        done.append(replace(beat, screen=shown))
    return tuple(done)


def _shown(beat: Beat, names: Names, seen: set[str]) -> str:
    for able in (
        _able(beat, names),
        _in_brief(beat, names),
        _whole(beat, names),
        _names(beat, names),
        _at_last(beat, names),
    ):
        text = next((one for one in able if not _is_seen(one, seen) and not _is_cut(one, beat)), "")
        if text:
            return text
    return names.brand


def _is_seen(text: str, seen: set[str]) -> bool:
    """Whether it was shown, or was part of what was shown: "Yoga studio" after "Yoga studio above the library"."""
    return any(f" {text.lower()} " in f" {one} " for one in seen)


def _in_brief(beat: Beat, names: Names) -> Iterator[str]:
    """The sentence itself as a telegram, one with the figure of the scene before all others."""
    if beat.items or beat.source or beat.intent is Intent.ACTION:
        return
    told = [text for one in sentences_of(beat.narration, names.brand) for text in telegrams(core(one))]
    able = [text for text in told if not _cuts_the_name(text, names.brand)]
    yield from sorted(able, key=lambda text: bool(beat.figure) and beat.figure not in text)


def _is_cut(text: str, beat: Beat) -> bool:
    """What the review would stop as torn out of its phrase."""
    free = beat.intent in {Intent.ACTION, *_AS_THEY_ARE} or beat.items
    return not free and is_cut(ScriptScene(beat.intent, text, beat.narration, source=beat.source))


def _at_last(beat: Beat, names: Names) -> Iterator[str]:
    yield from (
        text for text in (f"With {names.brand}", short_label(names.product)) if " " in text and _fits(text)
    )
    yield beat.screen
    yield beat.narration.rstrip(".")


def _names(beat: Beat, names: Names) -> Iterator[str]:
    """What it is and whose; the opening leaves what it is to the scene that says it."""
    first, second = (
        (names.brand, names.product) if beat.intent is Intent.HOOK else (names.product, names.brand)
    )
    yield from (text for text in (first, second, names.place) if text)


def _whole(beat: Beat, names: Names) -> Iterator[str]:
    """Better than the name for the second time: a short sentence as it is said, although it points at the product."""
    for one in sentences_of(beat.narration, names.brand) if not beat.items else ():
        if short_sentence(core(one)):
            yield core(one)


def _able(beat: Beat, names: Names) -> Iterator[str]:
    """All that may be shown of a beat, best first."""
    if beat.intent is Intent.ACTION:
        yield from _of_the_end(beat, names)
    elif (
        beat.source
        or beat.intent in _AS_THEY_ARE
        or beat.screen == "How it works"
        or (beat.fact is not None and beat.fact.due and _fits(beat.screen))
    ):
        yield beat.screen
    elif beat.items:
        yield from _of_a_list(beat, names)
    else:
        yield from _of_a_sentence(beat, names)


def _fits(text: str) -> bool:
    return 0 < len(text.split()) <= MOST_WORDS


def _of_the_end(beat: Beat, names: Names) -> Iterator[str]:
    """What must be read: the number, the site, the door; else what is asked for."""
    unheard = names.reached.lower() not in beat.narration.lower()
    if names.reached and names.reached.lower() in beat.screen.lower() and (unheard or _fits(beat.screen)):
        yield beat.screen
    if names.reached:
        led = re.search(
            rf"\b(?:Call|Text|Ring|Visit|Email|WhatsApp)(?: \w+)?(?: us)?(?: (?:to|on|at))? {re.escape(names.reached)}",
            beat.narration,
        )
        yield led.group() if led and _fits(led.group()) else names.reached
    there = re.search(r"\bFind us [^,.]+", beat.narration)
    if there and _fits(there.group()):
        yield there.group()
    if _fits(beat.screen):
        yield beat.screen
    begun = beginnings(sentences_of(beat.narration, names.brand)[-1:])
    named = names.brand.lower()
    yield from (text for text in begun if named in text.lower() or not _cuts_the_name(text, names.brand))
    yield names.brand


def _of_a_list(beat: Beat, names: Names) -> Iterator[str]:
    """Over a list stands what all of it has in common, or the name: its entries say the rest."""
    if beat.intent is Intent.BEFORE_AFTER:
        yield from _of_a_sentence(beat, names)
    named = _fits(beat.screen) and names.brand.lower() in beat.screen.lower()
    if beat.intent is not Intent.BEFORE_AFTER and (named or _heads_all(beat)):
        yield beat.screen
    yield f"With {names.brand}" if len(names.brand.split()) < MOST_WORDS else names.brand


def _heads_all(beat: Beat) -> bool:
    """Not "With orange peel", which only the last of three beers has."""
    first = parse(beat.screen)[0]
    entries = all(item.lower() in beat.screen.lower() for item in beat.items)
    if entries or first.pos_ != "ADP":
        return _fits(beat.screen) and (
            entries or means_something(beat.screen, beat.narration) or ":" in beat.narration
        )
    at = beat.narration.lower().rfind(beat.screen.lower())
    lead = next((token for token in parse(beat.narration) if token.idx == at), None)
    return lead is not None and lead.head.pos_ == "VERB" and "under one" in beat.screen.lower()


def _of_a_sentence(beat: Beat, names: Names) -> Iterator[str]:
    if _is_greeting(beat.narration, names.brand):
        yield names.brand
    if beat.intent is Intent.PRODUCT and names.product and names.product.lower() in beat.narration.lower():
        yield names.product
    sentences = [one for one in sentences_of(beat.narration, names.brand) if one]
    yield from [one for one in sentences if one.endswith("?") and _fits(one)][:1]
    told = sentences[-1] if sentences else beat.narration
    if not sentences:
        yield names.brand
    found = [
        text
        for text in _phrases_of(beat, sentences, told, names)
        if text and not _cuts_the_name(text, names.brand)
    ]
    able = [text for text in found if any(means_something(text, one) for one in sentences)]
    if beat.intent is Intent.OFFER and not any(map(_GIVES.search, able[:1])):
        yield from (text for text in _in_brief(beat, names) if _GIVES.search(text))
    yield from able
    if _MONEY.search(beat.narration):
        yield from (core(one) for one in sentences if _MONEY.search(one) and _fits(core(one)))
        yield from [beat.screen] if _fits(beat.screen) and _BARE.match(beat.screen) else []


def _is_greeting(narration: str, brand: str) -> bool:
    led = r"(?:Say hello to|Welcome to|Here comes|Here is|This is)"
    return re.fullmatch(rf"{led} {re.escape(brand)}\W*", narration) is not None


def _cuts_the_name(text: str, brand: str) -> bool:
    """Whether the name stands in it with other words, or only its beginning does."""
    if brand.lower() in text.lower():
        return text.lower() != brand.lower()
    first = brand.split(maxsplit=1)[0]
    inside = f" {first} " in f" {text} " or text.lower().startswith(f"{first.lower()} ")
    return " " in brand and first.lower() not in {"a", "the"} and inside


def _phrases_of(beat: Beat, sentences: Sequence[str], told: str, names: Names) -> Iterator[str]:
    """What might be shown, best first; the gate is still before it."""
    fact = beat.fact
    if fact is not None and ((fact.code and fact.code in beat.screen) or fact.kind is Kind.OFFER):
        yield beat.screen if fact.code or beat.screen in told else ""
    yield from (core(one) for one in [told, *sentences])
    if _tells_what_it_is(beat, names):
        yield names.product
    yield re.sub(r"^Open (?=\w+day to )", "", core(told))
    yield from (text for one in sentences for text in asked_of_condition(one))
    if _MONEY.search(told):
        yield from _with_its_price(beat, told, names)
    first = core(told).partition(", ")[0]
    if first != core(told) and len(first.split()) > 2 and _keeps_the_figure(first, beat):
        yield first
    yield beat.screen
    for one in (_before_a_colon(sentence) for sentence in sentences if not sentence.endswith("?")):
        yield from _cut(one, beat)


def _tells_what_it_is(beat: Beat, names: Names) -> bool:
    """Whether the name of what is sold is in what is said, not only in the brief."""
    told = beat.intent is Intent.PRODUCT or (beat.fact is not None and beat.fact.kind is Kind.PRODUCT)
    said = beat.narration.lower()
    return told and any(word in said for word in re.findall(r"\w{4,}", names.product.lower()))


def _with_its_price(beat: Beat, told: str, names: Names) -> Iterator[str]:
    if beat.screen.startswith("From "):
        yield _labelled(told, beat, names)
    yield from (text for text in priced(told) if not beat.figure or beat.figure in text)
    yield _labelled(told, beat, names)


def _cut(sentence: str, beat: Beat) -> Iterator[str]:
    """Phrases out of one sentence; those with the figure of the scene before all others."""
    able = [*ranked(sentence, must=beat.figure), *with_short_subject(sentence), *object_to_end(sentence)]
    spared = SPARED.match(sentence)
    yield from [spared.group()] if spared else []
    begun = [text for text in beginnings([sentence]) if _MONEY.search(text) or not _MONEY.search(sentence)]
    yield from (text for text in [*able, *begun] if beat.figure and beat.figure in text)
    yield from [*able, *begun]


def _keeps_the_figure(text: str, beat: Beat) -> bool:
    return not beat.figure or beat.figure in text or beat.figure not in beat.screen


def _before_a_colon(sentence: str) -> str:
    first = sentence.partition(": ")[0]
    return first if len(first.split()) > 3 else sentence


def _labelled(told: str, beat: Beat, names: Names) -> str:
    """A price that nothing stands beside, after the name of what is sold."""
    rows = len(_MONEY.findall(told)) > 2 and beat.screen.startswith("From")
    nothing = not re.findall(r"[^\W\d]+", _PLAIN_WORDS.sub("", told))
    if not (
        rows or nothing or re.match(r"Yours (?:for|from)|Prices (?:start|begin)|\w+ (?:it|them)\b", told)
    ):
        return ""
    text = with_label(beat.screen if rows else bare_price(told), short_label(names.product))
    return text if _fits(text) else ""
