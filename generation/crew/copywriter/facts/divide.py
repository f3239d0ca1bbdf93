"""One sentence into the single statements that it makes, so that each can have a scene of its own."""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.facts.splices import is_told, unspliced
from generation.crew.copywriter.grammar.patterns import ACTION, OFFER, PHONE, URL
from generation.crew.copywriter.grammar.reading import is_finite, parse, root, subject

# "a shoe weighing 198 grams" says two things: that it is a shoe, and that it weighs 198 grams.
_URGES = (
    r"(?:don't (?:wait|miss|forget|hang about|hesitate|delay)|hurry|be quick|write to us|call|book|order|come|get|grab|"
    r"reserve|sign up)"
)
_WHOLE, _STUMP = 16, 4
_POINTS = re.compile(r"(?:the|they|he|she|it|nobody|everybody|everyone) ", re.IGNORECASE)
_WHO = "(?:he|she|they|we|I|you|it)"
_MONEY = re.compile(rf"[€$£]\d|\d\s?%|{OFFER.pattern}", re.IGNORECASE)
_ONE_BREATH, _FEWEST_PARTS, _FEWEST_WORDS = 24, 3, 5
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_PRESENT = {
    "weighing": "weighs",
    "measuring": "measures",
    "lasting": "lasts",
    "holding": "holds",
    "costing": "costs",
}


def divide(sentence: str) -> tuple[str, ...]:
    """The statements of one clean sentence, each a clean sentence; most sentences make one."""
    if sentence.endswith("?") or "“" in sentence:
        return (sentence,)
    whole = _linked(sentence)
    if _is_one_breath(whole):
        return (whole,)
    parts = tuple(part for one in unspliced(whole) for half in _halved(one) for part in _divided(half))
    return (whole,) if _is_better_whole(whole, parts) else _rejoined(parts)


