"""A brief in another language, read into whole sentences of which each has a use."""

import re
from dataclasses import replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.classify import is_sayable
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.wishes import as_sentence, barred, unsaid
from generation.crew.copywriter.grammar import patterns
from generation.crew.plain.floor import with_floor
from generation.crew.plain.hours import is_hours, is_shut
from generation.crew.plain.marks import in_its_marks
from generation.crew.plain.reach import street_in, way_in, without_ways
from generation.crew.plain.sentences import sentences_of
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import Tongue

MONEY = re.compile(
    r"R\$\s?\d[\d.,]*|[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|euros?\b|reais\b|francs?\b|CHF\b)",
    re.IGNORECASE,
)

_BARE_WAY = re.compile(
    r"(?:(?:tel|tél|telf|tlf|tfno|telefono?|telefon|teléfono|telefone|téléphone|whatsapp|web|mail|e-?mail|kontakt|contacto?|"
    r"contatto|contatti|info|infos)(?![^\W\d_])[.:]?\s*)?(?:[-–/,|]\s*)?",
    re.IGNORECASE,
)
_LONGEST_WAY = 5
"""Words beside a telephone number or an address that make no statement of their own: "Anmeldung unter"."""

_LONGEST_ANSWERED = 14
_SAME = 0.8
"""The share of the telling words of an offer in a sentence that says the same."""
_NOT_FIGURES = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\d\s?(?:h|Uhr|horas? de la)\b|\bn[°º.]", re.IGNORECASE)
_FOR_NOTHING = re.compile(r"(?<![\d,.])0\s?€")
_PRICED = re.compile(
    r"(?!(?:o|ou|oder|u|und|y|e|et|beim?|im|in|am|an|en|em|de|da|ab|por|per|pour|für|mit|con|com|avec|\d\S*) )"
    r"\S+ \S+ \S+ \S"
)
_LISTED_AFTER_PRICE = re.compile(r"^(?P<priced>[^,:]*?\d[\d.,]*\s?€), (?P<rest>[^\d€]{12,})$")


def read_statements(brief: Brief, tongue: Tongue) -> tuple[Statement, ...]:
    """The sentences of the description, what must be said, then the offer field; risky and profane ones,
    and those with a word that must not be said, are left out.
    """
    texts = [one for one in sentences_of(brief.desc, tongue) if is_sayable(one) and not barred(brief, one)]
    texts = [bare for one in texts if (bare := _without_way(one))]
    texts = [part for one in texts if not _is_bare_way(one) for part in _unmixed(one)]
    texts = _answered(texts)
    found = [_statement(text, tongue, order) for order, text in enumerate(dict.fromkeys(texts), start=1)]
    found = [
        replace(one, due=bool(brief.must_say) and _holds_a_wish(in_its_marks(one.sentence, tongue), brief))
        for one in found
    ]
    said = [in_its_marks(one.sentence, tongue) for one in found]
    for phrase in unsaid(brief, [*said, brief.call_to_action, brief.name]):
        text = as_sentence(phrase)
        found.append(Statement(Kind.BENEFIT, text, phrase, len(found) + 1, due=True))
    return tuple(with_floor(_with_the_offer(found, brief, tongue), brief, tongue))


def _without_way(text: str) -> str:
    """ "Domstraße 8, Dienstag bis Samstag 9 bis 18 Uhr, Telefon 0341 …": the hours, where the rest is how to reach."""
    parts = text.rstrip(".").split(", ")
    ways = [
        _is_bare_way(f"{part}.") or bool(street_in(part) and len(part.split()) <= _LONGEST_WAY)
        for part in parts
    ]
    if not way_in(text) or len(parts) < 2 or not any(ways) or all(ways):
        return text
    kept = [place for place, is_way in enumerate(ways) if not is_way]
    if kept[-1] - kept[0] >= len(kept) or not all(is_hours(parts[place]) for place in kept):
        return text
    rest = ", ".join(parts[place] for place in kept)
    return f"{rest[:1].upper()}{rest[1:]}."


def _is_bare_way(text: str) -> bool:
    """ "Tél. 05 61 55 01 22.": how to reach, and not a word about what for."""
    beside = without_ways(text)
    bare = _BARE_WAY.sub("", beside.replace(street_in(beside) or " ", " "))
    return beside != text and re.search(r"\w", bare) is None


def _unmixed(text: str) -> list[str]:
    """ "Ourlet à partir de 12 €, fermeture éclair, robes de mariée.": what is priced, then what is listed behind it."""
    prices = text.rstrip(".").split(", ")
    if len(prices) == 2 and all(MONEY.search(part) and _PRICED.match(part) for part in prices):
        return [f"{part[:1].upper()}{part[1:]}." for part in prices]
    mixed = _LISTED_AFTER_PRICE.match(text.rstrip("."))
    if mixed is None or mixed["rest"].count(",") < 1:
        return [text]
    rest = mixed["rest"]
    return [f"{mixed['priced']}.", f"{rest[:1].upper()}{rest[1:]}."]


