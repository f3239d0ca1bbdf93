"""Tone and dynamics: filters, reverb, compressor, limiter. Everything works on whole arrays.

Signals are float32 of shape (samples, channels) at 48 kHz.
"""

import math

import numpy as np
import numpy.typing as npt
from scipy.ndimage import minimum_filter1d
from scipy.signal import butter, fftconvolve, lfilter, resample_poly, sosfilt

from generation.studio.formats import SAMPLE_RATE

Signal = npt.NDArray[np.float32]

# The true peak is read from the signal at four times its rate (ITU-R BS.1770-4, annex 2).
OVERSAMPLING = 4
# The filter between the samples reaches so far on both sides; with all samples there against it, the curve
# rises to this many times the loudest (the sum of its factors).
_REACH, _MOST_OVERSHOOT = 10, 2.25
_NEAR = SAMPLE_RATE // 100
_BLOCK = 48
_SILENCE = 1e-9


def gain_of(decibels: float) -> float:
    """Decibels as a factor."""
    return float(10 ** (decibels / 20))


def high_pass(signal: Signal, *, hertz: float) -> Signal:
    """Take away what lies below, 12 dB an octave."""
    sections = butter(2, hertz, "highpass", fs=SAMPLE_RATE, output="sos")
    return np.asarray(sosfilt(sections, signal, axis=0), dtype=np.float32)


def bell(signal: Signal, *, hertz: float, decibels: float, width: float = 0.8) -> Signal:
    """Raise or lower around one frequency; ``width`` is the quality factor."""
    amplitude, angle = 10 ** (decibels / 40), 2 * math.pi * hertz / SAMPLE_RATE
    alpha = math.sin(angle) / (2 * width)
    # Peaking biquad of R. Bristow-Johnson's Audio EQ Cookbook.
    b = [1 + alpha * amplitude, -2 * math.cos(angle), 1 - alpha * amplitude]
    a = [1 + alpha / amplitude, -2 * math.cos(angle), 1 - alpha / amplitude]
    return np.asarray(lfilter(np.array(b) / a[0], np.array(a) / a[0], signal, axis=0), dtype=np.float32)


def high_shelf(signal: Signal, *, hertz: float, decibels: float) -> Signal:
    """Raise or lower everything above a frequency."""
    amplitude, angle = 10 ** (decibels / 40), 2 * math.pi * hertz / SAMPLE_RATE
    up, down, cosine = amplitude + 1, amplitude - 1, math.cos(angle)
    # High shelf of R. Bristow-Johnson's Audio EQ Cookbook with a shelf slope of 1.
    root = math.sqrt(2 * amplitude) * math.sin(angle)
    b = [
        amplitude * (up + down * cosine + root),
        -2 * amplitude * (down + up * cosine),
        amplitude * (up + down * cosine - root),
    ]
    a = [up - down * cosine + root, 2 * (down - up * cosine), up - down * cosine - root]
    return np.asarray(lfilter(np.array(b) / a[0], np.array(a) / a[0], signal, axis=0), dtype=np.float32)


def reverb(signal: Signal, *, seconds: float, wet_db: float, seed: int = 0) -> Signal:
    """A room: convolution with decaying noise, darker as it fades, different in every channel."""
    response = _impulse_response(seconds, signal.shape[1], seed)
    wet = fftconvolve(signal, response, axes=0)[: len(signal)]
    return np.asarray(signal + gain_of(wet_db) * wet, dtype=np.float32)


def _impulse_response(seconds: float, channels: int, seed: int) -> Signal:
    length, before = int(seconds * SAMPLE_RATE), int(0.018 * SAMPLE_RATE)
    noise = np.random.default_rng(seed).standard_normal((length, channels))
    time = np.arange(length)[:, None] / SAMPLE_RATE
    # -60 dB at the end of the tail; the bright part dies twice as fast.
    dark = sosfilt(butter(1, 2200, "lowpass", fs=SAMPLE_RATE, output="sos"), noise, axis=0)
    tail = dark * np.exp(-6.9 * time / seconds) + 0.5 * (noise - dark) * np.exp(-13.8 * time / seconds)
    tail = sosfilt(butter(2, 220, "highpass", fs=SAMPLE_RATE, output="sos"), tail, axis=0)
    tail /= np.sqrt(np.sum(np.square(tail), axis=0))
    return np.concatenate([np.zeros((before, channels)), tail]).astype(np.float32)


