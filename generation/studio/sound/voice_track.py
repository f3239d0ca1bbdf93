"""The voice, laid into the timeline and made ready for a small loudspeaker."""

import numpy as np

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import compress, reverb
from generation.studio.sound.filters import Signal, bell, filtered, high_pass, high_shelf
from generation.studio.timeline import Span, Timeline
from generation.studio.voice.narration import Narration

# Pauses shorter than this are part of the speech: the music would only pump.
_SHORTEST_GAP = 0.9


def placed(narration: Narration, timeline: Timeline) -> Signal:
    """One channel as long as the ad, with every scene's narration where the timeline has it.

    Raises ValueError when narration and timeline do not belong together.
    """
    if len(narration.scenes) != len(timeline.scenes):
        raise ValueError("The narration and the timeline do not have the same number of scenes.")
    track = np.zeros((round(timeline.seconds * SAMPLE_RATE), 1), np.float32)
    for spoken, times in zip(narration.scenes, timeline.scenes, strict=True):
        if times.voice is None or not spoken.is_heard:
            continue
        start = round(times.voice.start * SAMPLE_RATE)
        samples = spoken.samples[: len(track) - start]
        track[start : start + len(samples), 0] += samples
    return track


def polished(track: Signal) -> Signal:
    """Rumble off, levels evened, consonants and air a little forward, a trace of a room. Stereo."""
    clear = filtered(track, high_pass(75))
    even = compress(clear, threshold_db=-24, ratio=3.0, attack=0.005, release=0.09)
    present = filtered(even, bell(3200, decibels=2.0), high_shelf(8500, decibels=1.5))
    return reverb(np.repeat(present, 2, axis=1), seconds=0.3, wet_db=-24)


def spoken_spans(timeline: Timeline) -> tuple[Span, ...]:
    """When somebody speaks; spans with only a breath between them are one."""
    spans: list[Span] = []
    for scene in timeline.scenes:
        if scene.voice is None:
            continue
        if spans and scene.voice.start - spans[-1].end < _SHORTEST_GAP:
            spans[-1] = Span(spans[-1].start, scene.voice.end)
        else:
            spans.append(scene.voice)
    return tuple(spans)
