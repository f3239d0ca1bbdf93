"""A sentence as a telegram: its number with what it counts, its main clause, its row, its subject, verb and object.

These are for sentences of which no phrase stands alone word for word. A condition may go ("No drilling | unless I've
tried everything else"): the voice says it and the captions show it. A "not", an "only" or half a verb may not.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.reading import is_finite, parse, root, subject
from generation.crew.copywriter.screen.ends import ANYBODY, parts_a_pair
from generation.crew.copywriter.screen.forms import LONGEST_WHOLE, MOST_WORDS
from generation.crew.copywriter.screen.substance import TIMES

_CLAUSES = {
    "when", "if", "unless", "so", "because", "while", "until", "before", "after", "once", "where", "though", "although",
    "since", "than",
}  # fmt: skip
_DENYING = {
    "not", "n't", "never", "no", "nobody", "nothing", "none", "only", "without", "hardly", "neither", "nor",
}  # fmt: skip
_DURATIONS = {"second", "minute", "hour", "day", "week", "month", "year", "time"}
_YEARS = re.compile(r"\b(?:in [A-Z][\w']+(?: [A-Z][\w']+)? )?for (?:over |more than )?[\w-]+ years\b")
_ASKED = re.compile(
    r"\b(?:(?:they|you|we)(?: are|'re)|(?:he|she|it)(?: is|'s)) ((?!.*\b(?:is|are)\b)[^,?]+)\?$"
)
"""The end of a long question: "Just not a maths person?"."""
_CONDITION = re.compile(r"^(?:if|when)\b[^,]*, ", re.IGNORECASE)
_NEVER_LAST = {"ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PRON"}
_LEADS = {
    "a", "an", "the", "our", "your", "my", "his", "her", "their", "its", "this", "that", "these", "those",
}  # fmt: skip
_NEEDED = {"prt", "attr", "acomp", "xcomp", "ccomp", "oprd"}
_OBJECTS = {"dobj", "dative", "agent"}
_SHARE = re.compile(
    r"\b\d+ of (?:my|our|the) \d+ \w+|\b(?:\d+|[A-Za-z]+) (?:out of|in) (?:every )?(?:\d+|ten|five|four|three)\b|"
    r"\b\d+ ?%"
)
_POINTING = {"it", "they", "them", "he", "she", "him", "this", "that", "these", "those", "em", "one", "ones"}


def telegrams(sentence: str) -> Iterator[str]:
    """What the sentence comes down to in two to six words, best first; each means the same without the rest."""
    asked = _ASKED.search(sentence)
    if asked and 1 < len(asked[1].split()) <= MOST_WORDS:
        yield f"{asked[1][:1].upper()}{asked[1][1:]}?"
    doc = parse(sentence if sentence[-1:] in ".?!" else f"{sentence}.")
    for text in (
        *_shares(doc),
        *_main_clauses(doc),
        *_consequences(doc.text),
        *_refusals(doc.text),
        *_counted(doc),
        *_YEARS.findall(doc.text),
        *_rows(doc),
        *_bare_statements(doc),
        *_deeds(doc),
        *_first_things(doc),
    ):
        shown = text.strip(" ,;:–—.")
        if 1 < len(shown.split()) <= MOST_WORDS and not _is_torn(shown, sentence):
            yield f"{shown[:1].upper()}{shown[1:]}"


def short_sentence(sentence: str) -> str:
    """The sentence itself where it takes a glance longer than a phrase, at most eight words; else ""."""
    text = sentence.strip().rstrip(".!")
    return text if 1 < len(text.split()) <= LONGEST_WHOLE else ""


def _shares(doc: Doc) -> Iterator[str]:
    """ "9 out of 10 pass" of "9 out of 10 of my students pass the road test"."""
    share = _SHARE.search(doc.text)
    main = root(doc)
    own = subject(main)
    if (
        share is None
        or own is None
        or share.end() > main.idx
        or "not" in {one.lower_ for one in main.children}
    ):
        return
    for end in _ends_of_predicate(main, whole=False):
        counted = re.sub(r" (?:my|our|the) ", " ", share.group())
        yield f"{counted} {doc[_start_of_predicate(main) : end + 1].text}"


def _start_of_predicate(main: Token) -> int:
    helping = [
        child.i for child in main.children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < main.i
    ]
    return int(min([main.i, *helping]))


def _ends_of_predicate(main: Token, *, whole: bool = True) -> list[int]:
    """Where what is said may end, longest first; ``whole``: never before the object or complement of the verb."""
    told = [child for child in main.children if child.i > main.i and child.dep_ != "punct"]
    needed = _NEEDED | _OBJECTS if whole else _NEEDED
    least = max([main.i, *(_end_of_thing(child) for child in told if child.dep_ in needed)])
    ends = {least, *(child.right_edge.i for child in told), *(_end_of_thing(child) for child in told)}
    if whole and any(child.dep_ in {"prep", "advcl", "advmod"} for child in told):
        ends -= {main.i}  # "the fair came | to us"
    return sorted((end for end in ends if end >= least), reverse=True)


def _end_of_thing(child: Token) -> int:
    """Behind a thing itself, or behind all of a clause."""
    alone = child.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "ADV"} or child.dep_ == "prt"
    return int(child.i if alone else child.right_edge.i)


def _main_clauses(doc: Doc) -> Iterator[str]:
    """All before a "when", an "if" or a "so": "Fourth cleaning free | when you sign up for the year"."""
    for token in doc[2:]:
        if token.lower_ in {"if", "when", "where"} and token.head.dep_ in {"ccomp", "xcomp"}:
            return  # "We tell you | if it's not worth fixing"
        opens = token.lower_ in _CLAUSES and token.pos_ in {"SCONJ", "ADV", "CCONJ", "ADP"}
        if opens and any(one.i > token.i and one.pos_ in {"VERB", "AUX"} for one in doc):
            end = token.i - (2 if doc[token.i - 1].dep_ == "cc" else 1)
            yield _without_lead(doc, 0, end)
            return


def _consequences(sentence: str) -> Iterator[str]:
    """ "Ask Noor" of "If you can't find it, ask Noor, who has read most of them"."""
    parts = re.split(r", ", sentence)
    if len(parts) > 1 and re.match(r"(?:if|when)\b", parts[0], re.IGNORECASE):
        yield parts[1]


def _refusals(sentence: str) -> Iterator[str]:
    """ "No auditions, no sheet music" of three things and more that there are not."""
    parts = re.split(r",? (?:and |or )?(?=no )", sentence)
    if len(parts) > 1 and parts[0].lower().startswith("no "):
        yield ", ".join(part.strip(" ,") for part in parts[:2])


def _counted(doc: Doc) -> Iterator[str]:
    """A number with what it counts and where that is: "340 families in Beverley", "£38,000 to the air ambulance"."""
    for token in doc:
        if not token.like_num or token.lower_ == "one" or token.dep_ in {"quantmod", "compound"}:
            continue
        thing = token.head if token.dep_ == "nummod" else token
        timed = thing.lemma_ in _DURATIONS | TIMES
        summed = token.i > 0 and doc[token.i - 1].text in "€$£" and token.dep_ == "dobj"
        if (timed and thing.dep_ not in {"dobj", "attr"}) or (thing == token and not summed):
            continue
        for end in _ends_behind(thing):
            yield _without_lead(doc, token.left_edge.i if thing == token else thing.left_edge.i, end)


def _ends_behind(thing: Token) -> list[int]:
    """Behind the thing's own place, behind the receiver of a sum, and behind the thing itself."""
    own = [child for child in thing.children if child.dep_ == "prep" and child.i > thing.i]
    given = [
        child
        for child in thing.head.children
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and child.i == thing.i + 1
    ]
    follows = [
        one.i for child in (*own, *given) for one in child.subtree if one.dep_ == "pobj" and one.head == child
    ]
    return sorted({thing.i, *follows}, reverse=True)


