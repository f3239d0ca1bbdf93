"""Which pictures play in which scene. Only what is surely talked about is shown."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generation.studio.direction.names import without_names
from generation.studio.direction.wording import sentences
from generation.studio.illustrations import Match, find_all
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene

SURE = 0.9
COMPANIONS = 3
HERO_SCENES = {Intent.HOOK, Intent.PRODUCT, Intent.OFFER}


def hero_of(about: str) -> str:
    """The picture of what the whole ad is about: the one that is called up most, early mentions first."""
    weight: dict[str, float] = defaultdict(float)
    for number, sentence in enumerate(sentences(about)):
        for match in find_all(sentence, about=about):
            weight[match.name] += match.certainty * (2.0 if number < 2 else 1.0)
    return max(weight, key=lambda name: weight[name]) if weight else ""


def cast(
    scenes: Sequence[Scene], written: Sequence[ScriptScene], *, about: str, brand: str = ""
) -> tuple[Scene, ...]:
    """The scenes with their pictures; the same one never leads two scenes in a row if there is a choice."""
    about = without_names(f"{brand}. {about}", brand=brand, about=about)
    hero, before, done = hero_of(about), "", []
    for scene, script in zip(scenes, written, strict=True):
        nameless = _without_names(scene, brand=brand, about=about)
        played = _cast(nameless, script.visual_description, about=about, hero=hero, before=before)
        before = played.illustration
        done.append(replace(scene, illustration=before, illustrations=played.illustrations))
    return tuple(done)


def _without_names(scene: Scene, *, brand: str, about: str) -> Scene:
    """The scene as casting reads it: nobody's name is taken for a thing."""

    def bare(text: str) -> str:
        return without_names(text, brand=brand, about=about)

    return replace(
        scene,
        headline=bare(scene.headline),
        narration=bare(scene.narration),
        detail=bare(scene.detail),
        items=tuple(bare(item) for item in scene.items),
    )


def _cast(scene: Scene, description: str, *, about: str, hero: str, before: str) -> Scene:
    if scene.kind is Intent.PLACE:
        # Its picture is the map, the clock or the sign.
        return replace(scene, illustration="", illustrations=())
    if scene.kind in {Intent.LIST, Intent.STEPS}:
        each = tuple(_first(find_all(item, about=about, limit=1)) for item in scene.items)
        return replace(scene, illustrations=each, illustration=next(filter(None, each), ""))
    matches = _candidates(scene, description, about=about)
    names = list(dict.fromkeys(match.name for match in matches))
    if hero and scene.kind is Intent.ACTION:
        # The last picture is the one that is remembered: it is what the ad is about.
        names, before = [hero], ""
    elif hero and scene.kind in HERO_SCENES:
        names.append(hero)
    lead = next((name for name in names if name != before), names[0] if names else "")
    sure = dict.fromkeys(match.name for match in matches if match.certainty >= SURE and match.name != lead)
    return replace(scene, illustration=lead, illustrations=tuple(sure)[:COMPANIONS])


def _candidates(scene: Scene, description: str, *, about: str) -> list[Match]:
    """Pictures for a scene, the best first: for what is read, what is heard, what was wished for."""
    read = f"{scene.headline}. {scene.figure_label}. {scene.detail}"
    return [
        *find_all(read, about=about),
        *find_all(scene.narration, about=about),
        *find_all(description, about=about, at_least=SURE),
    ]


def _first(matches: tuple[Match, ...]) -> str:
    return matches[0].name if matches else ""
