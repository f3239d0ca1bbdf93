"""One noun, one verb, one article: "our honey comes from 40 hives", "the lesson is 90 minutes"."""

import re

from spacy.tokens import Token

from generation.crew.copywriter.grammar.nouns import inside, with_article
from generation.crew.copywriter.grammar.reading import parse, root, subject

_SEVERAL = {
    "staff", "team", "family", "crew", "couple", "police", "rest", "majority", "half", "lot", "number", "people",
    "group", "kind", "sort", "pair", "band", "choir", "public",
}  # fmt: skip
_BARE_AFTER = {"see", "watch", "let", "make", "help", "hear", "feel", "have"}
"""After these a verb stays plain: "see your garden grow"."""

# "Immigration is all we do", "Training is free": spoken of in general.
_IN_GENERAL = re.compile(r"(?:tion|sion|ment|ing|ness|ity|ery|age|ance|ence|ism|ship|ics|th|ure|cy)$")
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


def articled(sentence: str) -> str:
    """ "Filing deadline is 15 April." is said with "The"."""
    doc = parse(sentence)
    main = root(doc)
    own = next((child for child in main.children if child.dep_ == "nsubj"), None)
    opens = own is not None and own.left_edge.i == 0 and doc[0].tag_ not in {"DT", "PRP$", "CD"}
    bare = (
        opens
        and own is not None
        and own.tag_ == "NN"
        and own.i in {0, 1}
        and not _IN_GENERAL.search(own.text)
    )
    if main.lower_ not in {"is", "was", "takes", "costs", "lasts"} or not bare or own is None:
        return sentence
    phrase = doc[: own.i + 1].text
    if main.lower_ not in {"is", "was"}:  # "Full interior takes three hours" speaks of any
        return f"{_capital(with_article(phrase + '.'))} {doc[own.i + 1 :].text}" if own.i == 1 else sentence
    return f"The {inside(sentence)}." if with_article(phrase + ".").split()[0] in {"a", "an"} else sentence


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
