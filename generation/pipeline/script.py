"""Stage 1: the crew turns the brief into an idea and a script."""

from generation.crew.crew import write
from generation.pipeline.bench import Bench
from generation.pipeline.briefing import crew_brief
from generation.pipeline.models_in_use import writer
from generation.pipeline.stages import Outcome


def write_script(bench: Bench) -> Outcome:
    """Write script.json: idea, script and who wrote it."""
    bench.report(0.1, "Reading the brief")
    draft = write(crew_brief(bench.brief, seed=bench.seed), llm=writer())
    bench.report(0.9, f"The script has {len(draft.script.scenes)} scenes")
    bench.keep("script.json", draft)
    return Outcome(("script.json",), {"written_by": draft.writer})
