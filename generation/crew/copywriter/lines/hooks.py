"""How the ad opens. Every hook is the brief's own: its question, its pain, its audience, its number, its
quote.
"""

import random
import re
from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.classify import is_sayable
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.facts.joining import LONGEST_TURN
from generation.crew.copywriter.facts.wishes import barred
from generation.crew.copywriter.grammar.nouns import head_of, with_article
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.lines.phrasing import named_line, product_lines, quoted
from generation.crew.copywriter.lines.teasers import teasers
from generation.crew.copywriter.lines.voice import Mood, Speaker, is_plural, pick
from generation.crew.copywriter.screen.forms import MOST_WORDS, shown_change
from generation.crew.copywriter.screen.text import quote_shown, screen_text

_STRONG, _FAIR = 3.0, 1.5
_ROOMY = 20.0

SHORT = 9.0
"""Ads of fewer seconds have no room for an opening before the name."""


def hooks_for(
    brief: Brief,
    facts: Sequence[Fact],
    speaker: Speaker,
    rng: random.Random,
    *,
    used: frozenset[str] = frozenset(),
) -> tuple[Hook, ...]:
    """All openings that this brief allows, strongest first, without those in ``used``; never empty."""
    named = any(fact.kind is Kind.PRODUCT for fact in facts)
    asked = set(re.findall(r"\w+", brief.call_to_action.lower()))
    # What the ending says word for word is no opening: "Free design consultation" before "Book your free design …".
    facts = [fact for fact in facts if not set(re.findall(r"\w+", fact.sentence.lower())) <= asked]
    found = [
        *_questions(facts, roomy=brief.length >= _ROOMY),
        *_pains(facts, rng),
        *_promises(facts),
        *_people(brief, facts, speaker, rng),
        *_changes(facts),
        *_staccato(facts),
        *_offers(facts),
        *(_priced(facts) if brief.length < SHORT else []),
        *_proofs(facts, speaker),
        *_quotes(facts),
        *(teasers(facts, speaker) if named or brief.length >= SHORT else []),
        *_leads(facts, speaker, rng),
        *_searches(facts, speaker),
    ]
    found = [hook for hook in found if not any(line.startswith(hook.narration) for line in used)]
    found = [hook for hook in found if not barred(brief, hook.narration, hook.screen)]
    found = [hook for hook in found if not _points_at_nothing(hook)]
    # Saying what it is or does at once is for briefs that give nothing better to open with.
    strong = [hook for hook in found if hook.weight >= _STRONG]
    # Another seed may do so all the same where there is only one other way in.
    only = strong and (not brief.seed or len(strong) > 1)
    kept = [hook for hook in found if hook.weight >= _FAIR] if only else found
    return tuple(sorted(kept, key=lambda hook: -hook.weight)) or (_greeting(speaker, rng),)


def _points_at_nothing(hook: Hook) -> bool:
    """A first line about what nobody has named: "20 thousand of em", "I've been doing it 31 years"."""
    asked = hook.angle in {"question", "quote", "audience", "change", "product"}
    return not asked and _POINTS_BACK.search(hook.narration) is not None


_POINTS_BACK = re.compile(
    r"\b(?:\d+|thousand|hundred|dozens?|many|some|all|most|none|few|lots) of (?:them|'?em|these|those|it)\b|"
    r"^(?:I|we)(?:'ve| have)? (?:been )?(?:do|did|done|doing|run|running) (?:it|this|that)\b",
    re.IGNORECASE,
)


def _questions(facts: Sequence[Fact], *, roomy: bool) -> list[Hook]:
    return [
        Hook(
            "question",
            fact.sentence,
            _question_shown(fact.sentence),
            0.5 if fact.leans and fact.order > 1 else 6.0,
            fact,
            fact.words,
        )
        for fact in facts
        if fact.kind is Kind.QUESTION
        and len(fact.sentence.split()) <= (LONGEST_TURN if _turns(fact) and roomy else 14)
    ]


def _turns(fact: Fact) -> bool:
    return ". " in fact.sentence


def _question_shown(asked: str) -> str:
    """The question itself, or of two the first."""
    asked = asked.rpartition(". ")[2]
    first = asked.partition("?")[0] + "?"
    if len(asked.split()) <= MOST_WORDS:
        return asked
    return first if len(first.split()) <= MOST_WORDS else f"{screen_text(first).rstrip('?')}?"


