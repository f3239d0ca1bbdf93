"""How a film is encoded: the arguments for ffmpeg."""

from dataclasses import dataclass
from pathlib import Path

from generation.studio.formats import FRAMES_PER_SECOND, SAMPLE_RATE

# setparams marks the frames themselves: the output options alone leave the
# primaries "unknown" in the stream.
TO_BT709 = (
    "scale=in_range=full:out_range=tv:out_color_matrix=bt709:flags=bilinear,format=yuv420p,"
    "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
)


@dataclass(frozen=True)
class Job:
    """One film to encode: its size in pixels, how many frames, and the sound that goes with them."""

    width: int
    height: int
    frames: int
    soundtrack: Path | None = None
    preset: str = "veryfast"
    quality: int = 18
    """x264's constant rate factor: lower is better; 18 is all but lossless to the eye."""

    @property
    def seconds(self) -> float:
        return self.frames / FRAMES_PER_SECOND


def arguments(job: Job, *, out: Path) -> list[str]:
    """Everything after the name of the program. Frames come in as raw BGRA."""
    return [
        *("-hide_banner", "-nostdin", "-v", "error", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "bgra", "-video_size", f"{job.width}x{job.height}"),
        *("-framerate", str(FRAMES_PER_SECOND), "-i", "pipe:0"),
        *_sound_in(job),
        *("-vf", TO_BT709, "-c:v", "libx264", "-profile:v", "high", "-preset", job.preset),
        *("-crf", str(job.quality), "-g", str(FRAMES_PER_SECOND * 2)),
        *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"),
        *("-t", f"{job.seconds:.6f}", "-movflags", "+faststart", "-f", "mp4", str(out)),
    ]


def _sound_in(job: Job) -> list[str]:
    if job.soundtrack is None:
        return []
    # Sound that is a little short is filled with silence: picture and sound end together.
    return [
        *("-i", str(job.soundtrack), "-map", "0:v", "-map", "1:a", "-af", "apad"),
        *("-c:a", "aac", "-b:a", "192k", "-ar", str(SAMPLE_RATE), "-ac", "2"),
    ]
