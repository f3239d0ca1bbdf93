"""What stands on the picture: one to six words out of the sentence, whole constituents only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generation.crew.copywriter.constituents import ends, starts
from generation.crew.copywriter.reading import is_finite, parse, root, subject
from generation.crew.copywriter.screen_score import SUPPLIES, is_helped, last_word, score
from generation.crew.copywriter.shape import Shape, shape_of

MOST_WORDS = 6
LONGEST_WHOLE = 8
"""A sentence of up to so many words is shown whole where every cut would tear it."""
_POOR = 0.5
_TORN = -2.0
_FAIR = 2.5
_HEADS = {"VERB", "AUX", "NOUN", "PROPN", "ADJ"}
_DENIALS = {"never", "not", "hardly", "nobody", "none", "nothing", "neither", "instead", "rather", "without"}
_NOBODY = {"nobody", "none", "nothing", "neither", "no-one", "few"}
_LEADING = {"if", "when", "because", "while", "although", "unless", "whether", "until", "once"}
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_WAITING = {"have", "be", "get", "need", "make", "take", "give", "offer", "bring", "keep", "include", "mean"}
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
) -> str:
    """The best on-screen phrase of a sentence.

    ``must``: words that should be in it if anything can hold them (a number,
    a code); ``avoid``: phrases already shown, in lower case; ``opening``:
    only phrases that the sentence itself opens with (quotes keep their start).
    """
    bare = _contracted(_first_sentence(sentence).strip().rstrip("."))
    told = _without_its_verb(bare)
    told = told or (
        ""
        if opening
        else _of_a_row(bare, must) or _share(bare, must) or _named_row(bare) or _consequence(bare)
    )
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
    if best is not None and best.score < _FAIR and len(bare.split()) == MOST_WORDS + 1 and not brand:
        best = None  # one word more, and nothing is lost
    few = best is not None and best.score < _POOR and len(best.text.split()) <= 2
    torn = best is None or few or best.score < _TORN or " " not in best.text
    plain = whole if len(bare.split()) <= LONGEST_WHOLE else ""
    if plain and must and must in plain and (best is None or must not in best.text):
        return plain
    begun = (_beginning(bare) or plain or _longer(bare, avoid) or _first_thing(bare)) if torn else ""
    if begun and begun.lower() not in avoid:
        return begun
    return best.text if best is not None else _first_words(bare)


def _first_sentence(text: str) -> str:
    """Of "Storytime every Saturday at 10.30. It's free." the first."""
    return re.split(r"(?<=[a-z\d]{2}\.)\s+(?=[A-Z])", text.strip(), maxsplit=1)[0]


def _consequence(sentence: str) -> str:
    """Of "If we don't hit water, you don't pay for the second hole" what follows from the condition."""
    doc = parse(f"{sentence}.")
    at = _end_of_condition(doc) if len(sentence.split()) > MOST_WORDS else 0
    text = doc[at : last_word(doc) + 1].text if at else ""
    return f"{text[:1].upper()}{text[1:]}" if 2 < len(text.split()) <= LONGEST_WHOLE else ""


def _end_of_condition(doc: Doc) -> int:
    """Where the main statement begins behind a leading "if …" or "when …"; 0 without one."""
    if doc[0].lower_ not in _LEADING:
        return 0
    comma = next((token.i + 1 for token in doc if token.text == ","), 0)
    told = [token for token in doc if token.dep_ in {"nsubj", "nsubjpass", "expl"}][1:]
    return comma or next(
        (token.i for token in told if token.pos_ == "PRON"), told[-1].left_edge.i if told else len(doc)
    )


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


def _without_its_verb(sentence: str) -> str:
    """ "Dry suits, hot chocolate and photos are included" shows as "Hot chocolate and photos included"."""
    match = re.fullmatch(r"(?P<what>.+) (?:is|are) (?P<state>included|accepted|welcome|provided)", sentence)
    if not match or len(match["what"].split()) < 2:
        return ""
    parts = re.split(r", (?:and )?| and ", match["what"])
    rows = [parts[start:end] for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)]
    texts = [f"{' and '.join(', '.join(row).rsplit(', ', 1))} {match['state']}" for row in rows]
    fits = [text for text in texts if 2 < len(text.split()) <= MOST_WORDS]
    best = max(fits, key=lambda text: len(text.split()), default="")
    return best[:1].upper() + best[1:]


def _of_a_row(sentence: str, must: str) -> str:
    """Of three things and more that are named without a verb: as many as there is room for, or the one that counts."""
    parts = sentence.split(", ")
    if len(parts) < 3 or any(token.tag_ in _FINITE for token in parse(f"{sentence}.")):
        return ""
    counted = [part for part in parts[1:] if must and must in part]
    rows = [", ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    fits = [row for row in [*counted, *rows] if 1 < len(row.split()) <= MOST_WORDS]
    text = next((row for row in fits if not re.match(r"(?:and|or) ", row)), "")
    return text[:1].upper() + text[1:]


def _share(sentence: str, must: str) -> str:
    """ "Only 31% of teams get out of the Last Train" as "Only 31% get out of the Last Train"."""
    share = re.search(r"\d+\s?%", sentence)
    must = must or (share.group() if share else "")
    doc = parse(f"{sentence}.")
    main, own = root(doc), subject(root(doc))
    if (
        not must
        or own is None
        or must not in doc[own.left_edge.i : own.right_edge.i + 1].text
        or not is_finite(main)
    ):
        return ""
    helped = [child.i for child in main.children if child.dep_ in {"aux", "auxpass"} and child.i > own.i]
    led = re.match(rf"(?:\w+ )?{re.escape(must)}(?: (?:out of|in) \d+)?", sentence)
    texts = (
        [f"{led.group()} {doc[min([main.i, *helped]) : end + 1].text}" for end in ends(main)] if led else []
    )
    bare = [text[len(led.group()) + 1 :] for text in texts] if led else []
    fits = [text for text in [sentence, *texts] if 2 < len(text.split()) <= LONGEST_WHOLE]
    fits += [text for text in bare if 2 < len(text.split()) <= MOST_WORDS]  # the number stands big above it
    return f"{fits[0][:1].upper()}{fits[0][1:]}" if fits else ""


def _named_row(sentence: str) -> str:
    """Of what somebody does or has as many entries as there is room for: "AC repair, AC replacement, duct cleaning"."""
    told = re.match(r"(?:We|I) (?:also )?[a-z]+ (?P<row>[^,]+(?:, [^,]+)+)$", sentence)
    if told and len(sentence.split()) > MOST_WORDS:
        parts = told["row"].split(", ")[:-1]
        rows = [", ".join(parts[:count]) for count in range(len(parts), 1, -1)]
        text = next((row for row in rows if len(row.split()) <= MOST_WORDS), "")
        if text and not any(token.tag_ in _FINITE for token in parse(f"{text}.")):
            return text[:1].upper() + text[1:]
    doc = parse(f"{sentence}.")
    main = root(doc)
    first = next((child for child in main.children if child.dep_ == "dobj"), None)
    if (
        first is None
        or len(first.conjuncts) < 2
        or len(sentence.split()) <= MOST_WORDS
        or main.tag_ not in _FINITE
    ):
        return ""
    row = [doc[one.left_edge.i : one.i + 1].text for one in (first, *first.conjuncts)]
    fits = [
        text
        for count in range(len(row), 1, -1)
        if len((text := ", ".join(row[:count])).split()) <= MOST_WORDS
    ]
    text = re.sub(r"^(?:a|an|the|our|your) ", "", fits[0]) if fits else ""
    return text[:1].upper() + text[1:]


def shown_change(pair: Sequence[str]) -> str:
    """ "From £1,900 to £840", or what is now: "Now ten minutes"."""
    was, now = pair
    texts = [f"From {was} to {now}", f"Now {now}", now]
    fits = [text for text in texts if len(text.split()) <= MOST_WORDS] or [" ".join(now.split()[:MOST_WORDS])]
    return fits[0][:1].upper() + fits[0][1:]


def quote_shown(words: str) -> str:
    """What of a quotation stands on the picture: all of a short one, what it "is", or how it begins."""
    said = re.split(r"(?<=[.!?])\s+", words)
    fits = [one.rstrip(".") for one in said if 1 < len(one.split()) <= MOST_WORDS]
    if len(said) > 1:
        return fits[-1] if fits else quote_shown(said[0].rstrip("."))
    named = re.fullmatch(r"(?:It's|It is|This is|They're|They are) ((?:the|a|an|my|our) .+)", words)
    for text in (words, named[1] if named else words):
        if len(text.split()) <= MOST_WORDS:
            return text[:1].upper() + text[1:]
    return screen_text(words, opening=True)


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
        if 1 <= count <= longest and _stands_alone(doc, start, end, text) and not _half_said(sentence, text):
            found.append(_Candidate(text, score(doc, (start, end), text, must=must, brand=brand)))
    return found


def _half_said(sentence: str, text: str) -> bool:
    """ "Steel gates, measured" out of a row, "Your money" out of "your money back", "$89 a month, cancel" out
    of prices.
    """
    back = re.search(r"money back", sentence, re.IGNORECASE) and "money" in text and "money back" not in text
    after = sentence[len(text) :] if sentence.lower().startswith(text.lower()) else ""
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


def _stands_alone(doc: Doc, start: int, end: int, text: str) -> bool:
    if _denies(doc, start, end) or (doc[end].pos_ == "PRON" and start > 0 and len(doc[start : end + 1]) <= 2):
        return False
    whole = start == 0 and end >= last_word(doc)
    if not whole and doc[start].lower_ in _LEADING:
        return False  # "If we make a mistake | , we pay the penalty"
    opens = start == 0 or _may_open(doc, start)
    closes = end >= last_word(doc) or not _splits_an_amount(doc[end], doc[end + 1])
    if not whole and start < _end_of_condition(doc):
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
    if end + 1 < len(doc) and doc[end + 1].lower_ in {"as", "than"}:
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
    if own is None or (first.tag_ == "VBZ" and own.left_edge.lower_ in {"the", "it", "this", "that"}):
        return False  # "The plate | returns energy with every step"
    return told and not start <= own.i <= end


def _is_only_its_subject(doc: Doc, start: int, end: int) -> bool:
    """ "Only 31% of teams": what do they do?"""
    main = root(doc)
    own = subject(main)
    is_told = main.tag_ in _FINITE or any(child.tag_ in _FINITE for child in main.children)
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
    if first.lemma_ == "be" or first.dep_ == "mark" or first.pos_ == "SCONJ" or first.tag_ == "TO":
        return False
    if _is_torn_off(first, second) or (first == root(doc) and start > 0 and is_helped(first)):
        return False
    if first.tag_ in {"VBG", "VBP", "MD"}:
        own = subject(first)
        counted = first.tag_ == "VBP" and first.dep_ == "ROOT" and any(one.like_num for one in doc[start:])
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


def _first_words(sentence: str) -> str:
    """The last resort, for a sentence that nothing can be cut from: its shortest noun phrase, or all of
    it.
    """
    spared = re.match(r"You don't (?:have|need) (?:to )?(?:\w+ ){0,2}\w+(?= to \w+)", sentence)
    if spared and len(spared.group().split()) <= MOST_WORDS:
        return spared.group()
    chunks = [chunk.text for chunk in parse(sentence).noun_chunks if len(chunk.text.split()) <= MOST_WORDS]
    text = max(chunks, key=len, default=" ".join(sentence.split()[:MOST_WORDS]))
    return text[:1].upper() + text[1:]
