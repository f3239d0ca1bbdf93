"""A script with a person's words in it: what was not touched stays as it was designed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ads.desk import SceneText
from generation.crew.brief import Brief
from generation.crew.copywriter.lines.voice import mood_of
from generation.crew.copywriter.planning.room import seconds_of
from generation.studio.script import Intent, Script, ScriptScene

PLAIN = frozenset({Intent.HOOK, Intent.PRODUCT, Intent.BENEFIT, Intent.OFFER, Intent.PLACE, Intent.ACTION})
"""Intents that need nothing beside the two texts."""


def amended(brief: Brief, script: Script, texts: Sequence[SceneText]) -> tuple[Script, tuple[int, ...]]:
    """The script with these texts, and the numbers of the scenes that the person changed or added."""
    scenes, changed = [], []
    for number, text in enumerate(texts, start=1):
        before = script.scenes[text.origin - 1] if 0 < text.origin <= len(script.scenes) else None
        if before is not None and (before.on_screen_text, before.narration) == (text.shown, text.spoken):
            scenes.append(before)
        else:
            scenes.append(_rewritten(brief, before, text))
            changed.append(number)
    ordered = _in_order(scenes)
    return replace(script, scenes=ordered, call_to_action=_action(brief, script, ordered[-1])), tuple(changed)


def _rewritten(brief: Brief, before: ScriptScene | None, text: SceneText) -> ScriptScene:
    told = f"{text.shown} {text.spoken}"
    scene = before or ScriptScene(Intent.BENEFIT, "", "")
    items = scene.items if scene.items and all(_has(told, item) for item in scene.items) else ()
    figure = scene.figure if scene.figure and _has(told, scene.figure) else ""
    quoted = scene.intent is Intent.QUOTE and scene.source != ""
    rich = bool(items or figure or quoted)
    return replace(
        scene,
        intent=scene.intent if rich or scene.intent in PLAIN else Intent.BENEFIT,
        on_screen_text=text.shown,
        narration=text.spoken,
        visual_description=text.spoken,
        seconds=round(seconds_of(text.spoken, mood_of(brief.tone)), 1),
        items=items,
        figure=figure,
        figure_label=scene.figure_label if figure else "",
        source=scene.source if quoted else "",
    )


def _in_order(scenes: Sequence[ScriptScene]) -> tuple[ScriptScene, ...]:
    """The last scene is the action, and no other is; only the first may be the hook."""
    last = len(scenes) - 1
    ordered = []
    for place, scene in enumerate(scenes):
        misplaced = (scene.intent is Intent.ACTION and place < last) or (
            scene.intent is Intent.HOOK and place
        )
        intent = Intent.ACTION if place == last else Intent.BENEFIT if misplaced else scene.intent
        ordered.append(replace(scene, intent=intent))
    return tuple(ordered)


def _action(brief: Brief, script: Script, last: ScriptScene) -> str:
    """The call to action as the last scene has it."""
    told = f"{last.on_screen_text} {last.narration}"
    for wanted in (script.call_to_action, brief.call_to_action.strip()):
        if wanted and _has(told, wanted):
            return wanted
    return last.on_screen_text


def _has(text: str, part: str) -> bool:
    return _bare(part) in _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"[^\w€$£%]+", " ", text.lower()).strip()