def _changes(facts: Sequence[Fact]) -> list[Hook]:
    """What was and what is now is a story in one breath."""
    return [
        Hook("change", fact.sentence, shown_change(fact.items), 4.8, fact, fact.words)
        for fact in facts
        if fact.kind is Kind.CHANGE and len(fact.sentence.split()) <= 20 and not fact.leans
    ]


def _staccato(facts: Sequence[Fact]) -> list[Hook]:
    """ "No sugar, no gums, no nonsense." and "12 seats. One chef. No menu." open as they stand."""
    return [
        Hook("refusal", fact.sentence, _rhythm_shown(fact), 3.5, fact, fact.words)
        for fact in facts
        if len(fact.sentence.split()) <= 11
        and (re.match(r"no \w+, (?:and )?no\b", fact.sentence, re.IGNORECASE) or _is_rhythm(fact))
    ]


def _offers(facts: Sequence[Fact]) -> list[Hook]:
    """ "Your first month is free." opens as well as any boast, where it is short and has no small print."""
    return [
        Hook("offer", fact.sentence, screen_text(fact.sentence, must="free"), 3.0, fact, fact.words)
        for fact in facts
        if fact.kind is Kind.OFFER
        and not (fact.code or fact.deadline or fact.leans or fact.asked)
        and fact.shape is Shape.CLAUSE
        and len(fact.sentence.split()) <= 9
    ]


def _priced(facts: Sequence[Fact]) -> list[Hook]:
    """Six seconds of a brief that begins with its prices begin with them: "Cuts $22, beards $15, both $32."."""
    first = facts[0] if facts else None
    if first is None or first.kind is not Kind.PRICE or len(first.sentence.split()) > 9:
        return []
    return [Hook("price", first.sentence, screen_text(first.sentence), 4.0, first, first.words)]


def _rhythm_shown(fact: Fact) -> str:
    """All of it, or as many of its entries as there is room for."""
    if not _is_rhythm(fact):
        parts = fact.sentence.rstrip(".").split(", ")
        rows = [", ".join(parts[:count]) for count in range(len(parts), 0, -1)]
        return next((row for row in rows if len(row.split()) <= MOST_WORDS), screen_text(fact.sentence))
    shown = [
        text
        for text in (". ".join(fact.items[:count]) for count in (4, 3, 2))
        if len(text.split()) <= MOST_WORDS
    ]
    return shown[0] if shown else fact.items[0]


def _is_rhythm(fact: Fact) -> bool:
    return fact.kind is Kind.LIST and len(re.findall(r"\.(?= |$)", fact.sentence)) >= 3


def _pains(facts: Sequence[Fact], rng: random.Random) -> list[Hook]:
    """ "Stop losing evenings to spreadsheets." opens as it is or as "Still losing evenings to
    spreadsheets?".
    """
    found = []
    for fact in (one for one in facts if one.kind is Kind.PAIN):
        text = fact.sentence.rstrip(".")
        asked = re.sub(r"^Stop (?=\w+ing\b)", "Still ", text)
        turned = asked != text and "," not in text and rng.random() < 0.6
        line = asked + "?" if turned else text + "."
        shown = line.rstrip(".") if len(line.split()) <= 6 else screen_text(text)
        found.append(Hook("pain", line, shown, 5.0, fact, fact.words))
    return found


def _promises(facts: Sequence[Fact]) -> list[Hook]:
    """ "Learn to kayak in one weekend.": a brief that begins with a command has its own opening."""
    first = next(iter(facts), None)
    if first is None or first.shape is not Shape.COMMAND or first.kind not in {Kind.BENEFIT, Kind.NUMBER}:
        return []
    return [Hook("promise", first.sentence, screen_text(first.sentence), 4.0, first, first.words)]


def _people(brief: Brief, facts: Sequence[Fact], speaker: Speaker, rng: random.Random) -> list[Hook]:
    """The audience field turned into an address: "people who work from home" into "Work from home?"."""
    audience = re.sub(r"\s+", " ", brief.audience).strip(" .")
    if not audience or not is_sayable(audience) or len(audience.split()) > 16:
        return []
    asked = _asked(audience)
    if asked:
        shown = asked if len(asked.split()) <= MOST_WORDS else screen_text(asked)
        return [Hook("audience", asked, shown, 4.5, None, audience)]
    if len(audience.split()) > 7 or re.search(r"[,/;]", audience) or not _nouns_only(audience):
        return []
    product = next((fact for fact in facts if fact.kind is Kind.PRODUCT), None)
    return [*_for_them(audience, product, speaker), _met(audience, speaker, rng)]


