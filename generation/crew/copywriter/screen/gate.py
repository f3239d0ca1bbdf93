"""Whether words on a picture mean something to somebody who has the sound off and has heard nothing before.

Everything that is shown passes here: a figure has what it counts, a pointer has what it points at, a verb has its
subject, and nothing is left behind that the words hang on ("only", "not", "if", "without").
"""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.screen.bonds import is_bound
from generation.crew.copywriter.screen.ends import hangs_at_its_end, lacks_its_subject
from generation.crew.copywriter.screen.forms import MOST_WORDS
from generation.crew.copywriter.screen.score import last_word
from generation.crew.copywriter.screen.substance import TIMES, has_substance

_POINTERS = {
    "it", "they", "them", "these", "those", "he", "she", "him", "its", "their", "ones", "yours", "ours", "mine",
    "theirs", "itself", "either", "other", "others", "such", "same", "instead", "there",
}  # fmt: skip


def means_something(text: str, told: str) -> bool:
    """Whether ``text`` may stand alone on the picture while the sentence ``told`` is said."""
    if not 1 < len(text.split()) <= MOST_WORDS and not text.endswith("?"):
        return False
    if len(text.split()) > MOST_WORDS or re.search(r"[,;:–—-]$", text):
        return False
    place = _place_in(text, told)
    if place is not None:
        return says_something(*place)
    doc = parse(text if text[-1] in ".?!" else f"{text}.")
    return says_something(doc, 0, last_word(doc)) and _denies_the_same(text, told)


def says_something(doc: Doc, start: int, end: int) -> bool:
    """The same of the words from ``start`` to ``end`` (positions in ``doc``) of a parsed sentence."""
    span = list(doc[start : end + 1])
    return (
        has_substance(span, whole=start == 0 and end >= last_word(doc))
        and not _points_away(span)
        and not hangs_at_its_end(doc, start, end)
        and not lacks_its_subject(doc, start, end)
        and not is_bound(doc, start, end)
    )


def _place_in(text: str, told: str) -> tuple[Doc, int, int] | None:
    """Where in the sentence the text stands word for word."""
    doc = parse(told)
    wanted = [token.lower_ for token in parse(text) if not token.is_punct or token.text == "%"]
    words = [token for token in doc if not token.is_punct or token.text == "%"]
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if wanted and [token.lower_ for token in run] == wanted:
            return doc, run[0].i, run[-1].i
    return None


_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|only|unless|hardly)\b|n't\b", re.IGNORECASE
)


def _denies_the_same(text: str, told: str) -> bool:
    """A text in other words than the sentence has every "not" and "only" that stands before its last word there."""
    words = re.findall(r"\w+", text.lower())
    at = told.lower().rfind(words[-1]) if words else -1
    before = told[: at + len(words[-1])] if at >= 0 else ""
    return len(_DENIAL.findall(before)) <= len(_DENIAL.findall(text))


def _points_away(span: list[Token]) -> bool:
    """Whether a word points at something that stands outside."""
    named = False
    for token in span:
        low = token.lower_
        if low in {"this", "that"} and token.dep_ != "mark" and not _is_led_by(token, named):
            return True
        if (
            low == "one"
            and not (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "at")
            and (token.pos_ in {"PRON", "NOUN"} or token.dep_ == "dobj")
            and not token.head.like_num
        ):
            return True
        expletive = token.dep_ == "expl" or (
            low == "same" and token.head.pos_ == "NOUN" and token.head in span
        )
        if low in _POINTERS and not named and not expletive:
            return True
        named = named or token.pos_ in {"NOUN", "PROPN"}
    return False


def _is_led_by(token: Token, named: bool) -> bool:
    """ "house plants that survive you", "this Friday", "that morning", "that one picture"."""
    if token.dep_ == "det":
        return token.head.lower_ in TIMES or any(child.like_num for child in token.head.children)
    return named and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.tag_ != "DT"
