"""How much fits into an ad of a given length, and what is worth the room."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.lines.voice import Mood
from generation.crew.copywriter.planning.floor import WHAT, WHERE

# Words a second while speaking, by mood, and the breath between scenes: together 2.3 to 2.6 words a second.
_RATE = {Mood.LIVELY: 3.0, Mood.WARM: 2.7, Mood.SOBER: 2.8}
_BREATH = 0.3
FEEBLE = 55.0
"""Beats of less worth (parking, ages, cards) are told only where an ad would be empty without them."""
WELL_FILLED = 0.8
_VERY_SHORT, BRIEF, _ENDING = 8, 20, 9
_ROOM = ((8, 3), (12, 4), (16, 5), (24, 7), (32, 8), (45, 10))


def seconds_of(text: str, mood: Mood) -> float:
    """How long a scene takes: its words at speaking pace, and a breath."""
    return spoken_words(text) / _RATE[mood] + _BREATH


def slack_of(length: float) -> float:
    """Seconds that the lines of an ad may take longer than it is: the voice speaks a little faster then."""
    return 0.7 if length <= _VERY_SHORT else 0.5


def most_scenes(length: float) -> int:
    """6 s has room for three scenes, 15 s for five, 30 s for eight, 60 s for twelve."""
    return next((scenes for longest, scenes in _ROOM if length <= longest), 12)


@dataclass(frozen=True)
class Room:
    """The length in seconds and the mood that sets the pace."""

    length: float
    mood: Mood

    def fill(
        self, must: Sequence[Beat], rest: Sequence[Beat], arrange: Callable[[list[Beat]], list[Beat]]
    ) -> list[Beat]:
        """What must be in, as long as it can be; then the worthiest others, in the longest version that fits.

        ``arrange`` puts beats in order and takes out those that cannot stand
        where they would; what it takes out leaves its room to others.
        """
        chosen = arrange(self._squeezed(list(must)))
        for _ in range(2):
            for beat in sorted(rest, key=lambda one: -one.worth):
                if any(beat.fact == one.fact for one in chosen):
                    continue
                if beat.worth < FEEBLE and self._is_well_filled(chosen):
                    continue
                if len(chosen) < most_scenes(self.length):
                    chosen = next((arrange(more) for more in self._with(beat, chosen)), chosen)
        return chosen

    def _with(self, beat: Beat, chosen: list[Beat]) -> Iterator[list[Beat]]:
        """One beat more, as long as it can be told; else with one of the others told more briefly for it."""
        briefer = [
            [replace(one, versions=one.versions[1:], cut=True) if one is longer else one for one in chosen]
            for longer in sorted(chosen, key=lambda one: -len(one.narration))
            if len(longer.versions) > 1
            and not longer.kept
            and (not longer.must or self._may_end_briefly(longer))
        ]
        for others in [chosen, *briefer]:
            yield from ([*others, fit] for fit in _versions(beat) if self._fits([*others, fit]))

    def _may_end_briefly(self, beat: Beat) -> bool:
        """In a few seconds another fact is worth more than the name for the second time."""
        return self.length <= BRIEF and beat.place == _ENDING

    def _is_well_filled(self, beats: Sequence[Beat]) -> bool:
        return sum(seconds_of(beat.narration, self.mood) for beat in beats) >= WELL_FILLED * self.length

    def _squeezed(self, must: list[Beat]) -> list[Beat]:
        kept = must
        while not self._fits(kept) and any(len(beat.versions) > 1 for beat in kept):
            longest = max(
                (beat for beat in kept if len(beat.versions) > 1), key=lambda beat: len(beat.narration)
            )
            kept = [
                replace(beat, versions=beat.versions[1:], cut=True) if beat is longest else beat
                for beat in kept
            ]
        for spare in (_is_price, _is_opening, _is_told_offer, _is_where, _is_product):
            fewer = [beat for beat in kept if not spare(beat)]
            if not self._fits(kept) and len(fewer) >= 2:
                kept = fewer
        return self._taken_back(kept, must)

    def _taken_back(self, kept: list[Beat], must: list[Beat]) -> list[Beat]:
        """What was left off first may fit again now that more was left off after it."""
        for beat in must:
            if any(beat.fact == one.fact and beat.place == one.place for one in kept):
                continue
            kept = next(([*kept, fit] for fit in _versions(beat)[::-1] if self._fits([*kept, fit])), kept)
        return kept

    def _fits(self, beats: Sequence[Beat]) -> bool:
        slack = slack_of(self.length) if self.length <= _VERY_SHORT else 0.0
        return sum(seconds_of(beat.narration, self.mood) for beat in beats) <= self.length + slack


def _is_price(beat: Beat) -> bool:
    what = beat.place == WHAT  # "Hire the hall for £14 an hour."
    return beat.fact is not None and beat.fact.kind is Kind.PRICE and not (beat.fact.due or what)


def _is_told_offer(beat: Beat) -> bool:
    """An offer that only the description mentions; one from the offer field stays."""
    return beat.fact is not None and beat.fact.kind is Kind.OFFER and not (beat.fact.asked or beat.fact.due)


def _is_where(beat: Beat) -> bool:
    return beat.place == WHERE and not (beat.kept or (beat.fact is not None and beat.fact.due))


def _is_product(beat: Beat) -> bool:
    return beat.place == 2 and not beat.kept


def _is_opening(beat: Beat) -> bool:
    tells = beat.fact is not None and beat.fact.kind is Kind.PRODUCT  # what it is, said first
    return beat.place < 1 and not (beat.kept or tells)


def _versions(beat: Beat) -> list[Beat]:
    return [
        replace(beat, versions=beat.versions[start:], cut=beat.cut or start > 0)
        for start in range(len(beat.versions))
    ]
