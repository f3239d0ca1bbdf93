"""The creative idea of an ad in one line, and three others that the same brief would bear."""

import re
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter.angles import angles
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.script import Written, write_script
from generation.crew.plain.idea import plain_ideas
from generation.studio.script import ScriptScene

_LONGEST, _BRIEF = 22, 12
_OPENINGS = {
    "change": "Open with the change itself, “{screen}”, and show who makes it",
    "refusal": "Begin with what is left out, “{screen}”, and end with what is in it",
    "question": "Ask “{screen}” and answer it in the next breath",
    "offer": "Put the offer first, “{screen}”, and then say who makes it",
    "price": "Name the price before anything else: “{screen}”",
    "pain": "Start where it hurts, “{screen}”, and take the pain away",
    "audience": "Ask the audience itself, “{screen}”, and show that this was made for them",
    "for": "Say in one breath who it is for and what it is: “{screen}”",
    "address": "Speak straight to {people}",
    "proof": "Let the people who already chose it open: “{screen}”",
    "promise": "Open with the promise itself: “{screen}”",
    "number": "Build it around one number: “{screen}”",
    "quote": "Let somebody else say it first: “{screen}”",
    "teaser": "Show one thing that makes it special, “{screen}”, before its name is said",
    "lead": "Lead with the strongest thing it does: “{screen}”",
    "product": "Say plainly what it is, “{screen}”, and let the facts impress",
    "search": "Put the viewer's own search on the screen: “{screen}”",
    "greeting": "Introduce {brand} like a new neighbour",
}


@dataclass(frozen=True)
class Idea:
    """One line, and three alternatives."""

    line: str
    alternatives: tuple[str, ...]


def idea_for(brief: Brief, *, version: int = 0) -> Idea:
    """The idea behind the script that ``write_script`` writes for the same brief and version, and three
    others.
    """
    return idea_of(brief, write_script(brief, version=version))


def idea_of(brief: Brief, written: Written) -> Idea:
    """The idea behind a script that was written already."""
    if brief.base_language != "en":
        return _in_its_own_words(brief, written)
    line = _line(brief, _chosen(written), written)
    others = [
        *angles(read_facts(brief), line.partition("; prove it with")[0]),
        *_without_facts(brief, written),
    ]
    different = [one for one in dict.fromkeys(others) if one != line]
    return Idea(line, (different[0], different[1], different[2]))


def _in_its_own_words(brief: Brief, written: Written) -> Idea:
    """The idea in the ad's own language."""
    line, *others = plain_ideas(brief, written.script, [hook.narration for hook in written.hooks])
    return Idea(line, tuple(others))


def _chosen(written: Written) -> Hook:
    return next(hook for hook in written.hooks if hook.angle == written.angle)


def _line(brief: Brief, hook: Hook, written: Written) -> str:
    scenes = written.script.scenes
    opens = hook.narration.rstrip(".!?") in written.script.narration
    opening = _opening(brief, hook) if opens else f"Go straight in: “{_bare(scenes[0].narration)}”"
    proof = next((scene for scene in scenes[1:-1] if scene.figure or scene.items or scene.source), None)
    shown = f"; prove it with “{_bare(proof.narration)}”" if proof is not None and _is_brief(proof) else ""
    return f"{opening}{shown}; end on “{written.script.call_to_action}”."


def _is_brief(scene: ScriptScene) -> bool:
    return len(scene.narration.split()) <= _BRIEF


def _bare(line: str) -> str:
    """A line to stand between quotation marks."""
    return re.sub("[“”]", "", line).rstrip(".,")


def _opening(brief: Brief, hook: Hook) -> str:
    people = brief.audience.strip() or "the viewer"
    said = hook.narration if len(hook.narration.split()) <= _LONGEST else hook.screen
    return _OPENINGS[hook.angle].format(screen=_bare(said), brand=brief.name, people=people)


def _without_facts(brief: Brief, written: Written) -> list[str]:
    """Ideas that any brief bears, for briefs of two or three lines."""
    end, brand = written.script.call_to_action, brief.name.strip()
    return [
        f"Hold back the name until the last picture, {brand}; end on “{end}”.",
        f"Show somebody who already has it, and say nothing but “{brand}”; end on “{end}”.",
        f"One long look at it, with “{end}” the only words.",
    ]
