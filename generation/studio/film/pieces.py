"""A film in pieces that can be made again one by one: every scene, and every transition between two.

Each piece begins with a key frame, so it can be cut out and joined without being
encoded a second time. Its fingerprint is made of everything that its frames show.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from generation.studio.captions import Cue
from generation.studio.film.captions import LEAD
from generation.studio.film.encoder import program
from generation.studio.film.settings import Job, arguments
from generation.studio.film.transitions import SECONDS
from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.pictures.picture import Picture
from generation.studio.scenes.stage import ground_names
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Timeline, Word

STUDIO = Path(__file__).resolve().parents[1]
_DRAWING = ("design", "film", "illustrations", "motion", "pictures", "scenes", "typesetting")
_A_HAIR = 1e-4


@dataclass(frozen=True)
class Piece:
    """Frames ``first`` up to, but not including, ``end``. Equal fingerprints show equal frames."""

    first: int
    end: int
    fingerprint: str

    @property
    def count(self) -> int:
        return self.end - self.first


def pieces(storyboard: Storyboard, timeline: Timeline, cues: Sequence[Cue]) -> tuple[Piece, ...]:
    """The pieces of a film, in order and without gaps."""
    common = _digest(_common(storyboard))
    return tuple(
        Piece(first, end, _digest([common, _shown(storyboard, timeline, cues, scenes, first, end)]))
        for first, end, scenes in _stretches(storyboard, timeline)
    )


def _stretches(storyboard: Storyboard, timeline: Timeline) -> list[tuple[int, int, tuple[int, ...]]]:
    """(first frame, end, which scenes are seen) of every piece."""
    starts = [_frame(scene.span.start) for scene in timeline.scenes]
    ends = [*starts[1:], round(timeline.seconds * FRAMES_PER_SECOND)]
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        settled = start
        if index:
            over = timeline.scenes[index].span.start + SECONDS[storyboard.look.energy]
            settled = min(_frame(over), end)
            found.append((start, settled, (index - 1, index)))
        found.append((settled, end, (index,)))
    return [one for one in found if one[1] > one[0]]


def _frame(seconds: float) -> int:
    """The first frame that is not before that moment."""
    return math.ceil(seconds * FRAMES_PER_SECOND - _A_HAIR)


def _shown(
    storyboard: Storyboard,
    timeline: Timeline,
    cues: Sequence[Cue],
    scenes: tuple[int, ...],
    first: int,
    end: int,
) -> list[Any]:
    """All that a piece's frames show, with times that count from its beginning."""
    start, until = first / FRAMES_PER_SECOND, end / FRAMES_PER_SECOND
    grounds = ground_names(storyboard)
    spoken = [cue for cue in cues if cue.start - LEAD < until and cue.end > start]
    return [
        end - first,
        [
            [index, grounds[index], asdict(storyboard.scenes[index]), _times(timeline.scenes[index], start)]
            for index in scenes
        ],
        [[_since(cue.start, start), _since(cue.end, start), _words(cue.words, start)] for cue in spoken],
    ]


def _times(times: SceneTimes, start: float) -> list[Any]:
    voice = [_since(times.voice.start, start), _since(times.voice.end, start)] if times.voice else None
    span = [_since(times.span.start, start), _since(times.span.end, start)]
    return [span, voice, _words(times.words, start)]


def _words(words: Sequence[Word], start: float) -> list[Any]:
    return [[word.text, _since(word.start, start), _since(word.end, start)] for word in words]


def _since(moment: float, start: float) -> float:
    return round(moment - start, 6)


def _common(storyboard: Storyboard) -> list[Any]:
    """What every frame depends on: the look, the customer's pictures, how it is drawn and encoded."""
    pictures = [*storyboard.pictures, *([storyboard.logo] if storyboard.logo else [])]
    bare = replace(storyboard, scenes=(), pictures=(), logo=None, music_mood="", voice="", length=0.0)
    frame = storyboard.format
    encoding = arguments(Job(frame.width, frame.height, frames=1), out=Path("film"))
    return [
        asdict(bare),
        [len(storyboard.pictures), [_picture(one) for one in pictures]],
        [_drawing(), Path(program()).name, encoding],
    ]


def _picture(one: Picture) -> list[Any]:
    """A picture by what is in its file: the file's name says nothing."""
    data = asdict(replace(one, path=""))
    return [data, hashlib.sha256(Path(one.path).read_bytes()).hexdigest()]


@cache
def _drawing() -> str:
    """The version of everything that draws: a newer one may draw the same scene differently."""
    sources = sorted(path for room in _DRAWING for path in (STUDIO / room).rglob("*.py"))
    joined = hashlib.sha256()
    for path in sources:
        joined.update(path.read_bytes())
    return joined.hexdigest()


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:32]
