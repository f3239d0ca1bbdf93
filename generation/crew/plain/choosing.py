"""Which statements an ad has time for, each in the longest version that fits, and in which order they are told."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.planning.room import most_scenes, slack_of
from generation.crew.craft import LEEWAY_SECONDS, TOO_FAST, VERY_SHORT
from generation.crew.plain.endings import Ending, shorter_endings
from generation.crew.plain.hooks import strength
from generation.crew.plain.hours import is_shut
from generation.crew.plain.lines import Choice, Told, narrations_of, seconds_of
from generation.crew.plain.reach import street_in
from generation.crew.plain.statement import Statement
from generation.crew.plain.tongues import Tongue
from generation.crew.plain.versions import versions_of

LONGEST_OPENING, _LONGEST_ROOMY_OPENING = 11, 13
_ROOMY = 25
_SPARE_PACE = 0.1
_FEWEST_OF_A_SCENE = 3
"""So few words are hardly a scene of their own."""
_WORDS_BESIDE_A_STREET = 3

_WORTH = {
    Kind.OFFER: 5.0,
    Kind.NUMBER: 4.6,
    Kind.QUOTE: 5.0,
    Kind.BENEFIT: 4.0,
    Kind.PRICE: 3.5,
    Kind.PLACE: 3.2,
}
_LAST = {Kind.PRICE: 1, Kind.OFFER: 2}

_GREAT = re.compile(
    r"\d\s?%|[Cc][oó]d(?:igo|ice|e)\b|(?:mitad|moitié|metà|metade|halb)|\d ?[x×] ?\d", re.IGNORECASE
)
"""What makes an offer worth coming for, beside what is free anyway ("devis gratuit")."""


def _as_place(one: Statement, tongue: Tongue) -> Statement:
    """ "Besuchen Sie unsere Werkstatt, geöffnet …", where the ad ends on another order."""
    is_place = one.kind is Kind.ACTION and tongue.tells_a_place(one.sentence)
    return replace(one, kind=Kind.PLACE) if is_place else one


def _is_at_the_end(one: Statement, ending: Ending) -> bool:
    """Whether a sentence is nothing but the street that the ad ends on."""
    street = street_in(one.sentence)
    ends = bool(street) and street in f"{ending.order} {ending.shown}" and not one.due and not one.is_what
    return ends and len(one.sentence.split()) <= len(street.split()) + _WORDS_BESIDE_A_STREET


class Chooser:
    """Fills the time of one brief."""

    def __init__(self, brief: Brief, tongue: Tongue, statements: Sequence[Statement], ending: Ending) -> None:
        """``statements``: all that the brief says; ``ending``: its call to action."""
        self._brief, self._tongue, self._ending = brief, tongue, ending
        told = [one for one in statements if one is not ending.spent and not _is_at_the_end(one, ending)]
        self._statements = [_as_place(one, tongue) for one in told]
        self._what = next((one for one in self._statements if one.is_what), None)

    def choice(self, opening: Statement | None, rng: random.Random) -> Choice:
        """The opening, what it is and does as in the brief, price and offer last, the call to action. Where there is no
        room for another opening beside what it is and the offer, what it is opens the ad.
        """
        openings = [opening] if self._what is None else [opening, self._what]
        made = [self._choice(one, random.Random(rng.random())) for one in dict.fromkeys(openings)]
        return max(made, key=self._kept_of_the_floor)

    def _kept_of_the_floor(self, choice: Choice) -> int:
        told = [one.statement for one in choice.told]
        return 2 * (self._what in told) + all(one in told for one in self._offer()) + bool(choice.ending.said)

    def _choice(self, opening: Statement | None, rng: random.Random) -> Choice:
        ending, must = self._squeezed(self._musts(opening), opening)
        kept = self._filled(must, opening, ending, rng)
        return Choice(
            tuple(self._ordered(kept, opening)), ending, self._fits(kept, opening, ending, signed=True)
        )

    def _musts(self, opening: Statement | None) -> list[Told]:
        """What may not be lost, the most important first: what was asked for, the opening, the offer, what it is."""
        asked = [one for one in self._statements if one.due or one.asked]
        offer = [] if asked else self._offer()
        told = [opening, *self._answer(opening)]
        wanted = (
            [*asked, *offer, *told, self._what]
            if self._brief.length < VERY_SHORT
            else [*asked, *told, self._what, *offer]
        )
        return [self._briefly(one, opening) for one in dict.fromkeys(wanted) if one is not None]

    def _answer(self, opening: Statement | None) -> list[Statement]:
        """What follows the question that opens the ad."""
        asks = opening is not None and opening.kind is Kind.QUESTION
        after = [one for one in self._statements if opening is not None and one.order == opening.order + 1]
        return [one for one in after if asks and one.kind not in {Kind.ACTION, Kind.QUESTION}]

    def _offer(self) -> list[Statement]:
        """The last of the great offers, or of all, or another for another seed; else the price of what the call to
        action asks for, or the first.
        """
        offers = [one for one in self._statements if one.kind is Kind.OFFER]
        strong = [one for one in offers if _GREAT.search(one.sentence)]
        turn = self._brief.seed % len(strong or offers or [0])
        prices = [one for one in self._statements if one.kind is Kind.PRICE]
        wanted = set(re.findall(r"[^\W\d_]{5,}", self._ending.order.casefold()))
        meant = [one for one in prices if wanted & set(re.findall(r"[^\W\d_]{5,}", one.sentence.casefold()))]
        return (strong or offers)[::-1][turn : turn + 1] or meant[:1] or prices[:1]

    def _briefly(self, one: Statement, opening: Statement | None) -> Told:
        """A long opening without what its only comma adds: so that the offer has room beside what the thing is."""
        versions = versions_of(one, self._tongue)
        priced = one.kind in {Kind.OFFER, Kind.PRICE} and not one.asked and self._brief.length < _ROOMY
        longest = LONGEST_OPENING if priced or self._brief.length < _ROOMY else _LONGEST_ROOMY_OPENING
        is_long = (one is opening or priced) and len(one.sentence.split()) > longest
        short = [text for text in versions if len(text.split()) <= LONGEST_OPENING] if is_long else []
        return Told(one, (short or versions)[0])

    def _squeezed(self, must: list[Told], opening: Statement | None) -> tuple[Ending, list[Told]]:
        """As much of what must be in as fits: in shorter versions, the number only shown, the last of it left off."""
        kept = list(must)
        while kept:
            for ending in shorter_endings(self._ending, self._tongue):
                fitting = next((one for one in self._shorter(kept) if self._fits(one, opening, ending)), None)
                if fitting is not None:
                    return ending, fitting
            if kept[-1].statement.due or kept[-1].statement.asked:
                break
            kept.pop()
        return self._at_the_least(must)

    def _at_the_least(self, must: list[Told]) -> tuple[Ending, list[Told]]:
        """Where nothing fits: another offer or price, or one sentence, in its shortest version, or all the same what
        was asked for.
        """
        asked = [one for one in must if one.statement.due or one.statement.asked]
        ending = shorter_endings(self._ending, self._tongue)[-1]
        if asked:
            return ending, [replace(one, text=versions_of(one.statement, self._tongue)[-1]) for one in asked]
        others = sorted(self._statements, key=lambda one: -self._worth(one))
        told = [
            Told(one, versions_of(one, self._tongue)[-1])
            for one in others
            if not self._tongue.leans_back(one.sentence)
        ]
        for short in shorter_endings(self._ending, self._tongue):
            for one in told:
                if one.statement.kind is not Kind.ACTION and self._fits([one], None, short):
                    return short, [one]
        return ending, sorted(told, key=lambda one: len(one.text))[:1]

    def _worth(self, one: Statement) -> float:
        """How much one sentence is missed where it is the only one: what it is more than a number of things."""
        return _WORTH.get(one.kind, 0.0) + 0.3 * strength(one, self._tongue) + 2.0 * one.is_what

    def _shorter(self, kept: Sequence[Told]) -> Iterator[list[Told]]:
        """The statements, then with the longest of them shortened, again and again."""
        current = list(kept)
        yield current
        while True:
            able = [(len(one.text), place) for place, one in enumerate(current) if self._next(one)]
            if not able:
                return
            _, place = max(able)
            current = [
                replace(one, text=self._next(one)) if at == place else one for at, one in enumerate(current)
            ]
            yield current

    def _next(self, one: Told) -> str:
        """The next shorter version; "" when there is none."""
        versions = versions_of(one.statement, self._tongue)
        later = versions[versions.index(one.text) + 1 :] if one.text in versions else []
        return later[0] if later else ""

    def _filled(
        self, must: list[Told], opening: Statement | None, ending: Ending, rng: random.Random
    ) -> list[Told]:
        """With the worthiest others, as long as there is time."""
        kept = list(must)
        inside = {one.statement for one in kept}
        rest = [one for one in self._statements if one not in inside and one.kind in _WORTH]
        rest = [one for one in rest if len(one.sentence.split()) >= _FEWEST_OF_A_SCENE]
        if self._brief.length < VERY_SHORT:
            rest = [one for one in rest if one.kind is not Kind.PLACE]
        telling = {one: 0.3 * (strength(one, self._tongue) - 5) for one in rest}
        worth = {
            one: _WORTH[one.kind] + telling[one] + rng.uniform(0, 1.8) - 0.12 * one.order for one in rest
        }
        worth |= {one: worth[one] - 3 for one in rest if is_shut(one.sentence)}
        worth |= {one: worth[one] - 1.5 for one in rest if len(one.sentence.split()) <= _FEWEST_OF_A_SCENE}
        if any(one.kind in {Kind.PRICE, Kind.OFFER} for one in inside):
            worth |= {one: worth[one] - 1.5 for one in rest if one.kind is Kind.PRICE}
        if opening is not None and opening.kind is Kind.QUESTION:  # its answer is told with it
            worth |= {one: worth[one] + 3 for one in rest if one.order == opening.order + 1}
        rest.sort(key=lambda one: -worth[one])
        for one in [*rest, *rest]:
            if (
                any(one is each.statement for each in kept)
                or len(kept) >= most_scenes(self._brief.length) - 1
            ):
                continue
            if self._tongue.leans_back(one.sentence) and not any(
                each.statement.order == one.order - 1 for each in kept
            ):
                continue
            told = (Told(one, text) for text in versions_of(one, self._tongue))
            kept = next(([*kept, each] for each in told if self._fits([*kept, each], opening, ending)), kept)
        return kept

    def _ordered(self, kept: Sequence[Told], opening: Statement | None) -> list[Told]:
        """The opening and its answer, what it is, then as in the brief (beginning elsewhere for another seed), prices
        and offers behind; what leans follows its own.
        """
        order = {one.statement.order: one for one in kept}
        most = max((one.order for one in self._statements), default=0)
        answered = opening is not None and opening.kind is Kind.QUESTION

        def place(one: Told) -> tuple[float, int]:
            statement = one.statement
            if statement is opening:
                return (-2, 0)
            if answered and opening is not None and statement.order == opening.order + 1:
                return (-1, 0)
            if statement is self._what:
                return (-0.5, 0)
            before = order.get(statement.order - 1)
            if before is not None and self._tongue.leans_back(statement.sentence):
                return (place(before)[0], statement.order)
            if _LAST.get(statement.kind, 0):
                return (_LAST[statement.kind], statement.order)
            return (0, (statement.order + self._brief.seed) % (most + 1))

        return sorted(kept, key=place)

    def _fits(
        self, told: Sequence[Told], opening: Statement | None, ending: Ending, *, signed: bool = False
    ) -> bool:
        """Whether all of it can be spoken in time, by the pace of the language and by that of the review."""
        lines = narrations_of(self._brief, self._ordered(told, opening), ending, signed=signed)
        length = self._brief.length
        taken = sum(seconds_of(line, self._tongue) for line in lines)
        leeway = LEEWAY_SECONDS if length < VERY_SHORT else 0.0
        spoken = spoken_words(" ".join(lines)) / (max(1.0, length) + leeway)
        return taken <= length + slack_of(length) and spoken <= TOO_FAST - _SPARE_PACE
