"""A process that writes one script and ends: spaCy without its command line, memory without a collector.

spaCy's own package imports the whole of its command line (downloads, projects, training) for one function, a third of
a second of CPU. While it is imported here an empty module stands in for that; afterwards the real one can be imported
as ever.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

_COMMAND_LINE = "spacy.cli"


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """Inside, nothing is collected: almost all that is made here is kept until the process ends."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        load_spacy()
        yield
    finally:
        if collecting:
            gc.enable()


def load_spacy() -> None:
    """Import spaCy, unless that has been done. Call it before anything imports the rules."""
    if "spacy" in sys.modules:
        return
    package, info = ModuleType(_COMMAND_LINE), ModuleType(f"{_COMMAND_LINE}.info")
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]  # the one name that spaCy takes from it
    stand_ins = {_COMMAND_LINE: package, f"{_COMMAND_LINE}.info": info}
    sys.modules.update(stand_ins)
    try:
        import_module("spacy")
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
