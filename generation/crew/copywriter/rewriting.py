"""A script written again around the scenes that a person has locked: those stay word for word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.script import Desk, Written, desk_for, write_script
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent, Script, ScriptScene

_TURNS = 6
_TOLD = 0.6
_OPENING, _ENDING = 0.0, 9.0
_PLACES = {
    Intent.HOOK: 2.0, Intent.PRODUCT: 2.0, Intent.QUOTE: 4.0, Intent.PLACE: 5.0, Intent.OFFER: 6.5,
    Intent.ACTION: 8.0,
}  # fmt: skip


def rewritten(
    brief: Brief, script: Script, sources: Sequence[tuple[str, ...]], *, locked: frozenset[int]
) -> Written:
    """A script in which the scenes numbered in ``locked`` (from 0) stand as they were, in their order, and the
    others are new and tell something else. ``Written.kept`` says where the locked ones stand now: where they
    stood, if the brief has enough to say for as many scenes.
    """
    if not locked:
        return write_script(brief, used=frozenset({script.scenes[0].narration}))
    if brief.base_language != "en":
        return _spliced(brief, script, sources, locked)
    held = _held(script, sources, locked)
    desk = desk_for(brief)
    desk = replace(desk, facts=tuple(_untold(desk, [script.scenes[place] for place in sorted(locked)])))
    used = frozenset() if 0 in locked else frozenset({script.scenes[0].narration})
    tries = (desk.write(version=0, used=used, turn=turn, held=held) for turn in range(_TURNS))
    return _nearest(brief, script, (_as_it_was(one, script, locked) for one in tries), locked)


def _nearest(brief: Brief, script: Script, tries: Iterable[Written], locked: frozenset[int]) -> Written:
    """The first try that nothing speaks against, or the one that the least does."""
    found: list[tuple[tuple[int, ...], Written]] = []
    for written in tries:
        found.append((_distance(brief, script, written, locked), written))
        if not any(found[-1][0]):
            break
    return min(found, key=lambda pair: pair[0])[1]


def _held(script: Script, sources: Sequence[tuple[str, ...]], locked: frozenset[int]) -> tuple[Beat, ...]:
    """The locked scenes as beats, placed so that their order cannot change."""
    last, place = len(script.scenes) - 1, _OPENING
    held = []
    for number in sorted(locked):
        scene = script.scenes[number]
        own = _OPENING if number == 0 else _ENDING if number == last else _PLACES.get(scene.intent, 3.0)
        place = max(place, own)
        words = sources[number] if number < len(sources) else ()
        held.append(_beat(scene, words, place, number))
    return tuple(held)


def _beat(scene: ScriptScene, words: tuple[str, ...], place: float, number: int) -> Beat:
    return Beat(
        scene.intent,
        (scene.narration,),
        scene.on_screen_text,
        words,
        place,
        number,
        must=True,
        items=scene.items,
        figure=scene.figure,
        figure_label=scene.figure_label,
        source=scene.source,
        kept=True,
    )


def _untold(desk: Desk, scenes: Sequence[ScriptScene]) -> list[Fact]:
    """The facts that no locked scene tells; all of them when nothing would be left."""
    told = [_telling(" ".join([scene.narration, *scene.items])) for scene in scenes]
    left = [fact for fact in desk.facts if not any(_is_told(fact, words) for words in told)]
    return left or list(desk.facts)


def _is_told(fact: Fact, told: frozenset[str]) -> bool:
    words = _telling(fact.sentence)
    return bool(words) and len(words & told) >= _TOLD * len(words)


def _telling(text: str) -> frozenset[str]:
    """The words that tell something, in their plain form."""
    doc = parse(re.sub(r"\s+", " ", text))
    return frozenset(
        token.lemma_.lower() for token in doc if (not token.is_stop and not token.is_punct) or token.like_num
    )


def _as_it_was(written: Written, script: Script, locked: frozenset[int]) -> Written:
    """The locked scenes themselves, with what a beat does not carry: what is drawn, and for how long."""
    scenes = list(written.script.scenes)
    for now, before in zip(written.kept, sorted(locked), strict=True):
        scenes[now] = script.scenes[before]
    ends = len(script.scenes) - 1 in locked
    action = script.call_to_action if ends else written.script.call_to_action
    return replace(written, script=replace(written.script, scenes=tuple(scenes), call_to_action=action))


def _distance(brief: Brief, script: Script, written: Written, locked: frozenset[int]) -> tuple[int, ...]:
    """What speaks against a try, the gravest first: what the review stops, old lines, other places."""
    stops = len(reviewed_by_rules(brief, written.script).stops)
    before = {scene.narration for place, scene in enumerate(script.scenes) if place not in locked}
    again = sum(scene.narration in before for scene in written.script.scenes[:-1])
    moved = sum(now != then for now, then in zip(written.kept, sorted(locked), strict=True))
    opens = int((0 in written.kept) != (0 in locked))
    return stops, opens, again, moved


def _spliced(
    brief: Brief, script: Script, sources: Sequence[tuple[str, ...]], locked: frozenset[int]
) -> Written:
    """In a language that has no parser here: whole scenes of other scripts in the places that are open."""
    others = [write_script(brief, version=version) for version in range(_TURNS)]
    others += [write_script(replace(brief, seed=brief.seed + step)) for step in (1, 2, 3)]
    last = len(script.scenes) - 1
    taken = {script.scenes[place].narration for place in locked}
    old = {scene.narration for scene in script.scenes}
    pool = [
        (scene, words)
        for one in others
        for scene, words in zip(one.script.scenes[:-1], one.snippets[:-1], strict=True)
    ]
    pool.sort(key=lambda pair: pair[0].narration in old)
    scenes: list[tuple[ScriptScene, tuple[str, ...]]] = []
    kept = []
    for place, scene in enumerate(script.scenes):
        words = sources[place] if place < len(sources) else ()
        if place in locked:
            kept.append(len(scenes))
            scenes.append((scene, words))
        elif place == last:
            scenes.append((others[0].script.scenes[-1], others[0].snippets[-1]))
        elif (found := next((pair for pair in pool if pair[0].narration not in taken), None)) is not None:
            taken.add(found[0].narration)
            intent = Intent.HOOK if place == 0 else _inside(found[0].intent)
            scenes.append((replace(found[0], intent=intent), found[1]))
    told = replace(others[0].script, scenes=tuple(scene for scene, _ in scenes))
    if last in locked:
        told = replace(told, call_to_action=script.call_to_action)
    return Written(told, tuple(words for _, words in scenes), others[0].hooks, "plain", tuple(kept))


def _inside(intent: Intent) -> Intent:
    return Intent.BENEFIT if intent is Intent.HOOK else intent
