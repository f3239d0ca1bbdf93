"""The crew's door for the pipeline: write a script, revise it, judge it. Import only in a worker (CrewAI,
2 s).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generation.crew import prompts
from generation.crew.brief import Brief
from generation.crew.calls import Persona, ask
from generation.crew.copywriter.facts.enough import require_enough
from generation.crew.copywriter.planning.room import most_scenes
from generation.crew.draft import Draft, Idea
from generation.crew.fence import fenced
from generation.crew.llm import is_embedded, label_of
from generation.crew.review import Review, combined, reviewed_by_rules
from generation.crew.schema import IdeaAnswer, ReviewAnswer, ScriptAnswer
from generation.crew.usage import Call
from generation.studio.script import Script

__all__ = [
    "WRITER",
    "Draft",
    "Idea",
    "judge",
    "material",
    "measures",
    "plain",
    "revise",
    "rules_for",
    "write",
]

_DIRECTOR = Persona(
    "Creative director",
    "Find the one idea that makes a short ad worth watching",
    "You have led campaigns for small makers and large brands, and you cut every word that does not sell or delight.",
)
WRITER = Persona(
    "Scriptwriter",
    "Write short, true, speakable video ads",
    "You write for the ear. You never claim what the client did not say.",
)
_REVIEWER = Persona(
    "Script reviewer",
    "Let only true, clear and well-made scripts through",
    "You have approved broadcast ads for twenty years and quote the line that decides each score.",
)
_WORDS_A_SECOND = 2.5


def write(brief: Brief, *, llm: Any, notes: Sequence[str] = ()) -> Draft:
    """A first draft: an idea, then a script.

    Raises NothingToSay (a brief without facts), LanguageNotWritten (the
    embedded writer and anything but English), ModelFailed (see its code).
    """
    return _write(brief, llm, tuple(notes), turn=0)


def revise(brief: Brief, draft: Draft, notes: Sequence[str], *, llm: Any) -> Draft:
    """The next draft, written with the reviewer's notes on the last one."""
    return _write(brief, llm, tuple(notes), turn=draft.turn + 1, before=draft)


def judge(brief: Brief, script: Script, *, llm: Any) -> Review:
    """The verdict on a script: what the program measured, and with a hosted model its judgement too; the
    lower counts.
    """
    measured = reviewed_by_rules(brief, script)
    task = prompts.filled(prompts.REVIEW, brief=material(brief), draft=fenced("draft", plain(script)))
    reply = ask(llm, persona=_REVIEWER, task=task, schema=ReviewAnswer)
    return replace(combined(measured, reply.answer, tokens=reply.tokens), calls=(reply.call,))


def _write(
    brief: Brief, llm: Any, notes: tuple[str, ...], *, turn: int, before: Draft | None = None
) -> Draft:
    if is_embedded(llm):
        # Asked before the crew starts, so that these two errors reach the caller as they are.
        require_enough(brief)
    idea, asked = _idea(brief, llm, turn, before)
    task = _script_task(brief, idea, notes, turn, before)
    reply = ask(llm, persona=WRITER, task=task, schema=ScriptAnswer)
    sources = tuple(tuple(scene.facts) for scene in reply.answer.scenes)
    calls = (*(before.calls if before is not None else ()), *asked, reply.call)
    tokens = sum(call.tokens for call in calls)
    return Draft(idea, reply.answer.as_script(), label_of(llm), sources, tokens, turn, calls)


def _idea(brief: Brief, llm: Any, turn: int, before: Draft | None) -> tuple[Idea, tuple[Call, ...]]:
    """A new idea for a first draft, and for the embedded writer in each round; a model keeps the idea it
    has.
    """
    if before is not None and not is_embedded(llm):
        return before.idea, ()
    task = prompts.filled(prompts.IDEA, brief=material(brief), language=brief.language)
    reply = ask(llm, persona=_DIRECTOR, task=f"{task}\n\n{fenced('round', turn)}", schema=IdeaAnswer)
    return Idea(reply.answer.line, tuple(reply.answer.alternatives)), (reply.call,)


def _script_task(brief: Brief, idea: Idea, notes: tuple[str, ...], turn: int, before: Draft | None) -> str:
    return prompts.filled(
        prompts.SCRIPT,
        brief=material(brief),
        idea=idea.line,
        rules=rules_for(brief),
        notes=_notes(notes, turn, before),
        **measures(brief),
    )


def measures(brief: Brief) -> dict[str, str]:
    """What every prompt that asks for a script says of its length, language and tone."""
    return {
        "length": f"{brief.length:g}",
        "language": brief.language,
        "tone": brief.tone or "plain and friendly",
    }


def rules_for(brief: Brief) -> str:
    """The rules of a script, with the numbers that this brief gives them."""
    return prompts.filled(
        prompts.RULES,
        fewest=str(2 if brief.length < 9 else 3),
        most=str(most_scenes(brief.length)),
        words=str(round(brief.length * _WORDS_A_SECOND)),
        pictures=str(brief.pictures),
    )


def _notes(notes: tuple[str, ...], turn: int, before: Draft | None) -> str:
    parts = [fenced("round", turn)]
    if before is not None:
        parts.append("Your last draft, to be mended:\n" + fenced("draft", plain(before.script)))
    if notes:
        parts.append("What the reviewer found; mend each:\n" + fenced("notes", list(notes)))
    return "\n\n".join(parts)


def material(brief: Brief) -> str:
    """The brief as material that a prompt cannot take for anything else."""
    return fenced("brief", brief.as_dict())


def plain(script: Script) -> dict[str, object]:
    """The script as an answer would be, for a prompt."""
    scenes = [
        {
            "intent": scene.intent.value,
            "on_screen_text": scene.on_screen_text,
            "narration": scene.narration,
            "visual_description": scene.visual_description,
            "seconds": scene.seconds,
            "items": list(scene.items),
            "figure": scene.figure,
            "figure_label": scene.figure_label,
            "source": scene.source,
        }
        for scene in script.scenes
    ]
    return {
        "title": script.title,
        "scenes": scenes,
        "call_to_action": script.call_to_action,
        "language": script.language,
        "brand_voice": script.brand_voice,
    }
