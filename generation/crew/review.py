"""The verdict on a script: seven scores with evidence, approved when the mean is 0.70 or more and none is
below 0.60.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generation.crew.brief import Brief
from generation.crew.checks import find, measure
from generation.crew.claims import Claim, claims
from generation.crew.findings import Score
from generation.crew.usage import Call
from generation.studio.script import Script

if TYPE_CHECKING:
    from generation.crew.schema import ReviewAnswer

LEAST_MEAN = 0.70
LEAST_EACH = 0.60


@dataclass(frozen=True)
class Review:
    """``scores`` and ``evidence`` have the seven names of ``Score`` as keys; ``notes`` say what to change.

    ``claims``: what the script states, each beside the brief's own words. ``stops``: the notes that no edit
    of taste can outweigh (untrue, risky, broken); a script with one of them is never approved.
    """

    scores: dict[str, float]
    evidence: dict[str, str]
    approved: bool
    notes: tuple[str, ...]
    tokens: int = 0
    claims: tuple[Claim, ...] = ()
    stops: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()

    @property
    def mean(self) -> float:
        """The mean of the seven scores."""
        return round(sum(self.scores.values()) / len(self.scores), 3)


def reviewed_by_rules(brief: Brief, script: Script) -> Review:
    """What the program alone finds."""
    found = find(brief, script)
    measured = measure(brief, script, found)
    scores = {score.value: measured[score][0] for score in Score}
    evidence = {score.value: measured[score][1] for score in Score}
    notes = [one.sentence for one in found] + _weaknesses(scores, evidence)
    stops = tuple(dict.fromkeys(one.sentence for one in found if one.stops))
    approved = _passes(scores) and not stops
    return Review(scores, evidence, approved, tuple(dict.fromkeys(notes)), 0, claims(brief, script), stops)


def _weaknesses(scores: dict[str, float], evidence: dict[str, str]) -> list[str]:
    """No refusal without a reason: what is too low says why."""
    low = [name for name, value in scores.items() if value < LEAST_EACH]
    return [f"{name.replace('_', ' ').capitalize()}: {evidence[name]}." for name in low]


def combined(measured: Review, judged: ReviewAnswer, *, tokens: int = 0) -> Review:
    """The program's review with a model's: the lower score counts, and what the program stopped stays
    stopped.
    """
    said, why = judged.scores.model_dump(), judged.evidence.model_dump()
    scores = {name: min(value, said[name]) for name, value in measured.scores.items()}
    evidence = {
        name: why[name] if said[name] < measured.scores[name] else text
        for name, text in measured.evidence.items()
    }
    notes = tuple(dict.fromkeys([*measured.notes, *judged.notes]))
    approved = measured.approved and _passes(scores)
    return Review(scores, evidence, approved, notes, tokens, measured.claims, measured.stops)


def _passes(scores: dict[str, float]) -> bool:
    return sum(scores.values()) / len(scores) >= LEAST_MEAN and min(scores.values()) >= LEAST_EACH
