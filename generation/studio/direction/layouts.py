"""Which layout each scene gets: varied by the seed, never the same twice in a row."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generation.studio.direction.fitting import fitting
from generation.studio.script import Intent
from generation.studio.storyboard import Scene


def laid_out(
    scenes: Sequence[Scene], *, layouts: Mapping[Intent, Sequence[str]], seed: int
) -> tuple[Scene, ...]:
    """The scenes with layouts from ``layouts``. The same seed gives the same choice."""
    dice = random.Random(f"{seed}/layouts")
    before, used, done = "", set[str](), []
    for scene in scenes:
        choices = list(fitting(scene, layouts[scene.kind]))
        fresh = [name for name in choices if name != before and name not in used]
        other = [name for name in choices if name != before]
        before = dice.choice(fresh or other or choices)
        used.add(before)
        done.append(replace(scene, layout=before))
    return tuple(done)
