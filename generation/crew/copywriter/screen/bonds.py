"""What a phrase may not be cut from: its "only" and "not", its condition, who said it, the place it stands in."""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.screen.score import SUPPLIES, last_word

_DENYING = {
    "not", "n't", "never", "hardly", "nobody", "nothing", "none", "neither", "no", "only", "nor", "without", "except",
    "unless", "if", "rarely", "instead", "rather", "than",
}  # fmt: skip
_SAYING = {
    "say",
    "think",
    "believe",
    "feel",
    "claim",
    "swear",
    "wonder",
    "pretend",
    "wish",
    "guess",
    "ask",
    "doubt",
}
_BEFORE_AMOUNTS = {
    "to", "from", "over", "under", "below", "above", "than", "least", "most", "only", "until", "before", "after",
}  # fmt: skip
_HARMLESS = {"of", "with", "and", "for", "as", "&"}
_PLAIN = {
    "do", "repair", "fix", "restore", "tune", "use", "teach", "rent", "hire", "design", "install", "fit", "photograph",
    "try", "book", "find", "order", "buy", "see", "learn", "enjoy", "discover", "choose", "pick", "clean", "love",
}  # fmt: skip
_FEW = {"most", "some", "few", "half", "many", "only", "no", "none", "%", "hardly"}