def _rows(doc: Doc) -> Iterator[str]:
    """The first entries of a row, without what is said of each: "Smoke, whistles"."""
    for token in doc:
        row = [token, *token.conjuncts]
        if len(row) < 3 or token.dep_ == "conj" or any(one.pos_ not in {"NOUN", "PROPN"} for one in row):
            continue
        named_alone = [one for one in row if not any(child.lower_ == "of" for child in one.children)]
        named = [
            _without_lead(doc, one.left_edge.i if one.i - one.left_edge.i < 3 else one.i, one.i)
            for one in named_alone
        ]
        for count in range(len(named), 1, -1):
            yield ", ".join(named[:count])


def _bare_statements(doc: Doc) -> Iterator[str]:
    """Subject, verb and what it is or does, each without its trimmings: "Nervous dogs are our favorite"."""
    main = root(doc)
    own = subject(main)
    if own is None or not is_finite(main) or own.i > main.i or own.like_num:
        return
    begins = _start_of_predicate(main)
    if any(token.pos_ in {"VERB", "AUX"} or token.dep_ == "nsubj" for token in doc[own.i + 1 : begins]):
        return
    name = _without_lead(doc, own.left_edge.i if own.i - own.left_edge.i < 4 else own.i, own.i)
    for end in _ends_of_predicate(main) if own.lower_ not in _POINTING else ():
        yield (
            doc[own.i : end + 1].text
            if begins == own.i + 1 and name == own.text
            else f"{name} {doc[begins : end + 1].text}"
        )


