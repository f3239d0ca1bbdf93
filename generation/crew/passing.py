"""A script by rules as the review lets it through: what it would stop is mended, or left out, before it is seen."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.checks import find
from generation.crew.copywriter.facts.wishes import as_sentence, unsaid
from generation.crew.copywriter.grammar.patterns import PHONE
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.screen.text import screen_text
from generation.crew.copywriter.script import Written
from generation.crew.findings import Finding
from generation.crew.plain.reach import phone_in
from generation.crew.promises import offers_of
from generation.studio.script import Intent, ScriptScene

_MOST_TURNS = 8
_WORDS_A_SECOND, _BREATH = 2.8, 0.3
_LONGEST_SHOWN = 8
_SLACK_SECONDS = 1.0
_SHORTEST_AD = 2


@dataclass(frozen=True)
class _Told:
    """A scene with the brief's own words behind it."""

    scene: ScriptScene
    words: tuple[str, ...]


def passing(brief: Brief, written: Written) -> Written:
    """The script, mended until the review stops nothing that can be mended; what was held stays as it is."""
    if written.kept:
        return written
    for _ in range(_MOST_TURNS):
        stops = [one for one in find(brief, written.script) if one.stops and one.code in _MENDS]
        if not stops:
            return written
        told = [_Told(*pair) for pair in zip(written.script.scenes, written.snippets, strict=True)]
        mended = _MENDS[stops[0].code](brief, told, stops[0])
        if mended == told or len(mended) < _SHORTEST_AD:
            return written
        written = _with(written, mended)
    return written


def _with(written: Written, told: Sequence[_Told]) -> Written:
    scenes = [one.scene for one in told]
    if scenes[0].intent not in {Intent.HOOK, Intent.PRODUCT, Intent.QUOTE, Intent.BEFORE_AFTER}:
        scenes[0] = replace(scenes[0], intent=Intent.HOOK)
    script = replace(written.script, scenes=tuple(scenes))
    return replace(written, script=script, snippets=tuple(one.words for one in told))


def _with_the_offer(brief: Brief, told: list[_Told], _: Finding) -> list[_Told]:
    """The offer before the end, and of the rest as much as there is still time for."""
    offer = next(iter(offers_of(brief)), "")
    text = as_sentence(re.sub(r"\s+", " ", offer).strip())
    shown = text.rstrip(".") if len(text.split()) <= _LONGEST_SHOWN else screen_text(text)
    rest = [one for one in told[:-1] if one.scene.intent is not Intent.OFFER]
    due, rest = [one for one in rest if _is_due(brief, one)], [one for one in rest if not _is_due(brief, one)]
    added = _Told(ScriptScene(Intent.OFFER, shown, text, text, _seconds(text)), (offer.strip(),))
    while rest and _taken([*rest, *due, added, told[-1]]) > brief.length + _SLACK_SECONDS:
        rest = rest[:-1] if len(rest) > 1 and _names(brief, rest[:-1]) else rest[1:]
    rest = [one for one in told if one in rest or one in due]
    if not _names(brief, [*rest, added]):
        line = f"{brief.name.strip()}. {text}"
        added = replace(added, scene=replace(added.scene, narration=line, seconds=_seconds(line)))
    return [*rest, added, told[-1]]


def _is_due(brief: Brief, one: _Told) -> bool:
    """Whether a scene says what must be said."""
    return len(unsaid(brief, [one.scene.narration])) < len(brief.must_say)


def _with_less(brief: Brief, told: list[_Told], _: Finding) -> list[_Told]:
    """Without its least important scene, or else with the telephone number on the picture only."""
    spare = [one for one in told[:-1] if one.scene.intent is not Intent.OFFER and not _is_due(brief, one)]
    for one in [*reversed(spare[1:]), *spare[:1]]:
        rest = [each for each in told if each is not one]
        if len(rest) >= _SHORTEST_AD and _names(brief, rest):
            return rest
    end = told[-1].scene
    number = phone_in(end.narration)
    said = re.sub(rf"[\s:,]*(?:\b(?:on|at|to)\s+)?{re.escape(number)}", "", end.narration)
    if number and said != end.narration and number in end.on_screen_text:
        return [*told[:-1], replace(told[-1], scene=replace(end, narration=said, seconds=_seconds(said)))]
    return _introduced_only(brief, told) or _signed_only(brief, told)


def _introduced_only(brief: Brief, told: list[_Told]) -> list[_Told]:
    """Of two scenes the first with the name alone, where what it tells beside it is neither offer nor due."""
    first, brand = told[0], brief.name.strip()
    line = first.scene.narration
    free = not (offers_of(brief) or _is_due(brief, first)) and len(told) == _SHORTEST_AD
    if not free or not line.startswith(f"{brand}. "):
        return []
    scene = replace(
        first.scene, intent=Intent.PRODUCT, narration=f"This is {brand}.", on_screen_text=brand, figure="",
        figure_label="", items=(), seconds=_seconds(f"This is {brand}."),
    )  # fmt: skip
    return [replace(first, scene=scene), told[1]]


