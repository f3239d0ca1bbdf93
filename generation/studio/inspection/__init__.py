"""The last look at a finished film: everything is measured, nothing believed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generation.studio.captions import Cue
from generation.studio.errors import FilmRefused
from generation.studio.formats import Format
from generation.studio.inspection import lettering, reading
from generation.studio.inspection.container import Container, read
from generation.studio.inspection.decoding import Decoded, Samples, decode
from generation.studio.inspection.hearing import Onset, clipped, lag, onsets, voice_alone
from generation.studio.inspection.lettering import Lettering, clear_of
from generation.studio.inspection.measuring import Measures, measured
from generation.studio.inspection.reading import Reading, glances_at, readings
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
    on_progress: Callable[[float], None] | None = None,
) -> Inspection:
    """Measure the finished file. Raises FilmRefused with every reason there is, in plain words.

    With ``said``, captions are held against the voice as it is heard; with ``captioned``, the
    storyboard of a film that shows its captions, they are read in real frames; with ``shown``, the
    storyboard of the film, so are the words of its scenes. ``on_progress`` hears now and then,
    from another thread, how far it is (0 to 1); what it raises ends the inspection.
    """
    frame = storyboard_format
    if not path.is_file() or path.stat().st_size == 0:
        raise FilmRefused(("there is no file, or it is empty",))
    container = read(path)
    if not container.video_streams and not container.audio_streams:
        raise FilmRefused(("it is not a film, or too damaged to be opened",))
    has_audio = container.audio_streams > 0
    decoded, seen, words = _seen(
        path, container, frame, timeline, said=said, captioned=captioned, shown=shown, on_progress=on_progress
    )
    measures = measured(decoded.log, has_audio=has_audio, seconds=container.video_seconds)
    found = [*reasons(container, measures, wanted=frame, seconds=timeline.seconds)]
    heard = _listen(decoded.sound, said, found, is_timed=not timeline.is_estimated) if has_audio else ()
    found += [*unreadable(seen), *misplaced(words)]
    if found:
        raise FilmRefused(tuple(found))
    captions = caption_box(frame) if captioned else None
    clear = clear_of(words, frame=frame, captions=captions) if words else ()
    return Inspection(container, measures, heard, seen, words, clear)


def _seen(
    path: Path,
    container: Container,
    frame: Format,
    timeline: Timeline,
    *,
    said: Said | None,
    captioned: Storyboard | None,
    shown: Storyboard | None,
    on_progress: Callable[[float], None] | None,
) -> tuple[Decoded, tuple[Reading, ...], tuple[Lettering, ...]]:
    """The decoded film, the captions read in it, and the words of its scenes."""
    cues = said.cues if said and captioned else ()
    fits = (container.width, container.height) == (frame.width, frame.height)
    glances = glances_at(cues) if fits else ()
    numbers = lettering.frames_of(timeline) if shown and fits else ()
    samples = reading.sample_of(glances, frame), lettering.sample_of(numbers, frame)
    has_audio = container.audio_streams > 0
    seconds = max(container.video_seconds, 0.1)

    def told(second: float) -> None:
        if on_progress:
            on_progress(min(second / seconds, 1.0))

    with ThreadPoolExecutor(1) as beside:
        # Decoding takes longest, and another program does it: what is meant to be seen is drawn meanwhile.
        decoding = beside.submit(decode, path, has_audio=has_audio, samples=samples, on_second=told)
        meant = lettering.looked_for(shown, timeline) if shown else ()
        decoded = decoding.result()
    in_captions, in_scenes = decoded.frames
    read_there = readings(glances, in_captions, storyboard=captioned, cues=cues) if captioned else ()
    return decoded, read_there, lettering.compared(meant, in_scenes, frame=frame)


def _listen(mix: Samples, said: Said | None, found: list[str], *, is_timed: bool) -> tuple[Onset, ...]:
    """Measure the sound itself; what is wrong is added to ``found``.

    Captions are held against the voice where the voice said when its words sound (``is_timed``):
    placed by ear, they are near, and nobody can promise them within 80 ms.
    """
    found += cracking(clipped(mix))
    if said is None or said.voice is None:
        return ()
    voice = voice_alone(said.voice)
    if not voice.any():
        return ()
    heard = onsets(voice, said.cues) if is_timed else ()
    found += untimely(heard, lag(mix, voice))
    return heard
