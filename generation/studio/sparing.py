"""Importing large libraries without what nobody here asks them for."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def importing_without(unused: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """Inside, these modules are empty but for the names that the library takes from them as it is imported.

    ``unused`` maps each module to those names. Afterwards the real modules can be imported as ever; one that
    was imported before stays as it is.
    """
    stand_ins = {name: _stand_in(name, names) for name, names in unused.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def _stand_in(name: str, names: Mapping[str, object]) -> ModuleType:
    module = ModuleType(name)
    # As a package, so that modules below it can be named too.
    module.__path__ = []
    vars(module).update(names)
    return module
