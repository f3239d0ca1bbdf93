"""Which layout each scene gets: varied by the seed, never the same twice in a row."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generation.studio.direction.fitting import fitting
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

_KIN = {"tape": "framed", "framed": "tape"}
"""Layouts with the same trick, the name that runs along: an ad shows it once."""


def laid_out(
    scenes: Sequence[Scene], *, layouts: Mapping[Intent, Sequence[str]], seed: int
) -> tuple[Scene, ...]:
    """The scenes with layouts from ``layouts``. The same seed gives the same choice."""
    dice = random.Random(f"{seed}/layouts")
    done: list[Scene] = []
    for i, scene in enumerate(scenes):
        kept = _only_choices(scenes[i + 1 :], layouts)
        name = chosen(scene, layouts[scene.kind], dice=dice, used=[*kept, *(one.layout for one in done)])
        done.append(replace(scene, layout=name))
    return tuple(done)


def _only_choices(scenes: Sequence[Scene], layouts: Mapping[Intent, Sequence[str]]) -> list[str]:
    """Layouts that some of ``scenes`` cannot do without: earlier ones leave them those."""
    choices = (fitting(scene, layouts[scene.kind]) for scene in scenes)
    return [names[0] for names in choices if len(names) == 1]


def chosen(scene: Scene, layouts: Sequence[str], *, dice: random.Random, used: Sequence[str]) -> str:
    """One of ``layouts`` that suits the scene: one that the ad has not ``used``, nor one like it, and at the
    least not the last one again."""
    choices = list(fitting(scene, layouts))
    fresh = [name for name in choices if name not in used and _KIN.get(name) not in used]
    other = [name for name in choices if name != (used[-1] if used else "")]
    return dice.choice(fresh or other or choices)
