"""The product's brief as the crew reads it. Apart, because it needs none of the crew's large libraries."""

from ads import briefs
from generation.crew.brief import Brief as CrewBrief


def crew_brief(brief: briefs.Brief, *, seed: int) -> CrewBrief:
    """What the writer is told of a brief; ``seed`` picks among the ads that it allows."""
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
        must_say=brief.must_say,
        must_not_say=brief.must_not_say,
        pictures=len(brief.pictures),
    )
