"""Where a sentence may not be cut for the picture: what would be torn, or say something else."""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.reading import root, subject
from generation.crew.copywriter.screen.score import is_helped, last_word

_DENIALS = {"never", "not", "hardly", "nobody", "none", "nothing", "neither", "instead", "rather", "without"}
_NOBODY = {"nobody", "none", "nothing", "neither", "no-one", "few"}
_LEADING = {"if", "when", "because", "while", "although", "unless", "whether", "until", "once"}
FINITE = {"VBZ", "VBP", "VBD", "MD"}
_WAITING = {"have", "be", "get", "need", "make", "take", "give", "offer", "bring", "keep", "include", "mean"}


def stands_alone(doc: Doc, start: int, end: int, text: str) -> bool:
    """Whether the words from ``start`` to ``end`` (positions in ``doc``), shown as ``text``, are whole and true."""
    if _denies(doc, start, end) or (doc[end].pos_ == "PRON" and start > 0 and len(doc[start : end + 1]) <= 2):
        return False
    whole = start == 0 and end >= last_word(doc)
    if not whole and doc[start].lower_ in _LEADING:
        return False  # "If we make a mistake | , we pay the penalty"
    opens = start == 0 or _may_open(doc, start)
    closes = end >= last_word(doc) or not _splits_an_amount(doc[end], doc[end + 1])
    if not whole and start < end_of_condition(doc):
        return False  # "If | it will not hold a tune | you don't pay"
    if not whole and (
        _leaves_a_row(doc, start, end)
        or _is_half_a_statement(doc, start, end)
        or _is_only_its_subject(doc, start, end)
    ):
        return False
    if not whole and (_shares_an_object(doc[end]) or _begins_a_row(doc[end])):
        return False
    return bool(re.search(r"[^\W\d_]{2}|\d", text)) and (whole or (opens and closes and _may_close(doc, end)))


def _leaves_a_row(doc: Doc, start: int, end: int) -> bool:
    """ "We do AC repair | , duct cleaning and tune-ups", "Paid by the hour | and not on commission"."""
    if doc[end + 1 : end + 3].text.lower() == "to date" or doc[end + 1 : end + 2].text.lower() in {
        "as",
        "than",
        "only",
    }:
        return True  # "lasts as long | as three bottles"
    if any(
        token.left_edge.i in {start, start - 1} and _is_second(token) and token.head.i < start
        for token in doc[start : end + 1]
    ):
        return True  # "a book and | a seed packet for £9"
    if end + 1 < len(doc) and re.match(r",? (?:and|but|,) not\b", f" {doc[end + 1 : end + 4].text}"):
        return True
    return any(
        token.dep_ == "conj" and start <= token.head.i <= end and token.pos_ in {"NOUN", "PROPN"}
        for token in doc[end + 1 :]
    ) and any(start <= token.i <= end and token.pos_ in {"VERB", "AUX"} for token in doc)


def _is_second(token: Token) -> bool:
    return token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"} and token.head.pos_ in {"NOUN", "PROPN"}


def _is_half_a_statement(doc: Doc, start: int, end: int) -> bool:
    """ "Comes off the boat that morning", "Started this company": and who? A thing may go without its name."""
    first = doc[start]
    told = first.tag_ in {"VBZ", "VBD"} and first.dep_ in {"ROOT", "conj", "ccomp", "advcl"}
    own = subject(first) or (subject(first.head) if first.dep_ == "conj" else None)
    counted = any(
        one.like_num and not re.fullmatch(r"(?:19|20)\d\d", one.text) for one in doc[start : end + 1]
    )
    if (
        own is None
        or counted
        or (first.tag_ == "VBZ" and own.left_edge.lower_ in {"the", "it", "this", "that"})
    ):
        return False  # "The plate | returns energy with every step"
    return told and not start <= own.i <= end


def _is_only_its_subject(doc: Doc, start: int, end: int) -> bool:
    """ "Only 31% of teams": what do they do?"""
    for token in doc[start : end + 1]:
        if token.dep_ == "nsubj" and token.head.i > end and token.head.dep_ in {"ccomp", "xcomp"}:
            return True  # "your mom or dad | stay at home"
    main = root(doc)
    own = subject(main)
    is_told = main.tag_ in FINITE or any(child.tag_ in FINITE for child in main.children)
    return own is not None and is_told and own.left_edge.i <= start and end <= own.right_edge.i < main.i


def _shares_an_object(last: Token) -> bool:
    """ "Plans | and plants gardens": both verbs need the gardens."""
    own = any(child.dep_ in {"dobj", "prep", "acomp"} for child in last.children)
    return (
        last.pos_ == "VERB"
        and not own
        and any(
            child.dep_ == "conj" and any(inner.dep_ == "dobj" for inner in child.children)
            for child in last.children
        )
    )


def _begins_a_row(last: Token) -> bool:
    """ "Scents are turf fire | , sea salt and heather": one of several is not what they are."""
    return last.dep_ == "attr" and any(child.dep_ == "conj" for child in last.children)


def _denies(doc: Doc, start: int, end: int) -> bool:
    """Whether the cut would leave off the "not" that the sentence turns on."""
    if any(token.lower_ in _DENIALS for token in doc[max(0, start - 3) : start]):
        return True
    own = subject(root(doc))
    if own is not None and own.lower_ in _NOBODY and not start <= own.i <= end:
        return True  # "Nobody will | sell you a new unit"
    return any(
        not start <= child.i <= end and (child.dep_ == "neg" or child.lower_ in {"never", "not", "hardly"})
        for token in doc[start : end + 1]
        for above in _chain_of(token)
        for child in above.children
    )


