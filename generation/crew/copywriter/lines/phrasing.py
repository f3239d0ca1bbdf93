"""A fact said aloud: one whole English sentence, and shorter ones where the fact allows."""

import random
import re
from collections.abc import Sequence

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.figures import least_price, money_in
from generation.crew.copywriter.facts.offer_lines import offer_line
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.constituents import TRADES
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.nouns import inside, with_article
from generation.crew.copywriter.grammar.reading import parse, root
from generation.crew.copywriter.grammar.shape import Shape, is_state
from generation.crew.copywriter.grammar.soundness import is_sound, reads_well
from generation.crew.copywriter.lines.frames import counts_things, noun_line, passive
from generation.crew.copywriter.lines.rows import fewer, fewer_deeds
from generation.crew.copywriter.lines.shorten import shorter
from generation.crew.copywriter.lines.voice import Mood, Speaker

_ABOUT_THE_HOUSE = re.compile(
    r"(?:open|closed|located|based|family[- ](?:owned|run)|licensed|insured|founded|established|here)\b",
    re.IGNORECASE,
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week|month|day|morning|evening)"
_DOORS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:to|and) \w+day,? (?:from )?\d", re.IGNORECASE
)
ONE_BREATH, _ROOM_FOR_A_NAME = 26, 24


def product_lines(fact: Fact, speaker: Speaker, rng: random.Random) -> tuple[str, ...]:
    """What the thing is, with its name, longest first."""
    if fact.shape is Shape.CLAUSE:
        whole = _with_name(_with_missing_article(fact.sentence), speaker)
        told = {*shorter(whole), *fewer(whole), *fewer_deeds(whole)}
        return tuple(sorted(told, key=len, reverse=True))
    roll = rng.random()
    said = [_introduced(phrase, fact, speaker, roll) for phrase in _noun_versions(fact.sentence)]
    return tuple(line for line in said if reads_well(line)) or (f"This is {speaker.brand}. {fact.sentence}",)


def _introduced(phrase: str, fact: Fact, speaker: Speaker, roll: float) -> str:
    first, _, rest = phrase.partition(", ")
    if "," in rest and fact.shape is Shape.NOUN and with_article(f"{first}.").startswith(("a ", "an ")):
        # "Yoga studio, two rooms, 26 classes a week": what it is, and then what it has.
        return f"{_introduced(first + '.', fact, speaker, roll)} {_upper(rest)}"
    brand, np = speaker.brand, with_article(phrase)
    doing = re.match(r"\w+ing \w", np) is not None  # "coding classes for kids": the parser sees a verb
    orders = re.match(r"an? (\w+) \w", np)
    if re.match(r"\w+ing \w.*\bsince\b", phrase):
        return f"This is {brand}. {phrase}"  # "Sweeping chimneys in Shropshire since my grandad."
    if orders and orders.group(1) in words("commands"):
        return f"This is {brand}. {phrase}"  # "Rent e-scooter by month" is an order without its article
    if fact.shape is Shape.NOUN and ":" not in np and not doing and not is_sound(f"We have {np}."):
        return (
            f"This is {brand}: {inside(phrase)}."
            if len(phrase.split()) <= 4
            else f"This is {brand}. {phrase}"
        )
    if re.search(r"\bsince (?:1[89]|20)\d\d\b", np) and np.startswith(("a ", "an ", "the ")):
        choices = [f"{brand} has been {np}.", f"This is {brand}: {np}."]
    elif np.startswith(("a ", "an ")) and "," not in np:
        choices = [f"Meet {brand}, {np}.", f"{brand} is {np}.", f"This is {brand}, {np}."]
    else:
        choices = [f"Meet {brand}: {np}.", f"This is {brand}: {np}."]
    if speaker.mood is Mood.SOBER and fact.shape is Shape.NOUN:
        choices = choices[1:] + choices[:1]
    return choices[int(roll * len(choices))]


def _noun_versions(sentence: str) -> list[str]:
    """The noun phrase, and without its last clause ("…that need no equipment")."""
    found = [sentence]
    doc = parse(sentence)
    for token in doc:
        row = (
            "," in doc[: token.left_edge.i].text and token.dep_ == "acl"
        )  # "hems, zippers, dresses | taken in"
        trade = token.lower_ in TRADES and token.nbor(-1).pos_ in {"NOUN", "PROPN"} if token.i else False
        if token.dep_ in {"relcl", "advcl", "acl"} and not (row or trade) and token.left_edge.i > 2:
            cut = doc[: token.left_edge.i].text.strip(" ,")
            if len(cut.split()) >= 3:
                found.append(cut + ".")
    made = re.match(r"(\w+(?: [\w-]+){2,}), \w+ed\b", sentence)
    found += [made.group(1) + "."] if made else []
    sized = re.match(
        r"(\w+(?: [\w-]+){2,} (?:in|on|at|near) [A-Z][\w ]*), (?=\d|some\b|all\b|most\b)", sentence
    )
    found += [sized.group(1) + "."] if sized else []  # "Storage units on Hwy 9 in Norman | , 5x5 up to 10x30"
    return list(dict.fromkeys(found))


