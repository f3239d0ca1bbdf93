"""The last look at a finished film: everything is measured, nothing believed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generation.studio.captions import Cue
from generation.studio.errors import FilmRefused
from generation.studio.formats import Format
from generation.studio.inspection.container import Container, read
from generation.studio.inspection.hearing import Onset, clipped, decoded, lag, onsets, voice_alone
from generation.studio.inspection.lettering import Lettering, clear_of, lettering
from generation.studio.inspection.measuring import Measures, measure
from generation.studio.inspection.reading import Reading, readings
from generation.studio.inspection.verdict import cracking, misplaced, reasons, unreadable, untimely
from generation.studio.scenes import caption_box
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

__all__ = ["Container", "Inspection", "Lettering", "Measures", "Onset", "Reading", "Said", "inspect"]


@dataclass(frozen=True)
class Inspection:
    """What was measured in a film that may be delivered.

    ``heard``: captions after pauses and when the voice begins; ``read``: how well captions
    stand out in sampled frames; ``words``: where the scenes' words stand and how they stand out;
    ``clear_of``: the placements that cover none of them. Empty when there was nothing to compare with.
    """

    container: Container
    measures: Measures
    heard: tuple[Onset, ...] = ()
    read: tuple[Reading, ...] = ()
    words: tuple[Lettering, ...] = ()
    clear_of: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        return self.container.video_seconds

    @property
    def loudness(self) -> float:
        return self.measures.loudness

    @property
    def true_peak(self) -> float:
        return self.measures.true_peak


@dataclass(frozen=True)
class Said:
    """What the film is held against: the captions, and the narration alone (16-bit WAV) if it was kept."""

    cues: tuple[Cue, ...]
    voice: Path | None = None


def inspect(
    path: Path,
    *,
    storyboard_format: Format,
    timeline: Timeline,
    said: Said | None = None,
    captioned: Storyboard | None = None,
    shown: Storyboard | None = None,
) -> Inspection:
    """Measure the finished file. Raises FilmRefused with every reason there is, in plain words.

    With ``said``, captions are held against the voice as it is heard; with ``captioned``, the
    storyboard of a film that shows its captions, they are read in real frames; with ``shown``, the
    storyboard of the film, so are the words of its scenes.
    """
    if not path.is_file() or path.stat().st_size == 0:
        raise FilmRefused(("there is no file, or it is empty",))
    container = read(path)
    if not container.video_streams and not container.audio_streams:
        raise FilmRefused(("it is not a film, or too damaged to be opened",))
    has_audio = container.audio_streams > 0
    with ThreadPoolExecutor(1) as beside:
        # Decoding the whole film is the longest part, and another program's: the words are looked at meanwhile.
        measuring = beside.submit(measure, path, has_audio=has_audio, seconds=container.video_seconds)
        seen = readings(path, storyboard=captioned, cues=said.cues) if captioned and said else ()
        words = lettering(path, storyboard=shown, timeline=timeline) if shown else ()
        measures = measuring.result()
    found = [*reasons(container, measures, wanted=storyboard_format, seconds=timeline.seconds)]
    heard = _listen(path, said, found, is_timed=not timeline.is_estimated) if has_audio else ()
    found += [*unreadable(seen), *misplaced(words)]
    if found:
        raise FilmRefused(tuple(found))
    captions = caption_box(storyboard_format) if captioned else None
    clear = clear_of(words, frame=storyboard_format, captions=captions) if words else ()
    return Inspection(container, measures, heard, seen, words, clear)


def _listen(path: Path, said: Said | None, found: list[str], *, is_timed: bool) -> tuple[Onset, ...]:
    """Measure the sound itself; what is wrong is added to ``found``.

    Captions are held against the voice where the voice said when its words sound (``is_timed``):
    placed by ear, they are near, and nobody can promise them within 80 ms.
    """
    mix = decoded(path)
    found += cracking(clipped(mix))
    if said is None or said.voice is None:
        return ()
    voice = voice_alone(said.voice)
    if not voice.any():
        return ()
    heard = onsets(voice, said.cues) if is_timed else ()
    found += untimely(heard, lag(mix, voice))
    return heard
