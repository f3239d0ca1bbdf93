"""A pipeline that makes nothing worth watching, quickly: to prove what becomes of runs when parts die.

``VIGEN_PIPELINE=rehearsal`` puts it in the studio's place. Every stage reports,
takes ``VIGEN_REHEARSAL_MILLISECONDS``, and writes the files that the real
stage would; the film is a few bytes. A product name may ask for trouble:
"fail at AUDIO", "refuse at REVIEW", "crash at VISUALS" (its worker dies),
"wedge at EDITING" (it waits for ever), "freeze at EDITING" (so does every
thread of its process), "encode at EDITING" (it waits for a process of its own).
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from django.conf import settings

from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.outcome import Outcome
from generation.studio.errors import VoiceFailed

STEPS = 5
HOUR = 3600
FILES: dict[Stage, tuple[str, ...]] = {
    Stage.SCRIPT: ("script.json",),
    Stage.REVIEW: ("review.json",),
    Stage.VISUALS: ("storyboard.json", "still-01.jpg"),
    Stage.AUDIO: ("timeline.json", "soundtrack.wav", "voice.wav"),
    Stage.EDITING: (
        "ad.mp4",
        "ad.pieces.json",
        "poster.jpg",
        "preview.webp",
        "captions.vtt",
        "captions.srt",
    ),
}


def rehearse(stage: Stage) -> Callable[[Bench], Outcome]:
    """The rehearsal of one stage."""

    def work(bench: Bench) -> Outcome:
        for step in range(STEPS):
            bench.report(step / STEPS, f"Rehearsing {stage}, step {step + 1} of {STEPS}")
            time.sleep(settings.REHEARSAL_MILLISECONDS / 1000 / STEPS)
        for name in FILES[stage]:
            bench.new(name).write_text(json.dumps({"rehearsal": stage}), encoding="utf-8")
            if name.startswith("still-"):
                bench.publish(name)
        _make_trouble(bench.brief.name, stage)
        return Outcome(FILES[stage])

    return work


def _make_trouble(name: str, stage: Stage) -> None:
    wish, _, where = name.partition(" at ")
    if where == stage.name and wish in TROUBLES:
        TROUBLES[wish]()


def _fail() -> None:
    raise VoiceFailed("The rehearsal was asked to fail here.")


def _refuse() -> None:
    raise ScriptRefused(("The rehearsal was asked to refuse.",))


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _wedge() -> None:
    time.sleep(HOUR)


def _freeze() -> None:
    ctypes.PyDLL(None).sleep(HOUR)  # Called so, a C function keeps Python's one lock for as long as it runs.


def _encode() -> None:
    command = [sys.executable, "-m", "vigen_site.kinship", "/bin/sleep", str(HOUR)]
    subprocess.run(command, start_new_session=True, check=True)


TROUBLES: dict[str, Callable[[], None]] = {
    "fail": _fail,
    "refuse": _refuse,
    "crash": _crash,
    "wedge": _wedge,
    "freeze": _freeze,
    "encode": _encode,
}