def _rejoined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Without cuts between halves that need each other, as long as both can be said in one breath."""
    told = [parts[0]]
    for part in parts[1:]:
        second = part if re.match(r"I\b", part) else part[:1].lower() + part[1:]
        both = f"{told[-1].rstrip('.')}, {second}"
        if _needs(told[-1], part) and len(both.split()) <= _ONE_BREATH:
            told[-1] = both
        else:
            told.append(part)
    return tuple(told)


def _needs(first: str, second: str) -> bool:
    """ "There is no minimum: if you hire one man | you can order one", "The test takes an hour | costs nothing"."""
    if re.search(r"(?:^|: )(?:if|when|unless) [^,:]+\.$", first, re.IGNORECASE):
        return True
    if re.search(rf": {_WHO} [^:]+\.$", first) and re.match(rf"{_WHO} ", second, re.IGNORECASE):
        return True  # "We do everything ourselves: he cooks | I make the beds"
    deed = (
        re.match(r"[A-Z][a-z]+s\b", second) and parse(f"It {second[:1].lower()}{second[1:]}")[1].tag_ == "VBZ"
    )
    own = subject(root(parse(first)))
    return bool(deed) and own is not None and own.tag_ in {"NN", "NNP"} and not _MONEY.search(second)


def _is_better_whole(sentence: str, parts: tuple[str, ...]) -> bool:
    """ "There are 64 of us, the youngest is 19 and the oldest is 88": parts of four words are none."""
    stumps = [part for part in parts if len(part.split()) <= _STUMP and _POINTS.match(part)]
    told = all(is_told(part.rstrip(".")) for part in parts)
    asked = any(ACTION.match(part) or _MONEY.search(part) for part in parts)
    return len(parts) > 1 and bool(stumps) and told and not asked and len(sentence.split()) <= _WHOLE


def _is_one_breath(sentence: str) -> bool:
    """Two short statements that the owner joined with "and": "I'm a vet and I drive to you"."""
    priced = re.fullmatch(r"(.+), and ((?:you|we|the) [^,:]+)", sentence)
    if priced and re.search(r"[€$£]\d", priced.group(1)) and len(sentence.split()) <= _WHOLE + 2:
        return _MONEY.search(priced.group(2)) is None and not ACTION.match(priced.group(2))
    joint = re.fullmatch(r"([^,:]+),? and ((?:we|I|you|it|they|he|she|nobody|the|our|my)\b[^,:]+)", sentence)
    if joint is None or len(sentence.split()) > _WHOLE:
        return False
    reached = any(way.search(sentence) for way in (PHONE, URL)) or _MONEY.search(joint.group(2)) is not None
    told = all(is_told(f"{half[:1].upper()}{half[1:]}".rstrip(".")) for half in joint.groups())
    return told and not reached and not ACTION.match(joint.group(2)) and len(joint.group(1).split()) > 1


# "No contract you leave when you want.": no clause about a contract could go on so.
_RUN_ON = re.compile(
    r"(?P<first>no [\w-]+(?: [\w-]+)?) (?P<rest>you (?:can )?\w+ (?:when|whenever|any ?time)\b.*)",
    re.IGNORECASE,
)


def _linked(sentence: str) -> str:
    """Two statements that nothing joins, not even a comma, with what joins them."""
    run_on = _RUN_ON.fullmatch(sentence)
    if run_on:
        return f"{run_on['first']}: {run_on['rest']}"
    doc = parse(sentence)
    at = next((token for token in doc[3:] if _opens_a_second(token)), None)
    if at is None or doc[0].tag_ not in {"VB", "VBP"}:
        return sentence
    return f"{doc[: at.i].text.strip(' ,')} and {doc[at.i :].text}"


def _opens_a_second(own: Token) -> bool:
    """ "Bring in your records | we pay cash on the spot": after an order a clause with an object of its own."""
    verb = own.head
    bare = (
        own.lower_ in {"we", "i"}
        and own.dep_ == "nsubj"
        and verb.dep_ == "relcl"
        and own.i == verb.left_edge.i
    )
    after = own.nbor(-1).pos_ in {"NOUN", "PROPN"}
    objects = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    stranded = any(token.pos_ == "ADP" and not list(token.children) for token in verb.subtree)
    return bare and after and objects and not stranded


def _halved(sentence: str) -> tuple[str, ...]:
    """A row too long for one breath is told in two: "You get me all day, up to 10 hours. 600 photos …"."""
    parts = re.split(r",\s+(?!\d{3}\b)", sentence.rstrip("."))
    if len(sentence.split()) <= _ONE_BREATH or len(parts) < _FEWEST_PARTS:
        return (sentence,)
    able = []
    for at in range(1, len(parts)):
        first, rest = ", ".join(parts[:at]), ", ".join(parts[at:])
        counted = re.match(r"(?:(?:more than|over|up to) )?(?:\d|two\b|three\b|four\b|five\b|six\b)", rest)
        if counted and len(first.split()) >= _FEWEST_WORDS and len(rest.split()) >= _FEWEST_WORDS:
            able.append((abs(len(first) - len(rest)), first, rest))
    if not able:
        return (sentence,)
    _, first, rest = min(able)
    return (f"{first}.", f"{rest[:1].upper()}{rest[1:]}.")


def _divided(sentence: str) -> tuple[str, ...]:
    halves = re.fullmatch(r"((?:\w[\w'-]*,? ){2,8}\w[\w'-]*): ([A-Z][^:]{20,})", sentence)
    if (
        halves
        and not re.search(r"\b(?:ones?|latest|newest|favou?rites?|new)$", halves.group(1))
        and not _counts_what_follows(halves)
        and not parse(halves.group(1) + ".")[0].tag_.startswith("VB")
    ):
        return (halves.group(1) + ".", *divide(halves.group(2)))
    asked = re.fullmatch(r"(.{12,}): ([a-z]\w+ (?!is|are)[^:]{6,})", sentence)
    if asked and ACTION.match(asked.group(2)):
        return (asked.group(1) + ".", asked.group(2)[:1].upper() + asked.group(2)[1:])
    spoken = re.fullmatch(
        r"(.{10,}?), ((?:it's|it is|we|I|my|they) .+ (?:says|said|wrote) [A-Z]\w+.*)", sentence
    )
    if spoken:
        return (*divide(spoken.group(1) + "."), spoken.group(2)[:1].upper() + spoken.group(2)[1:])
    urged = re.fullmatch(rf"(.{{15,}}?),? so ({_URGES}\b.*)", sentence)
    if urged:
        told = divide(urged.group(1) + ".")
        return (
            (*told, urged.group(2)[:1].upper() + urged.group(2)[1:]) if ACTION.match(urged.group(2)) else told
        )
    doc = parse(sentence)
    return _weight(doc) or _named_first(doc) or _two_clauses(doc) or (sentence,)


def _counts_what_follows(halves: re.Match[str]) -> bool:
    """ "Three heat levels: Mild, Mean and Call Your Mother" is one statement."""
    counted = re.match(r"(?:\d+|two|three|four|five|six|choose|pick)\b", halves.group(1), re.IGNORECASE)
    return counted is not None and "," in halves.group(2)


def _weight(doc: Doc) -> tuple[str, ...] | None:
    for token in doc:
        measures = token.lower_ in _PRESENT and token.dep_ == "acl"
        if measures and any(inner.like_num for inner in token.subtree) and token.i >= 2:
            tail = doc[token.i + 1 : token.right_edge.i + 1].text.rstrip(". ")
            rest = doc[token.right_edge.i + 1 :].text.strip()
            if not rest.strip(".!") and tail:
                return (
                    doc[: token.i].text.strip(" ,") + ".",
                    f"{_PRESENT[token.lower_].capitalize()} {tail}.",
                )
    return None


def _named_first(doc: Doc) -> tuple[str, ...] | None:
    """ "Mobile dog grooming, we come to your driveway": a thing without a verb, then a sentence about it."""
    for comma in doc:
        if comma.text != "," or not 2 <= comma.i < len(doc) - 3:
            continue
        before, after = doc[: comma.i], doc[comma.i + 1 :]
        named = before[0].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and not any(
            token.tag_ in _FINITE or token.pos_ in {"SCONJ", "AUX", "CCONJ"} for token in before
        )
        told = after[0].lower_ in {"we", "i", "you"} and any(token.tag_ in _FINITE for token in after[1:3])
        if named and told:
            return (f"{before.text}.", f"{after.text[:1].upper()}{after.text[1:]}")
        return None
    return None


def _two_clauses(doc: Doc) -> tuple[str, ...] | None:
    """Halves joined by ", and" with a subject each."""
    main = root(doc)
    if doc[0].lower_ in {"if", "unless", "when"}:
        return None  # both halves hang on the condition
    for second in main.conjuncts:
        own = subject(second)
        joint = _joint(doc, own, main) if own is not None and second.head == main else None
        if joint is None or subject(main) is None or not is_finite(second):
            continue
        first = doc[: joint.i].text.strip(" ,")
        last = doc[joint.i + 1 :].text.strip()
        if len(first.split()) >= 3 and len(last.split()) >= 3 and not _points_back(last):
            return (first + ".", last[0].upper() + last[1:])
    return None


def _joint(doc: Doc, own: Token, main: Token) -> Token | None:
    before = doc[own.left_edge.i - 1] if own.left_edge.i > 0 else None
    return before if before is not None and before.lower_ == "and" and before.i > main.i else None


def _points_back(half: str) -> bool:
    return bool(re.match(r"(?:it|they|this|these|he|she)\b", half, re.IGNORECASE))
