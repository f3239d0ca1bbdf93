"""The creative idea of an ad in one line, and three others that the same brief would bear."""

import random
import re
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter.opening import Hook
from generation.crew.copywriter.script import Written, write_script
from generation.crew.plain.idea import plain_ideas
from generation.studio.script import Intent

_OPENINGS = {
    "change": "Open with the change itself, “{screen}”, and show who makes it",
    "refusal": "Begin with what is left out, “{screen}”, and end with what is in it",
    "question": "Ask “{screen}” and answer it in the next breath",
    "offer": "Put the offer first, “{screen}”, and then say who makes it",
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
    first = {hook.angle: hook for hook in reversed(written.hooks) if hook.angle != written.angle}
    others = [f"{_opening(brief, hook)}." for hook in reversed(first.values())]
    others += _without_hooks(brief, written)
    different = [one for one in dict.fromkeys(others) if one != line]
    return Idea(line, (different[0], different[1], different[2]))


def _in_its_own_words(brief: Brief, written: Written) -> Idea:
    """The idea in the ad's own language."""
    line, *others = plain_ideas(brief, written.script, [hook.narration for hook in written.hooks])
    return Idea(line, tuple(others))


def _chosen(written: Written) -> Hook:
    return next(hook for hook in written.hooks if hook.angle == written.angle)


def _line(brief: Brief, hook: Hook, written: Written) -> str:
    opening = _opening(brief, hook)
    proof = next(
        (scene for scene in written.script.scenes[1:-1] if scene.figure or scene.items or scene.source), None
    )
    shown = (
        f"; prove it with “{proof.on_screen_text}”"
        if proof is not None and proof.on_screen_text != hook.screen
        else ""
    )
    return f"{opening}{shown}; end on “{written.script.call_to_action}”."


def _opening(brief: Brief, hook: Hook) -> str:
    people = brief.audience.strip() or "the viewer"
    return _OPENINGS[hook.angle].format(screen=hook.screen.rstrip("."), brand=brief.name, people=people)


def _without_hooks(brief: Brief, written: Written) -> list[str]:
    """Ideas that any brief bears, for briefs that offer few openings."""
    end = written.script.call_to_action
    body = [scene for scene in written.script.scenes if scene.intent not in {Intent.HOOK, Intent.ACTION}]
    detail = (body or list(written.script.scenes))[-1].on_screen_text
    rng = random.Random(f"{brief.name}|{brief.seed}")
    ideas = [
        f"Hold back the name until “{detail}” has been seen; end on “{end}”.",
        f"Show how it is done, close up and without a word, and then say “{detail}”; end on “{end}”.",
        f"One long look at the product itself, with “{detail}” the only words before “{end}”.",
    ]
    rng.shuffle(ideas)
    return [re.sub(r"\s+", " ", idea) for idea in ideas]
