"""What the file says about itself, read with MediaInfo."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pymediainfo import MediaInfo


@dataclass(frozen=True)
class Container:
    """The properties of a media file; empty texts and zeros where it does not say.

    All durations in seconds. ``starts_fast``: the index comes before the
    pictures, so that a browser can play while it loads.
    """

    size: int
    starts_fast: bool
    video_streams: int
    audio_streams: int
    width: int
    height: int
    video_format: str
    profile: str
    chroma: str
    bit_depth: int
    primaries: str
    transfer: str
    matrix: str
    frame_rate: float
    rate_mode: str
    video_seconds: float
    audio_format: str
    audio_rate: int
    channels: int
    audio_seconds: float


def read(path: Path) -> Container:
    """Read the properties of a file. Something that is no film has no streams."""
    tracks = MediaInfo.parse(path).tracks
    general = _first(tracks, "General")
    video, audio = _first(tracks, "Video"), _first(tracks, "Audio")
    return Container(
        size=path.stat().st_size,
        starts_fast=_text(general, "isstreamable") == "Yes",
        video_streams=_count(tracks, "Video"),
        audio_streams=_count(tracks, "Audio"),
        width=int(_number(video, "width")),
        height=int(_number(video, "height")),
        video_format=_text(video, "format"),
        profile=_text(video, "format_profile").partition("@")[0],
        chroma=_text(video, "chroma_subsampling"),
        bit_depth=int(_number(video, "bit_depth")),
        primaries=_text(video, "color_primaries"),
        transfer=_text(video, "transfer_characteristics"),
        matrix=_text(video, "matrix_coefficients"),
        frame_rate=_number(video, "frame_rate"),
        rate_mode=_text(video, "frame_rate_mode"),
        video_seconds=_number(video, "duration") / 1000,
        audio_format=_text(audio, "format"),
        audio_rate=int(_number(audio, "sampling_rate")),
        channels=int(_number(audio, "channel_s")),
        audio_seconds=_number(audio, "duration") / 1000,
    )


def _first(tracks: list[Any], kind: str) -> dict[str, Any]:
    return next((track.to_data() for track in tracks if track.track_type == kind), {})


def _count(tracks: list[Any], kind: str) -> int:
    return sum(track.track_type == kind for track in tracks)


def _text(track: dict[str, Any], name: str) -> str:
    return str(track.get(name) or "")


def _number(track: dict[str, Any], name: str) -> float:
    try:
        return float(track.get(name) or 0)
    except ValueError:
        return 0.0
