"""Films that really have a fault, each refused for that fault and for nothing else."""

import subprocess
import wave
from dataclasses import dataclass, field, replace
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pyloudnorm
import pytest
import skia

from generation.studio.captions import Cue
from generation.studio.design.color import argb
from generation.studio.errors import FilmRefused
from generation.studio.formats import FORMATS, FRAMES_PER_SECOND, SAMPLE_RATE, Format
from generation.studio.inspection import Said, inspect
from generation.studio.inspection.decoding import decode
from generation.studio.inspection.lettering import (
    Lettering,
    clear_of,
    compared,
    frames_at,
    looks_of,
    sample_of,
)
from generation.studio.inspection.verdict import misplaced
from generation.studio.scenes import Box, caption_box
from generation.studio.timeline import SceneTimes, Span, Timeline, Word
from generation.studio.typesetting import shape

pytestmark = pytest.mark.render
SECONDS = 4
SMALL = Format("9:16", 360, 640)
TIMELINE = Timeline((SceneTimes(Span(0, SECONDS), None, ()),), float(SECONDS))
SPOKEN = ((0.6, 1.4), (2.2, 3.1))
CUES = tuple(
    Cue(start, end + 0.3, (Word(text, start, end),))
    for text, (start, end) in zip(("Bread", "daily"), SPOKEN, strict=True)
)
BT709 = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"


def voice() -> np.ndarray:
    """Noise where somebody would speak: (samples,) float."""
    track, chance = np.zeros(SECONDS * SAMPLE_RATE), np.random.default_rng(5)
    for start, end in SPOKEN:
        place = slice(int(start * SAMPLE_RATE), int(end * SAMPLE_RATE))
        track[place] = chance.uniform(-0.3, 0.3, place.stop - place.start)
    return track


def mix() -> np.ndarray:
    """Voice and music at -14 LUFS, far from full scale: (samples, 2) float."""
    both = voice()[:, None] + np.random.default_rng(9).uniform(-0.1, 0.1, (SECONDS * SAMPLE_RATE, 2))
    # The encoder leaves out the highest notes, which would count for loudness.
    both = np.apply_along_axis(np.convolve, 0, both, np.hanning(12) / np.hanning(12).sum(), mode="same")
    loudness = pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(both)
    return both * 10 ** ((-14 - loudness) / 20)


def sound_file(path: Path, samples: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(samples.ndim)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def film(
    folder: Path,
    *,
    sound: np.ndarray | None = None,
    picture: str = "null",
    tags: str = BT709,
    delay: float = 0,
) -> Path:
    """A film as the studio makes them, ``picture`` being what is done to a moving test picture."""
    track = sound_file(folder / "mix.wav", mix() if sound is None else sound)
    out = folder / "film.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"]
    command += ["-f", "lavfi", "-i", f"testsrc2=s={SMALL.width}x{SMALL.height}:r=30:d={SECONDS}"]
    command += ["-i", str(track)]
    command += ["-vf", f"{picture},format=yuv420p,{tags}", "-t", str(SECONDS), *coding(), str(out)]
    subprocess.run(command, check=True, timeout=30)
    return out


