"""Shorter versions of a sentence that stay whole and true: further predicates and adjuncts go, nothing
else.
"""

import re

from spacy.tokens import Token

from generation.crew.copywriter.grammar.constituents import ends
from generation.crew.copywriter.grammar.reading import parse, root

_FEWEST, _LEAST_LEFT_OFF = 4, 3
_WHERE = re.compile(r"\b(?:in|at|behind|near|around|across|under|above|outside|on) (?:the )?[A-ZÀ-Þ][a-z]")
# What keeps less of its words is true still, but says next to nothing: "We bake sourdough bread".
_LEAST_KEPT = 0.4
# Without these words a sentence would say more than the brief does.
_LIMITS = re.compile(
    r"\b(?:until|except|only|if|when|up to|from|for|first|selected|per|with code|not|never|without|instead|rather|"
    r"than|unless|so|because|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand)\b|"
    r"n't\b|\d(?!\d?(?::\d\d)? ?[ap]m)",
    re.IGNORECASE,
)


def shorter(sentence: str) -> tuple[str, ...]:
    """The sentence, then shorter ones, longest first."""
    if "“" in sentence or sentence.endswith("?"):
        return (sentence,)
    bare = sentence.rstrip(".")
    doc = parse(sentence)
    found = [sentence]
    fewest = max(_FEWEST, _LEAST_KEPT * len(bare.split()))
    for end in ends(root(doc)):
        text = doc[: end + 1].text.strip(" ,.")
        left_off = bare[len(text) :]
        if _breaks_off(doc[end], text, left_off) or len(left_off.split()) < _LEAST_LEFT_OFF:
            continue
        if _WHERE.search(left_off):
            continue
        if fewest <= len(text.split()) < len(bare.split()) and not _LIMITS.search(left_off):
            found.append(text + ".")
    return tuple(dict.fromkeys(found))


def _breaks_off(last: Token, text: str, left_off: str) -> bool:
    """ "Try it at home for" waits for its end, and "send a photo, choose a slot" for its "and"."""
    return _tears_a_row(last) or _counts_back(text) or _waits(last, text, left_off)


def _counts_back(text: str) -> bool:
    """ "for twenty-six years, eighteen of them | in NHS hospitals"."""
    return re.search(r"\bof (?:them|us|it|these|those)$", text) is not None


def _tears_a_row(last: Token) -> bool:
    if last.lower_ in {"each", "both"} and last.i > 0 and last.nbor(-1).text == ",":
        return True  # "six rooms, each | with its own bathroom"
    rest = [token for token in last.doc[last.i + 1 :] if token.dep_ == "conj" and token.head.i <= last.i]
    if any(token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} for token in rest):
        return True  # "We do AC repair | , duct cleaning and tune-ups", "cash | or card"
    # "cool white in the morning and candle-warm | at night"
    return last.dep_ == "conj" and last.pos_ != "VERB" and any(child.i > last.i for child in last.children)


def _waits(last: Token, text: str, left_off: str) -> bool:
    if last.pos_ == "VERB" and re.match(
        r" (?:in|on|up|off|out|over|by|away|back|down)\b(?! (?:the|a|an|\d))", left_off
    ):
        return True  # "just walk | in and grab a seat"
    brings = re.search(r"\b(?:and|so|then) (?:we|it|you|they|i)\b", left_off, re.IGNORECASE)
    if brings and last.doc[0].tag_ == "VB":
        return True  # "Tell us three books you loved | and we will find you the fourth"
    if re.search(r"\bfrom (?:\S+ )?\S+$", text) and re.match(r" (?:to|until|till)\b", left_off):
        return True  # "open from Easter | to October"
    waits = last.pos_ == "ADP" and last.dep_ != "prt"
    return waits or ("," in text and re.match(r",? and\b", left_off) is not None)
