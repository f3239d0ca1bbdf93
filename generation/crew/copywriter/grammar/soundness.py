"""A second look at a sentence that was built around a phrase: does it still read as one sentence?

A small parser takes some statements for noun phrases ("94% sign up for the next course"). Put into a frame ("It has
94% sign up …") they have a second verb that nothing leads to, and that is seen here.
"""

import re
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.reading import parse, root, subject

_LONELY = {"ADP", "DET", "CCONJ", "SCONJ"}
_FRAMES = {"have", "be", "get", "offer", "find", "enjoy", "choose", "meet", "start", "'s", "’s"}
_LED = {"relcl", "acl", "advcl", "csubj", "pcomp", "acomp", "xcomp"}
_DOUBLED = re.compile(
    r"\b(?:a|an|the) (?:a|an|the|our|your|my|some|all|each|every|no|nobody|everybody|you|we)\b", re.IGNORECASE
)
_FINITE = {"VBZ", "VBP", "VBD", "MD"}


@lru_cache(maxsize=1024)
def is_sound(line: str) -> bool:
    """Whether the line hangs from the verb of its frame, and no other finite verb stands in it unled."""
    doc = parse(line)
    main = root(doc)
    if main.lemma_ not in _FRAMES or _DOUBLED.search(line):
        return False
    return not any(token.tag_ in _FINITE and token != main and not _is_led(token, main) for token in doc)


def reads_well(line: str) -> bool:
    """Whether a line that is not the brief's own could be: nothing hangs in the air, and its words agree."""
    return not _DOUBLED.search(line) and all(
        _reads_well(parse(one)) for one in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])", line)
    )


def _reads_well(doc: Doc) -> bool:
    words = [token for token in doc if token.is_alpha]
    rows = list(pairwise(words))
    telling = [f"{one.lower_} {other.lower_}" for one, other in rows if not (one.is_stop or other.is_stop)]
    return (
        len(telling) == len(set(telling))
        and not any(one.lower_ == other.lower_ and other.i == one.i + 1 for one, other in rows)
        and not any(_is_lonely(token) or _is_miscounted(token) or _disagrees(token) for token in words)
    )


def _is_lonely(token: Token) -> bool:
    """ "postage over | is": a preposition or an article right before the verb of the sentence."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        following is not None
        and token.pos_ in _LONELY
        and token.dep_ not in {"nsubj", "mark"}
        and following.lower_ in {"is", "are", "was", "were", "has", "have"}
        and following.dep_ == "ROOT"
    )


def _is_miscounted(token: Token) -> bool:
    """ "a candles", "these lamp"."""
    if token.dep_ != "det" or token.head.i <= token.i:
        return False
    many = token.head.tag_ == "NNS"
    counted = any(
        child.dep_ in {"nummod", "quantmod"} or child.lower_ in {"few", "dozen"}
        for child in token.head.children
    )
    if token.lower_ in {"a", "an", "every", "each", "this", "that"}:
        return many and not counted and token.head.i - token.i <= 3
    return token.lower_ in {"these", "those"} and token.head.tag_ == "NN"


def _disagrees(verb: Token) -> bool:
    """ "The sessions is", "Our lamp are": a subject right before a verb that does not fit it."""
    own = subject(verb)
    if (
        own is None
        or own.i > verb.i
        or verb.i - own.i > 1
        or list(own.conjuncts)
        or verb.lemma_ not in {"be", "have"}
    ):
        return False
    if own.tag_ in {"NNS", "NNPS"}:
        return verb.lower_ in {"is", "has", "was"}
    singular = own.tag_ == "NN" and own.left_edge.lower_ in {"a", "an", "every", "each", "this"}
    return singular and verb.lower_ in {"are", "have", "were"}


def _is_led(verb: Token, main: Token) -> bool:
    """Whether a finite verb is led to by "that", "who", "when", "if", or helps one that is."""
    if verb.dep_ in {"aux", "auxpass"}:
        return verb.head == main or verb.head.tag_ not in _FINITE or _is_led(verb.head, main)
    if verb.dep_ == "conj" and verb.head != main:
        return verb.head.tag_ not in _FINITE or _is_led(verb.head, main)
    if verb.dep_ not in _LED:
        return False
    leads = {"mark", "nsubj", "nsubjpass", "advmod", "dobj", "pobj", "attr", "expl"}
    return any(child.dep_ in leads for child in verb.children)
