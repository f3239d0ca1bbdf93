"""What is always shown in one way: rows, shares, what follows from a condition, what was and what is now."""

import re
from collections.abc import Sequence

from generation.crew.copywriter.grammar.constituents import ends
from generation.crew.copywriter.grammar.reading import is_finite, parse, root, subject
from generation.crew.copywriter.screen.cuts import FINITE, end_of_condition
from generation.crew.copywriter.screen.score import last_word

MOST_WORDS = 6
LONGEST_WHOLE = 8
"""A sentence of up to so many words is shown whole where every cut would tear it."""
SPARED = re.compile(r"You don't (?:have|need) (?:to )?(?:\w+ ){0,2}\w+(?= to \w+)")
"""What somebody is spared, of "You don't have to leave the house to see a vet"."""


def set_form(bare: str, must: str) -> str:
    """The text of a sentence that has a form of its own, or ""."""
    return _of_a_row(bare, must) or _share(bare, must) or _named_row(bare) or _consequence(bare)


def first_sentence(text: str) -> str:
    """Of "Storytime every Saturday at 10.30. It's free." the first."""
    return re.split(r"(?<=[a-z\d]{2}\.)\s+(?=[A-Z])", text.strip(), maxsplit=1)[0]


def without_its_verb(sentence: str) -> str:
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
    if len(parts) < 3 or any(token.tag_ in FINITE for token in parse(f"{sentence}.")):
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
        if text and not any(token.tag_ in FINITE for token in parse(f"{text}.")):
            return text[:1].upper() + text[1:]
    doc = parse(f"{sentence}.")
    main = root(doc)
    first = next((child for child in main.children if child.dep_ == "dobj"), None)
    if (
        first is None
        or len(first.conjuncts) < 2
        or len(sentence.split()) <= MOST_WORDS
        or main.tag_ not in FINITE
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


def _consequence(sentence: str) -> str:
    """Of "If we don't hit water, you don't pay for the second hole" what follows from the condition."""
    doc = parse(f"{sentence}.")
    at = end_of_condition(doc) if len(sentence.split()) > MOST_WORDS else 0
    text = doc[at : last_word(doc) + 1].text if at else ""
    return f"{text[:1].upper()}{text[1:]}" if 3 < len(text.split()) <= LONGEST_WHOLE else ""


def shown_change(pair: Sequence[str]) -> str:
    """ "From £1,900 to £840", or what is now: "Now ten minutes"."""
    was, now = pair
    texts = [f"From {was} to {now}", f"Now {now}", now]
    fits = [text for text in texts if len(text.split()) <= MOST_WORDS] or [" ".join(now.split()[:MOST_WORDS])]
    return fits[0][:1].upper() + fits[0][1:]
