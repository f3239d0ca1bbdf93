"""A figure on the picture with the thing that it prices or counts."""

import re

from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.screen.forms import MOST_WORDS

_MONEY = r"[€$£]\d(?:[\d.,]*\d)?"
_PER = r"(?: (?:a|an|per|each|every) \w+| each)?"
_LED = re.compile(
    r"^(?:there(?:'s| is| are)|get|you get|we have|we offer|it's|they're|our|the|an?|yours|only) (?!for\b)",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"(?:prices?|it|they|lessons? prices?|this|that|which|and|yours|packages?)$", re.IGNORECASE
)


def priced(sentence: str) -> list[str]:
    """ "Castle bounce house $149 a day", "Living trust from $2,400": each price of a sentence with what it is for."""
    bare = sentence.rstrip(".")
    found: list[str] = []
    bare = re.sub(r"\b\d+ (?:ft|foot|inch|oz|cm) ", "", bare)
    colon = bare.rpartition(": ")[2]
    parts = [*([colon] if colon != bare else []), *re.split(r", (?:and |or |then )?", bare)]
    if all(re.search(_MONEY, part) for part in parts):
        found += [text for part in parts for text in _thing_first(part) + _thing_last(part)]
    found += _thing_first(bare) + _thing_last(bare)
    if len(re.findall(_MONEY, bare)) == 1:
        found += _shortest_thing(bare)
    return [text for text in dict.fromkeys(found) if len(text.split()) <= MOST_WORDS]


def with_label(text: str, label: str) -> str:
    """A bare price after the name of what is sold: "Mobile dog grooming from $75", "Escape room: $28 per person"."""
    if not label or not re.search(_MONEY, text):
        return ""
    bare = re.sub(
        r"^(?:prices? (?:start|begin) (?:at|from)|starting (?:at|from)|from) (?=[€$£])",
        "from ",
        text,
        flags=re.IGNORECASE,
    )
    bare = re.sub(r"^(?:yours |it's |get )+(?:for )?", "", bare, flags=re.IGNORECASE)
    if bare.startswith("from "):
        return f"{label} {bare}"
    if re.match(rf"{_MONEY} off$", bare):
        return f"{bare} {label[:1].lower()}{label[1:]}"
    if re.match(rf"(?:\d+ for )?{_MONEY}{_PER}", bare):
        return f"{label}: {bare}"
    return ""


def bare_price(sentence: str) -> str:
    """The price of a sentence as it stands there, with its "from" and its "a day"; "" without one."""
    found = re.search(
        rf"(?:\b(?:from|start(?:s|ing)? (?:at|from)|begin at) )?(?:\b\d+ for )?{_MONEY}{_PER}(?: per \w+| off\b)?",
        sentence,
        re.IGNORECASE,
    )
    return (
        re.sub(r"^(?:start\w*|begin) (?:at|from)", "From", found.group(), flags=re.IGNORECASE)
        if found
        else ""
    )


def _thing_first(part: str) -> list[str]:
    """ "X from $5", "X is $5", "X - $5 a day", "X starts at $5"."""
    found = re.match(
        rf"(?P<thing>.+?)(?P<link>,? (?:from|for|at|is|are|costs?|-|–|:|starts? (?:at|from)|under)|:|) "
        rf"(?P<least>from )?(?P<price>{_MONEY}{_PER})",
        part,
        re.IGNORECASE,
    )
    if not found:
        return []
    thing = _LED.sub("", found["thing"]).strip(" ,-–:")
    thing = re.sub(r"^(?:a|an|the|our) ", "", thing, flags=re.IGNORECASE)
    if not thing or _SAYS_NOTHING.search(thing) or not _is_noun_phrase(thing):
        return []
    link = found["link"].strip(" ,").lower()
    least = found["least"] or link.startswith(("start", "from"))
    joint = " from " if least else f" {link} " if link in {"for", "under"} else " "
    return [f"{thing[:1].upper()}{thing[1:]}{joint}{found['price']}"]


def _shortest_thing(bare: str) -> list[str]:
    """ "Brewery tours: $25" of "Brewery tours on Saturdays, with four samples and a pretzel, for $25"."""
    price = re.search(rf"{_MONEY}{_PER}", bare, re.IGNORECASE)
    doc = parse(f"{bare}.")
    chunk = next((one for one in doc.noun_chunks if one.root.pos_ in {"NOUN", "PROPN"}), None)
    if price is None or chunk is None or chunk.start > 1 or chunk.end_char > price.start():
        return []
    before = [token for token in doc if token.idx < price.start()]
    others = [one.root for one in doc.noun_chunks if one.start >= chunk.end and one.end_char <= price.start()]
    listed = "," in doc[chunk.end : len(before)].text
    if listed and any(one.dep_ not in {"pobj", "conj"} or one.head == chunk.root for one in others):
        return []  # "New and used tires, flat repair $15"
    if any(
        token.tag_ in {"VBZ", "VBP", "VBD", "MD"} and token.lemma_ not in _PLAIN_VERBS for token in before
    ):
        return []
    if before and re.search(_LIMITS, bare[: price.start()]):
        return []
    joined = re.match(r"(?:\S+ ){1,3}and (?:an? )?\S+(?= for )", bare)
    thing = _LED.sub("", joined.group() if joined else chunk.text.partition(":")[0])
    named = any(
        token.pos_ in {"NOUN", "PROPN"}
        and not token.like_num
        and token.lemma_ not in {"hour", "week", "month", "day", "price"}
        for token in parse(thing)
    )
    return [f"{thing[:1].upper()}{thing[1:]}: {price.group()}"] if named and "," not in thing else []


_PLAIN_VERBS = {"be", "cost", "start", "begin", "come", "take", "run"}
_LIMITS = re.compile(
    r"\b(?:under|over|up to|about|around|below|than|worth|saves?|saved|instead of) (?:the )?$", re.IGNORECASE
)


def _thing_last(part: str) -> list[str]:
    """ "$110 an hour for two movers and a van", "$79 tune-up", "£50 off your first clean"."""
    found = re.match(
        rf"(?:.*?\b(?:it's|from|get|for|take|save|is|pay) )?(?P<price>{_MONEY}{_PER}) "
        r"(?P<link>for|off) (?P<thing>(?!every\b).+)",
        part,
        re.IGNORECASE,
    )
    if not found:
        return []
    thing = re.sub(r"^(?:a|an|the|our) ", "", found["thing"])
    texts = [
        thing,
        re.sub(r" (?:until|with|when|at|on|by|in|before|through|over|if) .*", "", thing),
        re.split(r" and |, ", thing)[0],
    ]
    if found["link"].lower() == "off":
        return [f"{found['price']} off {text}" for text in texts]
    return [f"{text[:1].upper()}{text[1:]}: {found['price']}" for text in texts if _is_noun_phrase(text)]


def _is_noun_phrase(text: str) -> bool:
    doc = parse(f"{text}.")
    return not any(
        token.tag_ in {"VBZ", "VBP", "VBD", "MD", "PRP"} or token.text in ",;" for token in doc
    ) and any(token.pos_ in {"NOUN", "PROPN"} for token in doc)
