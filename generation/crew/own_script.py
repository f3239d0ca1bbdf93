"""A script that a person brought: told as it stands, checked for what no ad may say."""

import re
from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.checks import find
from generation.crew.copywriter.lines.voice import mood_of
from generation.crew.copywriter.planning.room import seconds_of
from generation.crew.copywriter.screen.text import screen_text as cut_by_grammar
from generation.crew.draft import Draft, Idea
from generation.crew.plain.screen import screen_text as cut_plainly
from generation.crew.plain.tongues import TONGUES
from generation.crew.review import Review, reviewed_by_rules
from generation.studio.script import Intent, Script, ScriptScene

WRITER = "Written by you"
HARD = frozenset({"risky_claim", "profanity", "too_fast"})
"""Findings that stop a person's own script. All others are shown beside it: it is theirs to answer for."""


def own_script(brief: Brief, lines: Sequence[str]) -> Script:
    """Lines like "Fresh every morning | We bake at five." as a script; at least two of them.

    Before the bar stands what is shown, after it what is said. A line without
    a bar is said, and a phrase of it is shown. The first line opens the ad,
    the last is the call to action.
    """
    scenes = [_scene(brief, line, place, len(lines)) for place, line in enumerate(lines)]
    last = scenes[-1]
    asked = brief.call_to_action.strip()
    action = asked if asked and asked.lower() in last.narration.lower() else last.on_screen_text
    title = f"{brief.name.strip()}: {scenes[0].on_screen_text}"
    return Script(title, tuple(scenes), action, brief.tone, brief.language)


def own_draft(brief: Brief, lines: Sequence[str]) -> Draft:
    """``own_script`` with what it comes from: every line is its own source, and the first one the idea."""
    script = own_script(brief, lines)
    return Draft(Idea(script.scenes[0].narration, ()), script, WRITER, tuple((line,) for line in lines))


def reviewed_own(brief: Brief, script: Script, *, own_pace: bool = False) -> Review:
    """The program's review of a person's own script: everything found is noted, only what is ``HARD`` stops it.

    ``own_pace``: they speak it themselves, in a recording, and so as fast as they like.
    """
    measured = reviewed_by_rules(brief, script)
    hard = HARD - ({"too_fast"} if own_pace else set())
    stops = tuple(dict.fromkeys(one.sentence for one in find(brief, script) if one.code in hard))
    return Review(measured.scores, measured.evidence, not stops, measured.notes, 0, measured.claims, stops)


def _scene(brief: Brief, line: str, place: int, count: int) -> ScriptScene:
    shown, bar, said = (part.strip() for part in line.partition("|"))
    said = _finished(said if bar else shown)
    shown = shown if bar and shown else _shown(brief, said)
    intent = Intent.HOOK if place == 0 else Intent.ACTION if place == count - 1 else Intent.BENEFIT
    return ScriptScene(intent, shown, said, said, round(seconds_of(said, mood_of(brief.tone)), 1))


def _finished(text: str) -> str:
    return text if re.search(r"[.!?…。！？؟۔।][”\"'」』]?$", text) else f"{text}."


def _shown(brief: Brief, said: str) -> str:
    """A phrase of the first sentence: cut by grammar in English, at safe places elsewhere."""
    first = re.split(r"(?<=[.!?؟।])\s+|(?<=[。！？])", said)[0]
    if brief.base_language == "en":
        return cut_by_grammar(first)
    tongue = TONGUES.get(brief.base_language)
    # Where to cut a sentence of a language without rules nobody here knows: it is shown whole.
    return cut_plainly(first, tongue, instead=brief.name) if tongue is not None else first.rstrip(".。।")
