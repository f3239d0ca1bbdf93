"""How fast films are made: drawing and encoding together, against encoding the same frames alone.

    python benchmarks/studio/frames.py [--format 9:16] [--rounds 2]

Encoding alone is the limit: it is fed with frames that were drawn before. The
measurements take turns, so that other work on the machine spoils all of them
alike.
"""

import argparse
import itertools
import resource
import statistics
import tempfile
import time
import wave
from collections.abc import Iterator
from pathlib import Path

from generation.studio.captions import Cue, cues
from generation.studio.direction import direct
from generation.studio.film import render
from generation.studio.film.encoder import encoding
from generation.studio.film.frames import Frames, Pixels, blank, surface_on
from generation.studio.film.settings import Job
from generation.studio.formats import FRAMES_PER_SECOND, SAMPLE_RATE
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline, Word

WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)

STORED = 90
"""Frames kept in memory for encoding alone: 750 MB in full HD."""

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


def main() -> None:
    options = _options()
    board = direct(
        SCRIPT, brand="AeroStride", tone="energetic", about="A running shoe.", format_name=options.format
    )
    timeline = timeline_of(board)
    captions = cues(timeline)
    frames = Frames(board, timeline=timeline, cues=captions)
    print(f"{board.format.width}x{board.format.height}, {frames.count} frames, {options.rounds} rounds")
    both, alone = [], []
    with tempfile.TemporaryDirectory() as folder:
        sound = silence(Path(folder) / "sound.wav", seconds=timeline.seconds)
        both.append(_film(board, timeline, captions, sound=sound, folder=Path(folder)))
        # Before the stored frames: they are the benchmark's own.
        memory = tuple(resource.getrusage(who).ru_maxrss / 1024 for who in WHO)
        stored = list(drawn(frames, count=STORED))
        for _ in range(options.rounds):
            alone.append(encode(board, stored, count=frames.count, folder=Path(folder)))
            both.append(_film(board, timeline, captions, sound=sound, folder=Path(folder)))
    _report(both, alone, drawing=_drawing(frames), frames=frames.count, memory=memory)


def _report(
    both: list[float], alone: list[float], *, drawing: float, frames: int, memory: tuple[float, ...]
) -> None:
    film, limit = statistics.median(both), statistics.median(alone)
    print(f"drawing alone            {drawing * 1000:7.1f} ms of CPU a frame")
    print(f"drawing and encoding     {frames / film:7.1f} fps")
    print(f"a second of video takes  {film * FRAMES_PER_SECOND / frames:7.2f} s")
    print(f"encoding alone           {frames / limit:7.1f} fps")
    print(f"share of the limit       {limit / film:7.2f}")
    print(f"peak memory              {memory[0]:7.0f} MB drawing, {memory[1]:.0f} MB encoding")


def _film(
    board: Storyboard, timeline: Timeline, captions: tuple[Cue, ...], *, sound: Path, folder: Path
) -> float:
    begun = time.perf_counter()
    render(board, timeline, captions, soundtrack=sound, out=folder / "film.mp4")
    return time.perf_counter() - begun


def encode(board: Storyboard, stored: list[Pixels], *, count: int, folder: Path) -> float:
    picture = board.format
    begun = time.perf_counter()
    with encoding(Job(picture.width, picture.height, count), out=folder / "limit.mp4") as encoder:
        for pixels in itertools.islice(itertools.cycle(stored), count):
            encoder.write(pixels)
    return time.perf_counter() - begun


def drawn(frames: Frames, *, count: int) -> Iterator[Pixels]:
    """Frames in a row, from the middle of one scene into the next."""
    first = round((SCENE_SECONDS - 1.0) * FRAMES_PER_SECOND)
    for number in range(first, first + count):
        pixels = blank(frames.picture)
        surface = surface_on(pixels)
        frames.paint(surface.getCanvas(), number / FRAMES_PER_SECOND)
        yield pixels


def _drawing(frames: Frames) -> float:
    """Seconds of CPU a frame, on average over the whole ad."""
    pixels = blank(frames.picture)
    surface = surface_on(pixels)
    begun = time.process_time()
    for number in range(frames.count):
        frames.paint(surface.getCanvas(), number / FRAMES_PER_SECOND)
    return (time.process_time() - begun) / frames.count


def timeline_of(board: Storyboard) -> Timeline:
    scenes = []
    for index, scene in enumerate(board.scenes):
        start = index * SCENE_SECONDS
        spoken = scene.narration.split()
        pace = (SCENE_SECONDS - 1.0) / len(spoken)
        begins = [start + 0.5 + i * pace for i in range(len(spoken))]
        words = tuple(Word(text, at, at + pace * 0.9) for text, at in zip(spoken, begins, strict=True))
        voice = Span(start + 0.5, start + SCENE_SECONDS - 0.5)
        scenes.append(SceneTimes(Span(start, start + SCENE_SECONDS), voice, words))
    return Timeline(tuple(scenes), len(board.scenes) * SCENE_SECONDS)


def silence(path: Path, *, seconds: float) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(bytes(4 * round(seconds * SAMPLE_RATE)))
    return path


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast films are made.")
    parser.add_argument("--format", default="9:16")
    parser.add_argument("--rounds", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
