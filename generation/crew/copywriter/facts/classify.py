"""A clean sentence made a fact: what kind it is, what it counts, and whether it can stand alone."""

import re

from ads.phrases import PROFANE, risky
from generation.crew.copywriter.facts.changes import change_in
from generation.crew.copywriter.facts.enumerations import items_in
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.figures import figure_in, money_in
from generation.crew.copywriter.facts.quotes import quotation_in
from generation.crew.copywriter.facts.terms import code_in, deadline_in, only_terms
from generation.crew.copywriter.facts.tidy import Sentence
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.agreement import agreeing, articled
from generation.crew.copywriter.grammar.shape import Shape, shape_of

_DENIED = re.compile(
    r"^(?:nobody|no one|most|other|you (?:don't|won't|never)|we (?:don't|won't|never))\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:others|elsewhere|used to (?:pay|cost)|would cost|instead of paying)\b", re.IGNORECASE
)

# "Covering Harrogate, Knaresborough and Ripon": where somebody works is no list of things.
_REGION = re.compile(r"(?:(?:serving|covering|across|all over|in) )(?:the )?(?-i:[A-Z])", re.IGNORECASE)
_NUMBER_ALONE = 4


def is_sayable(text: str) -> bool:
    """Whether an ad may repeat this: no promise of cures or certainty, nothing obscene, no order to the writer."""
    return not (risky(text) or PROFANE.search(text) or patterns.INSTRUCTION.search(text))


def fact_of(text: str, sentence: Sentence, order: int) -> Fact:
    """The fact that a text tells, which stands in this sentence of the brief, at this place of it (from 1)."""
    text = agreeing(text)
    text = text if text.endswith("?") or "“" in text or shape_of(text) is Shape.COMMAND else articled(text)
    if patterns.PHONE.match(text) and len(text.split()) > _NUMBER_ALONE:
        text = _called(text)  # "225-555-0148, ask for Renée."
    quote = quotation_in(text)
    if quote:
        typed = sentence.typed or text
        return Fact(Kind.QUOTE, quote.words, typed, Shape.CLAUSE, order, source=quote.source, told=quote.told)
    shape = shape_of(text)
    kind = _kind(text, shape)
    change = change_in(text)
    if change is not None:
        kind = Kind.CHANGE
    row = kind in {Kind.BENEFIT, Kind.NUMBER} and not _REGION.match(text)
    items = items_in(text, shape) if row else ()
    if items:
        kind = Kind.LIST
    if change is not None:
        items = (change.was, change.now)
    figure = figure_in(text)
    if figure is not None and figure.is_money and kind not in {Kind.OFFER, Kind.PRICE, Kind.CHANGE}:
        figure = None  # somebody else's price
    if kind in {Kind.OFFER, Kind.PRICE} and not re.match(r"(?:try it )?free\b", text, re.IGNORECASE):
        figure = money_in(text) or figure
    leans = order > 1 and _leans(text)
    typed, code, until = sentence.typed or sentence.text, code_in(text), deadline_in(text)
    return Fact(kind, text, typed, shape, order, items, figure, leans=leans, code=code, deadline=until)


def _called(text: str) -> str:
    """A number with what stands behind it as an order: "(865) 555-0188 text or call." is "Text or call …"."""
    ways = re.fullmatch(
        rf"({patterns.PHONE.pattern}),? ((?:text|call|ring|whatsapp)(?: or (?:text|call))?)\.", text
    )
    return f"{ways.group(2).capitalize()} {ways.group(1).strip()}." if ways else f"Call {text}"


def _kind(text: str, shape: Shape) -> Kind:
    """The first kind that fits, in this order: an offer is an offer though it has a price and a command in it."""
    clause, command = shape is Shape.CLAUSE, shape is Shape.COMMAND
    fits = {
        Kind.QUESTION: shape is Shape.QUESTION,
        Kind.TERMS: only_terms(text) or _SCARCE.match(text) is not None,
        Kind.OFFER: bool(patterns.OFFER.search(text)),
        Kind.ACTION: _asks(text, command=command),
        Kind.PRICE: money_in(text) is not None and not (clause and _speaks_of_others(text)),
        Kind.PAIN: not clause and bool(patterns.PAIN.match(text)),
        Kind.PLACE: bool((patterns.HOUSE if clause or command else patterns.PLACE).search(text)),
        Kind.NUMBER: (figure := figure_in(text)) is not None and not (clause and figure.is_money),
    }
    return next((kind for kind, it_fits in fits.items() if it_fits), Kind.BENEFIT)


_SCARCE = re.compile(
    r"(?:only|just) (?:\d+|one|two|three|four|five|six|a few) [^,.]*\b(?:left|remaining|available|free)\b|"
    r"(?:places|spaces|spots|slots|dates|tickets) (?:\w+ ){0,3}(?:are )?(?:limited|nearly gone|going fast)\b",
    re.IGNORECASE,
)
"""How few are left: told with the offer, it is a reason to hurry."""


def _asks(text: str, *, command: bool) -> bool:
    """Whether it is a call to action; "Text BUDS to 919-555-0133" is one, however it is parsed."""
    reached = patterns.URL.search(text) or patterns.PHONE.search(text)
    if money_in(text) is not None and not reached:
        return False  # "Drop in on knit night, £4 including tea"
    return bool(
        (command and (reached or patterns.ACTION.match(text))) or (reached and patterns.ACTION.match(text))
    )


def _speaks_of_others(text: str) -> bool:
    """ "Nobody sells you a new unit when all you need is a $30 capacitor", "gyms charge £60": no price of ours."""
    return _DENIED.search(text) is not None or _ELSEWHERE.search(text) is not None


def is_elliptic(text: str) -> bool:
    """ "Nobody here can.", "Yes, really.", "We do.": nothing without the sentence before."""
    few = len(text.split()) <= _NUMBER_ALONE
    return (
        few
        and re.fullmatch(
            r"(?:yes|no|really|honestly), .*|yes,? really\.|"
            r"(?:\w+ ){1,3}(?:can|can't|do|don't|does|doesn't|will|won't|did|didn't)\.",
            text,
            re.IGNORECASE,
        )
        is not None
    )


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
        or is_elliptic(text)
        or re.search(r"\btoo(?=[.,])", text)
        or re.search(r"\bthe rest\b(?! of)", text)
        or re.search(r"\b(?:need|want|have|own|try|get) one\.$", text)
        or re.match(r"(?:today|now),? (?:there|we|it|she|he)\b", text, re.IGNORECASE)
        or re.match(r"(?:all|each|both) (?:[\w-]+ )?\w+ed\.$", text, re.IGNORECASE)
        or re.search(
            r"\b(?:the (?:old|new|other|first|second) ones?(?!:)|yours|theirs)\b", text, re.IGNORECASE
        )
        or (
            not re.match(r"(?:if|when|once)\b", text, re.IGNORECASE)
            and re.search(r"\w \b(?:it|them|her|him)\b(?!'s| takes| is| \w+(?:s|er|hand)\b)", first_clause)
        )
    )
