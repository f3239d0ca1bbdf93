"""Stage 1: the crew turns the brief into an idea and a script."""

from ads import briefs
from generation.crew.brief import Brief as CrewBrief
from generation.crew.crew import write
from generation.pipeline.bench import Bench
from generation.pipeline.models_in_use import writer
from generation.pipeline.stages import Outcome


def write_script(bench: Bench) -> Outcome:
    """Write script.json: idea, script and who wrote it."""
    bench.report(0.1, "Reading the brief")
    draft = write(crew_brief(bench.brief, seed=bench.seed), llm=writer())
    bench.report(0.9, f"The script has {len(draft.script.scenes)} scenes")
    bench.keep("script.json", draft)
    return Outcome(("script.json",), {"written_by": draft.writer})


def crew_brief(brief: briefs.Brief, *, seed: int) -> CrewBrief:
    """The product's brief as the crew reads it."""
    return CrewBrief(
        name=brief.name,
        desc=brief.desc,
        audience=brief.audience,
        tone=brief.tone,
        offer=brief.offer,
        call_to_action=brief.call_to_action,
        contact=brief.contact,
        language=brief.language,
        length=brief.length,
        seed=seed,
    )
