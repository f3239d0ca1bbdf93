"""Which beats make it into the ad, at which length, in which order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.action import Action, action_for
from generation.crew.copywriter.beats import (
    Beat,
    action_beat,
    can_join,
    fact_beat,
    hook_beat,
    product_beat,
    shown_once,
    with_offer,
)
from generation.crew.copywriter.facts import Fact, Kind
from generation.crew.copywriter.hooks import Hook
from generation.crew.copywriter.nouns import with_article
from generation.crew.copywriter.phrasing import named_line
from generation.crew.copywriter.shape import Shape
from generation.crew.copywriter.spoken import spoken_words
from generation.crew.copywriter.voice import Mood, Speaker

# Words a second while speaking, by mood, and the breath between scenes: together 2.3 to 2.6 words a second.
_RATE = {Mood.LIVELY: 3.0, Mood.WARM: 2.7, Mood.SOBER: 2.8}
_BREATH = 0.3
_NO_HOOK_BELOW = 9.0


@dataclass(frozen=True)
class Plan:
    """The beats in order, and how long each takes to say, in seconds."""

    beats: tuple[Beat, ...]
    seconds: tuple[float, ...]


def seconds_of(text: str, mood: Mood) -> float:
    """How long a scene takes: its words at speaking pace, and a breath."""
    return spoken_words(text) / _RATE[mood] + _BREATH


def most_scenes(length: float) -> int:
    """6 s has room for three scenes, 15 s for five, 30 s for eight, 60 s for twelve."""
    if length <= 8:
        return 3
    return min(12, round(length / 5) + 2)


def plan(brief: Brief, facts: Sequence[Fact], hook: Hook, speaker: Speaker, rng: random.Random) -> Plan:
    """The ad as beats: what must be said first, then as much as the length has room for."""
    action = action_for(brief, facts, speaker, rng)
    opening, rest = _opening(brief, facts, hook, speaker, rng, action)
    room = _Room(brief.length, speaker.mood, most_scenes(brief.length))
    chosen = room.fill(opening, rest)
    ordered = _leaning_kept(sorted(chosen, key=lambda beat: (beat.place, beat.order)))
    told = _flowing(_named_early(ordered, speaker), speaker)
    beats = shown_once(told)
    return Plan(beats, tuple(seconds_of(beat.narration, speaker.mood) for beat in beats))


def _opening(
    brief: Brief, facts: Sequence[Fact], hook: Hook, speaker: Speaker, rng: random.Random, action: Action
) -> tuple[list[Beat], list[Beat]]:
    """The beats that must be in, and those that may."""
    short = brief.length < _NO_HOOK_BELOW
    product = next((fact for fact in facts if fact.kind is Kind.PRODUCT and fact != hook.uses), None)
    must = [action_beat(_plain_end(action) if short and product else action)]
    if product is not None:
        must.append(product_beat(product, speaker, rng))
    if not short or product is None:
        must.append(hook_beat(hook))
    spent = {hook.uses if not short or product is None else None, product, *action.uses}
    rest = _others([fact for fact in facts if fact not in spent], facts, hook, speaker, rng)
    offers = [beat for beat in rest if beat.fact is not None and beat.fact.kind is Kind.OFFER]
    if offers and not any(fact.kind is Kind.OFFER for fact in action.uses):
        must.append(replace(offers[-1], must=True))
        rest.remove(offers[-1])
    return must, rest


def _plain_end(action: Action) -> Action:
    return replace(action, narration=action.text + ".")


def _others(
    unsaid: Sequence[Fact], facts: Sequence[Fact], hook: Hook, speaker: Speaker, rng: random.Random
) -> list[Beat]:
    beats = []
    by_order = {fact.order: fact for fact in facts}
    for fact in unsaid:
        if fact.kind in {Kind.QUESTION, Kind.ACTION, Kind.PRODUCT}:
            continue
        beat = fact_beat(fact, speaker, rng, before=by_order.get(fact.order - 1))
        beats.append(_as_answer(beat, speaker) if _answers(fact, hook) else beat)
    return _joined(beats)


def _answers(fact: Fact, hook: Hook) -> bool:
    """Whether this is what the brief says right after the question that opens the ad."""
    if hook.angle != "question" or hook.uses is None:
        return False
    return fact.order == hook.uses.order + 1 and fact.kind in {Kind.BENEFIT, Kind.NUMBER}


def _as_answer(beat: Beat, speaker: Speaker) -> Beat:
    line = named_line(beat.fact, speaker) if beat.fact is not None and beat.fact.leans else ""
    return replace(beat, place=1, worth=96.0, versions=(line,) if line else beat.versions)


def _joined(beats: list[Beat]) -> list[Beat]:
    """A price tag and a plain offer become one beat."""
    for price in beats:
        for offer in beats:
            if offer.fact is not None and offer.fact.kind is Kind.OFFER and can_join(price, offer):
                return [beat for beat in beats if beat not in (price, offer)] + [with_offer(price, offer)]
    return beats


@dataclass(frozen=True)
class _Room:
    """How much fits."""

    length: float
    mood: Mood
    scenes: int

    def fill(self, must: list[Beat], rest: list[Beat]) -> list[Beat]:
        """What must be in, as long as it can be; then the worthiest others, in the longest version that fits."""
        chosen = self._squeezed(must)
        for beat in sorted(rest, key=lambda one: -one.worth):
            fitting = next((fit for fit in _versions(beat) if self._fits([*chosen, fit])), None)
            if fitting is not None and len(chosen) < self.scenes:
                chosen.append(fitting)
        return chosen

    def _squeezed(self, must: list[Beat]) -> list[Beat]:
        kept = sorted(must, key=lambda beat: beat.place)
        while not self._fits(kept) and any(len(beat.versions) > 1 for beat in kept):
            longest = max((beat for beat in kept if len(beat.versions) > 1), key=lambda beat: len(beat.narration))
            kept = [replace(beat, versions=beat.versions[1:]) if beat is longest else beat for beat in kept]
        if not self._fits(kept) and len(kept) > 3:
            kept = [beat for beat in kept if beat.place not in {0, 1}] if self.length < 12 else kept
        return kept

    def _fits(self, beats: Sequence[Beat]) -> bool:
        return sum(seconds_of(beat.narration, self.mood) for beat in beats) <= self.length - 0.2


def _versions(beat: Beat) -> list[Beat]:
    return [replace(beat, versions=beat.versions[start:]) for start in range(len(beat.versions))]


def _leaning_kept(beats: list[Beat]) -> list[Beat]:
    """A sentence that points back goes, unless what it points at stands right before it."""
    kept: list[Beat] = []
    for beat in beats:
        fact = beat.fact
        leaning = fact is not None and fact.leans and not beat.must and fact.kind is not Kind.QUOTE
        if leaning and fact is not None and not _stands(fact, beat, kept):
            continue
        kept.append(beat)
    return kept


def _stands(fact: Fact, beat: Beat, kept: list[Beat]) -> bool:
    before = kept[-1].fact if kept else None
    if before is not None and before.order == fact.order - 1:
        return True
    return not fact.sentence.lower().startswith(("they ", "this ", "these ", "that ", "those ")) and fact.sentence.startswith("It ")


def _named_early(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """Without a product line, the first statement after the hook says whose ad this is."""
    brand = speaker.brand.lower()
    if any(brand in beat.narration.lower() for beat in beats[:2]):
        return _after_answer(beats, speaker)
    for place, beat in enumerate(beats[1:-1] or beats, start=1 if len(beats) > 2 else 0):
        line = named_line(beat.fact, speaker) if beat.fact is not None else ""
        if line and place <= 2:
            return [*beats[:place], replace(beat, versions=(line,)), *beats[place + 1 :]]
    if any(brand in beat.narration.lower() for beat in beats[:3]) or not beats:
        return _after_answer(beats, speaker)
    at = min(1, len(beats) - 1)
    said = f"This is {speaker.brand}. {beats[at].narration}"
    return [*beats[:at], replace(beats[at], versions=(said,)), *beats[at + 1 :]]


def _after_answer(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """When an answer has named the brand already, the product line sums up: "That's QuickFix: phone repair…"."""
    named = False
    told = []
    for beat in beats:
        noun = beat.fact is not None and beat.fact.kind is Kind.PRODUCT and beat.fact.shape is Shape.NOUN
        if named and noun and beat.fact is not None and beat.place == 2:
            beat = replace(beat, versions=(f"That's {speaker.brand}: {with_article(beat.fact.sentence)}.",))  # noqa: PLW2901
        named = named or speaker.brand.lower() in beat.narration.lower()
        told.append(beat)
    return told


def _flowing(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """The brand's name is not said in two scenes running, and the last of several benefits is joined by "And"."""
    told: list[Beat] = []
    for beat in beats:
        line = beat.narration
        just_named = bool(told) and speaker.brand.lower() in told[-1].narration.lower()
        pronoun = {"it": "It", "they": "They"}.get(speaker.person)
        if just_named and pronoun and beat.place in {3, 4} and line.startswith(f"{speaker.brand} ") and pronoun == "It":
            line = f"It {line[len(speaker.brand) + 1 :]}"
        told.append(replace(beat, versions=(line,)))
    return _with_and(told)


def _with_and(beats: list[Beat]) -> list[Beat]:
    body = [place for place, beat in enumerate(beats) if beat.place == 3]
    openers = ("It ", "The ", "You ", "We ", "There", "They ", "Your ", "It's ")
    if len(body) < 3 or not beats[body[-1]].narration.startswith(openers):
        return beats
    last = beats[body[-1]]
    line = f"And {last.narration[:1].lower()}{last.narration[1:]}"
    return [*beats[: body[-1]], replace(last, versions=(line,)), *beats[body[-1] + 1 :]]
