"""When everything happens. Laid out from the measured narration, never from an estimate."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """One spoken word as captions show it. Times are seconds from the start of the ad."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Span:
    """A stretch of the ad, in seconds from its start."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True)
class SceneTimes:
    """One scene: when it is on screen, when its narration sounds, and each of its words.

    ``span.start`` is where the transition into the scene begins; scenes meet
    without a gap. ``voice`` is None for a scene that nobody speaks over.
    """

    span: Span
    voice: Span | None
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Timeline:
    """All scenes in order. ``seconds`` is a whole number of frames.

    ``is_estimated``: the words were placed by the pauses of the voice and their own lengths.
    """

    scenes: tuple[SceneTimes, ...]
    seconds: float
    is_estimated: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for scene in self.scenes for word in scene.words)

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where one scene gives way to the next."""
        return tuple(scene.span.start for scene in self.scenes[1:])