def is_bound(doc: Doc, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` hang on something that is left out."""
    if start == 0 and end >= last_word(doc):
        return False
    inside = set(range(start, end + 1))
    return (
        any(token.i not in inside and _restricts(token, inside) for token in doc if token.lower_ in _DENYING)
        or "only"
        in {doc[end + 1].lower_ if end + 1 < len(doc) else "", doc[start - 1].lower_ if start else ""}
        or _is_only_a_subject(doc, start, end)
        or _is_reported(doc, start, end)
        or _is_of_few(doc, start, end)
        or _is_inside_a_place(doc, start)
        or _is_only_an_object(doc, start, end)
        or _has_a_verb_of_others(doc, start, end)
        or _has_a_threshold(doc, start, end)
    )


def _restricts(token: Token, inside: set[int]) -> bool:
    """Whether "only", "not", "without" or "if" outside the phrase says something of the phrase."""
    first, last = min(inside), max(inside)
    if token.lower_ in _CONDITIONS:
        return token.i > last or _depends(token, inside)
    if token.i > last and _contrasts(token, last):
        return False  # "paid by the hour | and not on commission", "twelve pizzas | , never more"
    if token.lower_ in {"nobody", "nothing", "none", "neither"}:
        return any(token.head in [one, *one.ancestors] for one in token.doc[first : last + 1])
    if token.lower_ in {"instead", "rather", "than"}:
        return token.i < first and any(one.i in inside for one in token.subtree)
    head = token.head
    return head.i in inside or (token.i < first and any(one.i in inside for one in head.subtree))


_CONDITIONS = {"unless", "except", "if"}


def _depends(token: Token, inside: set[int]) -> bool:
    """Whether the phrase stands in the clause that "if" opens, or in what hangs on that clause."""
    head = token.head
    above = _above(token.doc, min(inside), max(inside))
    return head.i in inside or head.head.i in inside or head.head in above


def _above(doc: Doc, first: int, last: int) -> set[Token]:
    return {above for one in doc[first : last + 1] for above in one.ancestors}


def _contrasts(token: Token, last: int) -> bool:
    """Whether a comma or "and" stands between the phrase and its contrast."""
    between = token.doc[last + 1 : token.i]
    return any(one.text in {",", ";"} or one.dep_ == "cc" for one in between)


def _is_only_a_subject(doc: Doc, start: int, end: int) -> bool:
    """ "Only 31% of teams | get out", "your mom or dad | stay at home": what do they do?"""
    return any(
        token.dep_ in {"nsubj", "nsubjpass"} and token.head.i > end and token.head.pos_ in {"VERB", "AUX"}
        for token in doc[start : end + 1]
    )


def _is_reported(doc: Doc, start: int, end: int) -> bool:
    """ "For people who think | they cannot sing", "couples say | they hardly noticed"."""
    inside = set(range(start, end + 1))
    return any(
        token.lemma_ in _SAYING
        and token.pos_ == "VERB"
        and token.i not in inside
        and any(child.dep_ == "ccomp" and child.i in inside for child in token.children)
        for token in doc
    )


def _is_of_few(doc: Doc, start: int, end: int) -> bool:
    """ "Most repairs | are done the same day", "Only 24 weddings | …": a predicate without the few it is said of."""
    for token in doc[start : end + 1]:
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < start:
                return bool({one.lower_ for one in child.subtree} & _FEW)
    return False


def _is_inside_a_place(doc: Doc, start: int) -> bool:
    """ "Above | the old post office", "in | a garage in Leeds", "up to | 10 hours" without what leads to them."""
    at = start - 1
    while at >= 0 and (doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$"):
        at -= 1
    before = doc[at] if at >= 0 else None
    if before is None:
        return False
    amount = doc[start].like_num or doc[start].text in "€$£"
    if before.lower_ == "with" and before.head.tag_ in {"VBN", "VBD"}:
        return True  # "registered with the | General Osteopathic Council"
    if amount and before.lower_ == "of" and before.head.like_num:
        return True  # "23 of my | 25 students"
    if before.pos_ == "ADP" and before.lower_ not in _HARMLESS and not (amount and before.lower_ == "at"):
        return doc[start].pos_ not in {"ADP", "VERB"}
    return amount and before.lower_ in _BEFORE_AMOUNTS


def _is_only_an_object(doc: Doc, start: int, end: int) -> bool:
    """ "We handle | the paperwork and the grid connection": what is done with it is the news."""
    if doc[start].like_num or doc[start].text in "€$£":
        return False
    if doc[start].lower_ in {"as", "than"} or _moves(doc, start, end):
        return True
    if any(token.dep_ == "dobj" and token.head.pos_ == "NOUN" for token in doc[start : end + 1]):
        return True  # "chases | late payers", where the parser sees no verb
    owned = doc[start].tag_ == "PRP$" and start > 0 and doc[start - 1].pos_ == "VERB"
    if owned and not any(token.pos_ in {"ADP", "VERB"} for token in doc[start : end + 1]):
        return True  # "sends | your invoices"
    return any(
        token.dep_ == "dobj"
        and token.head.i < start
        and token.left_edge.i in {start, start - 1}
        and token.head.lemma_ not in SUPPLIES | _PLAIN
        for token in doc[start : end + 1]
    )


def _moves(doc: Doc, start: int, end: int) -> bool:
    """ "take | the rubbish home"."""
    last = doc[end]
    return bool(
        last.pos_ == "ADV" and last.dep_ == "advmod" and last.head.pos_ == "VERB" and last.head.i < start
    )


def _has_a_verb_of_others(doc: Doc, start: int, end: int) -> bool:
    """ "takes | three days and lasts for generations"."""
    return any(
        token.dep_ == "conj"
        and not any(child.dep_ in {"nsubj", "nsubjpass"} and child.i >= start for child in token.children)
        and token.head.i < start
        and token.i > start
        and token.tag_ in {"VBZ", "VBP", "VBD"}
        for token in doc[start : end + 1]
    )


def _has_a_threshold(doc: Doc, start: int, end: int) -> bool:
    """ "Free shipping | over $50", "free | when you book two"."""
    text, rest = doc[start : end + 1].text, doc[end + 1 :].text
    given = re.search(r"\bfree\b|% off|[€$£]\d|\bhalf price\b", text, re.IGNORECASE)
    days = r"on (?:mon|tue|wed|thu|fri|sat|sun)\w+"
    more = rf",? ?(?:over|above|(?:before|after) \d|when|if|(?:on|with|for) (?:all )?orders|{days})\b"
    return given is not None and re.match(more, rest, re.IGNORECASE) is not None
