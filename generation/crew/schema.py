"""What a model may answer, with the lengths enforced here and not merely asked for."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from generation.studio.script import Intent, Script, ScriptScene

MOST_SCENES = 12


def words_between(least: int, most: int) -> AfterValidator:
    """A validator for the number of words in a text."""

    def check(text: str) -> str:
        count = len(text.split())
        if not least <= count <= most:
            message = f"has {count} words; {least} to {most} are allowed"
            raise ValueError(message)
        return text

    return AfterValidator(check)


Share = Annotated[float, Field(ge=0.0, le=1.0)]
Line = Annotated[str, Field(max_length=240)]


class Answer(BaseModel):
    """Strict: no unknown fields, no surrounding blanks."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class IdeaAnswer(Answer):
    """The creative idea in one line, and three others that were possible."""

    line: Annotated[str, Field(max_length=300), words_between(3, 45)]
    alternatives: Annotated[
        list[Annotated[str, Field(max_length=300), words_between(3, 45)]], Field(min_length=3, max_length=3)
    ]


class SceneAnswer(Answer):
    """One scene. ``facts`` are the brief's own words that the scene rests on."""

    intent: Intent
    on_screen_text: Annotated[str, Field(max_length=80), words_between(1, 8)]
    narration: Annotated[str, Field(max_length=320), words_between(1, 45)]
    visual_description: Annotated[str, Field(max_length=500)] = ""
    seconds: Annotated[float, Field(ge=0.5, le=20.0)] = 3.0
    items: Annotated[
        list[Annotated[str, Field(max_length=80), words_between(1, 8)]], Field(max_length=6)
    ] = []
    figure: Annotated[str, Field(max_length=16)] = ""
    figure_label: Annotated[str, Field(max_length=60)] = ""
    source: Annotated[str, Field(max_length=100)] = ""
    facts: Annotated[list[Annotated[str, Field(max_length=600)]], Field(max_length=6)] = []

    def as_scene(self) -> ScriptScene:
        """The scene as the studio takes it."""
        return ScriptScene(
            intent=self.intent,
            on_screen_text=self.on_screen_text,
            narration=self.narration,
            visual_description=self.visual_description,
            seconds=self.seconds,
            items=tuple(self.items),
            figure=self.figure,
            figure_label=self.figure_label,
            source=self.source,
        )


class ScriptAnswer(Answer):
    """A whole script."""

    title: Annotated[str, Field(max_length=120), words_between(1, 16)]
    scenes: Annotated[list[SceneAnswer], Field(min_length=2, max_length=MOST_SCENES)]
    call_to_action: Annotated[str, Field(max_length=120), words_between(1, 16)]
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")] = "en"
    brand_voice: Line = ""

    @model_validator(mode="after")
    def _ends_with_an_action(self) -> Self:
        if self.scenes[-1].intent is not Intent.ACTION:
            raise ValueError("the last scene must have the intent “action”")
        return self

    def as_script(self) -> Script:
        """The script as the studio takes it."""
        return Script(
            title=self.title,
            scenes=tuple(scene.as_scene() for scene in self.scenes),
            call_to_action=self.call_to_action,
            brand_voice=self.brand_voice,
            language=self.language,
        )


class ScoresAnswer(Answer):
    """The seven scores of the review, each from 0.00 to 1.00."""

    relevance_to_product_and_brand: Share
    clarity_and_simplicity: Share
    attention_grabbing_hook: Share
    consistency_and_tone: Share
    logical_story_flow: Share
    uniqueness_and_creativity: Share
    sensory_and_content_safety: Share


class EvidenceAnswer(Answer):
    """Why each score is what it is: words of the script, counted or quoted."""

    relevance_to_product_and_brand: Annotated[str, Field(max_length=600)]
    clarity_and_simplicity: Annotated[str, Field(max_length=600)]
    attention_grabbing_hook: Annotated[str, Field(max_length=600)]
    consistency_and_tone: Annotated[str, Field(max_length=600)]
    logical_story_flow: Annotated[str, Field(max_length=600)]
    uniqueness_and_creativity: Annotated[str, Field(max_length=600)]
    sensory_and_content_safety: Annotated[str, Field(max_length=600)]


class ReviewAnswer(Answer):
    """A judgement: scores, the evidence for each, and what should change."""

    scores: ScoresAnswer
    evidence: EvidenceAnswer
    notes: Annotated[list[Line], Field(max_length=12)] = []
