"""The offer field of a brief, and what its description says beside it."""

import re

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.classify import fact_of, is_sayable
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.figures import figure_in, money_in
from generation.crew.copywriter.facts.terms import code_in, deadline_in
from generation.crew.copywriter.facts.tidy import Sentence, sentences
from generation.crew.copywriter.grammar.shape import shape_of

_MUCH, _NEARLY = 0.6, 0.7
"""So much of its words in another offer makes it the same."""


def with_offer_field(facts: list[Fact], brief: Brief) -> list[Fact]:
    """The facts with what the offer field says, which stands last and is said once."""
    keys = {key(fact.sentence) for fact in facts}
    offers = [offer for offer in _offer_field(brief, len(facts) + 1) if key(offer.sentence) not in keys]
    return [rest for fact in facts if (rest := _beside(fact, offers)) is not None] + offers


def key(sentence: str) -> str:
    """The words alone, by which two sentences are found to be the same."""
    return re.sub(r"\W+", " ", sentence).strip().lower()


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


def _beside(fact: Fact, offers: list[Fact]) -> Fact | None:
    """What a statement says beside the offer field: "£18 each, 3 for £45" is "£18 each" where that offers 3 for £45."""
    if not fact.due and fact.kind in {Kind.BENEFIT, Kind.NUMBER}:
        again = any(_repeats(fact, one) for one in offers)
        return (
            None
            if again
            else next((rest for one in offers if (rest := _first_half(fact, one)) != fact), fact)
        )
    if fact.due or fact.kind not in {Kind.PRICE, Kind.OFFER}:
        return fact
    for offer in offers:
        if _same(fact, offer):
            return None
        mine, its = f" {key(fact.sentence)} ", f" {key(offer.sentence)} "
        if mine in its or (its in mine and fact.kind is Kind.OFFER):
            return None
        if its in mine:
            return _without(fact, offer.sentence.rstrip("."))
    return fact


def _repeats(fact: Fact, offer: Fact) -> bool:
    """ "Orders placed before March 15 get the embroidery free" beside "Free embroidery for orders before March 15"."""
    wanted, told = _telling(offer), _telling(fact)
    return len(wanted) > 3 and len(wanted & told) >= _NEARLY * max(len(wanted), len(told) - 2)


def _first_half(fact: Fact, offer: Fact) -> Fact | None:
    """Of "A hood is $425, and if you sign up the fourth cleaning is free" beside that offer: "A hood is $425"."""
    half, _, rest = fact.sentence.rstrip(".").partition(", and ")
    wanted, told = _telling(offer), set(re.findall(r"[a-z]{4,}|\d+", rest.lower()))
    if not wanted or len(wanted & told) < _NEARLY * len(wanted):
        return fact
    return fact_of(f"{half}.", Sentence(fact.words, typed=fact.words), fact.order)


def _telling(fact: Fact) -> set[str]:
    return set(re.findall(r"[a-z]{4,}|\d+", fact.sentence.lower()))


def _same(fact: Fact, offer: Fact) -> bool:
    """Whether both tell one offer: the same code, or the same sum or share of it."""
    mine, its = _telling(fact), _telling(offer)
    least = min(len(mine), len(its)) if fact.kind is Kind.OFFER else len(mine)
    if mine and len(mine & its) >= _MUCH * least:
        return True
    sums = {one.figure.figure for one in (fact, offer) if one.figure is not None and one.figure.figure}
    both = fact.figure is not None and offer.figure is not None and len(sums) == 1
    return both or bool(fact.code and fact.code == offer.code)


def _without(fact: Fact, part: str) -> Fact | None:
    rest = re.sub(rf"(?:,? (?:or|and) |, ?|^){re.escape(part)}", "", fact.sentence, flags=re.IGNORECASE)
    text = re.sub(r"^[,\s]+(?:or |and )?", "", rest).strip()
    if money_in(text) is None:
        return None
    return fact_of(
        f"{text[:1].upper()}{text[1:].rstrip('.')}.", Sentence(fact.words, typed=fact.words), fact.order
    )
