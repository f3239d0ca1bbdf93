"""A hosted model asked for several scripts at once, or for the open scenes of one. Never trusted blindly: what is
locked is put back by the program, and what the model says goes through the same review as any script.
"""

from dataclasses import replace
from functools import cache
from typing import Annotated, Any

from pydantic import Field, create_model

from generation.crew import prompts
from generation.crew.brief import Brief
from generation.crew.calls import ask
from generation.crew.crew import WRITER, material, measures, plain, rules_for
from generation.crew.draft import Draft, Idea
from generation.crew.errors import ModelFailed
from generation.crew.fence import fenced
from generation.crew.llm import label_of
from generation.crew.schema import Answer, SceneAnswer, ScriptAnswer
from generation.crew.usage import Call
from generation.studio.script import Intent, Script, ScriptScene


def variants_by_model(brief: Brief, *, count: int, llm: Any) -> tuple[Draft, ...]:
    """Up to ``count`` scripts that open differently, from one question; the first draft carries its call."""
    task = prompts.filled(
        prompts.VARIANTS,
        brief=material(brief),
        count=str(count),
        rules=rules_for(brief),
        **measures(brief),
    )
    reply = ask(llm, persona=WRITER, task=task, schema=_scripts(count))
    by_opening: dict[str, ScriptAnswer] = {}
    for one in _given(reply.answer, "scripts"):
        by_opening.setdefault(_bare(one.scenes[0].narration), one)
    drafts = [_draft(one, label_of(llm)) for one in by_opening.values()]
    return (_paid(drafts[0], (reply.call,)), *drafts[1:])


def rewritten_by_model(brief: Brief, draft: Draft, locked: frozenset[int], *, llm: Any) -> Draft:
    """The draft with every scene that is not in ``locked`` (from 0) written anew. Raises ModelFailed."""
    open_places = [place for place in range(len(draft.script.scenes)) if place not in locked]
    task = prompts.filled(
        prompts.REWRITE,
        brief=material(brief),
        script=fenced("script", _numbered(draft.script, locked)),
        count=str(len(open_places)),
        open=", ".join(str(place + 1) for place in open_places),
        rules=rules_for(brief),
        **measures(brief),
    )
    reply = ask(llm, persona=WRITER, task=task, schema=_scenes(len(open_places)))
    answers = dict(zip(open_places, _given(reply.answer, "scenes"), strict=True))
    _require_new(draft.script, locked, answers)
    scenes = tuple(
        scene if place in locked else _in_place(answers[place], place, len(draft.script.scenes))
        for place, scene in enumerate(draft.script.scenes)
    )
    sources = tuple(
        tuple(answers[place].facts) if place in answers else draft.sources[place]
        for place in range(len(scenes))
    )
    script = replace(draft.script, scenes=scenes, call_to_action=_action(brief, draft.script, answers))
    told = replace(draft, script=script, sources=sources, writer=label_of(llm), turn=draft.turn + 1)
    return _paid(replace(told, kept=tuple(sorted(locked))), (*draft.calls, reply.call))


def _numbered(script: Script, locked: frozenset[int]) -> list[dict[str, object]]:
    scenes: Any = plain(script)["scenes"]
    return [{"number": place + 1, "locked": place in locked, **scene} for place, scene in enumerate(scenes)]


def _require_new(script: Script, locked: frozenset[int], answers: dict[int, SceneAnswer]) -> None:
    """A model that says a locked scene again has not done what it was asked."""
    said = {_bare(script.scenes[place].narration) for place in locked}
    if any(_bare(answer.narration) in said for answer in answers.values()):
        raise ModelFailed("bad_answer", "The model repeated a scene that was locked.", permanent=False)


def _in_place(answer: SceneAnswer, place: int, count: int) -> ScriptScene:
    """The new scene; only the last one may be, and is, the action."""
    scene = answer.as_scene()
    if place == count - 1:
        return replace(scene, intent=Intent.ACTION)
    late = scene.intent is Intent.ACTION or (scene.intent is Intent.HOOK and place > 0)
    return replace(scene, intent=Intent.BENEFIT) if late else scene


def _action(brief: Brief, script: Script, answers: dict[int, SceneAnswer]) -> str:
    """The call to action: the brief's own, the old one while its scene stays, or what the new ending shows."""
    last = len(script.scenes) - 1
    if last not in answers or brief.call_to_action.strip():
        return brief.call_to_action.strip().rstrip(".! ") if last in answers else script.call_to_action
    kept = _bare(script.call_to_action) in _bare(answers[last].narration)
    return script.call_to_action if kept else answers[last].on_screen_text


def _draft(answer: ScriptAnswer, label: str) -> Draft:
    sources = tuple(tuple(scene.facts) for scene in answer.scenes)
    return Draft(Idea(answer.scenes[0].narration, ()), answer.as_script(), label, sources)


def _paid(draft: Draft, calls: tuple[Call, ...]) -> Draft:
    return replace(draft, calls=calls, tokens=sum(call.tokens for call in calls))


def _bare(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def _given(answer: Any, name: str) -> list[Any]:
    found: list[Any] = getattr(answer, name)
    return found


@cache
def _scripts(count: int) -> type[Answer]:
    """The schema of so many scripts at most: two good ones are better than a refusal."""
    several = Annotated[list[ScriptAnswer], Field(min_length=1, max_length=count)]
    return create_model("ScriptsAnswer", __base__=Answer, scripts=(several, ...))


@cache
def _scenes(count: int) -> type[Answer]:
    """The schema of exactly so many scenes."""
    several = Annotated[list[SceneAnswer], Field(min_length=count, max_length=count)]
    return create_model("ScenesAnswer", __base__=Answer, scenes=(several, ...))
