"""The five stages in their order, each with the function that does it."""

from collections.abc import Callable

from django.conf import settings

from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.outcome import Outcome
from generation.studio.english import load_spacy

Work = Callable[[Bench], Outcome]


def work_of(stage: Stage) -> Work:
    """The function of a stage. Imported when asked for: each drags in large libraries."""
    if settings.PIPELINE == "rehearsal":
        from generation.pipeline.rehearsal import rehearse

        return rehearse(stage)
    load_spacy()
    from generation.pipeline import audio, editing, review, script, visuals

    works: dict[Stage, Work] = {
        Stage.SCRIPT: script.write_script,
        Stage.REVIEW: review.review_script,
        Stage.VISUALS: visuals.design_scenes,
        Stage.AUDIO: audio.produce_sound,
        Stage.EDITING: editing.edit_film,
    }
    return works[stage]
