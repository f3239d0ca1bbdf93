"""A person's own recording on its way from upload to timeline."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Identity
from ads import uploads
from ads.briefs import Brief, read
from ads.sounds import SOUND
from generation.pipeline.audio import produce_sound
from generation.pipeline.bench import Bench
from generation.pipeline.errors import reason_for
from generation.pipeline.recordings import or_recording
from generation.pipeline.review import review_script
from generation.pipeline.script import write_script
from generation.pipeline.visuals import design_scenes
from generation.providers import voice_for
from generation.studio.errors import StudioError
from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Timeline
from generation.studio.voice import SpokenScene, narrate
from generation.studio.voice.decoding import decode
from generation.studio.voice.sample import wav

LINES = (
    "Fresh bread, every single morning.",
    "We bake at five. Before you wake, the first loaves are out.",
    "Come by before eight, and taste it warm.",
)
BRIEF = {
    "name": "Rosa's Bakery",
    "desc": "Bread from our own oven in the Mill Lane, since 1982.",
    "script": [
        f"{shown} | {said}" for shown, said in zip(("Fresh", "Baked at five", "Warm"), LINES, strict=True)
    ],
    "format": "1:1",
    "length": 10,
}
PAUSE = 0.6

pytestmark = pytest.mark.render

Samples = npt.NDArray[np.float32]
Reading = tuple[bytes, list[float]]


@pytest.fixture(scope="module")
def spoken() -> tuple[SpokenScene, ...]:
    """The script as somebody speaks it."""
    return narrate(LINES, voice="bf_emma", language="en-GB", speed=0.95).scenes


@pytest.fixture(scope="module")
def read_aloud(spoken: tuple[SpokenScene, ...]) -> Reading:
    """The script as somebody reads it in a room that hums, and how long each scene is spoken."""
    return reading([scene.samples for scene in spoken])


def reading(scenes: Sequence[Samples]) -> Reading:
    pause = np.zeros(int(PAUSE * SAMPLE_RATE), np.float32)
    quiet = [part for scene in scenes for part in (pause, np.float32(0.4) * scene)]
    samples = np.concatenate([*quiet, pause])
    room = 0.0008 * np.random.default_rng(2).standard_normal(len(samples))
    return wav((samples + room).astype(np.float32)), [len(scene) / SAMPLE_RATE for scene in scenes]


def hesitating(scene: SpokenScene, *, behind: int, seconds: float) -> Samples:
    """The scene with a pause behind one of its words."""
    place = int((scene.words[behind].end + scene.words[behind + 1].start) / 2 * SAMPLE_RATE)
    pause = np.zeros(int(seconds * SAMPLE_RATE), np.float32)
    return np.concatenate([scene.samples[:place], pause, scene.samples[place:]])


def sent(who: Identity, data: bytes) -> str:
    file = SimpleUploadedFile("me", data)
    return uploads.receive(user_id=who.user_id, file=file, kind=SOUND).picture_id


def bench_of(who: Identity, brief: Brief, folder: Path) -> Bench:
    def fetch(name: str, path: Path) -> Path:
        raise FileNotFoundError(f"{name} should be here: {path}")

    found = or_recording(fetch, user_id=who.user_id, brief=brief)
    bench = Bench(brief, folder, seed=7, report=lambda done, message: None, fetch=found)
    for stage in (write_script, review_script, design_scenes):
        stage(bench)
    return bench


def test_a_recording_speaks_the_ad_scene_by_scene(
    person: Callable[..., Identity], tmp_path: Path, read_aloud: Reading
) -> None:
    data, lengths = read_aloud
    who = person()
    brief = read({**BRIEF, "recording": sent(who, data)})
    bench = bench_of(who, brief, tmp_path)

    outcome = produce_sound(bench)

    timeline = bench.kept("timeline.json", Timeline)
    voices = [scene.voice for scene in timeline.scenes]
    assert [voice.seconds for voice in voices if voice] == pytest.approx(lengths, abs=0.25)
    assert [" ".join(word.text for word in scene.words) for scene in timeline.scenes] == list(LINES)
    assert timeline.seconds == pytest.approx(10.0, abs=0.05)
    assert timeline.is_estimated
    assert outcome.notes["spoken_by"] == "your own recording"


def cut(path: Path, data: bytes) -> tuple[list[float], list[float]]:
    """Where the scenes of a recording begin and end, in seconds, as the voice cuts them."""
    path.write_bytes(data)
    recording = voice_for("own", recordings=[path]).narrate(
        ["", *LINES], voice="own", language="en", on_progress=lambda done: None
    )
    silent, *scenes = recording.narration.scenes
    assert not silent.is_heard
    starts = [whence(scene.samples, decode(path)) for scene in scenes]
    return starts, [start + scene.seconds for start, scene in zip(starts, scenes, strict=True)]


def true_cuts(lengths: Sequence[float]) -> tuple[list[float], list[float]]:
    starts = (PAUSE + np.cumsum([0.0, *(seconds + PAUSE for seconds in lengths[:-1])])).tolist()
    return starts, [start + seconds for start, seconds in zip(starts, lengths, strict=True)]


def test_scenes_are_cut_where_the_reader_paused(tmp_path: Path, read_aloud: Reading) -> None:
    data, lengths = read_aloud

    starts, ends = cut(tmp_path / "me.wav", data)

    assert starts == pytest.approx(true_cuts(lengths)[0], abs=0.25)
    assert ends == pytest.approx(true_cuts(lengths)[1], abs=0.25)


@pytest.mark.parametrize("behind", [0, 2])
def test_a_reader_may_hesitate_within_a_scene(
    tmp_path: Path, spoken: tuple[SpokenScene, ...], behind: int
) -> None:
    data, lengths = reading([hesitating(scene, behind=behind, seconds=0.35) for scene in spoken])

    starts, ends = cut(tmp_path / "me.wav", data)

    assert starts == pytest.approx(true_cuts(lengths)[0], abs=0.25)
    assert ends == pytest.approx(true_cuts(lengths)[1], abs=0.25)


def whence(part: Samples, whole: Samples) -> float:
    """From which second of the whole a part was cut: where the two agree best."""
    size = 1 << (len(part) + len(whole)).bit_length()
    agreement = np.fft.irfft(np.fft.rfft(whole, size) * np.conj(np.fft.rfft(part, size)))
    return float(np.argmax(agreement[: len(whole)])) / SAMPLE_RATE


def test_a_recording_that_is_not_the_script_fails_in_words_and_for_good(
    person: Callable[..., Identity], tmp_path: Path
) -> None:
    hum = 0.1 * np.random.default_rng(1).standard_normal(int(1.2 * SAMPLE_RATE))
    who = person()
    bench = bench_of(who, read({**BRIEF, "recording": sent(who, wav(hum.astype(np.float32)))}), tmp_path)

    with pytest.raises(StudioError) as failure:
        produce_sound(bench)

    reason = reason_for(failure.value)
    assert (reason.code, reason.permanent) == ("recording_unfit", True)
    assert "Read the whole script and nothing else" in reason.message


def test_an_ad_whose_recording_is_gone_says_so(
    person: Callable[..., Identity], tmp_path: Path, read_aloud: Reading
) -> None:
    who = person()
    recording_id = sent(who, read_aloud[0])
    bench = bench_of(who, read({**BRIEF, "recording": recording_id}), tmp_path)
    uploads.remove(user_id=who.user_id, picture_id=recording_id)

    with pytest.raises(StudioError) as failure:
        produce_sound(bench)

    reason = reason_for(failure.value)
    assert (reason.code, reason.permanent) == ("recording_missing", True)
