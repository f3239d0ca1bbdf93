"""What a viewer sees and hears, measured by decoding the whole file once with ffmpeg."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

from generation.studio.errors import EncoderFailed, EncoderMissing
from generation.studio.inspection.limits import BLACK_PIXEL, LONGEST_BLACK, LONGEST_FREEZE, SAME_FRAME
from generation.studio.timeline import Span

_PATIENCE = 600
# Black and standstill show as well in a small picture, in a fraction of the time.
_SMALLER = 4
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


def measure(path: Path, *, has_audio: bool, seconds: float) -> Measures:
    """Decode the file and measure it. A standstill that never ends lasts until ``seconds``.

    Raises EncoderMissing without ffmpeg and EncoderFailed when ffmpeg hangs.
    """
    log = _decode(path, has_audio=has_audio)
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


def _decode(path: Path, *, has_audio: bool) -> str:
    picture = (
        f"scale=iw/{_SMALLER}:ih/{_SMALLER}:flags=fast_bilinear,"
        f"blackdetect=d={LONGEST_BLACK}:pix_th={BLACK_PIXEL},freezedetect=n={SAME_FRAME}:d={LONGEST_FREEZE}"
    )
    command = [_ffmpeg(), "-hide_banner", "-nostdin", "-progress", "pipe:1", "-i", str(path)]
    command += ["-map", "0:v:0", "-vf", picture]
    if has_audio:
        command += ["-map", "0:a:0", "-af", "ebur128=peak=true:framelog=quiet"]
    command += ["-f", "null", "-"]
    try:
        # The film is ours, yet a damaged one may hold any bytes: the log is decoded with patience.
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise EncoderFailed("Measuring the finished file took too long. Try again.") from error
    return (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace")


def _ffmpeg() -> str:
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise EncoderMissing(
            "There is no ffmpeg to measure the film with. Install imageio-ffmpeg."
        ) from error


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
