"""Sentences joined by no more than a comma, taken apart: "We fry in dripping, haddock comes off the boat …".

Only what can stand alone is parted: a statement with its own subject, a call to action, a thing that the product
does. A row of things stays one sentence, and so does a condition with what follows from it.
"""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.patterns import ACTION, PHONE, URL
from generation.crew.copywriter.grammar.reading import is_finite, parse, root, subject
from generation.crew.copywriter.grammar.shape import opens_with_feature_verb

_COMMA = re.compile(r",\s+(?![^“]*”)(?![^(]*\))|\s+and\s+(?=(?:we|you|I) (?!\w+$)|(?:if|when) \w+ \w+)")
_JOINT = re.compile(r"^(?:and|plus|also) (?!on\b|that\b|much\b|more\b|many\b)", re.IGNORECASE)
_LEADS = {
    "if",
    "when",
    "whenever",
    "while",
    "once",
    "because",
    "although",
    "unless",
    "until",
    "after",
    "before",
    "as",
}
_ABOUT_IT = {
    "which",
    "who",
    "whose",
    "where",
    "that",
    "but",
    "or",
    "nor",
    "then",
    "not",
    "because",
    "whether",
}
_POINTING = {"it", "it's", "they", "they're", "he", "she", "this", "that"}
_ECHO = re.compile(r"(?:it's|it is|they're|they are|that's|this is) ", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:days?|weeks?|months?|years?|mornings?|evenings?|nights?|season|summer|winter|spring|autumn|\w+day|"
    r"weekends?|today|tomorrow|now|19\d\d|20\d\d)$",
    re.IGNORECASE,
)
# "All gear included", "prices from €640 per person": whole without a verb, after a statement.
_STANDS = re.compile(
    r"(?:all|no) [\w ]+ (?:included|needed|required)|prices? (?:from|start\w*) .*\d.*", re.IGNORECASE
)
# A row of a price list: "sunset tour $70", "full moon paddle $80 (three nights a month)".
_PRICED = re.compile(
    r"(?!(?:we|i|you|they|it|it's)\b)(?:[\w'’:-]+ ){1,6}[€$£]\d[\d.,]*(?: \([^)]*\))?", re.IGNORECASE
)
_FEWEST, _PARALLEL, _WITH_RESULT = 4, 6, 24
# "They come after you close, | so you never lose a service": what follows needs its cause.
_RESULT = re.compile(r"so (?:that )?(?:we|you|it|they|I|he|she|there|your|the|nobody|no)\b", re.IGNORECASE)
# "This year, from Saturday to Monday, | there are sixty engines": when it is leads to what is.
_WHEN = re.compile(
    r"(?:this|last|next|every|each|for|from|on|in|since|until|between|by) "
    r"(?!.*\b(?:is|are|was|were|has|have|we|you)\b)",
    re.IGNORECASE,
)


def unspliced(sentence: str) -> tuple[str, ...]:
    """The sentences that a clean sentence is made of; most are one."""
    if sentence.endswith("?") or "," not in sentence:
        return (sentence,)
    bare = sentence.rstrip(".")
    parts = _COMMA.split(bare)
    joints = [match.group() for match in _COMMA.finditer(bare)]
    series = re.match(r"(?:and|or) ", parts[-1]) is not None
    told = [parts[0]]
    for joint, part in zip(joints, parts[1:], strict=True):
        rest = _JOINT.sub("", part)
        # "If it won't hold, we come back and you pay nothing": what follows from a condition stays with it.
        bound = ("and" in joint or rest != part) and _leads_on(told[-1])
        if not bound and _begins_anew(rest, told[-1], series=series, joined=rest != part):
            told.append(rest[:1].upper() + rest[1:])
        else:
            told[-1] += f"{joint}{part}"
    return tuple(f"{one}." for one in told)


def _leads_on(before: str) -> bool:
    """A condition, or an order whose fruit comes after its "and": "Ask us and we'll tell you honestly"."""
    first = parse(f"{before}.")[0]
    return first.lower_ in _LEADS or first.tag_ in {"VB", "VBP"}


