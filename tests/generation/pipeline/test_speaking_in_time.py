"""An ad whose words take longer than it should last is spoken a little faster, unless its owner set the pace."""

from pathlib import Path

import pytest

from ads.briefs import read
from generation.pipeline.audio import _in_time
from generation.pipeline.bench import Bench
from generation.studio.direction import direct
from generation.studio.script import Intent, Script, ScriptScene

pytestmark = pytest.mark.render

SCRIPT = Script(
    "Rosa's Bakery",
    (
        ScriptScene(
            Intent.PRODUCT, "Since 1987", "Rosa's Bakery. A family bakery in Porto since nineteen eighty."
        ),
        ScriptScene(Intent.ACTION, "Come by today", "Come and visit us in the old town today."),
    ),
    call_to_action="Come by today",
)


def spoken(folder: Path, *, speed: float) -> tuple[float, list[float]]:
    """How long an ad of six seconds becomes, and the progress that was told meanwhile."""
    told: list[float] = []
    brief = read({"name": "Rosa's Bakery", "desc": "A family bakery in Porto since 1987.", "speed": speed})
    bench = Bench(
        brief, folder, seed=7, report=lambda done, _: told.append(done), fetch=lambda name, path: path
    )
    board = direct(SCRIPT, brand=brief.name, tone="warm", about=brief.desc, length=6.0, voice="af_heart")
    return _in_time(bench, board)[1].seconds, told


def test_an_ad_that_would_grow_is_spoken_a_little_faster(tmp_path: Path) -> None:
    # A pace that is all but natural is the person's own, and stays.
    own, _ = spoken(tmp_path, speed=1.01)

    ours, told = spoken(tmp_path, speed=1)

    assert own > 6.5  # else this would prove nothing
    assert 6 <= ours < own - 0.2
    assert told == sorted(told)
