"""A brief in another language, read into whole sentences of which each has a use."""

import re
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter import patterns
from generation.crew.copywriter.classify import is_sayable
from generation.crew.copywriter.fact import Kind
from generation.crew.copywriter.wishes import as_sentence, barred, unsaid
from generation.crew.plain.tongues import Tongue

_PICTOGRAM = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u2b50]")
_BULLET = re.compile(r"^\s*(?:[-*•·–—►]|\(?\d{1,2}[.)])\s+")
_END = re.compile(
    r"(?<=[.!?])[”]?\s+(?=[“(¿¡]?[-−]?[A-ZÀ-Þ\d€$£])(?!(?:Januar|Februar|März|April|Mai|Juni|Juli|"
    r"August|September|Oktober|November|Dezember)\b)|(?<=[.!?]”)\s+"
)
_SAID = re.compile(r"“[^“”\n]{4,200}”")
_DOT = "\u2024"
_REACHED = re.compile(
    r"(?:(?:tel|tél|telf|tlf|telefono?|teléfono|telefone|téléphone|whatsapp|web|mail|e-?mail|kontakt|contacto?|contatto|"
    r"contatti|anmeldung|info|prenotazioni|reservas|réservations?)[.:]?\s+(?:unter|al|au|no|en|sur|auf|:)?\s*)?"
    rf"(?:{patterns.PHONE.pattern}|{patterns.EMAIL.pattern}|{patterns.URL.pattern})\.?",
    re.IGNORECASE,
)
_LONGEST_ANSWERED = 14
_SHORT_FORMS = re.compile(
    r"\b(?:Sr|Sra|Dr|Dra|St|Nr|Str|ca|z\.B|bzw|min|max|av|tel|tél|télf|tfno|tlf|n|nº|p\.ej|Mme|Mlle|M|Fr|Hr|Sig|Dott|Prof|Ing|"
    r"inkl|zzgl|usw|etc|env|approx|aprox|ecc|ctra|avda|pza|bd|bld|rte)\.$",
    re.IGNORECASE,
)
_NOT_FIGURES = re.compile(r"\b(?:19|20)\d\d\b|\d\s?(?:h|Uhr|horas? de la)\b|\bn[°º.]", re.IGNORECASE)
MONEY = re.compile(
    r"R\$\s?\d[\d.,]*|[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|euros?\b|reais\b|francs?\b|CHF\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """One sentence of the brief. ``words`` are as typed; ``source`` is who said it, if it is a quote."""

    kind: Kind
    sentence: str
    words: str
    order: int
    source: str = ""
    due: bool = False


def read_statements(brief: Brief, tongue: Tongue) -> tuple[Statement, ...]:
    """The sentences of the description, what must be said, then the offer field; risky and profane ones,
    and those with a word that must not be said, are left out.
    """
    texts = [one for one in _sentences(brief.desc, tongue) if is_sayable(one) and not barred(brief, one)]
    texts = _answered([one for one in texts if tongue.orders_something(one) or not _REACHED.fullmatch(one)])
    found = [_statement(text, tongue, order) for order, text in enumerate(dict.fromkeys(texts), start=1)]
    found = [replace(one, due=bool(brief.must_say) and _holds_a_wish(one.sentence, brief)) for one in found]
    for phrase in unsaid(brief, [*(one.sentence for one in found), brief.call_to_action, brief.name]):
        text = as_sentence(phrase)
        found.append(Statement(Kind.BENEFIT, text, phrase, len(found) + 1, due=True))
    return tuple(_with_the_offer(found, brief, tongue))


def _answered(texts: list[str]) -> list[str]:
    """ "¿Un quinto sin ascensor? Tenemos plataforma elevadora.": a question within a brief is told with its answer."""
    told: list[str] = []
    for text in texts:
        both = f"{told[-1]} {text}" if told else text
        asked = len(told) > 1 and told[-1].endswith("?") and not text.endswith("?")
        if asked and len(both.split()) <= _LONGEST_ANSWERED:
            told[-1] = both
        else:
            told.append(text)
    return told


def _with_the_offer(found: list[Statement], brief: Brief, tongue: Tongue) -> list[Statement]:
    """The offer field says what the offer is; what else sounded like one ("devis gratuit") stands beside it."""
    offers = [text for text in _sentences(brief.offer, tongue) if is_sayable(text)]
    if not offers:
        return found
    told = [replace(one, kind=_kind_beside(one, offers)) for one in found]
    for text in offers:
        if not any(_holds(one.sentence, text) for one in told):
            told.append(Statement(Kind.OFFER, text, brief.offer.strip(), len(told) + 1))
    return told


def _kind_beside(one: Statement, offers: list[str]) -> Kind:
    if any(_holds(one.sentence, offer) for offer in offers):
        return Kind.OFFER
    return Kind.BENEFIT if one.kind is Kind.OFFER else one.kind


def _holds(sentence: str, phrase: str) -> bool:
    """Whether a sentence has all the words of a phrase, in its order."""
    return f" {_words(phrase)} " in f" {_words(sentence)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w€$£%]+", text.casefold()))


def _holds_a_wish(sentence: str, brief: Brief) -> bool:
    return len(unsaid(brief, [sentence])) < len(brief.must_say)


def _sentences(text: str, tongue: Tongue) -> list[str]:
    """Whole sentences, each with its end; no word is changed."""
    found: list[str] = []
    for line in _signs(text, tongue).split("\n"):
        # What somebody said may be several sentences, and is one quotation.
        whole = _SAID.sub(lambda said: re.sub(r"\.(?=\s)", _DOT, said.group()), _BULLET.sub("", line))
        for piece in _END.sub("\n", whole).split("\n"):
            bare = re.sub(r"^[-–—]+\s+", "", piece.replace(_DOT, ".").strip(" ,;")).rstrip(" –—-")
            if found and _SHORT_FORMS.search(found[-1]):
                found[-1] = f"{found[-1]} {bare}"
            elif re.search(r"\w", bare):
                found.append(bare)
    return [_finished(one) for one in found]


def _signs(text: str, tongue: Tongue) -> str:
    text = (
        _PICTOGRAM.sub(" ", text.replace("\r\n", "\n")).replace("’", "'").replace(" & ", f" {tongue.and_} ")
    )
    text = re.sub(r"«\s?|„|‟|(?<![\w.!?,])\"(?=\S)", "“", text)
    text = re.sub(r"\s?»|(?<=\S)[“\"](?=[\s.,;:!?]|$)", "”", text)
    text = re.sub(r"!+", "!", re.sub(r"\.{2,}|…", ".", text))
    return re.sub(r"[^\S\n]+", " ", text)


def _finished(text: str) -> str:
    text = re.sub(r"^¡(.+)!$", r"\1.", text)
    text = re.sub(r"!$", ".", text)
    text = text[:1].upper() + text[1:]
    return text if re.search(r"[.?]”?$", text) else f"{text}."


def _statement(text: str, tongue: Tongue, order: int) -> Statement:
    quote = patterns.QUOTE.search(text)
    if quote:
        return Statement(Kind.QUOTE, text, text, order, _source(text, quote, tongue))
    return Statement(_kind(text, tongue), text, text, order)


def _kind(text: str, tongue: Tongue) -> Kind:
    """The first kind that fits."""
    fits = {
        Kind.QUESTION: text.endswith("?"),
        Kind.OFFER: tongue.offers_something(text) or re.search(r"(?<!\w)[-−]\s?\d+\s?%", text) is not None,
        Kind.ACTION: tongue.orders_something(text),
        Kind.PRICE: MONEY.search(text) is not None,
        Kind.PLACE: tongue.tells_a_place(text),
        Kind.NUMBER: re.search(r"(?<!\w)\d", text) is not None and not _NOT_FIGURES.search(text),
    }
    return next((kind for kind, it_fits in fits.items() if it_fits), Kind.BENEFIT)


def _source(text: str, quote: re.Match[str], tongue: Tongue) -> str:
    around = f"{text[: quote.start()]} {text[quote.end() :]}".strip(" .,:;–—-")
    return re.sub(rf"^(?:{tongue.says})\s+|\s+(?:{tongue.says})$", "", around, flags=re.IGNORECASE).strip(
        " ,:"
    )
