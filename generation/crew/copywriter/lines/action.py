"""What people should do: lifted from the brief word for word, or made from what the brief offers."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.doors import door
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.wishes import barred
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.voice import Mood, Speaker, pick
from generation.crew.copywriter.screen.forms import LONGEST_WHOLE
from generation.crew.copywriter.screen.text import screen_text

_LONGEST_ORDER = 12
_ROOMY = 20
_ASIDE_WORDS = 5
_FEW_SECONDS = 9.0
_FOUND = re.compile(
    r"(?:you'll|you will|you can) find us (?=under|at|on|in|behind|next|opposite|above|beside|by)",
    re.IGNORECASE,
)
_CALLS = re.compile(r"(?:call|ring|phone|text)\b(?! (?:back|it)\b)", re.IGNORECASE)
_PRECIOUS = re.compile("lux|premium|elegant|exclusive", re.IGNORECASE)
_STREET = re.compile(
    r"\d+[a-z]? (?:[A-ZÀ-Þ][\w'’.-]* ?){1,4}(?:St|Street|Rd|Road|Ave|Avenue|Lane|Ln|Square|Sq|Hill|Way|Drive|Dr|Blvd|"
    r"Boulevard|Court|Place|Row|Quay|Market|Mall)\b\.?|[A-ZÀ-Þ][\w'’-]+(?:straße|strasse|weg|platz|gasse) \d+\w?"
)
_TIMELY = re.compile(
    r"\b(?:today|now|tonight|this|next|tomorrow|soon|by|before|until|in|for|\w+day|[a-z]+ber|january|february|march|april|"
    r"may|june|july|august|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Action:
    """The call to action as the script keeps it, as it is said, and as it is shown; ``uses`` are facts
    told by it.
    """

    text: str
    narration: str
    screen: str
    uses: tuple[Fact, ...] = ()
    lifted: bool = True


def action_for(brief: Brief, facts: Sequence[Fact], speaker: Speaker, rng: random.Random) -> Action:
    """The call to action of this ad."""
    text, uses = _lifted(brief, facts)
    lifted = bool(text)
    if not lifted:
        text, uses = _made(brief, facts, speaker)
    spoken = _with_address(_with_the_hour(text, facts), brief.contact)
    spoken = _with_number(spoken, brief)
    said = " ".join(
        [_said(spoken, speaker, rng, lifted=lifted), *(fact.sentence for fact in uses if _adds(fact))]
    )
    return Action(text, said, _dialled(text, said, brief) or _shown(text), uses, lifted)


def _with_the_hour(text: str, facts: Sequence[Fact]) -> str:
    """A call to action that ends on a day is said with the hours and the street that the brief has behind that day."""
    day = _DAY.search(text)
    told = (fact.sentence.rstrip(".") for fact in facts if fact.kind is Kind.ACTION)
    found = next((said.partition(day.group())[2] for said in told if day and day.group() in said), "")
    few = 0 < len(found.split()) <= _MOST_BEHIND and found.startswith(", ")
    return f"{text}{found}" if few else text


_MOST_BEHIND = 8
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+$|[A-Z][a-z]+ \d{1,2}$")


def _adds(fact: Fact) -> bool:
    return (
        fact.kind is Kind.BENEFIT
        and fact.shape is Shape.CLAUSE
        and len(fact.sentence.split()) <= _ASIDE_WORDS
    )


def _dialled(text: str, said: str, brief: Brief) -> str:
    """The number to call, to be read while a call to action is heard that has none itself."""
    phone = patterns.PHONE.search(brief.contact)
    ways = (patterns.URL, patterns.PHONE, patterns.EMAIL, _STREET)
    if phone is None or any(way.search(text) for way in ways):
        return ""
    number = phone.group().strip()
    verb = "Text" if re.match(r"text\b", brief.contact.strip(), re.IGNORECASE) else "Call"
    return f"{verb} {number}" if number in said or not any(way.search(said) for way in ways) else ""


def _lifted(brief: Brief, facts: Sequence[Fact]) -> tuple[str, tuple[Fact, ...]]:
    field = re.sub(r"\s+", " ", brief.call_to_action).strip().rstrip(".! ")
    told = [fact for fact in facts if fact.kind is Kind.ACTION]
    if field:
        same = tuple(fact for fact in told if field.lower() in fact.sentence.lower())
        return field[:1].upper() + field[1:], same
    if told:
        # "Call 480-555-0172, mom will pick up.": what the same sentence says beside it.
        beside = [fact for fact in facts if fact.words == told[-1].words and _adds(fact)][:1]
        return told[-1].sentence.rstrip("."), (told[-1], *beside)
    found = next((fact for fact in facts if fact.kind is Kind.PLACE and _FOUND.match(fact.sentence)), None)
    if found is not None and not barred(brief, found.sentence):
        place = _FOUND.sub("", found.sentence).rstrip(".")
        return f"Find us {place}", (found,)
    offer = next((fact for fact in facts if fact.kind is Kind.OFFER and fact.shape is Shape.COMMAND), None)
    if offer is not None and patterns.ACTION.match(offer.sentence) and len(offer.sentence.split()) <= 10:
        return offer.sentence.rstrip("."), (offer,)
    return "", ()


def _made(brief: Brief, facts: Sequence[Fact], speaker: Speaker) -> tuple[str, tuple[Fact, ...]]:
    """No call to action in the brief: its contact as it stands, or the plainest one that its facts support."""
    asked = re.sub(r"\s+", " ", brief.contact).strip(" .!")
    if patterns.ACTION.match(asked) and len(asked.split()) <= _LONGEST_ORDER and not barred(brief, asked):
        return f"{asked[:1].upper()}{asked[1:]}", ()
    for fact in facts:
        low = fact.sentence.lower().rstrip(".")
        free = re.match(r"free to (download|join|try|use|start)(?: (on|for) .+)?$", low)
        if free and not barred(brief, low) and free.group(1) in {"download", "join", "try"}:
            rest = fact.sentence.rstrip(".")[len("free to ") + len(free.group(1)) :]
            return f"{free.group(1).capitalize()} {speaker.brand} for free{rest}", (fact,)
        trial = re.search(r"((?:\d+-(?:day|week|month) )?free trial)", low)
        if trial:
            return f"Start your {trial.group(1)} today", ()
        if _STALL.match(fact.sentence) and not _reached(brief):
            return f"Find us {fact.sentence[:1].lower()}{fact.sentence[1:].rstrip('.')}", (fact,)
        if re.search(r"\b(?:online booking|book(?:ed)? online)\b", low):
            return f"Book online at {speaker.brand}", ()
    return _plain(brief, facts, speaker), ()


_STALL = re.compile(
    r"(?:Inside|Opposite|Behind|Next to|Under|Above|On the corner of) (?:the )?[A-Z]\w[^.]{3,40}\."
)


def _reached(brief: Brief) -> bool:
    ways = (patterns.URL, patterns.PHONE, patterns.EMAIL)
    return bool(brief.contact.strip()) or any(way.search(brief.desc) for way in ways)


def _plain(brief: Brief, facts: Sequence[Fact], speaker: Speaker) -> str:
    """The first that fits and says nothing that must not be said; the name alone at the very last."""
    able = [
        _booked(brief, speaker),
        _addressed(brief, facts, speaker),
        _by_what_it_is(brief, facts, speaker),
        *(f"{verb} {speaker.brand}" for verb in ("Visit", "Try", "Choose", "Ask for")),
    ]
    return next((text for text in able if text and not barred(brief, text)), speaker.brand)


def _booked(brief: Brief, speaker: Speaker) -> str:
    """What the brief says can be booked, unless there is a number to call."""
    first = re.search(
        r"\bfirst (lesson|class|session|consultation|visit|appointment|treatment)\b", brief.text.lower()
    )
    if first and not patterns.PHONE.search(brief.contact):
        return f"Book your first {first.group(1)} today"
    if re.search(r"\b(?:first|your) booking\b|\bto book\b", brief.text, re.IGNORECASE):
        return f"Book with {speaker.brand} today"
    return ""


def _addressed(brief: Brief, facts: Sequence[Fact], speaker: Speaker) -> str:
    """A web address, a door with opening hours, or a number to call."""
    contact = brief.contact.strip() or brief.desc
    address = patterns.URL.search(contact)
    if address and "@" not in contact:
        return f"Visit {address.group()}"
    if any(
        fact.kind is Kind.PLACE and re.search(r"open|find us", fact.sentence, re.IGNORECASE) for fact in facts
    ):
        return _come(brief, facts, speaker)
    phone = patterns.PHONE.search(contact)
    if phone:
        return f"Call {phone.group().strip()}"
    mail = patterns.EMAIL.search(contact)
    if mail:
        return f"Write to {mail.group()}"
    return f"Find us {door(brief)}" if _is_found(brief) else ""


def _by_what_it_is(brief: Brief, facts: Sequence[Fact], speaker: Speaker) -> str:
    if brief.length < _FEW_SECONDS:  # no time to say the name twice
        return (
            _come(brief, facts, speaker, else_="Come by today")
            if _has_doors(brief) or _is_found(brief)
            else ""
        )
    if (speaker.person == "we" and _has_doors(brief)) or _is_found(brief):
        return _come(brief, facts, speaker)
    if re.search(r"\bapp\b", brief.desc):
        return f"Download {speaker.brand} today"
    priced = any(fact.kind in {Kind.PRICE, Kind.OFFER} for fact in facts) and not _PRECIOUS.search(brief.tone)
    return f"Try {speaker.brand} today" if priced else f"Discover {speaker.brand}"


def _has_doors(brief: Brief) -> bool:
    if re.search(
        r"\b(?:on|at) (?:\d+ )?(?:[A-Z]\w+ ){1,2}(?:Street|Road|Lane|Square|Avenue)\b|\b(?:bring|pop|drop) in\b",
        brief.desc,
    ):
        return True
    return bool(patterns.PLACES_WITH_DOORS & set(re.findall(r"[^\W\d_]+", brief.text.lower())))


def _is_found(brief: Brief) -> bool:
    """Whether the brief tells the way to a door."""
    return bool(door(brief)) and not door(brief).startswith("in ")


def _come(brief: Brief, facts: Sequence[Fact], speaker: Speaker, *, else_: str = "") -> str:
    """The way to the door, or else an invitation with the town in it, unless the line that says what it is has it."""
    way = door(brief)
    said = " ".join(fact.sentence for fact in facts if fact.kind is Kind.PRODUCT)
    if brief.length >= _FEW_SECONDS and way in said:
        way = ""
    if way.startswith("in "):
        return f"Visit {speaker.brand} {way}"
    if way:
        return f"Find us {way}"
    if else_:
        return else_
    return f"Come and visit {speaker.brand}" if speaker.mood is Mood.WARM else f"Visit {speaker.brand}"


def _with_address(text: str, contact: str) -> str:
    """The web address is said with the call to action when it has none of its own."""
    address = patterns.URL.search(contact)
    has_one = patterns.URL.search(text) or patterns.PHONE.search(text) or "@" in contact
    if not address or has_one or re.search(r"\b(?:at|on|in|via)\b", text) or len(text.split()) > 5:
        return text
    return f"{re.sub(' today$', '', text)} at {re.sub(r'^(?:https?://)?(?:www[.])?', '', address.group())}"


def _with_number(text: str, brief: Brief) -> str:
    """A call to action that says not how to reach them is followed by the number: "Book a visit. Call 0117 …"."""
    phone = patterns.PHONE.search(brief.contact)
    has_one = any(way.search(text) for way in (patterns.URL, patterns.PHONE, patterns.EMAIL, _STREET))
    if phone is None or has_one or brief.length < _ROOMY or "whatsapp" in brief.contact.lower():
        return text
    link = ": " if _CALLS.match(text) else ". Call "
    return f"{text}{link}{phone.group().strip()}"


def _said(text: str, speaker: Speaker, rng: random.Random, *, lifted: bool) -> str:
    if speaker.brand.lower() in text.lower():
        return text + "."
    may_hurry = len(text.split()) <= 4 and not _TIMELY.search(text) and not patterns.URL.search(text)
    end = " today" if may_hurry and speaker.mood is Mood.LIVELY and lifted else ""
    return pick([f"{speaker.brand}. {text}{end}.", f"That's {speaker.brand}. {text}{end}."], rng)


def _shown(text: str) -> str:
    dialled = patterns.PHONE.search(text)
    if dialled and len(text.split()) > 6 and len(text[: dialled.end()].split()) <= 6:
        return text[: dialled.end()]  # "Call 01 555 0122 | day and night"
    if len(text.split()) <= 6:
        return text
    reached = patterns.URL.search(text) or dialled or _STREET.search(text)
    if reached:  # "Have a look at ohhello.example | and send me a message", "14 St Benedicts Street"
        led = text[: reached.end()]
        return led if len(led.split()) <= 6 else reached.group().strip(" ,.")
    if len(text.split()) <= LONGEST_WHOLE:
        return text
    shown = screen_text(text + ".", opening=True)
    first = re.match(r"(\w+(?: [\w']+){1,5}?)(?: (?:on|at|in|for|and|to)\b|,)", text)
    whole = text.lower().startswith(shown.lower()) and not patterns.PHONE.search(text)
    return shown if whole or first is None else first.group(1)