def _answered(texts: list[str]) -> list[str]:
    """ "¿Un quinto sin ascensor? Tenemos plataforma elevadora.": a question within a brief is told with its answer."""
    told: list[str] = []
    for text in texts:
        both = f"{told[-1]} {text}" if told else text
        asked = bool(told) and told[-1].endswith("?") and (len(told) > 1 or text.endswith("?"))
        if asked and len(both.split()) <= _LONGEST_ANSWERED:
            told[-1] = both
        else:
            told.append(text)
    return told


def _with_the_offer(found: list[Statement], brief: Brief, tongue: Tongue) -> list[Statement]:
    """The offer field says what the offer is; what else sounded like one ("devis gratuit") stands beside it."""
    offers = [text for text in sentences_of(brief.offer, tongue) if is_sayable(text)]
    if not offers:
        return found
    again = [one for one in found if not one.due and any(_tells(one.sentence, offer) for offer in offers)]
    told = [
        _beside(one, offers)
        for one in found
        if one not in again or any(_holds(one.sentence, text) for text in offers)
    ]
    for text in offers:
        if not any(_holds(one.sentence, text) for one in told):
            told.append(Statement(Kind.OFFER, text, brief.offer.strip(), len(told) + 1, asked=True))
    return told


def _beside(one: Statement, offers: list[str]) -> Statement:
    """What the description says of the offer too; another price of it is no second offer."""
    if any(_holds(one.sentence, offer) for offer in offers):
        return replace(one, kind=Kind.OFFER, asked=True)
    return replace(one, kind=Kind.BENEFIT) if one.kind is Kind.OFFER else one


def _tells(sentence: str, offer: str) -> bool:
    """Whether a sentence says the offer in its words, or in nearly all of them: "Fino al 31 ottobre il secondo paio è
    a metà prezzo".
    """
    words, wanted = _telling(sentence), _telling(offer)
    figures = {word for word in wanted if word[0].isdigit()}
    return _holds(sentence, offer) or (
        figures <= words and len(wanted & words) >= _SAME * max(1, len(wanted))
    )


def _telling(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}\d*|\d+", text.casefold()))


def _holds(sentence: str, phrase: str) -> bool:
    """Whether a sentence has all the words of a phrase, in its order."""
    return f" {_words(phrase)} " in f" {_words(sentence)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w€$£%]+", text.casefold()))


def _holds_a_wish(sentence: str, brief: Brief) -> bool:
    return len(unsaid(brief, [sentence])) < len(brief.must_say)


def _statement(text: str, tongue: Tongue, order: int) -> Statement:
    quote = patterns.QUOTE.search(text)
    if quote:
        return Statement(Kind.QUOTE, text, text, order, _source(text, quote, tongue))
    return Statement(kind_of(text, tongue), text, text, order)


def kind_of(text: str, tongue: Tongue) -> Kind:
    """The first kind that fits a sentence which is no quote."""
    fits = {
        Kind.QUESTION: text.endswith("?"),
        Kind.ACTION: tongue.orders_something(text) or _is_way(text),
        Kind.OFFER: tongue.offers_something(text)
        or _FOR_NOTHING.search(text) is not None
        or re.search(r"(?<!\w)[-−]\s?\d+\s?%", text) is not None,
        Kind.PRICE: MONEY.search(text) is not None,
        Kind.PLACE: tongue.tells_a_place(text) or bool(street_in(text) or is_shut(text) or is_hours(text)),
        Kind.NUMBER: re.search(r"(?<!\w)\d", text) is not None and not _NOT_FIGURES.search(text),
    }
    if fits[Kind.ACTION] and fits[Kind.OFFER] and not way_in(text):
        return Kind.OFFER
    return next((kind for kind, it_fits in fits.items() if it_fits), Kind.BENEFIT)


def _is_way(text: str) -> bool:
    """ "Anmeldung unter pfotenglueck.example.": the brief's own words for how to reach."""
    beside = without_ways(text)
    return beside != text and len(re.findall(r"[^\W_]+", beside)) <= _LONGEST_WAY and not MONEY.search(text)


def _source(text: str, quote: re.Match[str], tongue: Tongue) -> str:
    around = f"{text[: quote.start()]} {text[quote.end() :]}".strip(" .,:;()–—-")
    bare = re.sub(rf"^(?:{tongue.says})\s+|\s+(?:{tongue.says})$", "", around, flags=re.IGNORECASE)
    return bare.strip(" ,:()")
