"""When each word of a recording sounds, found from its pauses and the lengths of its words.

For voices that do not tell. The sound is cut at its pauses, the words are
shared out over the stretches so that punctuation falls on pauses and every
stretch gets as much text as it has time for (dynamic programming), and inside
a stretch the words share the time by their lengths. How precise that is:
docs/voices.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word

Samples = npt.NDArray[np.float32]

_FRAME = int(0.010 * SAMPLE_RATE)
# A gap shorter than this is the closure of a consonant, not a pause.
_SHORTEST_PAUSE = 0.09
_SHORTEST_SOUND = 0.04
# Sound begins this far above the noise and never more than this far below the speech.
_ABOVE_NOISE_DB, _BELOW_SPEECH_DB = 10.0, 32.0
# What a pause without punctuation costs, and punctuation without a pause, beside the misfit in time.
_UNMARKED_PAUSE = 0.6
_UNHEARD_MARK = {"": 0.0, ",": 0.15, ";": 0.4, ":": 0.4, "—": 0.3}
_UNHEARD_SENTENCE_END = 0.9
# What it costs to end a scene at hardly a pause, where the reader made enough longer ones.
_HURRIED_SCENE = 1.0
_ONSET_LETTERS = 1.5
# The pause sign behind the last word of a scene, where one recording holds several.
SCENE_END = "¶"


@dataclass(frozen=True)
class Spoken:
    """A written word, how much there is to say of it (in letters, say), and the pause sign behind it."""

    written: str
    letters: float
    pause: str = ""

    @property
    def weight(self) -> float:
        return self.letters + _ONSET_LETTERS


def align(samples: Samples, words: Sequence[Spoken]) -> tuple[Word, ...]:
    """The words with their times in seconds. ``samples`` is mono at 48 kHz; silence gives even times."""
    if not words:
        return ()
    stretches = sounding(samples) or [(0.0, len(samples) / SAMPLE_RATE)]
    while len(stretches) > len(words):
        stretches = _without_shortest_gap(stretches)
    shares = _shares(stretches, words)
    found: list[Word] = []
    for (start, end), (first, last) in zip(stretches, pairwise([0, *shares]), strict=True):
        found += _spread(words[first:last], start, end)
    return tuple(found)


def sounding(samples: Samples) -> list[tuple[float, float]]:
    """Where there is sound, in seconds, with the pauses between left out."""
    frames = len(samples) // _FRAME
    if not frames:
        return []
    power = np.mean(np.square(samples[: frames * _FRAME].reshape(frames, -1)), axis=1)
    level = 10 * np.log10(power + 1e-12)
    noise, speech = float(np.percentile(level, 5)), float(np.percentile(level, 95))
    is_sound = level > max(min(noise + _ABOVE_NOISE_DB, speech - 6.0), speech - _BELOW_SPEECH_DB)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_sound.astype(int), [0]])))
    runs = [(edge[0] * 0.010, edge[1] * 0.010) for edge in edges.reshape(-1, 2).tolist()]
    return [run for run in _joined(runs) if run[1] - run[0] >= _SHORTEST_SOUND]


def _joined(runs: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] < _SHORTEST_PAUSE:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _without_shortest_gap(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    gaps = [after[0] - before[1] for before, after in pairwise(stretches)]
    place = gaps.index(min(gaps))
    merged = (stretches[place][0], stretches[place + 1][1])
    return [*stretches[:place], merged, *stretches[place + 2 :]]


def _shares(stretches: Sequence[tuple[float, float]], words: Sequence[Spoken]) -> list[int]:
    """For each stretch, the number of words that have been said at its end, found by dynamic programming."""
    weights = np.array([0.0, *accumulate(word.weight for word in words)])
    marks = np.array([0.0, *accumulate(_missed(word) for word in words)])
    pace = sum(end - start for start, end in stretches) / weights[-1]
    costs = np.where(np.arange(len(words) + 1) == 0, 0.0, np.inf)
    back: list[npt.NDArray[np.int64]] = []
    for (start, end), hurried in zip(stretches, _hurried(stretches, words), strict=True):
        expected = (weights[None, :] - weights[:, None]) * pace
        # Row: words said before this stretch; column: words said at its end.
        misfit = np.where(expected > 0, (end - start - expected) ** 2 / np.maximum(expected, 0.05), np.inf)
        inside = np.maximum(0.0, np.roll(marks, 1)[None, :] - marks[:, None])
        total = costs[:, None] + misfit + inside
        back.append(np.argmin(total, axis=0))
        costs = np.min(total, axis=0) + _pause_costs(words) + hurried * _scene_ends(words)
    return _traced(back, len(words))


def _missed(word: Spoken) -> float:
    """What it costs when no pause is heard behind this word."""
    return _UNHEARD_MARK.get(word.pause, _UNHEARD_SENTENCE_END)


def _pause_costs(words: Sequence[Spoken]) -> npt.NDArray[np.float64]:
    """What a pause behind each number of words costs; none at the very end."""
    costs = [0.0, *(0.0 if word.pause else _UNMARKED_PAUSE for word in words)]
    costs[-1] = 0.0
    return np.array(costs)


def _scene_ends(words: Sequence[Spoken]) -> npt.NDArray[np.float64]:
    """1 for each number of words behind which a scene ends and another follows, else 0."""
    return np.array([0.0, *(float(word.pause == SCENE_END) for word in words[:-1]), 0.0])


def _hurried(stretches: Sequence[tuple[float, float]], words: Sequence[Spoken]) -> list[float]:
    """What it costs to end a scene behind each stretch: nothing behind a pause as long as those of readers
    who rest between all scenes, more the shorter it is."""
    scenes = sum(word.pause == SCENE_END for word in words[:-1])
    gaps = [after[0] - before[1] for before, after in pairwise(stretches)]
    if not scenes or not gaps:
        return [0.0] * len(stretches)
    rest = sorted(gaps, reverse=True)[min(scenes, len(gaps)) - 1]
    return [*(_HURRIED_SCENE * max(0.0, 1 - gap / rest) for gap in gaps), 0.0]


def _traced(back: Sequence[npt.NDArray[np.int64]], count: int) -> list[int]:
    shares = [count]
    for row in reversed(back[1:]):
        shares.append(int(row[shares[-1]]))
    return shares[::-1]


def _spread(words: Sequence[Spoken], start: float, end: float) -> list[Word]:
    """Share a stretch out by weight."""
    shares = [0.0, *accumulate(word.weight for word in words)]
    times = [start + (end - start) * share / shares[-1] for share in shares]
    return [Word(word.written, *span) for word, span in zip(words, pairwise(times), strict=True)]