def lines(fact: Fact, speaker: Speaker, rng: random.Random, *, before: Fact | None = None) -> tuple[str, ...]:
    """Any other fact as narration, longest first. ``before``: what the brief says just before it.

    Where a line that was built does not read well, the brief's own sentence is said.
    """
    own = fact.sentence
    said = _lines(fact, speaker, rng, before)
    return tuple(line for line in said if line == own or reads_well(line)) or (own,)


def _lines(fact: Fact, speaker: Speaker, rng: random.Random, before: Fact | None) -> tuple[str, ...]:
    fixed = _fixed_line(fact, speaker)
    if fixed:
        return (fixed,)
    if fact.kind is Kind.PLACE and _DOORS.match(fact.sentence):
        return (f"Open {fact.sentence}",)
    if fact.shape is Shape.NOUN:
        return _noun_lines(fact, noun_line(fact, speaker, rng, before), speaker)
    if fact.shape is Shape.ADJECTIVE:
        return (_adjective_line(fact, speaker),)
    if fact.shape is Shape.VERB:
        return tuple(_verb_line(text, speaker, rng.random()) for text in _kept(fact))
    return _sentence_lines(fact, speaker, before)


def _noun_lines(fact: Fact, said: str, speaker: Speaker) -> tuple[str, ...]:
    """A phrase as it is said, and a price list also by its least price, or a price without what is beside it."""
    said = re.sub(r"^We (?=have|offer)", "I ", said) if speaker.alone else said
    if fact.kind is not Kind.PRICE:
        return (said,) if fact.kind is Kind.OFFER else (said, *fewer(said))
    first, _, more = said.partition(", ")
    # What stands behind it without a price may be its condition: "£9.50 a head, at least 40 people".
    bound = re.match(
        r"(?:at least|at most|up to|min|max|minimum|for \d|for at least|from \d|when|if|only)\b", more
    )
    if not (money_in(first) and more) or bound:
        return (said,)
    least = least_price(fact.sentence)
    briefly = f"Prices start at {least}." if least else f"{first}."
    return (said, briefly) if least or money_in(more) is None else (said,)


def _fixed_line(fact: Fact, speaker: Speaker) -> str:
    """What can be told in one way only."""
    if fact.kind is Kind.QUOTE:
        return quoted(fact)
    if fact.kind is Kind.CHANGE:
        return fact.sentence
    offered = offer_line(fact.sentence) if fact.kind is Kind.OFFER and fact.shape is not Shape.CLAUSE else ""
    if offered:
        return offered
    won = re.match(r"Won (?=\w+)", fact.sentence)
    if won:
        return f"{'We' if speaker.person == 'we' else speaker.brand} won {fact.sentence[4:]}"
    return _in_steps(fact.items) if fact.kind is Kind.STEPS else ""


def _sentence_lines(fact: Fact, speaker: Speaker, before: Fact | None) -> tuple[str, ...]:
    """What is a sentence already is said as it stands; an offer is never shortened."""
    whole = _timed(_with_missing_article(fact.sentence), speaker)
    if fact.shape is Shape.CLAUSE:
        whole = _unleaning(whole, speaker) if fact.leans and not _follows(fact, before) else whole
    # A list is told whole: what is spoken is what stands on the picture.
    bound = re.match(r"(?:if|when|unless|once|until)\b", whole, re.IGNORECASE)
    if fact.kind is Kind.OFFER or fact.items or bound:
        # nor is a condition told without what follows from it
        return (whole,) if fact.kind is Kind.OFFER or bound else (whole, *fewer(whole))
    found = (*shorter(whole)[:1], *sorted({*shorter(whole)[1:], *fewer(whole)}, key=len, reverse=True))
    return tuple(line for line in found if len(line.split()) <= ONE_BREATH) or found[-1:]


def _timed(sentence: str, speaker: Speaker) -> str:
    """ "Every first Saturday, 10 am to 2 pm, at the centre." and "Free, donations welcome." want a verb."""
    dated = re.match(rf"every (?:\w+ )?{_DAYS}\b", sentence, re.IGNORECASE)
    told = re.search(r"\b(?:is|are|we|you|they|i|has|have)\b", sentence, re.IGNORECASE)
    if (dated or sentence.startswith("Free, ")) and not told and speaker.person != "they":
        return f"It's {inside(sentence)}."
    return sentence


