"""Which statements an ad has time for, each in the longest version that fits, and in which order they are told."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter import patterns
from generation.crew.copywriter.fact import Kind
from generation.crew.copywriter.room import most_scenes, slack_of
from generation.crew.copywriter.spoken import spoken_words
from generation.crew.craft import LEEWAY_SECONDS, TOO_FAST, VERY_SHORT
from generation.crew.plain.endings import Ending, shorter_endings
from generation.crew.plain.statements import Statement, is_shut
from generation.crew.plain.tongues import Tongue
from generation.crew.plain.versions import versions_of

BREATH = 0.3
LONGEST_BEFORE_THE_NAME = 12
LONGEST_WITHOUT_THE_NAME = 20
LONGEST_OPENING = 11
_LAST_TO_ASK = 3
_ROOMY = 25
_LONGEST_HOOK = 12
_SPARE_PACE = 0.1

_WORTH = {
    Kind.OFFER: 5.0,
    Kind.NUMBER: 4.6,
    Kind.QUOTE: 5.0,
    Kind.BENEFIT: 4.0,
    Kind.PRICE: 3.5,
    Kind.PLACE: 3.2,
}
_LAST = {Kind.PRICE: 1, Kind.OFFER: 2}
_MUCH = re.compile(r"\d\s?%|\d[. ]\d{3}\b")
"""A share, or thousands."""
_DURATION = re.compile(
    r"\d+ (?:años|ans|Jahren?|anni|anos|horas?|heures?|Stunden|ore|minut\w+|Minuten|días|jours|Tagen?|giorni|dias)\b"
)


@dataclass(frozen=True)
class Told:
    """A statement and the words in which it is told."""

    statement: Statement
    text: str


@dataclass(frozen=True)
class Choice:
    """What the ad tells, in order, and its end; ``signed``: the end says the name again."""

    told: tuple[Told, ...]
    ending: Ending
    signed: bool = False


def seconds_of(text: str, tongue: Tongue) -> float:
    """A number takes nearly as long as two words, a sign for money or percent as one: so the voices here speak them."""
    words = re.findall(r"\d[\d.,]*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%€$£]", text)
    return sum(1.8 if word[0].isdigit() else 1 for word in words) / tongue.pace + BREATH


def narrations_of(brief: Brief, told: Sequence[Told], ending: Ending, *, signed: bool = False) -> list[str]:
    """Every line as it is spoken: the name before the first or the second, and before the end if it was said long ago
    or there is time (``signed``) and it was not just said.
    """
    brand, lines = brief.name.strip(), [one.text for one in told]
    if not any(brand.lower() in line.lower() for line in lines[:2]):
        at = 1 if len(told) > 1 and _may_wait(told[0], brand) else 0
        if lines:
            lines[at] = f"{brand}. {lines[at]}"
    reach = LONGEST_BEFORE_THE_NAME if signed else LONGEST_WITHOUT_THE_NAME
    just_said = " ".join(" ".join(lines).lower().split()[-reach:])
    again = brand.lower() in f"{just_said} {ending.said.lower()}"
    end = ". ".join(part for part in ("" if again else brand, ending.said) if part)
    return [*lines, f"{end or brand}."]


def _may_wait(opening: Told, brand: str) -> bool:
    """Whether the name comes only with the second sentence: after a question, and after an opening that is not long
    or begins as the name does ("Boulangerie Marchand. Boulangerie artisanale …").
    """
    words = opening.text.split()
    again = words[0].lower() == brand.split(maxsplit=1)[0].lower()
    return "?" in opening.text or again or len(words) <= LONGEST_BEFORE_THE_NAME


def openings_of(
    statements: Sequence[Statement], spent: Statement | None, brief: Brief, tongue: Tongue
) -> list[Statement]:
    """What could open the ad, the best first: a question, then what is striking, then what comes first in the brief."""
    able = [
        one
        for one in statements
        if one is not spent
        and one.kind not in {Kind.ACTION, Kind.OFFER, Kind.PRICE}
        and not is_shut(one.sentence)
        and not tongue.leans_back(one.sentence)
    ]
    # A question far down is one that customers ask ("¿Sin gluten?"), not one that the ad asks.
    questions = [one for one in able if one.kind is Kind.QUESTION and one.order <= _LAST_TO_ASK]
    questions += [one for one in able if "? " in one.sentence and one.kind is not Kind.QUOTE]
    striking = [one for one in able if one.kind in {Kind.NUMBER, Kind.QUOTE} and _strikes(one)]
    random.Random(f"{brief.name}|{brief.seed}").shuffle(striking)
    striking.sort(
        key=lambda one: (
            0
            if _MUCH.search(one.sentence) and one.kind is Kind.NUMBER
            else 1
            if one.kind is Kind.QUOTE
            else 2
        )
    )
    first = [one for one in able if one.kind not in {Kind.QUESTION, Kind.PLACE}][:1] or able[:1]
    rest = [one for one in able if one.kind in {Kind.NUMBER, Kind.BENEFIT}]
    return list(dict.fromkeys([*questions, *striking, *first, *rest, *able]))


def _strikes(one: Statement) -> bool:
    quote = patterns.QUOTE.search(one.sentence)
    if one.kind is Kind.QUOTE and quote:
        return len(quote.group(1).split()) <= _LONGEST_HOOK
    return len(one.sentence.split()) <= _LONGEST_HOOK and not _DURATION.search(one.sentence)


def _as_place(one: Statement, tongue: Tongue) -> Statement:
    """ "Besuchen Sie unsere Werkstatt, geöffnet …", where the ad ends on another order."""
    is_place = one.kind is Kind.ACTION and tongue.tells_a_place(one.sentence)
    return replace(one, kind=Kind.PLACE) if is_place else one


class Chooser:
    """Fills the time of one brief."""

    def __init__(self, brief: Brief, tongue: Tongue, statements: Sequence[Statement], ending: Ending) -> None:
        """``statements``: all that the brief says; ``ending``: its call to action."""
        self._brief, self._tongue, self._ending = brief, tongue, ending
        told = [one for one in statements if one is not ending.spent]
        self._statements = [_as_place(one, tongue) for one in told]

    def choice(self, opening: Statement | None, rng: random.Random) -> Choice:
        """The opening, what it is and does as in the brief, price and offer last, the call to action."""
        ending, must = self._squeezed(self._musts(opening), opening)
        kept = self._filled(must, opening, ending, rng)
        return Choice(
            tuple(self._ordered(kept, opening)), ending, self._fits(kept, opening, ending, signed=True)
        )

    def _musts(self, opening: Statement | None) -> list[Told]:
        """What may not be lost, the most important first: what was asked for, the opening, the offer, what it is."""
        asked = [one for one in self._statements if one.due or one.asked]
        telling = (
            one for one in self._statements if one.kind in {Kind.BENEFIT, Kind.NUMBER} or one.order == 1
        )
        first = next(telling, None)
        offer = [] if asked else self._offer()
        told = [opening, *self._answer(opening)]
        wanted = (
            [*asked, *offer, *told, first]
            if self._brief.length < VERY_SHORT
            else [*asked, *told, *offer, first]
        )
        return [self._briefly(one, opening) for one in dict.fromkeys(wanted) if one is not None]

    def _answer(self, opening: Statement | None) -> list[Statement]:
        """What follows the question that opens the ad."""
        asks = opening is not None and opening.kind is Kind.QUESTION
        after = [one for one in self._statements if opening is not None and one.order == opening.order + 1]
        return [one for one in after if asks and one.kind not in {Kind.ACTION, Kind.QUESTION}]

    def _offer(self) -> list[Statement]:
        """The last offer, or else the price of what the call to action asks for, or the first."""
        offers = [one for one in self._statements if one.kind is Kind.OFFER]
        prices = [one for one in self._statements if one.kind is Kind.PRICE]
        wanted = set(re.findall(r"[^\W\d_]{5,}", self._ending.order.casefold()))
        meant = [one for one in prices if wanted & set(re.findall(r"[^\W\d_]{5,}", one.sentence.casefold()))]
        return offers[-1:] or meant[:1] or prices[:1]

    def _briefly(self, one: Statement, opening: Statement | None) -> Told:
        """A long opening without what its only comma adds: so that the offer has room beside what the thing is."""
        versions = versions_of(one, self._tongue)
        priced = one.kind in {Kind.OFFER, Kind.PRICE} and not one.asked and self._brief.length < _ROOMY
        is_long = (one is opening or priced) and len(one.sentence.split()) > LONGEST_OPENING
        short = [text for text in versions if len(text.split()) <= LONGEST_OPENING] if is_long else []
        return Told(one, (short or versions)[0])

    def _squeezed(self, must: list[Told], opening: Statement | None) -> tuple[Ending, list[Told]]:
        """As much of what must be in as fits: in shorter versions, the last of it left off, the number only shown."""
        for ending in shorter_endings(self._ending):
            kept = list(must)
            while kept:
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
        ending = shorter_endings(self._ending)[-1]
        if asked:
            return ending, [replace(one, text=versions_of(one.statement, self._tongue)[-1]) for one in asked]
        others = sorted(self._statements, key=lambda one: -_WORTH.get(one.kind, 0.0))
        told = [
            Told(one, versions_of(one, self._tongue)[-1])
            for one in others
            if not self._tongue.leans_back(one.sentence)
        ]
        for short in shorter_endings(self._ending):
            for one in told:
                if one.statement.kind is not Kind.ACTION and self._fits([one], None, short):
                    return short, [one]
        return ending, sorted(told, key=lambda one: len(one.text))[:1]

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
        worth = {one: _WORTH[one.kind] + rng.uniform(0, 1) - 0.15 * one.order for one in rest}
        worth |= {one: worth[one] + 1 for one in rest if _MUCH.search(one.sentence) or one.order == 1}
        worth |= {one: worth[one] - 3 for one in rest if is_shut(one.sentence)}
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
        """The opening and its answer, then as in the brief, prices and offers behind; what leans follows its own."""
        order = {one.statement.order: one for one in kept}
        answered = opening is not None and opening.kind is Kind.QUESTION

        def place(one: Told) -> tuple[float, int]:
            statement = one.statement
            if statement is opening:
                return (-2, 0)
            if answered and opening is not None and statement.order == opening.order + 1:
                return (-1, 0)
            before = order.get(statement.order - 1)
            if before is not None and self._tongue.leans_back(statement.sentence):
                return (place(before)[0], statement.order)
            return (_LAST.get(statement.kind, 0), statement.order)

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
