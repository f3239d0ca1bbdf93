"""Short faithful names for what an ad is about, for scenes whose sentence has no words that stand alone."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.constituents import TRADES
from generation.crew.copywriter.grammar.nouns import head_of
from generation.crew.copywriter.grammar.reading import parse, root, subject
from generation.crew.copywriter.screen.forms import MOST_WORDS
from generation.crew.copywriter.screen.gate import means_something
from generation.crew.copywriter.screen.text import ranked

_SHORT = 4
_LED = re.compile(r"^(?:a|an|the|our|your|my) ", re.IGNORECASE)
_NAME = r"[A-Z][\w'’-]+"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AREA = re.compile(
    rf"\b(?:in|around|near|across|behind)(?: the)? (?!{_MONTHS})(?:St\. )?{_NAME}(?: {_NAME}){{0,2}}"
    rf"(?:(?:,| and|, and) {_NAME}(?: {_NAME})?){{0,2}}"
    r"(?= (?:and|or|from|with|for|since|run|by|who|that|we|I|on|where|every|is|are)\b|[.,;:!?\n]|$)"
)
_KINDS = r"(?:Street|St|Road|Rd|rd|Avenue|Ave|Lane|Square|Station|Hill|Way|Drive|Quay|Row|Place|[Hh]arbour)\b"
_NUMBERED = re.compile(rf"\b\d+[a-z]? (?:[A-Z][\w'’.-]+ ){{1,3}}{_KINDS}")
_FOUND = re.compile(
    r"\b(?:find us|we're|come|shop|visit us) "
    rf"((?:under|behind|above|opposite|next to|near|beside|on|at)(?: [\w'’]+){{1,5}} {_KINDS})",
    re.IGNORECASE,
)


def product_label(brief: Brief, facts: Sequence[Fact]) -> str:
    """What it is, in at most six words: "Mobile dog grooming", "Escape room"; "" where the brief does not name it."""
    named = [text for fact in facts if (text := _as_called(fact.sentence, brief.name))]
    for sentence in [*(fact.sentence for fact in _telling_what(facts)), *named]:
        text = _of_noun(sentence, brief.name) or _of_clause(sentence, brief.name)
        if text and _adds_to_the_name(text, brief.name):
            return text
    return ""


def _adds_to_the_name(text: str, brand: str) -> bool:
    """Not "Donuts" of "Duke's Donuts", "Your invoices", "2 to 6 players"."""
    known = set(re.findall(r"\w+", brand.lower()))
    new = set(re.findall(r"\w+", text.lower())) - known
    return bool(new) and re.match(r"(?:your|my|you|[\d€$£])", text, re.IGNORECASE) is None


def short_label(label: str) -> str:
    """The name without what follows it, to stand beside a price: "Rota app" of "Rota app for cafes"."""
    head = None if re.search(r",| and ", label) else head_of(f"{label}.")
    text = parse(f"{label}.")[: head.i + 1].text if head is not None else label
    return text if len(text.split()) <= _SHORT and not _is_gerund_only(text) else ""


def place_label(brief: Brief) -> str:
    """Where it is, as the brief says: "In Baton Rouge", "Behind Lidl on the Romford rd"; "" without a place."""
    found = [match.group() for match in _AREA.finditer(brief.desc)]
    text = next((one for one in found if len(one.split()) <= MOST_WORDS), "")
    return f"{text[:1].upper()}{text[1:]}"


def address(brief: Brief) -> str:
    """The web address, number, mail or street by which one reaches them; "" without any."""
    for source in (brief.call_to_action, brief.contact):
        for way in (patterns.PHONE, patterns.EMAIL, patterns.URL, _NUMBERED):
            found = way.search(source)
            if found:
                return re.sub(r"^(?:https?://)?(?:www\.)?", "", found.group().strip(" ,."))
    told = _FOUND.search(f"{brief.contact}\n{brief.desc}")
    street = _NUMBERED.search(brief.desc)
    text = told.group(1) if told else street.group() if street else ""
    return f"{text[:1].upper()}{text[1:]}" if len(text.split()) <= MOST_WORDS else ""


_NOT_WHAT = {Kind.QUESTION, Kind.PAIN, Kind.ACTION, Kind.QUOTE, Kind.OFFER, Kind.PRICE, Kind.TERMS}


def _telling_what(facts: Sequence[Fact]) -> list[Fact]:
    product = [fact for fact in facts if fact.kind is Kind.PRODUCT]
    others = sorted((fact for fact in facts if fact.kind not in _NOT_WHAT), key=lambda fact: fact.order)
    return product[:1] or others[:1]


def _as_called(sentence: str, brand: str) -> str:
    """What a sentence says that it is: "X is a two-attorney firm in St. Paul", "It's my uncle's recipe"."""
    first = re.escape(brand.split(maxsplit=1)[0])
    told = re.match(rf"(?:It(?: is|'s)|{first}\b.{{0,40}}? (?:is|are)) (?:an?|my|our|the) (.+)", sentence)
    return told.group(1) if told else ""


def _of_noun(sentence: str, brand: str) -> str:
    """The noun phrase that a product line is, as long as there is room for it."""
    bare = sentence.rstrip(".")
    head = head_of(sentence) or _trade_in(sentence)
    if head is None or re.match(
        r"(?:we|I|you|your|it|my|today|if|when|only|most|no|every|each|this|that|there|here|with|from|at|for|\d\S*)\b",
        bare,
        re.IGNORECASE,
    ):
        return ""
    for text in map(_opened, [bare, *_ends_of(sentence, head.i)]):
        fits = len(text.split()) <= MOST_WORDS and brand.lower() not in text.lower() and len(text) > 3
        if fits and not re.search(r"^\d|[€$£]|,$", text) and _is_name(text, sentence):
            return text
    return ""


def _trade_in(sentence: str) -> Token | None:
    """ "tutoring" of "One to one maths tutoring for students", which the parser takes for a verb."""
    doc = parse(sentence)
    trades = (
        one for one in doc[1:] if one.lower_ in TRADES and one.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ"}
    )
    return next(trades, None)


def _opened(text: str) -> str:
    bare = _LED.sub("", text)
    return f"{bare[:1].upper()}{bare[1:]}"


def _is_name(text: str, sentence: str) -> bool:
    """Whether it is a noun phrase that stands alone; a single noun may ("Barbershop")."""
    last = text.rpartition(" ")[2].lower()
    if any(token.tag_ in {"VBP", "VBD", "MD", "VB"} for token in parse(f"{text}.")[1:]):
        return False
    trade = last in TRADES and sentence.startswith(text)
    return last not in _VAGUE and (trade or " " not in text or means_something(text, sentence))


_VAGUE = {"people", "those", "anyone", "everyone", "adults", "things", "everybody"}


def _ends_of(sentence: str, head: int) -> list[str]:
    """The phrase up to each of its borders, longest first: "… in Vienna", "Piano tuning and repair", "Piano tuning"."""
    doc = parse(sentence)
    borders = [
        token.i
        for token in doc[head + 1 :]
        if token.pos_ in {"ADP", "SCONJ"}
        or token.text in {",", ".", ":"}
        or token.dep_ in {"acl", "relcl"}
        or token.tag_ in {"WDT", "WP", "TO", "VBN"}
    ]
    whole = [border for border in {*borders, head + 1} if doc[border : border + 1].text.lower() not in TRADES]
    # Of a row whole entries: "Tree removal, trimming, stump grinding | , storm clean up".
    entire = [border for border in whole if "," not in doc[:border].text or doc[border].is_punct]
    named = [border for border in sorted(entire, reverse=True) if _may_end_a_name(doc[border - 1])]
    return [doc[:border].text for border in named]


def _may_end_a_name(last: Token) -> bool:
    return last.pos_ in {"NOUN", "PROPN"} or last.lower_ in TRADES


def _of_clause(sentence: str, brand: str) -> str:
    """ "At X, we do AC repair, AC replacement …" by what they do, where that stands alone."""
    main = root(parse(sentence))
    own = subject(main)
    if own is None or (own.lower_ not in {"we", "i"} and brand.lower() not in own.text.lower()):
        return ""
    able = [
        text
        for text in ranked(sentence)
        if re.match(r"(?!we\b|i\b|you\b)", text.lower()) and not _is_a_deed(text)
    ]
    # "Ness in a wooden boat" out of "across Loch Ness in a wooden boat" begins in the middle of a name.
    return next((text for text in able if not re.search(rf"[A-Z]\w+ {re.escape(text)}", sentence)), "")


def _is_a_deed(text: str) -> bool:
    """ "Chases late payers", "Embroider work clothes" say what is done, not what it is."""
    told = f"{text[:1].lower()}{text[1:]}."
    return bool(parse(f"It {told}")[1].tag_ == "VBZ" or parse(f"We {told}")[1].tag_ in {"VBP", "VB"})


def _is_noun_phrase(text: str) -> bool:
    doc = parse(f"{text}.")
    return doc[0].pos_ in {"NOUN", "PROPN", "ADJ"} and not any(
        token.tag_ in {"VBZ", "VBP", "VBD", "MD", "VB", "VBN", "PRP"} or token.like_num for token in doc
    )


def _is_gerund_only(text: str) -> bool:
    return " " not in text and text.lower().endswith("ing")
