"""Captions read in the frames of a real film."""

from pathlib import Path

import numpy as np
import pytest

from generation.studio.captions import cues
from generation.studio.direction import direct
from generation.studio.film import render
from generation.studio.inspection.decoding import decode
from generation.studio.inspection.reading import Reading, glances_at, readings, sample_of
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.sound import write_wav
from generation.studio.timeline import SceneTimes, Span, Timeline, Word

pytestmark = pytest.mark.render

SCRIPT = Script("Rosa", (ScriptScene(Intent.ACTION, "Come and visit us", "Come and visit."),), "Visit us")
WORDS = (Word("Come", 0.2, 0.7), Word("and", 0.75, 0.9), Word("visit.", 0.95, 1.4))
TIMELINE = Timeline((SceneTimes(Span(0, 1.8), Span(0.2, 1.4), WORDS),), 1.8)
BOARD = direct(SCRIPT, brand="Rosa's Bakery", tone="warm", about="A bakery.", format_name="1:1")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("captioned")
    write_wav(folder / "sound.wav", np.zeros((round(1.8 * 48_000), 2), np.float32))
    render(BOARD, TIMELINE, cues(TIMELINE), soundtrack=folder / "sound.wav", out=folder / "with.mp4")
    render(BOARD, TIMELINE, (), soundtrack=folder / "sound.wav", out=folder / "without.mp4")
    return folder


def read_in(path: Path) -> tuple[Reading, ...]:
    spoken = cues(TIMELINE)
    glances = glances_at(spoken)
    (seen,) = decode(path, has_audio=True, samples=[sample_of(glances, BOARD.format)]).frames
    return readings(glances, seen, storyboard=BOARD, cues=spoken)


def test_captions_of_a_real_film_stand_out(film: Path) -> None:
    found = read_in(film / "with.mp4")

    assert found
    assert min(reading.contrast for reading in found) >= 4.3


def test_captions_that_are_missing_from_the_film_are_noticed(film: Path) -> None:
    found = read_in(film / "without.mp4")

    assert max(reading.contrast for reading in found) < 4.3
