"""The instruments of one piece, taken out of the whole font, sound as they do in it."""

import numpy as np
import pytest
import tinysoundfont

from generation.studio.music import synth
from generation.studio.music.soundfont import with_presets

FONT = synth._SOUNDFONT.read_bytes()
HARP, TAIKO, DRUMS = (0, 46), (0, 116), (128, 8)


def played(font: bytes, preset: tuple[int, int], key: int) -> np.ndarray:
    player = tinysoundfont.Synth(samplerate=48_000)
    player.sfload(font)
    player.program_select(0, 0, 0, preset[1], preset[0] == 128)
    player.noteon(0, key, 100)
    return np.frombuffer(player.generate(72_000), np.float32).copy()


@pytest.mark.render
@pytest.mark.parametrize(("preset", "key"), [(HARP, 64), (TAIKO, 36), (DRUMS, 38)])
def test_an_instrument_sounds_as_in_the_whole_font_to_its_last_sample(
    preset: tuple[int, int], key: int
) -> None:
    alone = played(with_presets(FONT, {HARP, TAIKO, DRUMS}), preset, key)

    whole = played(FONT, preset, key)

    assert np.abs(whole).max() > 0.05
    # A sample that another one followed than in the font would end with a click.
    assert np.abs(alone - whole).max() < 1e-4


def test_the_font_of_a_piece_is_small() -> None:
    assert len(with_presets(FONT, {HARP, TAIKO, DRUMS})) < len(FONT) / 5


def test_a_font_without_instruments_is_still_one() -> None:
    assert len(with_presets(FONT, set())) < 100_000


@pytest.mark.parametrize("damaged", [b"", b"RIFF", FONT[:1000], FONT[:-3000]])
def test_what_is_no_font_is_refused(damaged: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        with_presets(damaged, {HARP})