def coding() -> list[str]:
    return [
        *("-c:v", "libx264", "-profile:v", "high", "-preset", "ultrafast", "-crf", "24"),
        *("-x264-params", "8x8dct=1", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"),
    ]


def refusal(path: Path, *, timeline: Timeline = TIMELINE, said: Said | None = None) -> tuple[str, ...]:
    with pytest.raises(FilmRefused) as caught:
        inspect(path, storyboard_format=SMALL, timeline=timeline, said=said)
    return caught.value.reasons


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    sound_file(folder / "voice.wav", voice())
    return film(folder)


def test_a_film_without_a_fault_is_measured(good: Path) -> None:
    said = Said(CUES, good.with_name("voice.wav"))

    found = inspect(good, storyboard_format=SMALL, timeline=TIMELINE, said=said)

    assert [round(one.apart, 1) for one in found.heard] == [0, 0]
    assert found.loudness == pytest.approx(-14, abs=0.3)


def test_captions_120_milliseconds_off_are_refused(good: Path) -> None:
    late = tuple(
        Cue(cue.start + 0.12, cue.end, tuple(Word(w.text, w.start + 0.12, w.end) for w in cue.words))
        for cue in CUES
    )

    reasons = refusal(good, said=Said(late, good.with_name("voice.wav")))

    assert len(reasons) == 2
    assert all("milliseconds apart from the voice" in reason for reason in reasons)
    assert "“Bread” is 12" in reasons[0]


def test_captions_that_were_placed_by_ear_are_not_held_to_milliseconds(good: Path) -> None:
    late = tuple(replace(cue, start=cue.start + 0.12) for cue in CUES)
    said = Said(late, good.with_name("voice.wav"))

    found = inspect(good, storyboard_format=SMALL, timeline=replace(TIMELINE, is_estimated=True), said=said)

    assert found.heard == ()


def test_another_length_is_refused(good: Path) -> None:
    longer = Timeline((SceneTimes(Span(0, 5), None, ()),), 5.0)

    assert refusal(good, timeline=longer) == ("it lasts 4.00 seconds instead of 5.00",)


def test_sound_that_comes_late_is_refused(tmp_path: Path) -> None:
    voice_file = sound_file(tmp_path / "voice.wav", voice())

    reasons = refusal(
        film(tmp_path, sound=np.roll(mix(), int(0.12 * SAMPLE_RATE), axis=0)), said=Said(CUES, voice_file)
    )

    assert any("the voice is heard 12" in reason for reason in reasons)


def test_a_film_that_is_too_loud_is_refused(tmp_path: Path) -> None:
    (reason,) = refusal(film(tmp_path, sound=mix() * 10 ** (2 / 20)))

    assert reason.startswith("it is too loud: -1")


def test_one_peak_above_the_limit_is_refused(tmp_path: Path) -> None:
    spiked = mix()
    # 7 ms of a tone: short enough not to count for loudness.
    place = slice(SAMPLE_RATE * 2, SAMPLE_RATE * 2 + SAMPLE_RATE // 150)
    spiked[place] = 0.92 * np.sin(np.arange(SAMPLE_RATE // 150) * 0.2)[:, None]

    (reason,) = refusal(film(tmp_path, sound=spiked))

    assert reason.startswith(("its sound peaks at -0", "its sound peaks at 0"))


def test_clipped_sound_is_refused(tmp_path: Path) -> None:
    clipped = mix()
    place = slice(SAMPLE_RATE * 2, SAMPLE_RATE * 2 + SAMPLE_RATE // 20)
    clipped[place] = np.sign(np.sin(np.arange(SAMPLE_RATE // 20) * 2 * np.pi / 480))[:, None]

    reasons = refusal(film(tmp_path, sound=clipped))

    assert any(reason.startswith("the sound is clipped at 2.0") for reason in reasons)


def test_a_black_stretch_is_refused(tmp_path: Path) -> None:
    black = "drawbox=t=fill:color=black:enable='between(t,1,1.69)'"

    (reason,) = refusal(film(tmp_path, picture=black))

    assert reason.startswith("the picture is black from 1.0 to 1.7")


def test_a_frozen_stretch_is_refused(tmp_path: Path) -> None:
    (reason,) = refusal(film(tmp_path, picture="loop=loop=45:size=1:start=30,trim=end=4"))

    assert reason.startswith("the picture stands still from 1.2 to 2.5")


def test_colours_of_another_standard_are_refused(tmp_path: Path) -> None:
    tags = "setparams=color_primaries=smpte170m:color_trc=smpte170m:colorspace=smpte170m:range=tv"

    assert [reason.split(" is ")[0] for reason in refusal(film(tmp_path, tags=tags))] == [
        "the colour primaries",
        "the colour transfer",
        "the colour matrix",
    ]


@dataclass(frozen=True)
class Sign:
    """A painter of one word: ``x`` and ``y`` of its baseline as shares of the frame."""

    x: float = 0.2
    y: float = 0.45
    ink: str = "#101010"
    ground: str = "#f4efe6"
    settled: float = 1.0
    frame: Format = field(default=SMALL)

    def paint(self, canvas: skia.Canvas, t: float) -> None:
        canvas.clear(argb(self.ground))
        canvas.drawCircle(180 + 20 * t, 420, 30, skia.Paint(Color=argb("#3a7a5a")))
        canvas.save()
        canvas.translate(self.x * self.frame.width, self.y * self.frame.height)
        glyphs = shape("Sourdough", face="inter-800", size=44.0)
        glyphs.draw(canvas, skia.Paint(Color=argb(self.ink), AntiAlias=True))
        canvas.restore()


def film_of(sign: Sign, folder: Path) -> Path:
    """Two seconds of what the painter paints."""
    out = folder / "sign.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgra"]
    command += ["-s", f"{SMALL.width}x{SMALL.height}", "-r", str(FRAMES_PER_SECOND), "-i", "pipe:0"]
    command += ["-vf", f"format=yuv420p,{BT709}", *coding(), str(out)]
    pixels = np.zeros((SMALL.height, SMALL.width, 4), np.uint8)
    info = skia.ImageInfo.Make(SMALL.width, SMALL.height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels, SMALL.width * 4)
    frames = []
    for number in range(2 * FRAMES_PER_SECOND):
        sign.paint(surface.getCanvas(), number / FRAMES_PER_SECOND)
        frames.append(pixels.tobytes())
    subprocess.run(command, input=b"".join(frames), check=True, timeout=30)
    return out


def found_in(film: Path, meant: Sign) -> tuple[Lettering, ...]:
    """The words of a sign, as its film of two seconds shows them."""
    span = Span(0, 2)
    (seen,) = decode(film, has_audio=False, samples=[sample_of(frames_at(span), SMALL)]).frames
    return compared(looks_of(meant, span=span, frame=SMALL), seen, frame=SMALL)


def faults(shown: Sign, folder: Path, *, meant: Sign | None = None) -> tuple[str, ...]:
    """What is found in the film of one sign when it is held against what was meant."""
    return misplaced(found_in(film_of(shown, folder), meant or shown))


def test_words_that_read_and_stand_free_are_no_reason(tmp_path: Path) -> None:
    found = found_in(film_of(Sign(), tmp_path), Sign())

    assert [one.word for one in found] == ["Sourdough"]
    assert min(one.contrast for one in found) > 10
    assert misplaced(found) == ()


@pytest.mark.parametrize("y", [0.06, 0.9])
def test_a_word_under_the_buttons_of_an_app_is_refused(tmp_path: Path, y: float) -> None:
    (reason,) = faults(Sign(y=y), tmp_path)

    assert reason.startswith("the word “Sourdough” stands where apps cover it at 1.7 seconds")


def test_a_word_that_hardly_differs_from_its_ground_is_refused(tmp_path: Path) -> None:
    (reason,) = faults(Sign(ink="#b9b2a6"), tmp_path)

    assert reason.startswith("the word “Sourdough” cannot be read at 1.7 seconds: its contrast is 1.")


def test_a_word_that_the_film_does_not_show_is_refused(tmp_path: Path) -> None:
    (reason,) = faults(Sign(ink="#f4efe6"), tmp_path, meant=Sign())

    assert reason.startswith("the word “Sourdough” is not shown as it was set")


def test_a_film_names_the_placements_that_leave_its_words_free(tmp_path: Path) -> None:
    high = found_in(film_of(Sign(y=0.5), tmp_path), Sign(y=0.5))

    assert "Paid Reels" in clear_of(high, frame=SMALL, captions=None)
    assert "Paid Reels" not in clear_of(high, frame=SMALL, captions=caption_box(FORMATS["9:16"]))
    assert clear_of(high, frame=SMALL, captions=Box(0, 0, 360, 640)) == ()
