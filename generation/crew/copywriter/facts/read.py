"""A brief read into typed facts, each with the exact words that it comes from."""

import re
from dataclasses import replace

from ads.phrases import kept
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.classify import fact_of, is_sayable
from generation.crew.copywriter.facts.divide import divide
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.joining import joined, menus
from generation.crew.copywriter.facts.offered import key, with_offer_field
from generation.crew.copywriter.facts.tidy import Sentence, sentences
from generation.crew.copywriter.facts.wishes import as_sentence, sayable_part
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.names import with_capitals
from generation.crew.copywriter.grammar.shape import Shape, shape_of
from generation.crew.copywriter.lines.rows import fewer

_LONGEST, _ONE_BREATH = 40, 26
_HINGE = re.compile(
    r"^(?:(?:since then|honestly|also|plus|anyway|basically|of course|in addition|furthermore|besides|moreover|"
    r"actually|obviously|as well as that|oh and|ps|well|ok|okay|like I said|to be honest|so basically|so anyway|"
    r"and also|and)\b,? )+(?!more\b|(?:much|so much|many) more\b)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"(?:we|i) (?:do|make|sell|offer|repair|fix|build|bake|teach|clean|install|design|rent|cook|grow|brew|roast|"
    r"train|print|restore|photograph|translate|tutor|groom|paint|plan|import|publish|run)\b",
    re.IGNORECASE,
)
_APART = 1000  # the order of facts that no sentence of the brief stands beside


def read_facts(brief: Brief) -> tuple[Fact, ...]:
    """Everything in the description and the offer field, in order. Risky and profane sentences are left
    out.
    """
    clean = [one for one in sentences(with_capitals(brief.desc), keep=brief.name) if is_sayable(one.text)]
    told = joined(_in_order(menus(clean), brief))
    facts = [fact for fact in told if _tells(fact) and not _is_no_promise(fact)]
    return tuple(_with_wishes(_with_product(with_offer_field(facts, brief), brief), brief))


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
        for part in map(_in_one_breath, _sayable_parts(sentence.text, brief)):
            fact = fact_of(_unreached(_unhinged(_nameless(part, brand))), sentence, len(facts) + 1)
            if _tells(fact, alone=False) and key(fact.sentence) not in {key(one.sentence) for one in facts}:
                facts.append(fact)
    return facts


def _listed(sentence: Sentence, order: int) -> Fact:
    shape = Shape.CLAUSE if ":" in sentence.text else Shape.NOUN
    return Fact(Kind.LIST, sentence.text, sentence.typed, shape, order, sentence.entries)


def _steps(found: list[str], order: int) -> Fact:
    words = "; ".join(found)
    return Fact(Kind.STEPS, words, words, Shape.COMMAND, order, tuple(found[:5]))


def _unhinged(text: str) -> str:
    """Without the word that only joins it to what came before: "Also, …", "Since then …", "And …"."""
    rest = re.sub(rf"^Or (?={patterns.ACTION.pattern})", "", _HINGE.sub("", text), flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:] if len(rest.split()) >= 2 else text


def _unreached(text: str) -> str:
    """Without an address that only stands behind it: "Weekends sell out, saltmarsh.example."."""
    rest = re.sub(rf"(?:,\s+|\s+(?:at|on|via)\s+)(?:{patterns.URL.pattern})\.$", ".", text)
    given = re.fullmatch(rf"You can (\w+ (?:us )?)((?:at|on|via) (?:{patterns.URL.pattern})\.)", text)
    if given:  # "You can give at larder.example."
        return f"{given.group(1).capitalize()}{given.group(2)}"
    asks = patterns.ACTION.match(text) or shape_of(text) is Shape.COMMAND
    return rest if len(rest.split()) >= 3 and not asks else text


def _sayable_parts(text: str, brief: Brief) -> list[str]:
    """The statements of a sentence, each without what must not be said."""
    return [part for whole in divide(text) if is_sayable(whole) and (part := sayable_part(brief, whole))]


def _in_one_breath(text: str) -> str:
    """Of a row that nobody could say in one breath as many of its things as can be said."""
    if len(text.split()) <= _ONE_BREATH:
        return text
    able = [line for line in fewer(text) if len(line.split()) <= _ONE_BREATH]
    return able[0] if able else text


def _nameless(text: str, brand: str) -> str:
    """ "PlantPal: the app that…" and "PlantPal, the app that…" without the name, which the ad says anyway."""
    if re.match(r"(?:Is|Are) (?:an?|the|our|located|in|on)\b", text) and not text.endswith("?"):
        return f"{brand} {text[:1].lower()}{text[1:]}"  # "Is a small guesthouse …": who is, was left out
    match = re.match(rf"{re.escape(brand)}[,:] (?!(?:is|are|has|we)\b)", text, re.IGNORECASE)
    rest = text[match.end() :] if match else ""
    return rest[:1].upper() + rest[1:] if len(rest.split()) >= 3 else text


def _with_wishes(facts: list[Fact], brief: Brief) -> list[Fact]:
    """Facts that hold a phrase that must be said are due; a phrase that none holds is a fact of its own."""
    found = [
        replace(
            fact,
            due=_must_stand(fact) or any(kept(fact.sentence, phrase=phrase) for phrase in brief.must_say),
        )
        for fact in facts
    ]
    spoken_anyway = f"{brief.name}\n{brief.call_to_action}"
    for phrase in brief.must_say:
        if any(kept(fact.sentence, phrase=phrase) for fact in found) or kept(spoken_anyway, phrase=phrase):
            continue
        text = as_sentence(phrase)
        fact = fact_of(text, Sentence(phrase), _APART + len(found))
        kind = Kind.BENEFIT if fact.kind in {Kind.QUESTION, Kind.ACTION, Kind.PAIN} else fact.kind
        # Before the offer field, which stands last.
        at = len(found) - (1 if found and found[-1].asked else 0)
        found.insert(at, replace(fact, kind=kind, leans=False, due=True))
    return found


def _must_stand(fact: Fact) -> bool:
    """ "This is general information, not legal advice.": without it the ad may not run."""
    return (
        re.search(r"\bnot (?:legal|financial|medical|tax|investment) advice\b", fact.sentence, re.IGNORECASE)
        is not None
    )


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
    ways = (patterns.EMAIL, patterns.PHONE, patterns.URL)
    is_contact = any(way.fullmatch(bare) for way in ways)
    if fact.kind is not Kind.ACTION and any(way.search(bare) for way in ways):
        rest = re.sub("|".join(way.pattern for way in ways), " ", bare, flags=re.IGNORECASE)
        is_contact = re.fullmatch(r"(?:\s|,|or|and|e-?mail|call|text|at|on|us)*", rest.lower()) is not None
    return not fact.due and (is_contact or patterns.SHUT.match(bare) is not None)


def _with_product(facts: list[Fact], brief: Brief) -> list[Fact]:
    """The first line that says what the thing is becomes the product line."""
    for place, fact in enumerate(facts):
        if _says_what_it_is(fact, brief, first=place == 0):
            shape = Shape.NOUN if fact.shape is Shape.ADJECTIVE else fact.shape
            facts[place] = replace(fact, kind=Kind.PRODUCT, shape=shape)
            return facts
    for place, fact in enumerate(facts):
        # After a story the brief says all the same what they do.
        if (
            fact.kind in {Kind.BENEFIT, Kind.LIST}
            and fact.shape is Shape.CLAUSE
            and _WORK.match(fact.sentence)
        ):
            facts[place] = replace(fact, kind=Kind.PRODUCT, items=())
            break
    return facts


def _says_what_it_is(fact: Fact, brief: Brief, *, first: bool) -> bool:
    if fact.kind not in {Kind.BENEFIT, Kind.NUMBER, Kind.LIST, Kind.PLACE}:
        return False
    named = re.match(rf"{re.escape(brief.name)}(?:,| is| are|:| —| [a-z]+s\b)", fact.sentence, re.IGNORECASE)
    if named and fact.shape in {Shape.CLAUSE, Shape.NOUN}:
        return True
    called = re.match(r"((?:[A-Z&][\w'’-]* ){2,})(?:is|are) (?:an?|the|your|our)\b", fact.sentence)
    if called and brief.name.startswith(called.group(1)):
        return True  # "Bits & Bobcats is a day camp", of Bits & Bobcats Code Camp
    if fact.order > 2 or fact.sentence.lower().startswith(("over ", "more than ", "all ", "max ", "no ")):
        return False
    if fact.shape in {Shape.NOUN, Shape.ADJECTIVE}:
        return (first or fact.order == 1) and _is_a_thing(fact, first=first)
    return (
        first
        and fact.shape is Shape.CLAUSE
        and bool(re.match(r"(?:we|i|our)\b", fact.sentence, re.IGNORECASE))
    )


# "Forty minutes, ten mats, no mirrors.": how it is, not what.
_COUNTED = re.compile(
    r"(?:[\d%]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\w+ty|no)\b)", re.IGNORECASE
)
_SOMEWHERE = re.compile(
    r"(?!open\b|family|fully|now\b)(?:[\w-]+ ){1,4}(?:in|near|around|across) (?-i:[A-Z])", re.IGNORECASE
)


def _is_a_thing(fact: Fact, *, first: bool) -> bool:
    """ "Piano tuning in Dayton", and "Local moving in Columbus", which the parser takes for a state."""
    stated = fact.shape is Shape.ADJECTIVE and first and _SOMEWHERE.match(fact.sentence) is not None
    return (fact.shape is Shape.NOUN or stated) and _COUNTED.match(fact.sentence) is None
