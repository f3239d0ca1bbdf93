"""An ad for placements that are paid for: its brief reaches the storyboard, and so every frame."""

from pathlib import Path
from typing import NoReturn

import pytest

from ads.briefs import read
from generation.pipeline.bench import Bench
from generation.pipeline.script import write_script
from generation.pipeline.visuals import design_scenes
from generation.studio.storyboard import Storyboard

BRIEF = {
    "name": "QuickFix Mobile",
    "desc": "Phone repair while you wait. Cracked screen? We replace it in 30 minutes with a 12-month warranty.",
    "length": 6,
    "seed": 3,
}


def _nothing_elsewhere(name: str, path: Path) -> NoReturn:
    raise FileNotFoundError(f"{name} should be here: {path}")


@pytest.mark.render
@pytest.mark.parametrize("paid", [True, False])
def test_a_storyboard_is_for_paid_placements_when_the_brief_says_so(paid: bool, tmp_path: Path) -> None:
    brief = read({**BRIEF, "paid": paid})
    bench = Bench(brief, tmp_path, seed=3, report=lambda done, message: None, fetch=_nothing_elsewhere)
    write_script(bench)

    design_scenes(bench)

    storyboard = bench.kept("storyboard.json", Storyboard)
    assert (storyboard.is_paid, storyboard.format.is_paid) == (paid, paid)