def _for_them(audience: str, product: Fact | None, speaker: Speaker) -> list[Hook]:
    """ "For parents of teenagers: a router that switches off at bedtime."."""
    if (
        product is None
        or product.shape is not Shape.NOUN
        or speaker.brand.lower() in product.sentence.lower()
    ):
        return []
    line = f"For {_lower(audience)}: {with_article(product.sentence)}."
    if len(line.split()) > 14 or ":" in product.sentence:
        return []
    return [Hook("for", line, f"For {_lower(audience)}", 1.6, product, product.words)]


def _met(audience: str, speaker: Speaker, rng: random.Random) -> Hook:
    named = audience[:1].upper() + audience[1:]
    lines = [f"{named}, meet {speaker.brand}."]
    lines += [f"Calling all {_lower(audience)}."] if speaker.mood is Mood.LIVELY else []
    return Hook("address", pick(lines, rng), f"For {_lower(audience)}", 0.85, None, audience)


def _asked(audience: str) -> str:
    """The question inside an audience, at most seven words, or nothing."""
    for pattern, form in _QUESTIONS:
        match = re.search(pattern, audience, re.IGNORECASE)
        if match:
            text = form.format(match.group(1).strip())
            text = re.sub(r"\bit is\b", "it's", text)
            text = re.sub(r"\btheir\b", "your", re.sub(r"\bthemselves\b", "yourself", text))
            return text[:1].upper() + text[1:] + "?" if 2 <= len(text.split()) <= 7 else ""
    return ""


_STATES = r"nervous about .+|afraid of .+|tired of .+|new to .+|looking for .+|learning .+"
_DOINGS = (
    "want|need|hate|love|like|think|forget|worry|work|live|travel|commute|cook|run|cycle|"
    "argue|fight|lose|waste|spend|wait|search|care|sleep|snore|drive|write|play|struggle|miss|dream|shop|train|suffer|wake|camp"
)
_QUESTIONS = (
    (rf"(?:who|that) (?:are|is|feel) ({_STATES}|too .+ to .+)$", "{}"),
    (rf"^(?:\w+ ){{0,3}}({_STATES})$", "{}"),
    (r"training for (?:a|an|the|their)? ?(first .+|next .+)$", "Training for your {}"),
    (r"((?:training|preparing|saving) for (?:a |an |the |their )?.+)$", "{}"),
    (rf"who ((?:{_DOINGS})\b.*)$", "{}"),
)


def _nouns_only(audience: str) -> bool:
    doc = parse(audience)
    plural = any(token.tag_ == "NNS" and token.dep_ == "ROOT" for token in doc) or is_plural(audience)
    return plural and not any(
        token.pos_ in {"AUX", "SCONJ", "PRON"} or token.tag_ in {"VBZ", "VBP"} for token in doc
    )


def _lower(audience: str) -> str:
    first = audience.split(maxsplit=1)[0]
    return audience if first.isupper() else audience[:1].lower() + audience[1:]


def _proofs(facts: Sequence[Fact], speaker: Speaker) -> list[Hook]:
    """A number about people makes a headline; so does a measure of the product."""
    found = []
    for fact in (one for one in facts if one.kind is Kind.NUMBER and one.figure and not one.leans):
        used = re.match(r"(?:used|loved|trusted|chosen) by (.+)\.$", fact.sentence, re.IGNORECASE)
        measure = re.match(
            r"(?:weighs|lasts|folds in|charges in|holds) (.+)\.$", fact.sentence, re.IGNORECASE
        )
        if used and not re.match(r"used", fact.sentence, re.IGNORECASE):
            continue
        past = re.search(r"\b(?:last|in (?:19|20)\d\d|since|so far|ago)\b", fact.sentence)
        if used and not past:
            line = f"{used.group(1)[:1].upper()}{used.group(1)[1:]} use {speaker.brand}. Here's why."
            found.append(Hook("proof", line, fact.sentence.rstrip("."), 3.5, fact, fact.words))
        elif measure and len(measure.group(1).split()) <= 4:
            shown = measure.group(1)[:1].upper() + measure.group(1)[1:]
            how = {"weighs": "weighs", "lasts": "lasts"}.get(fact.sentence.split()[0].lower())
            line = f"{shown}. That's what {speaker.brand} {how}." if how == "weighs" else ""
            found += [Hook("number", line, shown, 3.5, fact, fact.words)] if line else []
    return found


