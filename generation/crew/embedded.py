"""The embedded copywriter behind the door that every model has: it reads the fenced material and answers
in the schema.
"""

from typing import Any

from pydantic import BaseModel, TypeAdapter

from generation.crew.brief import Brief
from generation.crew.copywriter.idea import idea_for
from generation.crew.copywriter.script import Written, write_script
from generation.crew.fence import unfenced
from generation.crew.passing import passing
from generation.crew.quiet import BaseLLM
from generation.crew.review import Review, reviewed_by_rules
from generation.crew.schema import (
    EvidenceAnswer,
    IdeaAnswer,
    ReviewAnswer,
    SceneAnswer,
    ScoresAnswer,
    ScriptAnswer,
)
from generation.studio.script import Script


class EmbeddedCopywriter(BaseLLM):  # type: ignore[misc]  # CrewAI is imported without its types
    """Rules, not a neural model. Needs no network and no key, and the same question always has the same
    answer.
    """

    def call(
        self,
        messages: Any,
        tools: Any = None,  # noqa: ARG002  # CrewAI's signature
        callbacks: Any = None,  # noqa: ARG002
        available_functions: Any = None,  # noqa: ARG002
        from_task: Any = None,  # noqa: ARG002
        from_agent: Any = None,  # noqa: ARG002
        response_model: type[BaseModel] | None = None,
    ) -> str:
        """Answer one of the three tasks of this crew with JSON text."""
        prompt = (
            messages if isinstance(messages, str) else "\n".join(str(one.get("content")) for one in messages)
        )
        material = unfenced("brief", prompt)
        if material is None or response_model is None:
            raise ValueError("The embedded copywriter answers only the tasks of its own crew.")
        brief = Brief(**material)
        return _ANSWERS[response_model](brief, prompt).model_dump_json()

    def supports_function_calling(self) -> bool:
        """It calls no tools."""
        return False

    def supports_stop_words(self) -> bool:
        """It needs no stop words."""
        return False

    def get_input_tokens_count(self, *_: Any, **__: Any) -> int:
        """Nobody counts them."""
        return 0

    def get_context_window_size(self) -> int:
        """More than any brief."""
        return 128_000


def _idea(brief: Brief, prompt: str) -> BaseModel:
    idea = idea_for(brief, version=_version(prompt))
    return IdeaAnswer(line=idea.line, alternatives=list(idea.alternatives))


def _script(brief: Brief, prompt: str) -> BaseModel:
    return as_answer(passing(brief, write_script(brief, version=_version(prompt))))


def _review(brief: Brief, prompt: str) -> BaseModel:
    # Not held to the schema of an answer: a script that somebody brought may be worse than any answer may be.
    draft = TypeAdapter(Script).validate_python(unfenced("draft", prompt))
    return review_as_answer(reviewed_by_rules(brief, draft))


def review_as_answer(review: Review) -> ReviewAnswer:
    """A review in the schema of an answer."""
    return ReviewAnswer(
        scores=ScoresAnswer(**review.scores),
        evidence=EvidenceAnswer(**review.evidence),
        notes=[note[:240] for note in review.notes[:12]],
    )


def _version(prompt: str) -> int:
    """How often this script has been sent back already; another version opens differently."""
    turn = unfenced("round", prompt)
    return int(turn) if isinstance(turn, int) else 0


def as_answer(written: Written) -> ScriptAnswer:
    """A written script in the schema of an answer."""
    script = written.script
    scenes = [
        SceneAnswer(
            intent=scene.intent,
            on_screen_text=scene.on_screen_text,
            narration=scene.narration,
            visual_description=scene.visual_description,
            seconds=max(0.5, min(20.0, scene.seconds)),
            items=list(scene.items),
            figure=scene.figure,
            figure_label=scene.figure_label,
            source=scene.source,
            facts=list(snippets),
        )
        for scene, snippets in zip(script.scenes, written.snippets, strict=True)
    ]
    return ScriptAnswer(
        title=script.title,
        scenes=scenes,
        call_to_action=script.call_to_action,
        language=script.language,
        brand_voice=script.brand_voice,
    )


_ANSWERS = {IdeaAnswer: _idea, ScriptAnswer: _script, ReviewAnswer: _review}