def _with_missing_article(sentence: str) -> str:
    """ "We are small family hotel" is said with its "a"."""
    doc = parse(sentence)
    main = root(doc)
    what = next((child for child in main.children if child.dep_ == "attr" and child.i > main.i), None)
    if (
        main.lemma_ != "be"
        or doc[0].lower_ not in {"we", "i", "it", "this"}
        or what is None
        or what.tag_ != "NN"
    ):
        return sentence
    before = [child for child in what.children if child.i < what.i]
    if what.left_edge.i == what.i or any(child.dep_ in {"det", "poss", "nummod", "neg"} for child in before):
        return sentence
    phrase = doc[what.left_edge.i : what.i + 1].text
    said = with_article(f"{phrase}.")
    return sentence.replace(phrase, said, 1) if said.endswith(phrase) else sentence


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kept(fact: Fact) -> tuple[str, ...]:
    return (fact.sentence,) if fact.kind is Kind.OFFER or fact.items else shorter(fact.sentence)


def _follows(fact: Fact, before: Fact | None) -> bool:
    return before is not None and before.order == fact.order - 1


def _with_name(sentence: str, speaker: Speaker) -> str:
    if speaker.brand.lower() in sentence.lower():
        return sentence
    house = _THIS_HOUSE.search(sentence)
    if house:  # "My dad started this company in 1988"
        return f"{sentence[: house.start()]}{speaker.brand}{sentence[house.end() :]}"
    again = re.match(r"Our (\w+) (?=\w)", sentence)
    if again and again.group(1).lower() in speaker.brand.lower().split():
        return f"{speaker.brand} {sentence[again.end() :]}"  # "At Oak Preschool, our preschool has …"
    whole = _in_full(sentence, speaker.brand)
    if whole:
        return whole
    for opening, line in _OPENINGS_WITH_NAME:
        match = opening.match(sentence)
        if match and len(sentence.split()) <= _ROOM_FOR_A_NAME:
            return line.format(brand=speaker.brand, rest=sentence[match.end() :], inside=inside(sentence))
    return f"This is {speaker.brand}. {sentence}"  # nothing in it could give way to the name


def _in_full(sentence: str, brand: str) -> str:
    """A sentence that begins with a part of the name, with all of it: "Bits & Bobcats is a …"; else nothing."""
    called = re.match(r"((?:[A-Z&][\w'’-]* ){2,})(?=(?:is|are) (?:an?|the|your|our)\b)", sentence)
    if called and brand.startswith(called.group(1)):
        return f"{brand} {sentence[called.end() :]}"
    short = brand.split(maxsplit=1)[0]
    if len(short) >= 5 and sentence.startswith(f"{short} ") and sentence.split()[1].islower():
        return brand + sentence[len(short) :]
    return ""


_THIS_HOUSE = re.compile(
    r"(?<=\w )this (?:company|business|shop|bakery|place|studio|school|salon|garage|farm|firm|workshop|restaurant|"
    r"caf[eé]|clinic|store|bar|pub|hotel|gym|practice)\b(?! \w+(?:s|ed)\b)"
)
_OPENINGS_WITH_NAME = (
    (re.compile(r"I(?:'m| am) (?=an? )"), "This is {brand}. I'm {rest}"),
    (
        re.compile(
            r"we(?:'re| are) (?=(?:an?|the) (?!.*\b(?:we|our|us|this|family|team|couple)\b))", re.IGNORECASE
        ),
        "{brand} is {rest}",
    ),
    (
        re.compile(
            r"(?=(?:we|our|you(?! (?:will be|will|are|do|can|have)[,.])|every|each|all)\b)", re.IGNORECASE
        ),
        "At {brand}, {inside}.",
    ),
    (re.compile(r"it's\b", re.IGNORECASE), "{brand} is{rest}"),
    (re.compile(r"it\b", re.IGNORECASE), "{brand}{rest}"),
)


def named_line(fact: Fact, speaker: Speaker) -> str:
    """The fact with the brand as its subject, or "" if its sentence has no place for a name."""
    line = _named_line(fact, speaker)
    return line if reads_well(line.replace(speaker.brand, "It")) else ""


def _named_line(fact: Fact, speaker: Speaker) -> str:
    if fact.shape is Shape.VERB:
        text = inside(fact.sentence)
        first, _, rest = text.partition(" ")
        many = speaker.person == "they" and speaker.brand.endswith("s")
        return f"{speaker.brand} {_plural_verb(first) if many else first} {rest}."
    if (
        fact.shape is Shape.NOUN
        and fact.kind is Kind.NUMBER
        and counts_things(fact)
        and not _odd_number(fact)
    ):
        has = "have" if speaker.person == "they" and speaker.brand.endswith("s") else "has"
        line = f"{speaker.brand} {has} {with_article(fact.sentence)}."
        return line if is_sound(f"It has {with_article(fact.sentence)}.") else ""
    if fact.shape is Shape.CLAUSE:
        line = _with_name(fact.sentence, speaker)
        dated = _timed(fact.sentence, speaker) != fact.sentence
        return "" if line.startswith("This is ") or dated else line
    return ""


