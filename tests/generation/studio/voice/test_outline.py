"""How long an ad is spoken is known before it is, and changing the network's file changes no sample."""

import numpy as np
import onnxruntime
import pytest

from generation.studio.voice import kokoro, narrate, outline
from generation.studio.voice.catalogue import styles
from generation.studio.voice.kokoro import steps_at
from generation.studio.voice.protobuf import fields, integer, message, text

SCENES = ("Stop. Cracked screen?", "", "A first visit for $49, until 8 pm.")
SIGNS = "ɹˈOzəz bˈAkəɹi."


def test_a_message_is_taken_apart_into_what_was_put_in() -> None:
    encoded = integer(3, 300) + text(1, "bread") + message(7, integer(1, 2))

    found = [(field.number, bytes(field.content)) for field in fields(memoryview(encoded))]

    assert found == [(3, b"\xac\x02"), (1, b"bread"), (7, b"\x08\x02")]
    assert b"".join(bytes(field.whole) for field in fields(memoryview(encoded))) == encoded


def test_a_message_that_is_cut_off_is_no_message() -> None:
    with pytest.raises((ValueError, IndexError)):
        list(fields(memoryview(text(1, "bread")[:1])))
    with pytest.raises(ValueError, match="Wire type 3"):
        list(fields(memoryview(b"\x0b")))


@pytest.mark.render
@pytest.mark.parametrize("speed", [1.0, 1.1])
def test_scenes_last_about_as_long_as_was_foretold(speed: float) -> None:
    foretold = outline(SCENES, voice="am_michael", language="en").at(speed)

    spoken = narrate(SCENES, voice="am_michael", language="en", speed=speed)

    assert not foretold.scenes[1].words
    for before, after in zip(foretold.scenes, spoken.scenes, strict=True):
        assert before.seconds == pytest.approx(after.seconds, abs=0.2)


@pytest.mark.render
def test_a_scene_that_cannot_be_spoken_is_foretold_as_it_is_shown() -> None:
    foretold = outline(["Добро пожаловать"], voice="af_heart", language="en").at(1.1)

    shown = narrate(["Добро пожаловать"], voice="af_heart", language="en", speed=1.1)

    assert foretold.seconds == shown.seconds > 0


@pytest.mark.render
def test_the_model_keeps_to_the_lengths_that_it_told() -> None:
    table = styles("am_puck")
    natural = kokoro.model().lengths(SIGNS, styles=table)

    for speed in (0.8, 1.0, 1.12):
        spoken = kokoro.model().speak(SIGNS, styles=table, speed=speed)

        assert spoken.steps.tolist() == steps_at(speed, natural).tolist()
        assert len(spoken.samples) == spoken.steps.sum() * kokoro.HOP_SAMPLES


@pytest.mark.render
def test_what_was_changed_in_the_network_changes_no_sample() -> None:
    table = styles("am_puck")
    session = onnxruntime.InferenceSession(kokoro._weights())

    (samples,) = session.run(["audio"], kokoro.model()._feed(SIGNS, table, 1.0))

    assert np.array_equal(np.ravel(samples), kokoro.model().speak(SIGNS, styles=table, speed=1.0).samples)
