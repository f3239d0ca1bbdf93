"""Sentences that tell one thing together: bullets of a menu, a rhythm, two questions, a change, two verbs."""

import re
from dataclasses import replace
from itertools import groupby

from generation.crew.copywriter.facts.changes import change_between
from generation.crew.copywriter.facts.classify import is_elliptic, is_sayable
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.tidy import Sentence
from generation.crew.copywriter.facts.whereabouts import placed
from generation.crew.copywriter.grammar.nouns import inside
from generation.crew.copywriter.grammar.shape import Shape, shape_of

_BOTH, _FEW = 18, 5
LONGEST_TURN = 22
"""So many words may a pain and the question that turns it have together."""
_NAMING = {Kind.PLACE, Kind.PRICE, Kind.LIST}
_NO_FACTS = {Kind.QUESTION, Kind.QUOTE, Kind.ACTION, Kind.STEPS, Kind.OFFER}
_DATED = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|day \d):? ", re.IGNORECASE)


def joined(facts: list[Fact]) -> list[Fact]:
    """The facts with those that tell one thing together made one."""
    return _terse(_asked_twice(_turned(_changed(_pointing(_linked(_price_list(placed(facts))))))))


def menus(clean: list[Sentence]) -> list[Sentence]:
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


def _pointing(facts: list[Fact]) -> list[Fact]:
    """ "Storytime every Saturday at 10.30. It's free and it's loud.": "it" is what was named just before."""
    told: list[Fact] = []
    for fact in facts:
        last = told[-1] if told else None
        points = fact.leans and re.match(
            r"(?:it|they|these|that)(?:'s|'re| is| are)?\b", fact.sentence, re.IGNORECASE
        )
        if fact.kind is Kind.PRICE and re.match(r"it(?:'s| is) [€$£]", fact.sentence, re.IGNORECASE):
            points = None  # "Aftercare is $60 a week. It's $425 a week."
        near = len(fact.sentence.split()) <= _FEW or (last is not None and last.kind in _NAMING)
        named = last is not None and near and last.kind not in _NO_FACTS and not (last.due or fact.due)
        if (
            last is None
            or not (points or is_elliptic(fact.sentence))
            or not named
            or len(f"{last.sentence} {fact.sentence}".split()) > _BOTH
        ):
            told.append(fact)
            continue
        joined, words = f"{last.sentence} {fact.sentence}", f"{last.words} {fact.words}"
        told[-1] = replace(last, sentence=joined, words=words, order=fact.order)
    return told


def _price_list(facts: list[Fact]) -> list[Fact]:
    """ "Half day £950. Full day £1,650.": prices of several things, one after the other, are one list of prices."""
    told: list[Fact] = []
    for is_price, group in groupby(facts, key=_is_price_tag):
        row = list(group)
        if not is_price or len(row) < 2:
            told += row
            continue
        said = [row[0].sentence.rstrip("."), *(inside(one.sentence) for one in row[1:])]
        words = "; ".join(one.words for one in row)
        told.append(replace(row[0], sentence=f"{', '.join(said)}.", words=words))
    return told


def _is_price_tag(fact: Fact) -> bool:
    tag = re.fullmatch(r"(?:[^\W\d][\w'-]* ){1,4}[€$£]\d[\d.,]*", fact.sentence.rstrip("."))
    return tag is not None and fact.kind is Kind.PRICE and fact.shape is not Shape.CLAUSE and not fact.due


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


def _turned(facts: list[Fact]) -> list[Fact]:
    """ "Your kid spends all summer on a screen. What if they made the game?": a pain and its turn open together."""
    if len(facts) < 3 or facts[1].kind is not Kind.QUESTION or not facts[1].leans:
        return facts
    pain, turn = facts[:2]
    both = f"{pain.sentence} {turn.sentence}"
    of_viewer = re.match(r"(?:your?|most|every|all)\b", pain.sentence, re.IGNORECASE)
    plain = pain.kind in {Kind.BENEFIT, Kind.PAIN} and pain.shape is Shape.CLAUSE and not pain.due
    if not of_viewer or not plain or len(both.split()) > LONGEST_TURN:
        return facts
    return [replace(turn, sentence=both, words=f"{pain.words} {turn.words}", leans=False), *facts[2:]]


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