def _odd_number(fact: Fact) -> bool:
    return bool(
        re.match(
            r"max|min|since|only|just|\S+ (?:second|minute|hour|day|week|month|year)s?\b|[^:]+:",
            fact.sentence,
            re.IGNORECASE,
        )
        or patterns.PEOPLE.search(fact.sentence)
        or passive(fact.sentence)
    )


def _unleaning(sentence: str, speaker: Speaker) -> str:
    """ "It costs less" becomes "PetPal costs less" when what "it" pointed at is not in the ad."""
    return re.sub(r"^It(?= )", speaker.brand, re.sub(r"^It's\b", f"{speaker.brand} is", sentence))


def _verb_line(sentence: str, speaker: Speaker, roll: float) -> str:
    text = inside(sentence)
    first, _, rest = text.partition(" ")
    if speaker.person == "they":
        return f"They {_plural_verb(first)} {rest}."
    if speaker.person == "we" or roll < 0.2:
        return f"{speaker.brand} {text}."
    return f"It {text}."


def _plural_verb(verb: str) -> str:
    if verb.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return verb[:-2]
    return verb[:-3] + "y" if verb.endswith("ies") and len(verb) > 4 else verb.removesuffix("s")


def _adjective_line(fact: Fact, speaker: Speaker) -> str:
    text = inside(fact.sentence)
    if re.fullmatch(r"[a-z-]+(?:, [a-z-]+){2,}", text):
        text = " and ".join(text.rsplit(", ", 1))  # "Licensed, bonded, insured."
    if fact.items and re.search(r"\bor\b", text):
        return f"Choose {text}."
    if fact.kind is Kind.OFFER and re.match(r"first |\d", text):
        return fact.sentence
    if speaker.alone and fact.kind is Kind.PLACE:
        return fact.sentence  # "Open 7.30 to 6."
    if speaker.person == "we" and (_ABOUT_THE_HOUSE.match(text) or is_state(text)):
        return f"{_being(speaker, text)} {text}."
    return fact.sentence  # "Simmered six hours.": as it stands, as ads say it


def _being(speaker: Speaker, text: str) -> str:
    """ "We've been" before "family owned since 1987", "We are" before "family owned"."""
    who = "I" if speaker.alone else "We"
    if re.search(r"\bsince (?:1[89]|20)\d\d\b", text):
        return f"{who}'ve been"
    return "I am" if speaker.alone else speaker.be


def quoted(fact: Fact) -> str:
    """Somebody's words with their name, as it is said: “…,” says Marta from Lisbon."""
    if not fact.source:
        return f"“{fact.sentence}.”"
    if fact.told:
        return f"“{fact.sentence},” {fact.told}."
    verb = "say" if re.match(r"[A-ZÀ-Þ]\w+ and [A-ZÀ-Þ]\w+", fact.source) else "says"
    site = re.fullmatch(
        r"(.+), (?:on )?(Google|Yelp|Tripadvisor|Facebook|Trustpilot)(?: reviews?)?", fact.source
    )
    if site:
        return f"“{fact.sentence},” {verb} {site.group(1)} on {site.group(2)}."
    role = re.fullmatch(
        r"((?:Head|CEO|CTO|COO|Founder|Owner|Manager|Director|Chef|Principal)\b[\w ]*), ([A-Z].*)",
        fact.source,
    )
    if role:
        return f"“{fact.sentence},” says the {inside(role.group(1))} at {role.group(2)}."
    dated = re.fullmatch(r"([^,]+), ((?:[A-Z]\w+ )?(?:19|20)\d\d)", fact.source)
    if dated:
        return f"“{fact.sentence},” said {dated.group(1)} in {dated.group(2)}."
    place = re.fullmatch(r"([A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?), ([A-ZÀ-Þ]\w+)", fact.source)
    who = f"{place.group(1)} from {place.group(2)}" if place else fact.source
    return f"“{fact.sentence},” {verb} {who}."


def _in_steps(items: Sequence[str]) -> str:
    """Steps as one sentence: "Pick your roast, choose how often, then sip and smile."."""
    parts = [items[0].rstrip("."), *(inside(item) for item in items[1:])]
    return ", ".join(parts[:-1]) + ", then " + parts[-1] + "."
