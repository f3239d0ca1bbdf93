"""A pipeline that makes nothing worth watching, quickly: to prove what becomes of runs when parts die.

``VIGEN_PIPELINE=rehearsal`` puts it in the studio's place. Every stage reports,
takes ``VIGEN_REHEARSAL_MILLISECONDS``, and writes the files that the real
stage would; the film is a few bytes. A product name may ask for trouble:
"fail at AUDIO", "refuse at REVIEW", "crash at VISUALS", "wedge at EDITING".
"""

import json
import os
import signal
import time
from collections.abc import Callable

from django.conf import settings

from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.stages import Outcome
from generation.studio.errors import VoiceFailed

STEPS = 5
FILES: dict[Stage, tuple[str, ...]] = {
    Stage.SCRIPT: ("script.json",),
    Stage.REVIEW: ("review.json",),
    Stage.VISUALS: ("storyboard.json", "still-01.jpg"),
    Stage.AUDIO: ("timeline.json", "soundtrack.wav"),
    Stage.EDITING: ("ad.mp4", "poster.jpg", "captions.vtt", "captions.srt"),
}


def rehearse(stage: Stage) -> Callable[[Bench], Outcome]:
    """The rehearsal of one stage."""

    def work(bench: Bench) -> Outcome:
        for step in range(STEPS):
            bench.report(step / STEPS, f"Rehearsing {stage}, step {step + 1} of {STEPS}")
            time.sleep(settings.REHEARSAL_MILLISECONDS / 1000 / STEPS)
        _make_trouble(bench.brief.name, stage)
        for name in FILES[stage]:
            bench.new(name).write_text(json.dumps({"rehearsal": stage}), encoding="utf-8")
        return Outcome(FILES[stage])

    return work


def _make_trouble(name: str, stage: Stage) -> None:
    wish, _, where = name.partition(" at ")
    if where != stage.name:
        return
    if wish == "fail":
        raise VoiceFailed("The rehearsal was asked to fail here.")
    if wish == "refuse":
        raise ScriptRefused(("The rehearsal was asked to refuse.",))
    if wish == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if wish == "wedge":
        time.sleep(3600)
