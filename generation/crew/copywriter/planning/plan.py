"""Which beats make it into the ad, at which length, in which order."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.action import Action, action_for
from generation.crew.copywriter.lines.beats import (
    Beat,
    action_beat,
    can_join,
    fact_beat,
    hook_beat,
    hung,
    product_beat,
    shown_once,
    with_offer,
    with_true_figures,
)
from generation.crew.copywriter.lines.breaths import in_breaths
from generation.crew.copywriter.lines.flow import arranged, flowing
from generation.crew.copywriter.lines.hooks import SHORT
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.lines.phrasing import named_line
from generation.crew.copywriter.lines.very_short import LEEWAY, offer_alone, shortest, street_alone, unheard
from generation.crew.copywriter.lines.voice import Speaker
from generation.crew.copywriter.lines.wished_beats import with_wishes, worded
from generation.crew.copywriter.planning.floor import grounded, with_place
from generation.crew.copywriter.planning.room import (
    BRIEF,
    FEEBLE,
    WELL_FILLED,
    Room,
    most_scenes,
    seconds_of,
    slack_of,
)

_STRONG = 4.0
_ENDING = 9
FORMULAS: tuple[dict[Kind, float], ...] = (
    {},
    {Kind.QUOTE: 2.4, Kind.NUMBER: 2.5, Kind.LIST: 3.5},
    {Kind.PRICE: 2.6, Kind.OFFER: 2.7, Kind.TERMS: 2.8, Kind.PLACE: 2.9},
)
"""How an ad is told: what it does, who says so, for how much; or the proof before that; or the offer before that."""
_FEW = 8
_SHORT_ANSWER, _ASKED_AND_ANSWERED = 16, 18
_FEW_WORDS = 5
_UNLIKELY, _LATER_PRICE = 0.5, 16.0
_CHOOSY = 4  # how much oftener a stronger opening is taken


@dataclass(frozen=True)
class Plan:
    """The beats in order, how long each takes to say (seconds), and the call to action."""

    beats: tuple[Beat, ...]
    seconds: tuple[float, ...]
    action: Action


def best_plan(
    brief: Brief,
    facts: Sequence[Fact],
    hooks: Sequence[Hook],
    speaker: Speaker,
    rng: random.Random,
    *,
    held: Sequence[Beat] = (),
    formula: int = 0,
) -> tuple[Hook, Plan]:
    """One hook and its plan: among the hooks that let nearly as much be told as any does, the strong ones
    more often. ``held``: scenes that stay as they are, with ``place`` 0 for the opening and 9 for the ending;
    ``formula``: the order in which things are told (``FORMULAS``).
    """
    state = rng.getstate()
    plans = []
    for hook in hooks:
        rng.setstate(state)
        plans.append((hook, plan(brief, facts, hook, speaker, rng, held=held, formula=formula)))
    in_time = [
        (hook, made) for hook, made in plans if sum(made.seconds) <= brief.length + slack_of(brief.length)
    ]
    plans = in_time or [min(plans, key=lambda pair: sum(pair[1].seconds))]
    fullest = max(_telling(made) for _, made in plans)
    able = [(hook, made) for hook, made in plans if _telling(made) >= _least(hook) * fullest]
    if formula == 0 and not held:
        # The ad of a brief as it is opens as well as it can.
        return max(able, key=lambda pair: pair[0].weight)
    least = _UNLIKELY * max(hook.weight for hook, _ in able)
    return rng.choices(able, weights=[max(hook.weight, least) ** _CHOOSY for hook, _ in able])[0]


def _least(hook: Hook) -> float:
    """The share of the facts that must be told all the same: a strong opening may cost more of them than a
    weak one.
    """
    return 0.45 if hook.weight >= _STRONG else 0.75


def _telling(made: Plan) -> float:
    """Seconds in which something of the brief is told; an opening that only asks or greets does not count."""
    pairs = zip(made.beats, made.seconds, strict=True)
    return sum(seconds for beat, seconds in pairs if beat.place != 0 or beat.fact is not None)


def plan(
    brief: Brief,
    facts: Sequence[Fact],
    hook: Hook,
    speaker: Speaker,
    rng: random.Random,
    *,
    held: Sequence[Beat] = (),
    formula: int = 0,
) -> Plan:
    """The ad as beats: what must be said first, then as much as the length has room for."""
    action = action_for(brief, facts, speaker, rng)
    if brief.length < SHORT and not brief.call_to_action.strip():
        action = street_alone(action)
    facts = [fact for fact in facts if fact in action.uses or not _says_how(fact, action)]
    must, spent = _must(brief, facts, hook, action, speaker, rng)
    places = {beat.place for beat in held}
    must = [*held, *(worded(beat, brief) for beat in must if beat.place not in places & {0.0, 9.0})]
    others = _others(
        [fact for fact in facts if fact not in spent], facts, hook, speaker, rng, asked=action.text
    )
    known = " ".join([*(fact.sentence for fact in facts if fact.kind is Kind.PRODUCT), action.text])
    must, others = _with_answer(must, others)
    others = grounded([_placed(beat, formula) for beat in others], facts, known)
    others = [worded(beat, brief) for beat in others]
    must = [*must, *(beat for beat in others if beat.must)]
    rest = [beat for beat in others if not beat.must]
    offer = _first_offer(rest, brief) if not any(fact.kind is Kind.OFFER for fact in action.uses) else None
    if offer is not None and brief.length < SHORT and offer.fact is not None:
        said = offer_alone(offer.fact)
        rest = [replace(offer, versions=said) if beat is offer else beat for beat in rest]
        offer = next(beat for beat in rest if beat.fact == offer.fact)
    if offer is not None:
        must = [*must, replace(offer, must=True)]
        rest = [beat for beat in rest if beat is not offer]
    chosen = Room(brief.length, speaker.mood).fill(must, rest, arranged)
    kept = _in_time(_topped_up(chosen, rest, brief, speaker), brief, speaker)
    told = in_breaths(with_wishes(flowing(kept, speaker), brief))
    told = (
        shortest(told, speaker)
        if brief.length < SHORT and _length(told, speaker) > brief.length + LEEWAY
        else told
    )
    beats = hung(with_true_figures(shown_once(told)), brief.pictures)
    return Plan(beats, tuple(seconds_of(beat.narration, speaker.mood) for beat in beats), action)


def _in_time(chosen: list[Beat], brief: Brief, speaker: Speaker) -> list[Beat]:
    """The name, said where no line had it, makes an ad longer: what is worth least gives way to it."""
    while len(chosen) > 2 and _length(flowing(chosen, speaker), speaker) > brief.length + slack_of(
        brief.length
    ):
        fewer = _told_shorter(chosen) or _without_the_least(chosen)
        if not fewer:
            break
        chosen = fewer
    return chosen


def _without_the_least(chosen: list[Beat]) -> list[Beat]:
    """The same beats but for the one that is worth least; nothing when all of them must be told."""
    spare = [beat for beat in chosen if not beat.must]
    least = min(spare, key=lambda beat: beat.worth, default=None)
    return arranged([beat for beat in chosen if beat is not least]) if least is not None else []


def _told_shorter(chosen: list[Beat]) -> list[Beat]:
    """The same beats with the longest of those that have a shorter version told in it; nothing when none has."""
    able = [beat for beat in chosen if len(beat.versions) > 1 and not beat.kept]
    if not able:
        return []
    longest = max(able, key=lambda beat: (beat.place == _ENDING, len(beat.narration)))
    return [
        replace(beat, versions=beat.versions[1:], cut=True) if beat is longest else beat for beat in chosen
    ]


def _length(beats: Sequence[Beat], speaker: Speaker) -> float:
    return sum(seconds_of(beat.narration, speaker.mood) for beat in beats)


def _topped_up(chosen: list[Beat], rest: Sequence[Beat], brief: Brief, speaker: Speaker) -> list[Beat]:
    """Joining lines makes them shorter: what fits only now is taken in now."""
    for beat in sorted(rest, key=lambda one: -one.worth):
        if beat.worth < FEEBLE and _length(flowing(chosen, speaker), speaker) > WELL_FILLED * brief.length:
            continue
        if any(beat.fact == one.fact for one in chosen) or len(chosen) >= most_scenes(brief.length):
            continue
        tried = arranged([*chosen, beat])
        told = flowing(tried, speaker)
        if beat in tried and _length(told, speaker) <= brief.length:
            chosen = tried
    return chosen


def _must(
    brief: Brief, facts: Sequence[Fact], hook: Hook, action: Action, speaker: Speaker, rng: random.Random
) -> tuple[list[Beat], set[Fact | None]]:
    """The hook, the product line and the ending; and the facts that they tell. A very short ad has no hook
    of its own.
    """
    short = brief.length < SHORT
    product = next((fact for fact in facts if fact.kind is Kind.PRODUCT), None)
    opens = not short or product is None
    beats = [hook_beat(hook)] if opens else []
    if product is not None and (hook.uses != product or not opens):
        beat = product_beat(product, speaker, rng)
        versions = _briefly(beat.versions, speaker) if short else with_place(beat.versions)
        beats.append(replace(beat, versions=versions))
    elif product is not None and opens:
        briefer = product_beat(product, speaker, rng).versions[1:]
        told = tuple(dict.fromkeys((hook.narration, *briefer)))
        beats = [replace(beats[0], versions=with_place(told))]
    end = replace(action, narration=action.text + ".") if short else action
    briefly = (
        unheard(end, speaker.brand) if brief.length <= BRIEF and not brief.call_to_action.strip() else ""
    )
    return [*beats, action_beat(end, unheard=briefly)], {hook.uses if opens else None, product, *action.uses}


def _with_answer(must: list[Beat], others: list[Beat]) -> tuple[list[Beat], list[Beat]]:
    """A question and its short answer are one opening: neither is told without the other."""
    asks, answer = must[0], next((beat for beat in others if beat.place == 1), None)
    if answer is None or asks.place != 0 or asks.kept or not asks.narration.endswith("?"):
        return must, others
    briefly = [re.sub(r", (?:anywhere|everywhere|all over) .*(?=\.)", "", line) for line in answer.versions]
    lines = [f"{asks.narration} {line}" for line in dict.fromkeys([*answer.versions, *briefly])]
    able = tuple(line for line in lines if len(line.split()) <= _ASKED_AND_ANSWERED)
    if not able:
        return must, others
    both = replace(asks, versions=able, words=(*asks.words, *answer.words))
    return [both, *must[1:]], [beat for beat in others if beat is not answer]


def _placed(beat: Beat, formula: int) -> Beat:
    """The beat where the formula has it; what points back or answers the opening stays where it is."""
    fact = beat.fact
    if fact is None or fact.leans or beat.place == 1:
        return beat
    return replace(beat, place=FORMULAS[formula % len(FORMULAS)].get(fact.kind, beat.place))


def _briefly(versions: tuple[str, ...], speaker: Speaker) -> tuple[str, ...]:
    """For a few seconds also without "This is", and the name alone."""
    bare = [
        re.sub(rf"^(?:This is|Meet) ({re.escape(speaker.brand)})[,:] (?:an? )?", r"\1: ", line)
        for line in versions
    ]
    return tuple(dict.fromkeys([*versions, *bare, f"This is {speaker.brand}."]))


def _says_how(fact: Fact, action: Action) -> bool:
    """Whether a fact would say an address or a number that the ending says anyway."""
    ways = (patterns.URL, patterns.PHONE, patterns.EMAIL)
    told = {match.group().strip() for way in ways for match in way.finditer(action.narration)}
    words = set(re.findall(r"\w+", fact.sentence.lower()))
    again = len(words) <= _FEW and words <= set(re.findall(r"\w+", action.text.lower()))
    if fact.due or fact.kind in {Kind.OFFER, Kind.PRICE}:
        return False
    return again or any(one in fact.sentence for one in told)


def _first_offer(beats: Sequence[Beat], brief: Brief) -> Beat | None:
    """What may not be lost: the offer from the offer field, which stands last, or the only one; else the
    price.
    """
    offers = [beat for beat in beats if beat.fact is not None and beat.fact.kind is Kind.OFFER]
    prices = [beat for beat in beats if beat.fact is not None and beat.fact.kind is Kind.PRICE]
    if not offers and prices and brief.length >= SHORT:
        return max(prices, key=lambda beat: beat.worth)  # that of the thing itself
    return offers[-1] if offers else None


def _others(
    unsaid: Sequence[Fact],
    facts: Sequence[Fact],
    hook: Hook,
    speaker: Speaker,
    rng: random.Random,
    *,
    asked: str,
) -> list[Beat]:
    beats = []
    by_order = {fact.order: fact for fact in facts}
    for fact in unsaid:
        if fact.kind in {Kind.QUESTION, Kind.ACTION, Kind.PRODUCT}:
            continue
        before = by_order.get(fact.order - 1)
        if fact.leans and before is not None and before.kind in {Kind.PRICE, Kind.OFFER}:
            told = fact_beat(fact, speaker, rng, before=before)
            beats.append(replace(told, place=fact_beat(before, speaker, rng, before=None).place))
            continue
        beats.append(_answering(fact_beat(fact, speaker, rng, before=before), fact, before, hook, speaker))
    return _joined(_one_price(beats, asked))


def _one_price(beats: list[Beat], asked: str) -> list[Beat]:
    """Beside the price of the thing itself (what is asked for, "It's $425 a week") the others are worth less."""
    priced = [beat for beat in beats if beat.fact is not None and beat.fact.kind is Kind.PRICE]
    wanted = set(re.findall(r"[a-z]{4,}", asked.lower()))

    def rank(beat: Beat) -> tuple[bool, bool, bool, int]:
        words = {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", beat.narration.lower())}
        itself = (
            beat.fact is not None
            and re.match(r"it(?:'s| is)\b", beat.fact.sentence, re.IGNORECASE) is not None
        )
        sent = re.search(r"deliver|postage|shipping", beat.narration, re.IGNORECASE) is not None
        return not words & wanted, not itself, sent, beat.order

    others = sorted(priced, key=rank)[1:]
    return [replace(beat, worth=beat.worth - _LATER_PRICE) if beat in others else beat for beat in beats]


def _answering(beat: Beat, fact: Fact, before: Fact | None, hook: Hook, speaker: Speaker) -> Beat:
    """What the brief says right after a question is its answer: next to the hook, or with the question in
    one line.
    """
    opened = before is not None and hook.uses == before
    if opened and before is not None and before.kind is not Kind.QUESTION and _goes_with(before, fact):
        return replace(beat, place=1, worth=96.0, must=len(beat.narration.split()) <= _SHORT_ANSWER)
    if before is None or before.kind is not Kind.QUESTION or fact.kind not in {Kind.BENEFIT, Kind.NUMBER}:
        return beat
    if hook.uses == before:
        line = named_line(fact, speaker) if fact.leans else ""
        versions = (line,) if line else beat.versions
        return replace(
            beat, place=1, worth=96.0, versions=versions, must=len(versions[-1].split()) <= _SHORT_ANSWER
        )
    few = len(fact.sentence.split())
    # "Call it in.", and "When did you last have yours done? Your insurers will ask."
    short = few <= _FEW_WORDS and (fact.shape is Shape.COMMAND or before.leans)
    if not fact.leans and not short:
        return beat
    told = replace(fact, leans=False)
    lines = tuple(f"{before.sentence} {line}" for line in beat.versions)
    return replace(beat, fact=told, versions=lines, words=(before.words, fact.words))


def _goes_with(opening: Fact, fact: Fact) -> bool:
    """Whether an opening waits for what the brief says after it: the other half of one sentence, or a condition."""
    halves = opening.words == fact.words and fact.kind in {Kind.BENEFIT, Kind.NUMBER}
    return (
        halves
        and re.match(r"(?:when|if|most|you (?:can't|don't))\b", opening.sentence, re.IGNORECASE) is not None
    )


def _with_terms(beats: list[Beat]) -> list[Beat]:
    """A code and a last day are told with the offer that they belong to, or else with the price."""
    terms = [beat for beat in beats if beat.fact is not None and beat.fact.kind is Kind.TERMS]
    kinds = (Kind.OFFER, Kind.PRICE)
    able = [beat for kind in kinds for beat in beats if beat.fact is not None and beat.fact.kind is kind]
    if not terms or not able:
        return beats
    offer = max(
        able, key=lambda beat: beat.fact is not None and (beat.fact.asked, beat.fact.kind is Kind.OFFER)
    )
    line = " ".join([offer.narration, *(beat.narration for beat in terms)])
    words = (*offer.words, *(word for beat in terms for word in beat.words))
    told = replace(offer, versions=(line, *offer.versions[1:]), words=words, must=offer.must)
    return [told if beat is offer else beat for beat in beats if beat not in terms]


def _joined(beats: list[Beat]) -> list[Beat]:
    """A price tag and a plain offer become one beat, and so do an offer and its terms."""
    return _with_terms(_tagged(beats))


def _tagged(beats: list[Beat]) -> list[Beat]:
    for price in beats:
        for offer in beats:
            if offer.fact is not None and offer.fact.kind is Kind.OFFER and can_join(price, offer):
                return [beat for beat in beats if beat not in (price, offer)] + [with_offer(price, offer)]
    return beats
