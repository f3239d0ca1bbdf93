"""Phrases that a sentence might be shown as: its core, its beginnings, its object, its condition as a question.

What of them means something alone is for the gate to say.
"""

import re
from collections.abc import Iterator, Sequence

from generation.crew.copywriter.grammar.reading import parse, root, subject
from generation.crew.copywriter.screen.forms import MOST_WORDS

# What is said before the words that count.
_LEAD = re.compile(
    r"^(?:there(?:'s| is| are) (?!no\b|nothing\b)|(?:you'll )?find us (?=\w+ the\b|on\b|in\b|under\b)|"
    r"(?:you )?get (?:(?:an?|your) |(?=[\d€$£]|free\b))|we(?:'re| are) (?=open\b|based\b|licen|\w+ed\b)|"
    r"we have (?!to\b|been\b|\w+ed\b)|you'll find (?!us\b)|we offer |it(?:'s| is) (?=[\d€$£]|an? )|"
    r"they(?:'re| are) (?=\d|a )|a |an |the |our (?!\w+ (?:is|are)\b))",
    re.IGNORECASE,
)
_NOTS = re.compile(r"\b(?:do|does|is|are|will|have|has|can) ?not\b", re.IGNORECASE)
_SAID = {
    "do not": "don't", "does not": "doesn't", "is not": "isn't", "are not": "aren't", "will not": "won't",
    "have not": "haven't", "has not": "hasn't", "can not": "can't", "cannot": "can't",
}  # fmt: skip
_QUANTIFIERS = {
    "every", "each", "most", "all", "no", "only", "some", "many", "few", "half", "average", "typical",
}  # fmt: skip


def sentences_of(narration: str, brand: str) -> list[str]:
    """The sentences without what only says whose ad it is."""
    name = re.escape(brand)
    leads = (
        rf"(?:This is|Meet|That's) {name}(?:: |, |\. |\.$)",
        rf"At {name}, ",
        rf"{name}(?:: |\. |\.$)",
        rf"{name} (?:(?:is|has been) |(?=[a-z]+s\b))",
    )
    bare = re.sub(rf"^(?:{'|'.join(leads)})", "", narration)
    parts = re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bSt\.)(?<!\bDr\.)\s+(?=[A-Z\d“€$£])", bare)
    return [f"{part[:1].upper()}{part[1:]}" for part in parts if part.strip()]


def core(told: str) -> str:
    """A sentence as it is read rather than said: "We offer free delivery." as "Free delivery"."""
    text = _NOTS.sub(lambda match: _SAID[match.group().lower()], told.rstrip(".!"))
    text = re.sub(r"(\d) percent\b", r"\1%", text)
    bare = _LEAD.sub("", re.sub(r"^(?:and|so(?! far)|plus|also|but|then) ", "", text, flags=re.IGNORECASE))
    bare = re.sub(r" (?:are|is) included$", " included", bare)
    return f"{bare[:1].upper()}{bare[1:]}" if not re.match(r"[a-z]+[A-Z]", bare) else bare


def beginnings(sentences: Sequence[str]) -> Iterator[str]:
    """A sentence up to each of its prepositions and commas, longest first."""
    for one in sentences:
        doc = parse(f"{core(one)}.")
        for end in range(len(doc) - 2, 1, -1):
            text = doc[:end].text
            if (doc[end].pos_ in {"ADP", "SCONJ"} or doc[end].text == ",") and 2 < len(
                text.split()
            ) <= MOST_WORDS:
                yield text


def object_to_end(sentence: str) -> Iterator[str]:
    """ "Rent an electric boat without a licence" as "Electric boat without a licence"."""
    doc = parse(sentence)
    main = root(doc)
    thing = next((child for child in main.children if child.dep_ == "dobj" and child.i > main.i), None)
    if main.i == 0 and thing is not None and thing.pos_ != "PRON":
        text = re.sub(r"^(?:a|an|the|your|our) ", "", doc[thing.left_edge.i : len(doc) - 1].text)
        yield f"{text[:1].upper()}{text[1:]}"


def asked_of_condition(sentence: str) -> Iterator[str]:
    """ "When your AC quits in July you can't wait" asks "AC quits in July?"."""
    found = re.match(
        r"(?:if|when) (?P<clause>.+?)(?:, | (?=(?:you|we|it|they|I)(?:'\w+)? ))(?=\w)",
        sentence,
        re.IGNORECASE,
    )
    if not found:
        return
    clause = re.sub(
        r"^(?:your|you|it|they|the) (?!.*\b(?:you|it)\b)", "", found["clause"], flags=re.IGNORECASE
    )
    clause = _NOTS.sub(lambda match: _SAID[match.group().lower()], clause)
    text = f"{clause[:1].upper()}{clause[1:]}?"
    if 2 < len(text.split()) <= MOST_WORDS:
        yield text


def with_short_subject(sentence: str) -> Iterator[str]:
    """ "The carbon-infused plate returns energy with every step" as "Plate returns energy with every step"."""
    doc = parse(sentence)
    main = root(doc)
    own = subject(main)
    if own is None or own.i > main.i or own.pos_ not in {"NOUN", "PROPN"} or list(own.conjuncts):
        return
    few = [
        child
        for child in own.children
        if child.dep_ in {"det", "amod", "advmod"} and child.lower_ in _QUANTIFIERS
    ]
    kept = sorted(
        [*few, *(child for child in own.children if child.dep_ in {"compound", "nummod"}), own],
        key=lambda one: one.i,
    )
    share = own.text == "%"
    name = doc[own.left_edge.i : own.i + 1].text if share else " ".join(token.text for token in kept)
    verb = min(
        [
            main.i,
            *(
                child.i
                for child in main.children
                if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and child.i > own.i
            ),
        ]
    )
    for end in range(len(doc) - 2, main.i, -1):
        text = f"{name} {doc[verb : end + 1].text}"
        following = doc[end + 1]
        if any(
            child.i > end and child.dep_ != "punct" for child in doc[end].children if doc[end].pos_ == "VERB"
        ):
            continue
        whole = (
            end == len(doc) - 2
            or following.dep_ in {"prep", "punct"}
            or (following.dep_ == "cc" and not doc[end].like_num)
        )
        if (whole or share) and len(text.split()) <= MOST_WORDS:
            yield f"{text[:1].upper()}{text[1:]}"
