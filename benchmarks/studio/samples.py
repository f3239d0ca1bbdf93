"""The ad that is measured: five scenes of three seconds, without a voice, so that only pictures count."""

import wave
from pathlib import Path

from generation.studio.captions import cues
from generation.studio.direction import direct
from generation.studio.film import render
from generation.studio.formats import SAMPLE_RATE
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline, Word

SCRIPT = Script(
    title="AeroStride One",
    scenes=(
        ScriptScene(Intent.HOOK, "Ready for your first 10K?", "Ready for your first 10K?"),
        ScriptScene(Intent.PRODUCT, "AeroStride One", "AeroStride One, the lightweight running shoe."),
        ScriptScene(Intent.NUMBER, "Just 198 grams", "It weighs just 198 grams."),
        ScriptScene(Intent.BENEFIT, "Grips wet pavement", "It grips wet pavement, and keeps feet cool."),
        ScriptScene(Intent.ACTION, "Try AeroStride One today", "Try AeroStride One today."),
    ),
    call_to_action="Try it today",
)
SCENE_SECONDS = 3.0


def board_of(format_name: str = "9:16") -> Storyboard:
    return direct(
        SCRIPT, brand="AeroStride", tone="energetic", about="A running shoe.", format_name=format_name
    )


def timeline_of(board: Storyboard, *, each: float = SCENE_SECONDS) -> Timeline:
    """Scenes of the same length, their words spread over it."""
    scenes = []
    for index, scene in enumerate(board.scenes):
        start = index * each
        spoken = scene.narration.split()
        pace = each * 2 / 3 / len(spoken)
        begins = [start + each / 6 + i * pace for i in range(len(spoken))]
        words = tuple(Word(text, at, at + pace * 0.9) for text, at in zip(spoken, begins, strict=True))
        voice = Span(start + each / 6, start + each * 5 / 6)
        scenes.append(SceneTimes(Span(start, start + each), voice, words))
    return Timeline(tuple(scenes), len(board.scenes) * each)


def make_film(board: Storyboard, timeline: Timeline, folder: Path) -> Path:
    """The film of the ad, under silence."""
    sound = silence(folder / "silence.wav", seconds=timeline.seconds)
    out = folder / "film.mp4"
    render(board, timeline, cues(timeline), soundtrack=sound, out=out)
    return out


def silence(path: Path, *, seconds: float) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(bytes(4 * round(seconds * SAMPLE_RATE)))
    return path
