"""A process that writes one script and ends: spaCy without its command line, memory without a collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from generation.studio.english import load_spacy


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """Inside, nothing is collected: almost all that is made here is kept until the process ends. Nor is it then."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        load_spacy()
        yield
    finally:
        # Python would go through all of it once more as it ends: a tenth of a second.
        gc.freeze()
        if collecting:
            gc.enable()
