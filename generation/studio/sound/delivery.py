"""The mix as it will be heard: what AAC would add to its peaks is taken off beforehand.

A lossy encoder keeps the sound of a wave, not its shape. It mostly adds some tenths of a decibel to a peak, but a hit
within the first 20 ms of a film, before the encoder has any past to go by, was seen to gain 4 dB.
"""

import math
import subprocess

import imageio_ffmpeg
import numpy as np

from generation.studio.errors import EncoderFailed, EncoderMissing
from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import gain_of, hold_below, peaks
from generation.studio.sound.filters import Signal

AAC = ("-c:a", "aac", "-b:a", "192k", "-ar", str(SAMPLE_RATE), "-ac", "2")
"""How the sound of every film is encoded: the arguments for ffmpeg."""

PEAK_DB = -1.2
"""What may come out of the decoder, in dBTP; a finished film may have -1."""

FULL_SCALE = 2**23
"""Sound is kept as whole numbers of 24 bits: this one, which is out of their reach, would be 1.0."""

_ROUNDS = 6
_PATIENCE = 120.0
_RAW = ("-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2")


def fit_for_aac(mix: Signal) -> Signal:
    """The mix with those moments lowered whose peaks would be above PEAK_DB once encoded; mostly the mix itself.

    ``mix``: float32, (n, 2), at 48 kHz. What comes back is rounded as its file will have it: the encoder decides by so
    little that a rounding alone was seen to raise a peak by 0.8 dB. Lowering one moment may raise another, so the best
    of all rounds is given. Raises EncoderMissing and EncoderFailed.
    """
    best, least = as_kept(mix), math.inf
    tried = best
    for _ in range(_ROUNDS if len(mix) else 0):
        heard = peaks(through_aac(tried), above=gain_of(PEAK_DB))
        loudest = float(heard.max(initial=0.0))
        if loudest < least:
            best, least = tried, loudest
        if loudest <= gain_of(PEAK_DB):
            break
        tried = as_kept(hold_below(tried, heard, ceiling_db=PEAK_DB))
    return best


def as_kept(mix: Signal) -> Signal:
    """The mix as a file of 24 bits gives it back: float32 that hold whole numbers of FULL_SCALE."""
    whole = np.clip(np.round(mix * np.float32(FULL_SCALE)), 1 - FULL_SCALE, FULL_SCALE - 1)
    return np.asarray(whole / np.float32(FULL_SCALE), dtype=np.float32)


def through_aac(mix: Signal) -> Signal:
    """What is heard of a mix: encoded as in a film, and decoded. As long as the mix, sample on sample."""
    # Matroska, because it can be written to a pipe and knows how much silence the encoder puts in front.
    encoded = _run(*_RAW, "-i", "pipe:0", *AAC, "-f", "matroska", "pipe:1", given=mix.tobytes())
    decoded = _run("-i", "pipe:0", *_RAW, "pipe:1", given=encoded)
    heard = np.frombuffer(decoded, dtype="<f4").reshape(-1, 2)[: len(mix)]
    return np.pad(heard, ((0, len(mix) - len(heard)), (0, 0)))


def _run(*options: str, given: bytes) -> bytes:
    try:
        program = imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise EncoderMissing(
            "There is no ffmpeg to encode the sound with. Install the package imageio-ffmpeg."
        ) from error
    command = [program, "-hide_banner", "-v", "error", *options]
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise EncoderFailed("Encoding the sound took too long. Try again.") from error
    if done.returncode:
        raise EncoderFailed(
            f"The sound could not be encoded: {done.stderr.decode('utf-8', 'replace').strip()}"
        )
    return done.stdout