def _chain_of(token: Token) -> list[Token]:
    """A word and the verbs that it completes: "fit", "be" and "have" of "have to be fit"."""
    chain = [token]
    while chain[-1].dep_ in {"xcomp", "acomp", "attr", "ccomp", "dobj"}:
        chain.append(chain[-1].head)
    return chain


def _may_open(doc: Doc, start: int) -> bool:
    """Not "is…", not "after Mum should…", not "included, from…", not a verb whose subject was left behind."""
    first, second = doc[start], doc[min(start + 1, len(doc) - 1)]
    if start > 0 and first.pos_ == "PROPN" and doc[start - 1].pos_ == "PROPN":
        return False  # "Loch | Ness in a wooden boat"
    if first.lemma_ == "be" or first.dep_ == "mark" or first.pos_ == "SCONJ" or first.tag_ == "TO":
        return False
    if _is_torn_off(first, second) or (first == root(doc) and start > 0 and is_helped(first)):
        return False
    if first.tag_ in {"VBG", "VBP", "MD"}:
        own = subject(first)
        counted = (
            first.tag_ == "VBP"
            and first.dep_ == "ROOT"
            and first.lemma_ not in _WAITING
            and any(one.like_num for one in doc[start:])
        )
        return (own is None or counted) or (
            first.tag_ == "VBP" and own.lower_ == "you" and first.lemma_ not in {"be", "have"}
        )
    return bool(first.tag_ != "VB" or first.dep_ in {"ROOT", "conj"})


def _is_torn_off(first: Token, second: Token) -> bool:
    """Whether the phrase would begin where something else has to stand before it."""
    return (
        (first.tag_ == "VBN" and second.text == ",")
        # "Dutch to | English and back"
        or (
            first.i > 0
            and first.nbor(-1).lower_ in {"to", "into"}
            and first.nbor(-1).head.pos_ in {"NOUN", "PROPN"}
        )
        # "from | the first call to the last letter"
        or (first.i > 0 and _stretches(first))
        # "after | this 3 euros"
        or (first.lower_ in {"this", "that"} and second.like_num)
        # "the only one | I think about", "people who | actually need to work"
        or (first.dep_ in {"nsubj", "advmod"} and first.head.dep_ == "relcl")
        # "every place we called | wanted a two year contract"
        or (first.tag_ in {"VBD", "VBZ"} and first.dep_ != "ROOT" and subject(first) is not None)
    )


def _stretches(first: Token) -> bool:
    """Whether a "from" before the phrase waits for the "to" in it."""
    before = [token.lower_ for token in first.doc[max(0, first.i - 2) : first.i]]
    following = first.doc[first.i : first.i + 5]
    stretched = before[-1:] == ["from"] or (
        before[:1] == ["from"] and before[-1] in {"the", "a", "an", "your"}
    )
    return stretched and any(token.lower_ in {"to", "until", "through"} for token in following)


def _may_close(doc: Doc, end: int) -> bool:
    """Not on a word that another one completes."""
    last = doc[end]
    if end + 2 < len(doc) and doc[end + 1].lower_ == "by" and doc[end + 2].lower_ == last.lower_:
        return False  # "stone | by stone"
    # "started this", "most of them"
    points = last.pos_ == "PRON" and last.lower_ not in {"more", "everyone", "anyone", "yourself", "all"}
    # "all 11 rooms have | balcony"
    waits = last.lemma_ in _WAITING and not any(
        child.i < last.i and child.dep_ == "dobj" for child in last.children
    )
    if points or waits or last.tag_ in {"WRB", "WDT", "WP"}:
        return end >= last_word(doc)
    if end + 1 < len(doc) and doc[end + 1].tag_ == "VBG" and doc[end + 1].dep_ == "acl" and last.tag_ == "NN":
        return False  # "free sofa cushion | cleaning"
    if last.tag_ == "VBN" and end > 0 and doc[end - 1].text == ",":
        return False
    if last.pos_ in {"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"} and last.dep_ != "prt":
        return end >= last_word(doc)
    return not (last.dep_ in {"amod", "compound", "nummod", "poss"} and last.head.i > end)


def _splits_an_amount(last: Token, following: Token) -> bool:
    """ "$3 | a month", "10 | % off" and "12 | -month" are one thing."""
    if following.text in {"-", "%", "'s"} or last.text in "€$£-":
        return True
    if following.lower_ in {"to", "until"} and any(token.lower_ == "from" for token in last.doc[: last.i]):
        return True  # "from May | to September"
    if (last.like_num or last.text[-1:].isdigit()) and following.lower_ in {"to", "-", "–", "and", "or"}:
        after = following.nbor(1) if following.i + 1 < len(following.doc) else None
        return after is not None and (after.like_num or after.text[:1].isdigit())  # "kids 2 | to 6"
    return (last.like_num or last.text == "%") and following.lower_ in {
        "a",
        "an",
        "per",
        "off",
        "out",
        "each",
    }


def end_of_condition(doc: Doc) -> int:
    """Where the main statement begins behind a leading "if …" or "when …"; 0 without one."""
    if doc[0].lower_ not in _LEADING:
        return 0
    comma = next((token.i + 1 for token in doc if token.text == ","), 0)
    told = [token for token in doc if token.dep_ in {"nsubj", "nsubjpass", "expl"}][1:]
    return comma or next(
        (token.i for token in told if token.pos_ == "PRON"), told[-1].left_edge.i if told else len(doc)
    )
