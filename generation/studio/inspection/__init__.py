"""The last look at a finished film: everything is measured, nothing believed."""

from dataclasses import dataclass
from pathlib import Path

from generation.studio.errors import FilmRefused
from generation.studio.formats import Format
from generation.studio.inspection.container import Container, read
from generation.studio.inspection.measuring import Measures, measure
from generation.studio.inspection.verdict import reasons
from generation.studio.timeline import Timeline

__all__ = ["Container", "Inspection", "Measures", "inspect"]


@dataclass(frozen=True)
class Inspection:
    """What was measured in a film that may be delivered."""

    container: Container
    measures: Measures

    @property
    def seconds(self) -> float:
        return self.container.video_seconds

    @property
    def loudness(self) -> float:
        return self.measures.loudness

    @property
    def true_peak(self) -> float:
        return self.measures.true_peak


def inspect(path: Path, *, storyboard_format: Format, timeline: Timeline) -> Inspection:
    """Measure the finished file. Raises FilmRefused with every reason there is, in plain words."""
    if not path.is_file() or path.stat().st_size == 0:
        raise FilmRefused(("there is no file, or it is empty",))
    container = read(path)
    if not container.video_streams and not container.audio_streams:
        raise FilmRefused(("it is not a film, or too damaged to be opened",))
    measures = measure(path, has_audio=container.audio_streams > 0, seconds=container.video_seconds)
    found = reasons(container, measures, wanted=storyboard_format, seconds=timeline.seconds)
    if found:
        raise FilmRefused(found)
    return Inspection(container, measures)
