"""Stage 2: the script is scored; it is approved, sent back, or stops the run. At most three rounds."""

from generation.crew.crew import Draft, judge, revise
from generation.crew.review import Review
from generation.pipeline.bench import Bench
from generation.pipeline.briefing import crew_brief
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.models_in_use import reviewer, writer
from generation.pipeline.stages import Outcome

ROUNDS = 3


def review_script(bench: Bench) -> Outcome:
    """Write review.json and the approved script.json; raise ScriptRefused when no round was approved."""
    draft = bench.kept("script.json", Draft)
    draft, review, rounds = _until_approved(bench, draft)
    bench.keep("script.json", draft)
    bench.keep("review.json", review)
    bench.report(1.0, "The script is approved")
    return Outcome(("script.json", "review.json"), {"rounds": rounds})


def _until_approved(bench: Bench, draft: Draft) -> tuple[Draft, Review, int]:
    brief = crew_brief(bench.brief, seed=bench.seed)
    for number in range(1, ROUNDS + 1):
        bench.report((number - 1) / ROUNDS, f"Reviewing the script, round {number}")
        review = judge(brief, draft.script, llm=reviewer())
        if review.approved:
            return draft, review, number
        if number < ROUNDS:
            draft = revise(brief, draft, review.notes, llm=writer())
    raise ScriptRefused(review.notes)
