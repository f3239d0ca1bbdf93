"""Japanese: readings by Open JTalk's dictionary, phonemes by the kana.

A piece of a caption is spoken as one; it ends where a line may end.
"""

import re
from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import Any

from generation.studio.typesetting.segments import GLUE, segments
from generation.studio.voice.phonemes import Pronounced
from generation.studio.voice.tongues.japanese.kana import phonemes
from generation.studio.voice.tongues.unspaced import pieces_of, respelled, spoken

_HIRAGANA = re.compile("[ぁ-ゖ]")
_CLAUSE = re.compile("[^、。，！？]+[、。，！？]*|[、。，！？]+")
_lock = Lock()  # The dictionary keeps notes while it looks something up.


def japanese(text: str, pronunciations: Mapping[str, str]) -> tuple[Pronounced, ...]:
    """How a Japanese text is spoken. ``pronunciations`` gives names in kana, or in any other writing."""
    pieces = pieces_of(text, _cut)
    return spoken(pieces, lambda core: phonemes(kana_of(respelled(core, pronunciations))))


def _cut(word: str) -> list[str]:
    """At the ends of phrases; an address or a name in Latin letters stays whole, and so does what has no kana."""
    runs = re.findall(r"[!-~]*[A-Za-z][!-~]*|(?:(?![!-~]*[A-Za-z]).)+", word)
    parts = [segments(run) if _HIRAGANA.search(run) else _CLAUSE.findall(run) for run in runs]
    return [part.rstrip(GLUE) for run in parts for part in run]


def kana_of(text: str) -> str:
    """A text as it is said, in katakana; numbers with their counters, Latin words as far as they are known."""
    with _lock:
        words = _dictionary().run_frontend(text, use_sudachi_kanji_yomi=False)
    return "".join("" if word["pos"] == "記号" else word["pron"].replace("’", "") for word in words)


@cache
def _dictionary() -> Any:
    # Loads 100 MB, so only who speaks Japanese does.
    import pyopenjtalk

    return pyopenjtalk
