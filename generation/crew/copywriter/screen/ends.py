"""Where a phrase may end, and which verbs may open it, so that it reads as a whole without its sentence."""

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.constituents import TRADES
from generation.crew.copywriter.grammar.reading import subject
from generation.crew.copywriter.screen.score import last_word
from generation.crew.copywriter.screen.substance import TIMES

_NEEDS_ITS_SUBJECT = {
    "be",
    "have",
    "do",
    "take",
    "need",
    "mean",
    "come",
    "go",
    "get",
    "start",
    "cost",
    "make",
    "say",
}
_NEVER_LAST = {"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"}
_PARTICLES = {"in", "up", "out", "off", "on", "down", "away", "back", "over", "through"}
ANYBODY = {"people", "those", "anyone", "everyone", "somebody", "things"}
_FEW = {"most", "some", "few", "half", "many", "%", "only"}


def hangs_at_its_end(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word waits for the next one: "Medium heat | but …", "Open Tuesday | to Saturday"."""
    last = doc[end]
    if (
        end > start
        and last.pos_ in {"ADJ", "NUM"}
        and doc[end - 1].lower_ == "the"
        and last.head != doc[end - 1]
    ):
        return True  # "find you the fourth"
    if end >= last_word(doc):
        return last.lower_ in {"and", "or", "the", "a", "an", "of"}
    return parts_a_pair(doc, end) or _leads_on(last, doc[end + 1]) or _is_bound_on(last, end)


def parts_a_pair(doc: Doc, end: int) -> bool:
    """Whether the word at ``end`` and the next are one: "your cook clocks | in", "4 | for £16", "maths | lessons"."""
    if end + 1 >= len(doc):
        return False
    last, following = doc[end], doc[end + 1]
    final = end + 2 >= len(doc) or doc[end + 2].is_punct
    particle = following.dep_ == "prt" or (following.lower_ in _PARTICLES and final and last.pos_ != "ADP")
    amount = last.like_num and following.lower_ in {"for", "to", "a", "per", "out", "off"}
    compound = last.pos_ in {"NOUN", "PROPN"} and following.pos_ in {"NOUN", "PROPN"}
    both = doc[end + 1 : end + 3].text.lower() in {"and out", "and back", "and off", "and down"}
    trade = last.pos_ in {"NOUN", "PROPN"} and following.lower_ in TRADES
    return bool(
        particle or amount or both or trade or (compound and last.head in {following, following.head})
    )


def _leads_on(last: Token, following: Token) -> bool:
    if following.lower_ in {"but", "or", "as", "than"} or following.dep_ in {"agent", "prt"}:
        return True
    if last.pos_ in {"ADV", "PART"} and following.lower_ in {"to", "from", "into"}:
        return True  # "Any profit goes back | to the members"
    if last.lower_ in ANYBODY and following.pos_ in {"ADP", "PRON"}:
        return True  # "We have been treating people | in Whitstable"
    if following.lower_ in {"to", "till", "until", "–", "-"} and _is_of_time(last):
        return True
    told = {"dobj", "ccomp", "xcomp", "attr", "acomp", "npadvmod", "dative", "oprd"}
    if last.pos_ in {"VERB", "AUX"} and any(
        child.i > last.i and child.dep_ in told for child in last.children
    ):
        return True  # "Couples usually spend | three hours"
    return last.pos_ == "VERB" and (_shares_its_object(last) or _waits_for_its_place(last, following))


def _is_bound_on(last: Token, end: int) -> bool:
    after_comma = last.i > 0 and last.nbor(-1).text == ","
    if last.tag_ in {"VBN", "VBD", "VB", "VBP"} and after_comma:
        return True  # "House plants from £8, repotted | while you drink your coffee"
    if last.pos_ in _NEVER_LAST and last.dep_ != "prt":
        return True
    return last.dep_ in {"amod", "compound", "nummod", "poss", "det"} and last.head.i > end


def _shares_its_object(verb: Token) -> bool:
    """ "We sweep | , inspect and certify wood stoves": the first verb waits for what the last one has."""
    bound = {"dobj", "prep", "acomp", "advmod"}
    own = any(child.dep_ in bound and child.i > verb.i for child in verb.children)
    return not own and any(one.i > verb.i and one.pos_ == "VERB" for one in verb.conjuncts)


def _waits_for_its_place(verb: Token, following: Token) -> bool:
    """ "Every tenth book goes | to a school library", "it sneaks up | on you"."""
    own = any(child.dep_ in {"dobj", "acomp", "attr"} and child.i > verb.i for child in verb.children)
    return following.dep_ == "prep" and following.head == verb and not own and verb.tag_ != "VBN"


def _is_of_time(token: Token) -> bool:
    low = token.lower_
    return token.like_num or low in TIMES or low in {"am", "pm"} or low[:1].isdigit()


def lacks_its_subject(doc: Doc, start: int, end: int) -> bool:
    """ "Takes two meetings", "Find them a second reader" of "We … find them a second reader"."""
    adverb = doc[start].pos_ == "ADV" and start < end
    verb = doc[start + 1] if adverb else doc[start]
    asked = end >= last_word(doc) and doc[end + 1 : end + 2].text == "?"  # "Won't hold a tune?"
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"amod", "compound", "nsubj", "pobj"} or asked:
        return False
    own = _subject_above(verb)
    if own is not None and start <= own.i <= end:
        return False
    return _is_told_of(verb, own) if verb.tag_ != "VBN" else _is_done_to(verb, own, alone=start == end)


def _is_told_of(verb: Token, own: Token | None) -> bool:
    """A verb whose subject is left out: only the viewer's ("you") and the product's ("it grips") may be."""
    if verb.tag_ in {"VB", "VBP"}:
        return own is not None and own.lower_ != "you"
    if verb.tag_ == "VBZ":
        return verb.lemma_ in _NEEDS_ITS_SUBJECT or (own is not None and own.lower_ != "it")
    return verb.tag_ in {"VBD", "MD"}


def _is_done_to(verb: Token, own: Token | None, *, alone: bool) -> bool:
    """ "Made to measure" may stand; not "Passed a background check", "Done the same day" of "Most repairs …"."""
    helpers = {child.lower_ for child in verb.children}
    if own is None:
        return bool(helpers & {"get", "gets"})
    few = {child.lower_ for child in own.children} | {own.lower_}
    return alone or bool(helpers & {"get", "gets", "has", "have", "had", "'ve"}) or bool(few & _FEW)


def _subject_above(verb: Token) -> Token | None:
    own = subject(verb)
    while own is None and verb.dep_ in {"conj", "xcomp", "ccomp", "aux", "auxpass"} and verb.head != verb:
        verb = verb.head
        own = subject(verb) or next((c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i), None)
    return own
