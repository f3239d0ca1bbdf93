"""What stands on the picture: one to six words out of the sentence, whole constituents only."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.constituents import ends, starts
from generation.crew.copywriter.grammar.reading import parse, subject
from generation.crew.copywriter.grammar.shape import Shape, shape_of
from generation.crew.copywriter.screen.cuts import stands_alone
from generation.crew.copywriter.screen.forms import (
    LONGEST_WHOLE,
    MOST_WORDS,
    SPARED,
    first_sentence,
    set_form,
    without_its_verb,
)
from generation.crew.copywriter.screen.gate import means_something
from generation.crew.copywriter.screen.score import SUPPLIES, last_word, score

_POOR = 0.5
_TORN = -2.0
_FAIR = 2.5
_HEADS = {"VERB", "AUX", "NOUN", "PROPN", "ADJ"}
_OPENERS = {"and", "but", "so", "then", "also", "plus"}


@dataclass(frozen=True)
class _Candidate:
    text: str
    score: float


def screen_text(
    sentence: str,
    *,
    must: str = "",
    avoid: frozenset[str] = frozenset(),
    brand: str = "",
    opening: bool = False,
    instead: str = "",
) -> str:
    """The best on-screen phrase of a sentence.

    ``must``: words that should be in it if anything can hold them (a number,
    a code); ``avoid``: phrases already shown, in lower case; ``opening``:
    only phrases that the sentence itself opens with (quotes keep their start);
    ``instead``: what is shown where any part would say the opposite.
    """
    bare = _contracted(first_sentence(sentence).strip().rstrip("."))
    told = without_its_verb(bare)
    told = told or ("" if opening else set_form(bare, must))
    if told and told.lower() not in avoid:
        return told
    found = [one for one in _candidates(bare, must, brand) if one.text.lower() not in avoid]
    if opening:
        found = [one for one in found if bare.lower().startswith(one.text.lower())] or found
    best = max(found, key=lambda one: one.score, default=None)
    whole = f"{bare[:1].upper()}{bare[1:]}"
    if (
        (best is None or best.score < _POOR)
        and len(bare.split()) <= MOST_WORDS
        and whole.lower() not in avoid
    ):
        return whole
    if best is not None and best.score < _FAIR and len(bare.split()) == MOST_WORDS + 1:
        best = None  # one word more, and nothing is lost
    few = best is not None and best.score < _POOR and len(best.text.split()) <= 2
    torn = best is None or few or best.score < _TORN or " " not in best.text
    plain = whole if len(bare.split()) <= LONGEST_WHOLE else ""
    if plain and must and must in plain and (best is None or must not in best.text):
        return plain
    begun = (_beginning(bare) or plain or _longer(bare, avoid) or _first_thing(bare)) if torn else ""
    if begun and begun.lower() not in avoid:
        return begun
    if instead and (best is None or best.score < _TORN):
        return instead
    return best.text if best is not None else _first_words(bare)


def _beginning(bare: str) -> str:
    """All before the only comma, or as much of the beginning as there is room for before a preposition."""
    doc = parse(f"{bare}.")
    first, _, rest = bare.partition(", ")
    leads = doc[0].pos_ in {"SCONJ", "ADP", "ADV"} or doc[0].lower_ in {"when", "where", "once"}
    if rest and "," not in rest and not leads and 2 <= len(first.split()) <= MOST_WORDS:
        return f"{first[:1].upper()}{first[1:]}"
    ends = [
        token.i
        for token in doc[:-2]
        if (doc[token.i + 1].pos_ == "ADP" or doc[token.i + 1].lower_ in {"instead", "rather"})
        and doc[token.i + 1].lower_ != "of"
        and token.pos_ in {"NOUN", "PROPN", "ADJ", "ADV"}
    ]
    texts = [doc[: end + 1].text for end in ends]
    fits = [text for text in texts if 2 < len(re.findall(r"[^\s,]+", text)) <= MOST_WORDS]
    return f"{fits[-1][:1].upper()}{fits[-1][1:]}" if fits else ""


def _longer(bare: str, avoid: frozenset[str]) -> str:
    """The best phrase of up to eight words that goes to the end: "Paid by the hour and not on commission"."""
    able = [
        one
        for one in _candidates(bare, "", "", longest=LONGEST_WHOLE)
        if len(one.text.split()) > MOST_WORDS
        and bare.endswith(one.text[1:])
        and one.text.lower() not in avoid
    ]
    return max(able, key=lambda one: one.score).text if able else ""


def _first_thing(bare: str) -> str:
    """What the sentence speaks of first: "References" of "References we can show you in your street"."""
    if re.search(r"\b(?:not?|never|nobody|nothing|without)\b|n't\b", bare, re.IGNORECASE):
        return ""  # "New unit" of "Nobody is going to sell you a new unit"
    chunks = [chunk for chunk in parse(f"{bare}.").noun_chunks if chunk.root.pos_ != "PRON"][:1]
    text = re.sub(r"^(?:a|an|the|our|your|my) ", "", chunks[0].text, flags=re.IGNORECASE) if chunks else ""
    several = len(text.split()) > 1 or (bool(chunks) and chunks[0].root.tag_ == "NNS")
    return f"{text[:1].upper()}{text[1:]}" if several and len(text.split()) <= MOST_WORDS else ""


def _contracted(text: str) -> str:
    """ "do not" as people say it, which is also shorter."""
    text = re.sub(
        r"\b(do|does|is|are|will|have|has|could|would|should) not\b", lambda m: _NOT[m[1].lower()], text
    )
    return re.sub(r"\bYou will\b", "You'll", text)


_NOT = {
    "do": "don't", "does": "doesn't", "is": "isn't", "are": "aren't", "will": "won't", "have": "haven't",
    "has": "hasn't", "could": "couldn't", "would": "wouldn't", "should": "shouldn't",
}  # fmt: skip


def quote_shown(words: str) -> str:
    """What of a quotation stands on the picture: all of a short one, what it "is", or how it begins."""
    said = re.split(r"(?<=[.!?])\s+", words)
    fits = [one.rstrip(".") for one in said if 1 < len(one.split()) <= MOST_WORDS]
    if len(said) > 1:
        return fits[-1] if fits else quote_shown(said[0].rstrip("."))
    led = re.match(r"(?:\S+ ){1,5}?\S+(?= (?:what|that|which|because|when|before|after|but|so|than) )", words)
    if led and len(words.split()) > MOST_WORDS and len(led.group().split()) > 2:
        return led.group()  # "Ingrid explained in plain English | what three others could not"
    named = re.fullmatch(r"(?:It's|It is|This is|They're|They are) ((?:the|a|an|my|our) .+)", words)
    first, _, second = words.partition(" and ")
    for text in (named[1] if named else words, first if second and len(first.split()) > 3 else words):
        if len(text.split()) <= LONGEST_WHOLE:
            return (text[:1].upper() + text[1:]).rstrip(",")
    return screen_text(words, opening=True)


def ranked(sentence: str, must: str = "") -> list[str]:
    """The phrases of one sentence that mean something alone, best first."""
    bare = _contracted(sentence.strip().rstrip("."))
    found = sorted(_candidates(bare, must, ""), key=lambda one: -one.score)
    return [one.text for one in found if one.score > _TORN and means_something(one.text, sentence)]


def phrases(sentence: str) -> frozenset[str]:
    """Every phrase that the sentence may be cut down to, in lower case. Used to check a cut as well as to
    make one.
    """
    bare = sentence.strip().rstrip(".")
    return frozenset(one.text.lower() for one in _candidates(bare, "", "", longest=12))


def _candidates(sentence: str, must: str, brand: str, longest: int = MOST_WORDS) -> list[_Candidate]:
    doc = _parsed(sentence if sentence.endswith("?") else f"{sentence}.")
    spans = {(0, last_word(doc))} | {span for token in doc if token.pos_ in _HEADS for span in _spans(token)}
    spans |= {(start, end) for start, end in spans if start == 0}
    found = []
    for start, end in sorted(spans):
        text = _tidy(doc, start, end)
        count = len(text.split())
        if 1 <= count <= longest and stands_alone(doc, start, end, text) and not _half_said(sentence, text):
            found.append(_Candidate(text, score(doc, (start, end), text, must=must, brand=brand)))
    return found


def _half_said(sentence: str, text: str) -> bool:
    """ "Steel gates, measured" out of a row, "Your money" out of "your money back", "$89 a month, cancel" out
    of prices.
    """
    back = re.search(r"money back", sentence, re.IGNORECASE) and "money" in text and "money back" not in text
    after = sentence[len(text) :] if sentence.lower().startswith(text.lower()) else ""
    at = sentence.lower().find(text.lower())
    if ", " in text and at >= 0 and re.match(r"\s\w", sentence[at + len(text) :]):
        return True  # "$1,200, a living | trust starts at …"
    if "," in text and re.match(r",? (?:and|or)\b|, \w+", after):
        return True
    if re.match(r"(?:no|without|zero)\b", text, re.IGNORECASE) and re.match(
        r"\s?(?:need|requir|necess)", after
    ):
        return True  # "No experience | needed"
    row = re.match(r"[€$£]\d", text) and re.search(r", (?!\S*\d)\w+$", text)
    return bool(back or row)


def _parsed(sentence: str) -> Doc:
    """The parse; a command whose verb was taken for a noun is parsed as "You can use…" and read without
    "You can".
    """
    doc = parse(sentence)
    first = doc[0]
    if first.tag_ in {"VB", "VBP"} and first.dep_ == "ROOT":
        return doc
    if shape_of(sentence) is not Shape.COMMAND or first.lower_ in {"please", "now", "just", "simply"}:
        return doc
    spelled = any(letter.isupper() for letter in first.text[1:])  # "WhatsApp me a photo"
    return parse(f"You can {sentence if spelled else sentence[:1].lower() + sentence[1:]}")[2:].as_doc()


def _spans(head: Token) -> list[tuple[int, int]]:
    if head.dep_ in {"compound", "amod", "aux", "auxpass", "nmod"} or (
        head.dep_ == "conj" and head.pos_ == "ADJ"
    ):
        return []
    spans = [(start, end) for start in starts(head) for end in ends(head)]
    return spans + _object_onwards(head) + _state_onwards(head)


def _object_onwards(verb: Token) -> list[tuple[int, int]]:
    """ "We bake sourdough bread every morning" shows as "Sourdough bread every morning"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    own = subject(verb)
    if thing is None or thing.pos_ == "PRON" or verb.pos_ != "VERB":
        return []
    if own is None and not any(child.lower_ == "into" for child in verb.children):
        return []
    if verb.lemma_ not in SUPPLIES and not any(child.lower_ == "into" for child in verb.children):
        return []  # "help | families", "repair | bikes": the thing alone is not what is told
    preps = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    if preps & {"to", "from", "of"}:
        return []
    if "into" in preps:  # "your phone photos into framed prints", whole
        return [(start, ends(verb)[0]) for start in starts(thing)]
    return [(start, end) for start in starts(thing) for end in ends(verb) if end >= thing.i]


def _state_onwards(verb: Token) -> list[tuple[int, int]]:
    """ "Our crew is on site within 4 hours" shows as "On site within 4 hours"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if verb.lemma_ != "be" or verb.dep_ != "ROOT" or following is None or following.pos_ != "ADP":
        return []
    return [(following.i, end) for end in ends(verb) if end > following.i]


def _tidy(doc: Doc, start: int, end: int) -> str:
    while start < end and (doc[start].lower_ in _OPENERS or doc[start].is_punct):
        start += 1
    text = doc[start : end + 1].text.strip(" ,;:.—-")
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text if re.match(r"[a-z]+[A-Z]|\S+\.\w", text) else f"{text[:1].upper()}{text[1:]}"


def _first_words(sentence: str) -> str:
    """The last resort, for a sentence that nothing can be cut from: its shortest noun phrase, or all of
    it.
    """
    spared = SPARED.match(sentence)
    if spared and len(spared.group().split()) <= MOST_WORDS:
        return spared.group()
    chunks = [chunk.text for chunk in parse(sentence).noun_chunks if len(chunk.text.split()) <= MOST_WORDS]
    text = max(chunks, key=len, default=" ".join(sentence.split()[:MOST_WORDS]))
    return text[:1].upper() + text[1:]
