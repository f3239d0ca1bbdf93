"""A noun phrase made into a sentence that is surely one: put into a frame, or left as it stands."""

import random
import re
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.nouns import inside, with_article
from generation.crew.copywriter.grammar.reading import parse, root
from generation.crew.copywriter.grammar.set_phrases import set_phrase
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.grammar.soundness import is_sound
from generation.crew.copywriter.lines.voice import Speaker, head_noun, is_plural, pick

_BARE_TIME = re.compile(r"(?:only |just |in )?\d+ (?:seconds|minutes|hours|days|weeks)\.", re.IGNORECASE)
_DONE = r"\w+ed|built|sold|made|taught|fitted|sent"
# "Cash in ten minutes.", "One day to install.", "Siblings half price.": said as they stand.
_STANDS_ALONE = re.compile(
    r"\b(?:in|within) (?:\d+|an?|one|two|three|five|ten|under) (?:second|minute|hour|day|week)s?\b|"
    r"\bhalf price\b|\bper\b|\bon \w+days?\b|^\S+ (?:second|minute|hour|day|week)s? to \w+|"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_GIVEN = {
    "trial", "consultation", "quote", "estimate", "demo", "sample", "gift", "month", "week", "lesson", "class",
    "session", "visit", "plan", "guide", "call", "check", "check-up", "survey", "audit", "tour", "tasting", "fitting",
    "day", "hour", "delivery", "shipping", "upgrade", "drink", "dessert", "assessment", "inspection", "discount",
}  # fmt: skip
_MEASURES = {
    "calories", "kcal", "grams", "g", "kg", "minutes", "hours", "seconds", "days", "weeks", "months", "metres",
    "meters", "years", "lumens", "watts", "litres", "liters", "percent", "degrees", "miles", "km",
}  # fmt: skip
_DENIES = re.compile(r"(?:no|never|without|zero|not)\b", re.IGNORECASE)
_FIRST_OFF = re.compile(
    r"(?:your )?(?P<what>first (?!\d)[\w ]{2,24}?),? (?P<off>(?:[€$£]\d[\d.,]*|\d+\s?%) off)(?P<rest>\b.*)",
    re.IGNORECASE,
)
_FIRST_FOR = re.compile(r"first \w+ (?:free|for [€$£\d]|half[- ]price|at half price)\b", re.IGNORECASE)
_TO_CHOOSE_FROM = words("to_choose_from")


def noun_line(fact: Fact, speaker: Speaker, rng: random.Random, before: Fact | None) -> str:
    """The phrase as a line. ``before``: what the brief says just before it."""
    kin = re.match(
        r"(?:\d|two|three|four) (?:brothers|sisters|friends|cousins|women|guys|mates)\b",
        fact.sentence,
        re.IGNORECASE,
    )
    if kin and speaker.person == "we":
        return f"We're {inside(fact.sentence)}."  # "2 brothers, insured."
    said = set_phrase(fact, speaker) or passive(fact.sentence)
    if said or ":" in fact.sentence or _BARE_TIME.fullmatch(fact.sentence):
        return said or fact.sentence
    if (
        fact.items
        and re.match(r"[^,]+(?:, [^,]+){2,}\.$", fact.sentence)
        and not _DENIES.match(fact.sentence)
    ):
        fact = replace(fact, sentence=f"{_listed(fact.sentence.rstrip('.'))}.")
    if fact.items and re.search(r"\btoo\.$", fact.sentence):
        return _too(fact, before)
    able = [line for line in _noun_frames(fact, speaker) if line == fact.sentence or is_sound(line)]
    return pick(able or [fact.sentence], rng)


def _noun_frames(fact: Fact, speaker: Speaker) -> list[str]:
    """Sentences that a noun phrase can stand in; a number of people or of things done stands by itself."""
    choice = bool(fact.items) and " or " in fact.sentence
    if choice or not _fits_a_frame(fact):
        able = choice and _fits_a_frame(fact)
        return [f"Choose {inside(fact.sentence)}." if able else fact.sentence]
    np = _row(fact) if fact.items else _listed(with_article(fact.sentence))
    plural = is_plural(fact.sentence) or bool(fact.items)
    if fact.kind in {Kind.OFFER, Kind.PRICE}:
        return _offer_frames(fact, np, plural=plural)
    if fact.figure and head_noun(fact.sentence).lower() in _TO_CHOOSE_FROM:
        return [f"Choose from {np}.", fact.sentence]
    return _plain_frames(fact, np, speaker, plural=plural)


def _offer_frames(fact: Fact, np: str, *, plural: bool) -> list[str]:
    """An offer stands as it is unless it surely is something that one gets."""
    off = _FIRST_OFF.fullmatch(fact.sentence.rstrip("."))
    if off:  # "First groom $15 off."
        return [f"Get {off['off']} your {off['what'].lower()}{off['rest']}."]
    if _FIRST_FOR.match(fact.sentence):
        return [f"Get your {inside(fact.sentence)}."]
    if re.match(r"[€$£]\d[\d.,]*(?=,|$| (?:a|an|per|each|every|for|all|including|with)\b)", np):
        return [f"It's {np}."]
    counted = re.match(r"[€$£]?\d", np) is not None
    given = re.match(r"(?:an? )?(?:free|\d+-\w+)\b", np) and head_noun(fact.sentence).lower() in _GIVEN
    if re.search(r"\b(?:from|for|at) [€$£]", np):
        return [fact.sentence]  # "250 g from $14."
    if plural and (counted or np.startswith("free ")):
        return [f"You get {np}.", f"Enjoy {np}."]
    return [f"Get {np}."] if counted or given else [fact.sentence]


def _plain_frames(fact: Fact, np: str, speaker: Speaker, *, plural: bool) -> list[str]:
    if re.search(r"\d [a-z]+ [a-z]+ed\.$", fact.sentence):
        return [fact.sentence]  # "1,150 homes lifted."
    if (not plural and fact.figure is None) or (fact.figure and not counts_things(fact) and not fact.items):
        return [fact.sentence]  # "Real glass.", "Free parking behind the shop.", "Payback in about 6 years."
    measured = fact.figure is not None and bool(_MEASURES & set(fact.figure.label.lower().split(" ")[:2]))
    if (measured and speaker.person == "we") or (fact.items and not _is_safe_row(fact)):
        return [fact.sentence]
    if speaker.person == "we":
        return [f"We offer {np}.", f"You'll find {np}."] if fact.items else [f"We have {np}.", fact.sentence]
    # Of a thing, what it "has" is a guess ("It has 2,100 pubs", "They have 14 clinics"): the phrase stands as it is.
    return [fact.sentence]


def _fits_a_frame(fact: Fact) -> bool:
    """Whether the phrase can be what somebody has: a noun phrase through and through, nothing denied in it."""
    if fact.items:
        nouns = all(
            parse(f"We have {inside(item)}.")[-2].pos_ in {"NOUN", "PROPN", "NUM"} for item in fact.items
        )
        opens = all(parse(item)[0].pos_ not in {"VERB", "AUX", "ADV"} for item in fact.items)
        denied = any(re.match(r"(?:no|zero|not|without|fully)\b", item, re.IGNORECASE) for item in fact.items)
        joined = any(
            re.search(r"-(?:resistant|proof|safe|free|friendly)\b(?! \w+$)", item) for item in fact.items
        )
        return nouns and opens and not denied and not joined
    if _STANDS_ALONE.search(fact.sentence) or fact.kind is Kind.PLACE:
        return False
    bad_start = re.match(
        r"(?:fully|no|zero|if|when|every|lie|free,|returns|delivery)\b", fact.sentence, re.IGNORECASE
    )
    owned = parse(fact.sentence)[0].tag_ in {"PRP$", "DT"} and "," not in fact.sentence
    return not (bad_start or owned) and (fact.kind is Kind.OFFER or not re.search(r", (?!\d)", fact.sentence))


def _is_safe_row(fact: Fact) -> bool:
    """Whether no entry wants an article that only a guess could give it: plurals, counted and mass nouns."""
    return all(not with_article(f"{item}.").startswith(("a ", "an ")) for item in fact.items)


def counts_things(fact: Fact) -> bool:
    """ "Over 40 frames", not "payback in about 6 years" nor "over 5,000 installed in Ohio"."""
    opens = re.match(
        r"(?:(?:over|more than|up to|nearly|almost) )?"
        r"(?:\d[\d,.]*\+?|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](?=\w)",
        fact.sentence,
        re.IGNORECASE,
    )
    if opens is None:
        return False
    doc = parse(fact.sentence)
    following = next((token for token in doc if token.idx >= opens.end()), None)
    return following is not None and following.tag_ != "VBN"


def _row(fact: Fact) -> str:
    """The entries with the articles that they want: "a big garden, two nap rooms and certified trainers"."""
    bare = fact.sentence.rstrip(".")
    said = [re.sub(r"^(?:your|our|an?) ", "", part) for part in re.split(r",? and |, ", bare.lower())]
    plain = said == [item.lower() for item in fact.items]
    if not plain:
        return _listed(inside(fact.sentence))
    entries = [with_article(f"{item}.") for item in fact.items]
    return f"{', '.join(entries[:-1])} and {entries[-1]}"


def _listed(phrase: str) -> str:
    """ "Three concepts, two rounds, print-ready files" wants an "and" when it is said."""
    if " and " in phrase or " or " in phrase or phrase.count(",") < 2:
        return phrase
    return " and ".join(phrase.rsplit(", ", 1))


def passive(sentence: str) -> str:
    """ "All gear included" is said as "All gear is included"."""
    past = re.fullmatch(rf"((?:\S+ ){{1,5}})({_DONE}) ((?:.* )?(?:last \w+|in (?:19|20)\d\d))\.", sentence)
    if past:
        return f"{past.group(1)}were {past.group(2)} {past.group(3)}."
    match = re.fullmatch(r"((?:\S+ ){1,4})(included|welcome|accepted|provided|available)(\b.*)?\.", sentence)
    if not match:
        return ""
    be = "are" if is_plural(match.group(1).strip()) or " and " in match.group(1) else "is"
    return f"{match.group(1)}{be} {match.group(2)}{match.group(3) or ''}."


def _too(fact: Fact, before: Fact | None) -> str:
    """ "Batteries and cameras too" takes its verb from the sentence that it continues."""
    rest = inside(fact.sentence)
    if before is not None and before.order == fact.order - 1 and before.shape is Shape.CLAUSE:
        doc = parse(before.sentence)
        main = root(doc)
        if doc[0].lower_ in {"we", "i"} and main.tag_ in {"VBP", "VB"}:
            return f"We {main.lower_} {rest}."
    return f"There are {rest}."
