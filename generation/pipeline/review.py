"""Stage 2: the script is scored; it is approved, sent back, or stops the run. At most three rounds."""

from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings

from ads.briefs import OWN_VOICE
from generation.crew.crew import Draft, judge, revise
from generation.crew.own_script import reviewed_own
from generation.crew.review import Review
from generation.crew.usage import Call, bill
from generation.pipeline.bench import Bench
from generation.pipeline.briefing import crew_brief
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.models_in_use import reviewer, writer
from generation.pipeline.outcome import Outcome

ROUNDS = 3
FILES = ("script.json", "review.json")


@dataclass(frozen=True)
class Marks:
    """What script.json says beside the draft. ``edited``: the numbers of the scenes that a person has written in."""

    edited: tuple[int, ...] = ()


class Judged(NamedTuple):
    """What a review ends with; ``calls`` are the questions that it took, rewriting included."""

    draft: Draft
    review: Review
    rounds: int
    calls: tuple[Call, ...]


def review_script(bench: Bench) -> Outcome:
    """Write review.json and the approved script.json; raise ScriptRefused when no round was approved."""
    draft = bench.kept("script.json", Draft)
    is_own = bool(bench.brief.script or bench.kept("script.json", Marks).edited)
    judged = _own(bench, draft) if is_own else _until_approved(bench, draft)
    draft, review, rounds, calls = judged
    if not is_own:
        bench.keep("script.json", draft)  # An own one stays as it is, marks and all.
    bench.keep("review.json", review)
    bench.report(1.0, "The script is approved")
    return Outcome(
        ("script.json", "review.json"), {"rounds": rounds} | bill(calls, prices=settings.LLM_PRICES)
    )


def _own(bench: Bench, draft: Draft) -> Judged:
    """A person's own words are judged once, and stopped only by what no ad may say; in a recording they have spoken
    them already, at a pace that is theirs.
    """
    brief, spoken = crew_brief(bench.brief, seed=bench.seed), bench.brief.voice == OWN_VOICE
    review = reviewed_own(brief, draft.script, own_pace=spoken)
    if not review.approved:
        _show(bench, review)
        raise ScriptRefused(review.stops)
    return Judged(draft, review, 1, ())


def _until_approved(bench: Bench, draft: Draft) -> Judged:
    """Judged, and rewritten with the notes until it is approved or the rounds are used up."""
    written = len(draft.calls)
    judging: tuple[Call, ...] = ()
    brief = crew_brief(bench.brief, seed=bench.seed)
    for number in range(1, ROUNDS + 1):
        bench.report((number - 1) / ROUNDS, f"Reviewing the script, round {number}")
        review = judge(brief, draft.script, llm=reviewer())
        judging += review.calls
        if review.approved:
            return Judged(draft, review, number, (*draft.calls[written:], *judging))
        if number < ROUNDS:
            draft = revise(brief, draft, review.notes, llm=writer())
    bench.keep("script.json", draft)
    _show(bench, review)
    raise ScriptRefused(review.notes)


def _show(bench: Bench, review: Review) -> None:
    """What was refused, and why: for the person to read and change."""
    bench.path("script.json")
    bench.keep("review.json", review)
    for name in FILES:
        bench.publish(name)