def _deeds(doc: Doc) -> Iterator[str]:
    """What a thing does, one deed at a time: "Prepares VAT returns in minutes" of "It … and prepares VAT returns …"."""
    main = root(doc)
    own = subject(main)
    if own is None or own.lower_ in {"we", "i", "you"} or main.tag_ != "VBZ" or main.lemma_ in {"be", "have"}:
        return
    for verb in (main, *main.conjuncts):
        if verb.tag_ == "VBZ":
            yield from (doc[verb.i : end + 1].text for end in _ends_of_predicate(verb))


def _first_things(doc: Doc) -> Iterator[str]:
    """ "Small batch jams and chutneys | made in Herefordshire": what a label names."""
    chunk = next(iter(doc.noun_chunks), None)
    if chunk is None or chunk.start > 0 or chunk.root.pos_ == "PRON":
        return
    ends = [one.i for one in chunk.root.conjuncts if one.pos_ in {"NOUN", "PROPN"}] + [chunk.end - 1]
    for end in ends:
        if doc[end + 1].tag_ == "VBN" or doc[end + 1].pos_ == "ADP":
            yield _without_lead(doc, 0, end)


def _without_lead(doc: Doc, start: int, end: int) -> str:
    while start < end and doc[start].lower_ in _LEADS | {"and", "but", "so", "about", "also", "then"}:
        start += 1
    return str(doc[start : end + 1].text)


def _is_torn(text: str, sentence: str) -> bool:
    """Whether something that turns the meaning is left off, or the text points or hangs."""
    doc = parse(f"{text}.")
    words = [token.lower_ for token in doc if not token.is_punct]
    told = _CONDITION.sub("", sentence) if not text.lower().startswith(("if ", "when ")) else sentence
    before = told[: told.lower().find(words[-1]) + len(words[-1])]
    denied = [token.lower_ for token in parse(before) if token.lower_ in _DENYING]
    return (
        any(word not in words for word in denied)
        or words[0] in _POINTING | {"i", "and", "or", "but"}
        or _waits(doc[len(doc) - 2])
        or all(
            token.lemma_.lower() in TIMES | {"last", "next", "this", "every", "same"} for token in doc[:-1]
        )
        or _hangs(text, sentence)
    )


def _waits(last: Token) -> bool:
    """Whether no phrase may end on the word: "of", "the", "because"; "went up" may."""
    moved = (
        last.i > 0
        and last.nbor(-1).pos_ == "VERB"
        and last.lower_ in {"up", "down", "out", "off", "back", "in"}
    )
    return last.pos_ in _NEVER_LAST and not (moved or last.dep_ == "prt" or last.lower_ in {"you", "us"})


def _hangs(text: str, sentence: str) -> bool:
    """Whether its last word, where it stands in the sentence, waits for the next one."""
    at = sentence.lower().find(text.lower())
    doc = parse(sentence)
    last = next((token for token in doc if at >= 0 and token.idx + len(token.text) == at + len(text)), None)
    if last is None or last.i + 1 >= len(doc):
        return False
    vague = last.lower_ in ANYBODY and not any(child.like_num for child in last.children)
    compared = vague or doc[last.i + 1].lower_ in {"as", "than"}
    return compared or parts_a_pair(doc, last.i)
