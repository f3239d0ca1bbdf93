"""Reasons to refuse a film, in words that a person understands."""

from collections.abc import Iterator, Sequence

from generation.studio.formats import FRAMES_PER_SECOND, Format
from generation.studio.inspection import limits
from generation.studio.inspection.container import Container
from generation.studio.inspection.hearing import Onset
from generation.studio.inspection.lettering import Lettering
from generation.studio.inspection.measuring import Measures
from generation.studio.inspection.reading import Reading
from generation.studio.timeline import Span


def reasons(container: Container, measures: Measures, *, wanted: Format, seconds: float) -> tuple[str, ...]:
    """Everything that is wrong, empty when the film is fit to be delivered."""
    return (
        *_streams(container),
        *_picture(container, wanted),
        *_lengths(container, measures, seconds),
        *_sound(container, measures),
        *_view(measures),
    )


def cracking(spans: Sequence[Span]) -> tuple[str, ...]:
    """Reasons from stretches at full scale."""
    return tuple(f"the sound is clipped at {span.start:.2f} seconds" for span in spans[:3])


def untimely(heard: Sequence[Onset], voice_lag: float) -> tuple[str, ...]:
    """Reasons from captions against the voice, and from the voice against where it was laid."""
    found = [
        f"the caption “{onset.text}” is {onset.apart * 1000:.0f} milliseconds apart from the voice"
        for onset in heard
        if onset.apart > limits.CAPTION_TOLERANCE
    ]
    if abs(voice_lag) > limits.VOICE_LAG:
        found.append(f"the voice is heard {voice_lag * 1000:.0f} milliseconds from where it was laid")
    return tuple(found)


def unreadable(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Reasons from captions in real frames."""
    return tuple(
        f"the caption word “{one.word}” cannot be read at {one.at:.1f} seconds: its contrast is "
        f"{one.contrast:.1f} instead of {limits.CONTRAST:.1f}"
        for one in readings
        if one.contrast < limits.CONTRAST - limits.CONTRAST_LOST
    )


def misplaced(words: Sequence[Lettering]) -> tuple[str, ...]:
    """Reasons from the words of the scenes in real frames: one for each word and fault."""
    found: dict[tuple[str, str], str] = {}
    for one in words:
        for fault, sentence in _faults(one):
            found.setdefault((one.word, fault), sentence)
    return tuple(found.values())


def _faults(one: Lettering) -> Iterator[tuple[str, str]]:
    if not one.is_free:
        yield "covered", f"the word “{one.word}” stands where apps cover it at {one.at:.1f} seconds"
    if not one.is_shown:
        yield "missing", f"the word “{one.word}” is not shown as it was set at {one.at:.1f} seconds"
    elif one.contrast < limits.CONTRAST - limits.CONTRAST_LOST:
        yield (
            "unreadable",
            (
                f"the word “{one.word}” cannot be read at {one.at:.1f} seconds: its contrast is "
                f"{one.contrast:.1f} instead of {limits.CONTRAST:.1f}"
            ),
        )


def _streams(container: Container) -> Iterator[str]:
    if container.video_streams != 1:
        yield f"it has {container.video_streams} picture streams instead of one"
    if container.audio_streams != 1:
        yield f"it has {container.audio_streams} sound streams instead of one"
    if not container.starts_fast:
        yield "a browser would have to load all of it before it plays (the index is not at the front)"


def _picture(container: Container, wanted: Format) -> Iterator[str]:
    if not container.video_streams:
        return
    if (container.width, container.height) != (wanted.width, wanted.height):
        yield (
            f"the picture is {container.width} by {container.height} pixels "
            f"instead of {wanted.width} by {wanted.height}"
        )
    yield from _different(
        ("picture coding", container.video_format, limits.VIDEO_FORMAT),
        ("coding profile", container.profile, limits.VIDEO_PROFILE),
        ("colour resolution", container.chroma, limits.CHROMA),
        ("bits per colour", container.bit_depth, limits.BIT_DEPTH),
        ("colour primaries", container.primaries, limits.COLOURS),
        ("colour transfer", container.transfer, limits.COLOURS),
        ("colour matrix", container.matrix, limits.COLOURS),
        ("frame rate", container.frame_rate, limits.FRAME_RATE),
        ("frame rate mode", container.rate_mode, limits.RATE_MODE),
    )


def _lengths(container: Container, measures: Measures, seconds: float) -> Iterator[str]:
    if not container.video_streams:
        return
    if abs(container.video_seconds - seconds) > limits.LENGTH_TOLERANCE:
        yield f"it lasts {container.video_seconds:.2f} seconds instead of {seconds:.2f}"
    apart = abs(container.video_seconds - container.audio_seconds)
    if container.audio_streams and apart > limits.ENDS_TOLERANCE:
        yield f"picture and sound end {apart * 1000:.0f} milliseconds apart"
    promised = round(container.video_seconds * FRAMES_PER_SECOND)
    if measures.frames < promised - limits.MISSING_FRAMES:
        yield f"it is cut off or damaged: {measures.frames} of {promised} frames can be shown"


def _sound(container: Container, measures: Measures) -> Iterator[str]:
    if not container.audio_streams:
        return
    yield from _different(
        ("sound coding", container.audio_format, limits.AUDIO_FORMAT),
        ("sound rate", container.audio_rate, limits.AUDIO_RATE),
        ("number of sound channels", container.channels, limits.CHANNELS),
    )
    if abs(measures.loudness - limits.LOUDNESS) > limits.LOUDNESS_TOLERANCE:
        louder = "loud" if measures.loudness > limits.LOUDNESS else "quiet"
        yield f"it is too {louder}: {measures.loudness:.1f} LUFS instead of {limits.LOUDNESS:.0f}"
    if measures.true_peak > limits.PEAK_DB:
        yield f"its sound peaks at {measures.true_peak:.1f} dBTP, above {limits.PEAK_DB:.0f}"


def _view(measures: Measures) -> Iterator[str]:
    yield from _stretches("the picture is black", measures.black, limits.LONGEST_BLACK)
    yield from _stretches("the picture stands still", measures.frozen, limits.LONGEST_FREEZE)


def _stretches(what: str, spans: Sequence[Span], longest: float) -> Iterator[str]:
    for span in spans:
        if span.seconds >= longest - 1e-6:
            yield f"{what} from {span.start:.1f} to {span.end:.1f} seconds"


def _different(*facts: tuple[str, object, object]) -> Iterator[str]:
    for name, found, wanted in facts:
        if found != wanted:
            yield f"the {name} is {found or 'not given'} instead of {wanted}"