def compress(signal: Signal, *, threshold_db: float, ratio: float, attack: float, release: float) -> Signal:
    """Lower what is louder than the threshold. ``attack`` and ``release`` in seconds, channels linked.

    The level is followed in steps of a millisecond by two followers, a quick and
    a slow one; taking the louder reacts within the attack and lets go within the
    release, without a loop over samples.
    """
    blocks = -(-len(signal) // _BLOCK)
    padded = np.zeros((blocks * _BLOCK, signal.shape[1]), np.float32)
    padded[: len(signal)] = signal
    power = np.mean(np.square(padded).reshape(blocks, -1), axis=1)
    level = np.maximum(_followed(power, attack), _followed(power, release))
    over = np.maximum(0.0, 10 * np.log10(level + _SILENCE) - threshold_db)
    gain_db = _followed(-over * (1 - 1 / ratio), attack)
    positions = np.arange(len(signal)) / _BLOCK - 0.5
    gain = 10 ** (np.interp(positions, np.arange(blocks), gain_db) / 20)
    return np.asarray(signal * gain[:, None], dtype=np.float32)


def _followed(values: npt.NDArray[np.floating], seconds: float) -> npt.NDArray[np.float64]:
    """A one-pole low-pass over millisecond steps that starts settled."""
    pole = math.exp(-_BLOCK / SAMPLE_RATE / seconds)
    followed, _ = lfilter([1 - pole], [1, -pole], values, zi=[values[0] * pole])
    return np.asarray(followed, dtype=np.float64)


def true_peak_db(signal: Signal) -> float:
    """The highest point of the curve between the samples, in dBTP."""
    loudest = float(np.abs(signal).max(initial=_SILENCE))
    return float(20 * np.log10(peaks(signal, above=loudest).max(initial=loudest)))


def limit(signal: Signal, *, ceiling_db: float, seconds: float = 0.05) -> Signal:
    """Keep the true peak below the ceiling, looking ahead, channels linked."""
    heard = peaks(signal, above=gain_of(ceiling_db))
    return hold_below(signal, heard, ceiling_db=ceiling_db, seconds=seconds)


def hold_below(
    signal: Signal, heard: npt.NDArray[np.float64], *, ceiling_db: float, seconds: float = 0.05
) -> Signal:
    """Lower the signal where ``heard``, a peak for each of its samples, is above the ceiling.

    The gain that every sample needs is held over a window and smoothed with a
    window of the same length, so it is never higher than any sample allows.
    """
    needed = np.minimum(1.0, gain_of(ceiling_db) / np.maximum(heard, _SILENCE))
    window = int(seconds * SAMPLE_RATE) | 1
    held = minimum_filter1d(needed, window, mode="nearest")
    shape = np.hanning(window + 2)[1:-1]
    padded = np.pad(held, window // 2, mode="edge")
    gain = fftconvolve(padded, shape / shape.sum(), "valid")
    return np.asarray(signal * np.minimum(gain, 1.0)[:, None], dtype=np.float32)


def peaks(signal: Signal, *, above: float = 0.0) -> npt.NDArray[np.float64]:
    """For every sample the highest point of the oversampled curve around it, over all channels.

    Where the curve cannot rise above ``above``, the sample itself is given: that is quicker.
    """
    found = np.abs(signal).max(axis=1).astype(np.float64) if len(signal) else np.zeros(0)
    for start, end in _stretches(found, louder=above / _MOST_OVERSHOOT):
        first, last = max(0, start - _REACH), min(len(signal), end + _REACH)
        # Channel by channel in memory: the filter runs along it, twice as fast.
        fine = resample_poly(np.ascontiguousarray(signal[first:last].T), OVERSAMPLING, 1, axis=1)
        curve = np.abs(fine).max(axis=0).reshape(-1, OVERSAMPLING).max(axis=1)
        found[start:end] = curve[start - first : end - first]
    return found


def _stretches(samples: npt.NDArray[np.float64], *, louder: float) -> list[tuple[int, int]]:
    """From where to where there are samples that are louder, in blocks of 10 ms and their neighbours."""
    blocks = -(-len(samples) // _NEAR)
    tops = np.pad(samples, (0, blocks * _NEAR - len(samples))).reshape(blocks, _NEAR).max(axis=1, initial=0)
    is_loud = np.convolve(tops > louder, [1, 1, 1], "same") > 0 if blocks else np.zeros(0, bool)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_loud.astype(int), [0]]))).reshape(-1, 2)
    return [(int(first) * _NEAR, min(len(samples), int(last) * _NEAR)) for first, last in edges]
