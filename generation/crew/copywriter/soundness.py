"""A second look at a sentence that was built around a phrase: does it still read as one sentence?

A small parser takes some statements for noun phrases ("94% sign up for the next course"). Put into a frame ("It has
94% sign up …") they have a second verb that nothing leads to, and that is seen here.
"""

import re
from functools import lru_cache

from spacy.tokens import Token

from generation.crew.copywriter.reading import parse, root

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