def _signed_only(brief: Brief, told: list[_Told]) -> list[_Told]:
    """The last resort of six seconds: the call to action is read, and only the name is said."""
    brand, end = brief.name.strip(), told[-1].scene
    order = re.sub(rf"^{re.escape(brand)}[.,:]\s+", "", end.narration).rstrip(".")
    if not 0 < len(order.split()) <= _LONGEST_SHOWN or order == brand:
        return told
    shown = end.on_screen_text if _bare(order) in _bare(end.on_screen_text) else order
    dials = re.match(r"(?:Call|Text|Ring)(?: or (?:call|text))?(?=,? )", order)
    if dials and PHONE.search(end.on_screen_text):
        return _dialled_only(told, brand, dials.group(), end.on_screen_text)
    last = replace(end, narration=f"{brand}.", on_screen_text=shown, seconds=_seconds(brand))
    others = [_unnamed(one, brand) for one in told[:-1]]
    return [*others, replace(told[-1], scene=last)]


def _dialled_only(told: list[_Told], brand: str, verb: str, shown: str) -> list[_Told]:
    """The name before what is offered, "Call." after it, and the number to read."""
    first = told[0].scene
    line = first.narration if first.narration.startswith(brand) else f"{brand}. {first.narration}"
    opened = replace(told[0], scene=replace(first, narration=line, seconds=_seconds(line)))
    last = replace(told[-1].scene, narration=f"{verb}.", on_screen_text=shown, seconds=_seconds(verb))
    return [opened, *told[1:-1], replace(told[-1], scene=last)]


def _unnamed(one: _Told, brand: str) -> _Told:
    return replace(one, scene=replace(one.scene, narration=one.scene.narration.removeprefix(f"{brand}. ")))


def _with_the_order(_: Brief, told: list[_Told], finding: Finding) -> list[_Told]:
    """The call to action on the picture, where it can be read in time, or else spoken."""
    quoted, end = re.search(r"“(.+)”", finding.evidence), told[-1].scene
    order = quoted.group(1).strip().rstrip(".") if quoted else ""
    if not order:
        return told
    line = end.narration if len(order.split()) <= _LONGEST_SHOWN else f"{order}."
    shown = order if len(order.split()) <= _LONGEST_SHOWN else end.on_screen_text
    return [
        *told[:-1],
        replace(told[-1], scene=replace(end, narration=line, on_screen_text=shown, seconds=_seconds(line))),
    ]


def _shown_otherwise(brief: Brief, told: list[_Told], finding: Finding) -> list[_Told]:
    """Another text on the picture: the whole line, the number with its word, the name; or the scene is left out."""
    used = [_bare(one.scene.on_screen_text) for one in told]
    for place, one in enumerate(told):
        wrong = _bare(one.scene.on_screen_text) in _bare(finding.evidence)
        if not wrong or (finding.code == "repeated_text" and used.index(used[place]) == place):
            continue
        other = next((text for text in _other_texts(brief, one.scene) if _bare(text) not in used), "")
        if other:
            changed = replace(one, scene=replace(one.scene, on_screen_text=other))
            return [*told[:place], changed, *told[place + 1 :]]
        return _without(told, place, brief)
    return told


def _other_texts(brief: Brief, scene: ScriptScene) -> list[str]:
    lines = [line.strip().rstrip(".") for line in re.split(r"(?<=[.!?])\s+", scene.narration)]
    labelled = f"{scene.figure} {scene.figure_label}".strip() if scene.figure_label else ""
    return [
        text for text in [*lines, labelled, brief.name.strip()] if 0 < len(text.split()) <= _LONGEST_SHOWN
    ]


def _left_out(brief: Brief, told: list[_Told], finding: Finding) -> list[_Told]:
    """Without the scene whose line cannot be told."""
    bad = [
        place for place, one in enumerate(told[:-1]) if _bare(one.scene.narration) in _bare(finding.evidence)
    ]
    return _without(told, bad[0], brief) if bad else told


def _said_once(brief: Brief, told: list[_Told], finding: Finding) -> list[_Told]:
    """Without the first scene that only says what is said again later."""
    twice = _bare(finding.evidence).partition(" is said ")[0]
    bad = [place for place, one in enumerate(told[:-1]) if _bare(one.scene.narration) == twice]
    return _without(told, bad[0], brief) if bad else told


def _without(told: list[_Told], place: int, brief: Brief) -> list[_Told]:
    rest = [one for at, one in enumerate(told) if at != place]
    return rest if place < len(told) - 1 and _names(brief, rest) else told


def _names(brief: Brief, told: Sequence[_Told]) -> bool:
    return any(_bare(brief.name) in _bare(one.scene.narration) for one in told)


def _taken(told: Sequence[_Told]) -> float:
    return sum(_seconds(one.scene.narration) for one in told)


def _seconds(text: str) -> float:
    return round(spoken_words(text) / _WORDS_A_SECOND + _BREATH, 1)


def _bare(text: str) -> str:
    return re.sub(r"[^\w€$£%]+", " ", text.lower().replace("’", "'")).strip()


_MENDS: dict[str, Callable[[Brief, list[_Told], Finding], list[_Told]]] = {
    "offer_lost": _with_the_offer,
    "too_fast": _with_less,
    "action_lost": _with_the_order,
    "action_missing": _with_the_order,
    "repeated_text": _shown_otherwise,
    "cut_text": _shown_otherwise,
    "screen_length": _shown_otherwise,
    "repeated_line": _said_once,
    "cut_line": _left_out,
    "doubled_word": _left_out,
}
