"""A brief read into typed facts, each with the exact words that it comes from."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from ads.phrases import PROFANE, RISKY, kept
from generation.crew.brief import Brief
from generation.crew.copywriter import patterns
from generation.crew.copywriter.agreement import agreeing
from generation.crew.copywriter.changes import change_between, change_in
from generation.crew.copywriter.divide import divide
from generation.crew.copywriter.enumerations import items_in
from generation.crew.copywriter.figures import Figure, figure_in, money_in
from generation.crew.copywriter.names import with_capitals
from generation.crew.copywriter.nouns import inside
from generation.crew.copywriter.quotes import quotation_in
from generation.crew.copywriter.shape import Shape, shape_of
from generation.crew.copywriter.terms import code_in, deadline_in, only_terms
from generation.crew.copywriter.tidy import Sentence, sentences
from generation.crew.copywriter.wishes import as_sentence, sayable_part

_LONGEST = 40
_DATED = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|day \d):? ", re.IGNORECASE)
_HINGE = re.compile(
    r"^(?:(?:since then|honestly|also|plus|anyway|basically|of course|in addition|furthermore|besides|moreover|"
    r"actually|obviously|as well as that|oh and|ps|well|ok|okay|like I said|to be honest|so basically|so anyway|"
    r"and also|and)\b,? )+(?!more\b|(?:much|so much|many) more\b)",
    re.IGNORECASE,
)
_APART = 1000  # the order of facts that no sentence of the brief stands beside


class Kind(StrEnum):
    """What a fact is, and so which scene suits it."""

    QUESTION = "question"
    PAIN = "pain"
    PRODUCT = "product"
    BENEFIT = "benefit"
    NUMBER = "number"
    QUOTE = "quote"
    LIST = "list"
    STEPS = "steps"
    PLACE = "place"
    PRICE = "price"
    OFFER = "offer"
    CHANGE = "change"
    TERMS = "terms"
    ACTION = "action"


@dataclass(frozen=True)
class Fact:
    """One thing that the brief says.

    ``sentence`` is clean and whole; ``words`` are the brief's own. ``leans``:
    it points back at the sentence before it ("We replace it…"). ``asked``: it stands in the
    offer field, so the ad may not do without it; ``due``: it holds words that must be said.
    ``items``: the entries of a list, the steps, or what was and what is now. ``code`` and ``deadline`` are
    those of an offer; ``told`` is how the brief itself names who said a quote.
    """

    kind: Kind
    sentence: str
    words: str
    shape: Shape
    order: int
    items: tuple[str, ...] = ()
    figure: Figure | None = None
    source: str = ""
    leans: bool = False
    asked: bool = False
    due: bool = False
    code: str = ""
    deadline: str = ""
    told: str = ""


def read_facts(brief: Brief) -> tuple[Fact, ...]:
    """Everything in the description and the offer field, in order. Risky and profane sentences are left
    out.
    """
    clean = [one for one in sentences(with_capitals(brief.desc), keep=brief.name) if is_sayable(one.text)]
    told = _terse(_asked_twice(_changed(_linked(_in_order(_menus(clean), brief)))))
    facts = [fact for fact in told if _tells(fact) and not _is_no_promise(fact)]
    keys = {_key(fact.sentence) for fact in facts}
    offers = [offer for offer in _offer_field(brief, len(facts) + 1) if _key(offer.sentence) not in keys]
    facts = [rest for fact in facts if (rest := _beside(fact, offers)) is not None]
    return tuple(_with_wishes(_with_product(facts + offers, brief), brief))


def _beside(fact: Fact, offers: list[Fact]) -> Fact | None:
    """What a statement says beside the offer field: "£18 each, 3 for £45" is "£18 each" where that offers 3 for £45."""
    if fact.due or fact.kind not in {Kind.PRICE, Kind.OFFER}:
        return fact
    for offer in offers:
        mine, its = f" {_key(fact.sentence)} ", f" {_key(offer.sentence)} "
        if mine in its or (its in mine and fact.kind is Kind.OFFER):
            return None
        if its in mine:
            return _without(fact, offer.sentence.rstrip("."))
    return fact


def _without(fact: Fact, part: str) -> Fact | None:
    rest = re.sub(rf"(?:,? (?:or|and) |, ?|^){re.escape(part)}", "", fact.sentence, flags=re.IGNORECASE)
    text = re.sub(r"^[,\s]+(?:or |and )?", "", rest).strip()
    if money_in(text) is None:
        return None
    return _fact(
        f"{text[:1].upper()}{text[1:].rstrip('.')}.", Sentence(fact.words, typed=fact.words), fact.order
    )


def _in_order(clean: list[Sentence], brief: Brief) -> list[Fact]:
    brand = brief.name.strip()
    facts: list[Fact] = []
    steps = [one.text.rstrip(".") for one in clean if one.step]
    for sentence in clean:
        if sentence.step and len(steps) > 1:
            facts += (
                [_steps(steps, len(facts) + 1)] if not any(fact.kind is Kind.STEPS for fact in facts) else []
            )
            continue
        if sentence.entries:
            facts.append(_listed(sentence, len(facts) + 1))
            continue
        for part in _sayable_parts(sentence.text, brief):
            fact = _fact(_unhinged(_nameless(part, brand)), sentence, len(facts) + 1)
            if _tells(fact, alone=False) and _key(fact.sentence) not in {_key(one.sentence) for one in facts}:
                facts.append(fact)
    return facts


def _listed(sentence: Sentence, order: int) -> Fact:
    shape = Shape.CLAUSE if ":" in sentence.text else Shape.NOUN
    return Fact(Kind.LIST, sentence.text, sentence.typed, shape, order, sentence.entries)


def _unhinged(text: str) -> str:
    """Without the word that only joins it to what came before: "Also, …", "Since then …", "And …"."""
    rest = _HINGE.sub("", text)
    return rest[:1].upper() + rest[1:] if len(rest.split()) >= 2 else text


def _sayable_parts(text: str, brief: Brief) -> list[str]:
    """The statements of a sentence, each without what must not be said."""
    return [part for whole in divide(text) if (part := sayable_part(brief, whole))]


def _with_wishes(facts: list[Fact], brief: Brief) -> list[Fact]:
    """Facts that hold a phrase that must be said are due; a phrase that none holds is a fact of its own."""
    found = [
        replace(fact, due=any(kept(fact.sentence, phrase=phrase) for phrase in brief.must_say))
        for fact in facts
    ]
    spoken_anyway = f"{brief.name}\n{brief.call_to_action}"
    for phrase in brief.must_say:
        if any(kept(fact.sentence, phrase=phrase) for fact in found) or kept(spoken_anyway, phrase=phrase):
            continue
        text = as_sentence(phrase)
        fact = _fact(text, Sentence(phrase), _APART + len(found))
        kind = Kind.BENEFIT if fact.kind in {Kind.QUESTION, Kind.ACTION, Kind.PAIN} else fact.kind
        # Before the offer field, which stands last.
        at = len(found) - (1 if found and found[-1].asked else 0)
        found.insert(at, replace(fact, kind=kind, leans=False, due=True))
    return found


def _tells(fact: Fact, *, alone: bool = True) -> bool:
    """Not a stray word (unless others may stand beside it), and not more than can be said in one breath or two."""
    count = len(fact.sentence.split())
    alone = (
        not alone or fact.shape is Shape.ADJECTIVE or fact.kind is Kind.QUESTION or fact.figure is not None
    )
    return count <= _LONGEST and (count > 1 or alone)


def _is_no_promise(fact: Fact) -> bool:
    """A telephone number or an address by itself, which the ending says, and when the doors are shut."""
    bare = fact.sentence.rstrip(".").strip()
    is_contact = any(way.fullmatch(bare) for way in (patterns.PHONE, patterns.URL, patterns.EMAIL))
    return not fact.due and (is_contact or patterns.SHUT.match(bare) is not None)


def _nameless(text: str, brand: str) -> str:
    """ "PlantPal: the app that…" and "PlantPal, the app that…" without the name, which the ad says anyway."""
    if re.match(r"(?:Is|Are) (?:an?|the|our|located|in|on)\b", text) and not text.endswith("?"):
        return f"{brand} {text[:1].lower()}{text[1:]}"  # "Is a small guesthouse …": who is, was left out
    match = re.match(rf"{re.escape(brand)}[,:] (?!(?:is|are|has|we)\b)", text, re.IGNORECASE)
    rest = text[match.end() :] if match else ""
    return rest[:1].upper() + rest[1:] if len(rest.split()) >= 3 else text


def _menus(clean: list[Sentence]) -> list[Sentence]:
    """Three or more bulleted things in a row are one list: "Oil changes, brakes and tyres."."""
    told: list[Sentence] = []
    for is_row, group in groupby(clean, key=_is_entry):
        rows = list(group)
        told += [_menu(rows)] if is_row and 3 <= len(rows) <= 6 else rows
    return told


def _is_entry(sentence: Sentence) -> bool:
    """A bulleted thing in a few words, perhaps with its day before it ("Monday: lentil curry with naan")."""
    text = _DATED.sub("", sentence.text).rstrip(".")
    few = sentence.bulleted and not sentence.step and len(text.split()) <= 4
    plain = few and not re.search(r"[\d:,?“]", text) and is_sayable(text)
    return plain and (" " not in text or shape_of(f"{text}.") is Shape.NOUN)


def _menu(rows: list[Sentence]) -> Sentence:
    entries = [_DATED.sub("", row.text).rstrip(".") for row in rows]
    said = [entries[0], *(inside(f"{entry}.") for entry in entries[1:])]
    last = f", and {said[-1]}" if " and " in said[-1] else f" and {said[-1]}"
    under = rows[0].under if len(rows[0].under.split()) > 1 else ""
    text = f"{', '.join(said[:-1])}{last}."
    text = f"{under}: {text[:1].lower()}{text[1:]}" if under else text
    return replace(rows[0], text=text, typed="; ".join(row.typed for row in rows), entries=tuple(entries))


def _terse(facts: list[Fact]) -> list[Fact]:
    """ "12 seats. One chef. No menu.": three or four very short phrases in a row are one rhythm."""
    told: list[Fact] = []
    for is_short, group in groupby(facts, key=_is_terse):
        row = list(group)
        if not is_short or not 3 <= len(row) <= 4:
            told += row
            continue
        text, words = " ".join(one.sentence for one in row), " ".join(one.words for one in row)
        entries = tuple(one.sentence.rstrip(".") for one in row)
        told.append(Fact(Kind.LIST, text, words, Shape.IDIOM, row[0].order, entries))
    return told


def _is_terse(fact: Fact) -> bool:
    plain = fact.kind in {Kind.BENEFIT, Kind.NUMBER, Kind.LIST} and not fact.due
    if re.fullmatch(r"that's (?:it|all)\.", fact.sentence, re.IGNORECASE):
        return True
    return plain and fact.shape in {Shape.NOUN, Shape.IDIOM} and len(fact.sentence.split()) <= 3


def _asked_twice(facts: list[Fact]) -> list[Fact]:
    """ "Back pain? Neck stiff from the laptop?": two short questions in a row are one."""
    told: list[Fact] = []
    for fact in facts:
        last = told[-1] if told else None
        both = last is not None and last.kind is fact.kind is Kind.QUESTION
        if last is None or not both or len(f"{last.sentence} {fact.sentence}".split()) > 9:
            told.append(fact)
            continue
        joined, words = f"{last.sentence} {fact.sentence}", f"{last.words} {fact.words}"
        told[-1] = replace(last, sentence=joined, words=words, order=fact.order)
    return told


def _changed(facts: list[Fact]) -> list[Fact]:
    """ "It used to take a day. Now it takes an hour." is one change, told in two sentences."""
    told: list[Fact] = []
    for fact in facts:
        change = change_between(told[-1].sentence, fact.sentence) if told else None
        if change is None:
            told.append(fact)
            continue
        last = told[-1]
        both = f"{last.sentence} {fact.sentence}"
        words = f"{last.words} {fact.words}"
        told[-1] = replace(
            last,
            kind=Kind.CHANGE,
            sentence=both,
            words=words,
            shape=Shape.CLAUSE,
            items=(change.was, change.now),
        )
    return told


def _linked(facts: list[Fact]) -> list[Fact]:
    """ "Brews coffee in 90 seconds. Keeps it hot for 6 hours." is one statement with two verbs."""
    linked: list[Fact] = []
    for fact in facts:
        last = linked[-1] if linked else None
        both = last is not None and last.shape is Shape.VERB and fact.shape is Shape.VERB and fact.leans
        if last is None or not both:
            linked.append(fact)
            continue
        second = fact.sentence[0].lower() + fact.sentence[1:]
        joined = f"{last.sentence.rstrip('.')} and {second}"
        linked[-1] = replace(last, sentence=joined, words=f"{last.words} {fact.words}")
    return linked


def _key(sentence: str) -> str:
    return re.sub(r"\W+", " ", sentence).strip().lower()


def is_sayable(text: str) -> bool:
    """Whether an ad may repeat this: no promise of cures or certainty, nothing obscene, no order to the writer."""
    unfit = (RISKY, PROFANE, patterns.INSTRUCTION)
    return not any(pattern.search(text) for pattern in unfit)


def _fact(text: str, sentence: Sentence, order: int) -> Fact:
    text = agreeing(text)
    quote = quotation_in(text)
    if quote:
        typed = sentence.typed or text
        return Fact(Kind.QUOTE, quote.words, typed, Shape.CLAUSE, order, source=quote.source, told=quote.told)
    shape = shape_of(text)
    kind = _kind(text, shape)
    change = change_in(text)
    if change is not None:
        kind = Kind.CHANGE
    items = items_in(text, shape) if kind in {Kind.BENEFIT, Kind.NUMBER} else ()
    if items:
        kind = Kind.LIST
    if change is not None:
        items = (change.was, change.now)
    figure = figure_in(text)
    if kind in {Kind.OFFER, Kind.PRICE} and not re.match(r"(?:try it )?free\b", text, re.IGNORECASE):
        figure = money_in(text) or figure
    leans = order > 1 and _leans(text)
    typed, code, until = sentence.typed or sentence.text, code_in(text), deadline_in(text)
    return Fact(kind, text, typed, shape, order, items, figure, leans=leans, code=code, deadline=until)


def _kind(text: str, shape: Shape) -> Kind:
    """The first kind that fits, in this order: an offer is an offer though it has a price and a command in it."""
    clause, command = shape is Shape.CLAUSE, shape is Shape.COMMAND
    fits = {
        Kind.QUESTION: shape is Shape.QUESTION,
        Kind.TERMS: only_terms(text),
        Kind.OFFER: bool(patterns.OFFER.search(text)),
        Kind.ACTION: command and bool(patterns.ACTION.match(text) or patterns.URL.search(text)),
        Kind.PRICE: money_in(text) is not None,
        Kind.PAIN: not clause and bool(patterns.PAIN.match(text)),
        Kind.PLACE: bool((patterns.HOUSE if clause or command else patterns.PLACE).search(text)),
        Kind.NUMBER: figure_in(text) is not None,
    }
    return next((kind for kind, it_fits in fits.items() if it_fits), Kind.BENEFIT)


def _leans(text: str) -> bool:
    """Whether "it", "they" or "this" needs the sentence before to be understood."""
    opening = re.match(
        r"(?:it|they|this|these|those|that|he|she|but|so|and|then|which|who|"
        r"(?:most|some|all|none|both|half) of them)\b",
        text,
        re.IGNORECASE,
    )
    first_clause = re.split(r",| and | so | that | when | while | as ", text)[0]
    return bool(
        opening
        or re.search(r"\btoo(?=[.,])", text)
        or re.search(r"\bthe rest\b(?! of)", text)
        or re.match(r"(?:all|each|both) (?:[\w-]+ )?\w+ed\.$", text, re.IGNORECASE)
        or re.search(r"\b(?:the (?:old|new|other|first|second) ones?|yours|theirs)\b", text, re.IGNORECASE)
        or re.search(r"\w \b(?:it|them|her|him)\b(?! takes| is| \w+(?:s|er|hand)\b)", first_clause)
    )


def _steps(found: list[str], order: int) -> Fact:
    words = "; ".join(found)
    return Fact(Kind.STEPS, words, words, Shape.COMMAND, order, tuple(found[:5]))


def _offer_field(brief: Brief, order: int) -> list[Fact]:
    text = " ".join(one.text for one in sentences(brief.offer, keep=brief.name))
    if not text or not is_sayable(text):
        return []
    shape = shape_of(text)
    return [
        Fact(
            Kind.OFFER,
            text,
            brief.offer.strip(),
            shape,
            order,
            (),
            money_in(text) or figure_in(text),
            asked=True,
            code=code_in(text),
            deadline=deadline_in(text),
        )
    ]


def _with_product(facts: list[Fact], brief: Brief) -> list[Fact]:
    """The first line that says what the thing is becomes the product line."""
    for place, fact in enumerate(facts):
        if _says_what_it_is(fact, brief, first=place == 0):
            facts[place] = replace(fact, kind=Kind.PRODUCT)
            break
    return facts


def _says_what_it_is(fact: Fact, brief: Brief, *, first: bool) -> bool:
    if fact.kind not in {Kind.BENEFIT, Kind.NUMBER, Kind.LIST, Kind.PLACE}:
        return False
    named = re.match(rf"{re.escape(brief.name)}(?:,| is| are|:| —)", fact.sentence, re.IGNORECASE)
    if named and fact.shape in {Shape.CLAUSE, Shape.NOUN}:
        return True
    if fact.order > 2 or fact.sentence.lower().startswith(("over ", "more than ", "all ", "max ", "no ")):
        return False
    if fact.shape is Shape.NOUN:
        return not re.match(r"[\d%]", fact.sentence) and (first or fact.order == 1)
    return (
        first
        and fact.shape is Shape.CLAUSE
        and bool(re.match(r"(?:we|i|our)\b", fact.sentence, re.IGNORECASE))
    )
