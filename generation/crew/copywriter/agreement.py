"""One noun, one verb: "our honey come from 40 hives" is said "our honey comes from 40 hives"."""

import re

from spacy.tokens import Token

from generation.crew.copywriter.reading import parse, subject

_SEVERAL = {
    "staff", "team", "family", "crew", "couple", "police", "rest", "majority", "half", "lot", "number", "people",
    "group", "kind", "sort", "pair", "band", "choir", "public",
}  # fmt: skip
_BARE_AFTER = {"see", "watch", "let", "make", "help", "hear", "feel", "have"}
"""After these a verb stays plain: "see your garden grow"."""

_ONE = {"every", "each", "our", "your", "the", "this", "my"}


def agreeing(sentence: str) -> str:
    """The sentence with a plain verb made to agree with the one thing that is its subject."""
    doc = parse(sentence)
    told = "".join(
        _third(token) + token.whitespace_ if _is_wrong(token) else token.text_with_ws for token in doc
    )
    return told if told != sentence else sentence


def _is_wrong(verb: Token) -> bool:
    own = subject(verb)
    if verb.tag_ not in {"VBP", "VB"} or verb.lemma_ in {"be", "do", "have"} or own is None or own.i > verb.i:
        return False
    if own.tag_ != "NN" or own.lower_ in _SEVERAL or list(own.conjuncts) or own.i != verb.i - 1:
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _BARE_AFTER:
        return False
    helped = any(child.dep_ in {"aux", "neg"} for child in verb.children)
    return not helped and own.left_edge.lower_ in _ONE and own.left_edge.i < own.i


def _third(verb: Token) -> str:
    word = str(verb.text)
    if re.search(r"(?:s|x|z|ch|sh|o)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"
