"""Price tags, limits and labels, which people say in fixed ways."""

import re

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.nouns import head_of, inside, with_article
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.lines.voice import Speaker, is_plural

_MONEY = r"(?:[€$£]\d[\d,.]*|\d[\d,.]* (?:euros?|dollars?|pounds?|(?:Swiss )?francs?|kron[eo]r))"


def set_phrase(fact: Fact, speaker: Speaker) -> str:
    """Price tags and limits, which people say in fixed ways."""
    text = fact.sentence.rstrip(".")
    low = text[:1].lower() + text[1:]
    return _as_price(fact, low, speaker) or _after_a_colon(fact) or _as_limit(text, low)


def _as_price(fact: Fact, low: str, speaker: Speaker) -> str:
    """ "$8 a bottle, three for $20." is said "It's $8 a bottle…"; "Tickets $9." is said "Tickets are $9."."""
    text = fact.sentence.rstrip(".")
    if re.fullmatch(rf"(?:from |only |just |now )*{_MONEY}(?: (?:per|a|an|each|every)\b.*)?", low):
        return _price_tag(low, speaker)
    if fact.kind is not Kind.PRICE:
        return ""
    if re.match(
        rf"{_MONEY}(?=,|$| (?:a|an|per|each|every|for|all|including|with|plus|or|and|delivered|drop)\b)", low
    ):
        return f"It's {low}."
    if re.match(_MONEY, low):
        return text + "."  # "$85 adults, $60 kids."
    return _price_list(text)


def _price_list(text: str) -> str:
    """ "Small box 12 euros, big box 19 euros." is said "A small box is 12 euros, a big box is 19 euros."."""
    parts = [re.fullmatch(rf"((?:[^\W\d]+ ){{1,3}})({_MONEY}.*)", part) for part in text.split(", ")]
    if parts[0] is None or re.search(r"\b(?:from|at|only|just) $", parts[0].group(1)):
        return ""
    told = list(zip(text.split(", "), parts, strict=True))
    if any(match is None and " and " in part and re.search(_MONEY, part) for part, match in told):
        return ""  # "Half day £950, full day and album £2,100."
    if re.search(r"(?<!^)\b[A-Z][a-z]+", text):
        return ""  # "Natural undyed Cheviot £6.50 a ball."
    if not all(_is_named(match.group(1)) for match in parts if match):
        return ""
    lines = []
    for part, match in told:
        what = match.group(1).strip() if match else ""
        verb = "are" if is_plural(f"{what}.") else "is"
        lines.append(f"{with_article(what + '.')} {verb} {match.group(2)}" if match else part)
    return f"{lines[0][:1].upper()}{lines[0][1:]}{''.join(', ' + one for one in lines[1:])}."


def _is_named(what: str) -> bool:
    """Whether that which has a price is a thing: "small box", not "flat" nor "free postage over"."""
    return parse(f"We have {what.strip().lower()}.")[-2].pos_ in {"NOUN", "PROPN"} and parse(what.strip())[
        -1
    ].pos_ in {"NOUN", "PROPN", "VERB"}


def _as_limit(text: str, low: str) -> str:
    if re.match(r"prices? (?:from|start(?:s|ing)? (?:at|from))\b", low):
        return "Prices start at " + re.sub(r"^prices? (?:from|start\w* \w+) ", "", low) + "."
    if re.match(r"prices? \d", low):
        return "Prices are " + re.sub(r"^prices? ", "", low) + "."
    if re.match(r"max(?:imum)?\.? \d", low):
        return "Never more than " + re.sub(r"^max(?:imum)?\.? (?:of )?", "", low) + "."
    if re.search(rf" for {_MONEY}$", low) and re.match(r"\d", low):
        return f"Get {text[:1].lower()}{text[1:]}."
    return ""


def _after_a_colon(fact: Fact) -> str:
    """ "Range: 70 km." is said "The range is 70 km."; "Scents: fig, cedar." is said "The scents are…"."""
    match = re.fullmatch(r"([A-Z][\w' ]{2,40}): ([^:]+)\.", fact.sentence)
    if not match:
        return ""
    head = head_of(match.group(1) + ".")
    if head is None or head.i >= len(match.group(1).split()) + 3:
        return ""
    many = head.tag_ in {"NNS", "NNPS"}
    past = re.search(r"\blast (?:year|month|season|summer|winter)\b", match.group(1))
    if many and fact.items:
        rest = f"{', '.join(inside(item) for item in fact.items[:-1])} and {inside(fact.items[-1])}"
        return f"The {inside(match.group(1))} are {rest}."
    if many or not re.match(r"(?:up to |over |from )?[€$£]?\d", match.group(2)):
        return ""
    return f"The {inside(match.group(1))} {'was' if past else 'is'} {with_article(match.group(2) + '.')}."


def _price_tag(low: str, speaker: Speaker) -> str:
    if low.startswith("from "):
        return f"Yours {low}." if " per " not in low and " a " not in low else f"Prices start at {low[5:]}."
    if re.search(r" per | an? | each ", low):
        return f"It's {low}."
    if low.startswith("now "):
        return f"{speaker.be if speaker.person != 'we' else 'It is'} {low}."
    return f"Yours for {low}."