def _begins_anew(part: str, before: str, *, series: bool, joined: bool) -> bool:
    if (
        _hangs_on(part, before)
        or not _can_end(before)
        or (_PRICED.fullmatch(part) and _PRICED.fullmatch(before.rpartition(", ")[2]))
    ):
        return False
    first = part.split(maxsplit=1)[0].lower()
    if ACTION.match(part) and (PHONE.search(part) or URL.search(part)):
        return True
    if _STANDS.fullmatch(part) and is_told(before):
        return True
    # "You meet the caregiver first, and it's the same person each week."
    back = joined and first in _POINTING
    few = _FEWEST - 1 if first in {"we", "you", "i"} else _FEWEST
    if back or len(part.split()) < few or first in _ABOUT_IT or _answers(part, before):
        return False
    if not series and not joined and opens_with_feature_verb(part):
        return is_told(before) or opens_with_feature_verb(before)
    return is_told(part)


def _hangs_on(part: str, before: str) -> bool:
    """What follows from what stands before it, and what is told behind the time when it is."""
    follows = _RESULT.match(part) and len(f"{before} {part}".split()) <= _WITH_RESULT
    return bool(follows) or (_WHEN.match(before) is not None and not is_told(before))


def _answers(part: str, before: str) -> bool:
    """ "You bring the dog, we bring the towel": two halves of one saying; "It's not a gym, it's a club"."""
    short = max(len(part.split()), len(before.split())) <= _PARALLEL and is_told(before)
    denied = re.search(r"\b(?:not|never)\b|n't\b", before) is not None and _ECHO.match(part) is not None
    return short or denied or re.match(r"the (?:more|less|\w+er)\b", before, re.IGNORECASE) is not None


def _can_end(before: str) -> bool:
    """Whether what stands before the comma is more than a lead-in ("If it rains", "In May", "Every Friday")."""
    if _STANDS.fullmatch(before) or is_told(before) or opens_with_feature_verb(before):
        return True
    doc = parse(f"{before}.")
    if doc[0].lower_ not in _LEADS and any(_tells(token) for token in doc):
        return True  # "All CPR trained and most of them are studying to be teachers"
    named = (
        doc[0].pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} or doc[0].tag_ in {"VB", "VBG"} or "," in before
    )
    leads = (
        doc[0].lower_ in _LEADS
        or doc[0].pos_ in {"ADP", "SCONJ", "ADV"}
        or doc[0].lower_ in {"every", "each"}
    )
    return (
        named and not leads and len(before.split()) >= 2 and not (_TIMES.search(before) and "," not in before)
    )


def _tells(token: Token) -> bool:
    return token.dep_ in {"nsubj", "expl"} and is_finite(token.head) and token.head.dep_ in {"ROOT", "conj"}


def is_told(part: str) -> bool:
    """Whether words between commas are a statement of its own: its main verb has tense and a subject before it."""
    doc = parse(f"{part}.")
    main = root(doc)
    if doc[0].lower_ in _LEADS:
        return _follows_from(doc, main)
    own = subject(main)
    plain = own is not None and own.pos_ == "PRON" and main.tag_ in {"VB", "NN"}  # "you book in the app"
    if (
        own is None
        or own.i > main.i
        or _is_led(main)
        or _STANDS.fullmatch(part)
        or not (plain or is_finite(main))
    ):
        return False
    if own.left_edge == own and own.pos_ in {"NOUN", "PROPN"} and list(own.conjuncts):
        return False  # "Braids and hot towel shaves"
    # A past tense may be a participle: "prints framed by hand".
    sure = main.tag_ != "VBD" or any(child.dep_ in {"aux", "auxpass"} for child in main.children)
    return sure or own.pos_ == "PRON" or own.left_edge.tag_ in {"PRP$", "DT", "NNP"}


def _follows_from(doc: Doc, main: Token) -> bool:
    """ "If it will not hold a tune you don't pay": the condition, and what follows from it without a comma."""
    told = [token for token in doc if token.dep_ in {"nsubj", "nsubjpass"} and is_finite(token.head)]
    led = sum(token.lower_ in _LEADS and token.dep_ in {"mark", "advmod"} for token in doc)
    return len(told) > led and told[-1].pos_ == "PRON" and main.i > 0


def _is_led(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" or child.tag_ in {"WDT", "WP", "WRB"}
        for child in verb.children
        if child.i < verb.i
    )
