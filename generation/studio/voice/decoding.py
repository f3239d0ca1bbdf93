"""Sound files of any usual kind, as samples."""

import subprocess
import tempfile
from pathlib import Path

import imageio_ffmpeg
import numpy as np

from generation.studio.errors import VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.trimming import Samples

LONGEST_SECONDS = 180
_PATIENCE = 60.0
# What people record and what voices answer with. Playlists and network addresses are none of these.
_KINDS = "wav,mp3,mov,ogg,flac,aac,matroska"


def decode(source: bytes | Path) -> Samples:
    """Mono samples at 48 kHz of a WAV, MP3, M4A, Ogg, FLAC, AAC or WebM sound, at most three minutes of it.

    Raises VoiceFailed where there is no sound in it.
    """
    if isinstance(source, bytes):
        # Not through a pipe: the index of an M4A may lie at its end.
        with tempfile.TemporaryDirectory(prefix="vigen-sound-") as folder:
            path = Path(folder) / "sound"
            path.write_bytes(source)
            return decode(path)
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin"]
    command += ["-protocol_whitelist", "file", "-format_whitelist", _KINDS, "-i", f"file:{source.resolve()}"]
    command += ["-map", "0:a:0", "-t", str(LONGEST_SECONDS), "-ac", "1", "-ar", str(SAMPLE_RATE)]
    try:
        result = subprocess.run(
            [*command, "-f", "f32le", "-protocol_whitelist", "file,pipe", "pipe:1"],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VoiceFailed("The sound could not be decoded: ffmpeg did not finish.") from error
    samples = np.frombuffer(result.stdout[: len(result.stdout) // 4 * 4], dtype="<f4").astype(np.float32)
    if result.returncode or not len(samples) or not np.isfinite(samples).all():
        raise VoiceFailed("There is no sound that could be read in this file.", permanent=True)
    return samples
