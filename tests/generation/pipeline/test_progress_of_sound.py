"""What the stage of the sound tells of itself: it moves with the work, from the first second on."""

from pathlib import Path
from typing import NoReturn

import pytest

from ads.briefs import read
from generation.pipeline.audio import PACED, SPOKEN, produce_sound
from generation.pipeline.bench import Bench
from generation.pipeline.script import write_script
from generation.pipeline.visuals import design_scenes

BRIEF = {
    "name": "QuickFix Mobile",
    "desc": "Phone repair while you wait. Cracked screen? We replace it in 30 minutes with a 12-month warranty.",
    "length": 6,
    "voice": "none",
    "seed": 3,
}


def _nothing_elsewhere(name: str, path: Path) -> NoReturn:
    raise FileNotFoundError(f"{name} should be here: {path}")


@pytest.mark.render
def test_every_part_of_the_sound_is_a_step_of_its_own(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    bench = Bench(
        read(BRIEF),
        tmp_path,
        seed=3,
        report=lambda done, message: told.append((done, message)),
        fetch=_nothing_elsewhere,
    )
    write_script(bench)
    design_scenes(bench)
    told.clear()

    produce_sound(bench)

    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.01, 0.97)
    assert PACED < SPOKEN
    assert list(dict.fromkeys(message for _, message in told)) == [
        "Waking the voice",
        "Timing the words",
        "Recording the voice-over",
        "Composing the music",
        "Mixing voice, music and effects",
        "Storing the sound",
    ]
