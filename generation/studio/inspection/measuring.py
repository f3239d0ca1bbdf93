"""What a viewer sees and hears, read from what ffmpeg's meters wrote while the film was decoded."""

import re
from dataclasses import dataclass

from generation.studio.timeline import Span

_BLACK = re.compile(r"black_start:(\d+(?:\.\d+)?) black_end:(\d+(?:\.\d+)?)")
_FREEZE_START = re.compile(r"freeze_start: (\d+(?:\.\d+)?)")
_FREEZE_END = re.compile(r"freeze_end: (\d+(?:\.\d+)?)")
_LOUDNESS = re.compile(r"^\s+I:\s+(-?\d+(?:\.\d+)?|-?inf|nan) LUFS", re.MULTILINE)
_RANGE = re.compile(r"^\s+LRA:\s+(\d+(?:\.\d+)?) LU", re.MULTILINE)
_PEAK = re.compile(r"^\s+Peak:\s+(-?\d+(?:\.\d+)?|-?inf|nan) dBFS", re.MULTILINE)
_FRAMES = re.compile(r"^frame=\s*(\d+)", re.MULTILINE)
_SILENCE = -70.0


@dataclass(frozen=True)
class Measures:
    """``frames`` that could be decoded, loudness in LUFS, its range in LU, true peak in dBTP."""

    frames: int
    loudness: float
    loudness_range: float
    true_peak: float
    black: tuple[Span, ...]
    frozen: tuple[Span, ...]


def measured(log: str, *, has_audio: bool, seconds: float) -> Measures:
    """What the log of ``decode`` says. A standstill that never ends lasts until ``seconds``."""
    summary = log[log.rfind("Summary:") :] if has_audio else ""
    frames = _FRAMES.findall(log)
    return Measures(
        frames=int(frames[-1]) if frames else 0,
        loudness=_level(_LOUDNESS, summary),
        loudness_range=_level(_RANGE, summary, missing=0.0),
        true_peak=_level(_PEAK, summary),
        black=tuple(Span(float(start), float(end)) for start, end in _BLACK.findall(log)),
        frozen=_frozen(log, seconds),
    )


def _level(pattern: re.Pattern[str], summary: str, missing: float = _SILENCE) -> float:
    match = pattern.search(summary)
    if match is None or "inf" in match[1] or "nan" in match[1]:
        return missing
    return float(match[1])


def _frozen(log: str, seconds: float) -> tuple[Span, ...]:
    starts = [float(value) for value in _FREEZE_START.findall(log)]
    ends = [float(value) for value in _FREEZE_END.findall(log)]
    ends += [seconds] * (len(starts) - len(ends))
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=False))
