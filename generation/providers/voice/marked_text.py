"""A text in SSML for Amazon Polly, and the way back from its speech marks to the words as written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from generation.studio.errors import VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word
from generation.studio.voice.reading import read_by
from generation.studio.voice.trimming import Samples


@dataclass(frozen=True)
class MarkedText:
    """``places`` holds each written word with its first and last byte in the SSML; ``characters`` are billed."""

    ssml: str
    places: tuple[tuple[str, int, int], ...]
    characters: int

    def words(self, marks: str, *, samples: Samples) -> tuple[Word, ...]:
        """The words with their times in seconds, from Polly's marks: one JSON object a line.

        ``start`` and ``end`` of a mark are byte offsets in the SSML, ``time``
        milliseconds from the first sample. A word lasts until the next begins;
        a word without a mark shares the time of its neighbours.
        """
        starts = _starts(marks, self.places)
        length = len(samples) / SAMPLE_RATE
        edges = _filled([*starts, length])
        return tuple(
            Word(text, start, end)
            for (text, _, _), (start, end) in zip(self.places, pairwise(edges), strict=True)
        )


def marked_text(text: str, *, speed: float, pronunciations: Mapping[str, str]) -> MarkedText:
    """Write ``text`` as SSML. Numbers and short forms are left to Polly, which reads them in each language."""
    opening = "<speak>" if speed == 1 else f'<speak><prosody rate="{round(speed * 100)}%">'
    closing = "</speak>" if speed == 1 else "</prosody></speak>"
    ssml = opening
    places = []
    for reading in read_by((), text, pronunciations=pronunciations):
        said = " ".join(sound.text for sound in reading.sounds)
        part = escape(reading.written)
        if said and said != _core(reading.written):
            part = f"<sub alias={quoteattr(said)}>{part}</sub>" + reading.pause
        start = len(ssml.encode())
        ssml += part
        places.append((reading.written, start, len(ssml.encode())))
        ssml += " "
    return MarkedText(ssml.rstrip() + closing, tuple(places), len(text))


def _core(written: str) -> str:
    (reading,) = read_by((), written) or (None,)
    return " ".join(sound.text for sound in reading.sounds) if reading else ""


def _starts(marks: str, places: tuple[tuple[str, int, int], ...]) -> list[float | None]:
    """When each place begins: the first mark that lies in it."""
    try:
        found = [json.loads(line) for line in marks.splitlines() if line.strip()]
        times = [(int(mark["start"]), mark["time"] / 1000) for mark in found if mark.get("type") == "word"]
    except (ValueError, KeyError, TypeError) as error:
        raise VoiceFailed("Amazon Polly sent speech marks that cannot be read.") from error
    return [
        next((seconds for byte, seconds in times if first <= byte < last), None) for _, first, last in places
    ]


def _filled(times: list[float | None]) -> list[float]:
    """Gaps shared out evenly between what is known; never backwards."""
    known = [(0, times[0] or 0.0)] + [(i, t) for i, t in enumerate(times) if i and t is not None]
    filled: list[float] = []
    for (first, start), (last, end) in pairwise(known):
        step = max(0.0, end - start) / (last - first)
        filled += [start + step * offset for offset in range(last - first)]
    filled.append(max(known[-1][1], filled[-1] if filled else 0.0))
    return [max(filled[: index + 1]) for index in range(len(filled))]
