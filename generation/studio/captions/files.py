"""Captions as files, for players and platforms: the same text and times in both formats."""

from collections.abc import Sequence

from generation.studio.captions.cue import Cue


def web_vtt(cues: Sequence[Cue]) -> str:
    """A WebVTT file (W3C). Signs that would be markup are escaped."""
    blocks = [f"{_times(cue, '.')}\n{_escaped(cue)}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *blocks])


def srt(cues: Sequence[Cue]) -> str:
    """A SubRip file."""
    blocks = [
        f"{number}\n{_times(cue, ',')}\n{chr(10).join(cue.lines)}\n" for number, cue in enumerate(cues, 1)
    ]
    return "\n".join(blocks)


def _escaped(cue: Cue) -> str:
    return "\n".join(cue.lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _times(cue: Cue, comma: str) -> str:
    return f"{_clock(cue.start, comma)} --> {_clock(cue.end, comma)}"


def _clock(seconds: float, comma: str) -> str:
    whole = round(seconds * 1000)
    minutes, milliseconds = divmod(whole, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{milliseconds // 1000:02d}{comma}{milliseconds % 1000:03d}"