def _quotes(facts: Sequence[Fact]) -> list[Hook]:
    return [
        Hook("quote", quoted(fact), quote_shown(fact.sentence), 4.2, fact, fact.words)
        for fact in facts
        if fact.kind is Kind.QUOTE and len(fact.sentence.split()) <= 11 and fact.source
    ]


def _leads(facts: Sequence[Fact], speaker: Speaker, rng: random.Random) -> list[Hook]:
    """Straight in with the strongest thing it does, or with what it is, name first."""
    found = []
    product = next((one for one in facts if one.kind is Kind.PRODUCT), None)
    clause = product is not None and product.shape is Shape.CLAUSE
    strong = [
        one for one in facts if one.kind in _LEADING and not one.leans and not _DULL.search(one.sentence)
    ]
    for fact in [] if clause else sorted(strong, key=lambda one: one.kind is not Kind.NUMBER)[:3]:
        ours = product is not None and re.match(r"(?:we|our|you|your|the)\b", fact.sentence, re.IGNORECASE)
        half_named = fact.shape is Shape.CLAUSE and (bool(ours) or _half_named(fact, speaker))
        line = named_line(fact, speaker) or (fact.sentence if half_named else "")
        must = fact.figure.figure if fact.figure else ""
        if line:
            weight = 1.2 if fact.kind is Kind.NUMBER else 0.8
            weight += 1.5 if fact.order == 1 and fact.kind is Kind.NUMBER else 0.0
            found.append(Hook("lead", line, screen_text(fact.sentence, must=must), weight, fact, fact.words))
    if product is not None:
        line = product_lines(product, speaker, rng)[0]
        found.append(
            Hook(
                "product",
                line,
                screen_text(product.sentence, brand=speaker.brand),
                0.9,
                product,
                product.words,
            )
        )
    return found


def _half_named(fact: Fact, speaker: Speaker) -> bool:
    """ "A Lindqvist watch has 112 parts." for the brand Lindqvist Watches."""
    short = speaker.brand.split()[0]
    return len(short) >= 5 and short in fact.sentence


_LEADING = {Kind.NUMBER, Kind.BENEFIT}
_DULL = re.compile(
    r"^(?:if|when|every)\b|\b(?:cash|cards?|parking|closed)\b|"
    r"\b(?:ships?|shipping|deliver|washable|works on|set-?up|booking)\b",
    re.IGNORECASE,
)


def _searches(facts: Sequence[Fact], speaker: Speaker) -> list[Hook]:
    """ "Looking for handmade soy candles?": for a brief of one or two lines, the product as the viewer
    would ask for it.
    """
    product = next((fact for fact in facts if fact.kind is Kind.PRODUCT and fact.shape is Shape.NOUN), None)
    if product is None or len(facts) > 3 or speaker.brand.lower() in product.sentence.lower():
        return []
    head = head_of(product.sentence)
    wanted = with_article(parse(product.sentence)[: head.i + 1].text + ".") if head is not None else ""
    row = head is not None and product.sentence[head.idx + len(head) :].startswith(",")
    if row or not 2 <= len(wanted.split()) <= 5 or wanted.startswith("the "):
        return []
    line = f"Looking for {wanted}?"
    return [Hook("search", line, line, 3.0, None, product.words)]


def _greeting(speaker: Speaker, rng: random.Random) -> Hook:
    line = {
        Mood.LIVELY: [f"Say hello to {speaker.brand}.", f"Here comes {speaker.brand}."],
        Mood.WARM: [f"Say hello to {speaker.brand}.", f"Welcome to {speaker.brand}."],
        Mood.SOBER: [f"This is {speaker.brand}.", f"Say hello to {speaker.brand}."],
    }[speaker.mood]
    said = pick(line, rng)
    return Hook("greeting", said, said.rstrip("."), 1.0)
