"""Stage 1: the crew turns the brief into an idea and a script."""

from django.conf import settings

from generation.crew.crew import Draft, write
from generation.crew.own_script import own_draft
from generation.crew.usage import bill
from generation.pipeline.bench import Bench
from generation.pipeline.briefing import crew_brief
from generation.pipeline.models_in_use import writer
from generation.pipeline.outcome import Outcome


def write_script(bench: Bench) -> Outcome:
    """Write script.json: idea, script and who wrote it."""
    bench.report(0.1, "Reading the brief")
    draft = _draft(bench)
    bench.report(0.9, f"The script has {len(draft.script.scenes)} scenes")
    bench.keep("script.json", draft)
    return Outcome(
        ("script.json",), {"written_by": draft.writer} | bill(draft.calls, prices=settings.LLM_PRICES)
    )


def _draft(bench: Bench) -> Draft:
    """The person's own script where the brief brings one, else what the crew writes."""
    brief = crew_brief(bench.brief, seed=bench.seed)
    if not bench.brief.script:
        return write(brief, llm=writer())
    return own_draft(brief, bench.brief.script)
