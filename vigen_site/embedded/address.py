"""Where the embedded database listens, and by which name: kept in files, so that every command finds the one that runs.

Several installations on one machine try the same ports. The port noted for a
folder that is not running may therefore be another's by now, so the address
ends in a name that only one folder has, and a database refuses the others'.
"""

import contextlib
import os
import uuid
from pathlib import Path

DEFAULT_PORT = 8700
NO_NAME = "never-started"
WRONG_DATABASE = "WrongDatabaseException"
"""What a database answers that is asked for by another's name."""


def port_file(folder: Path) -> Path:
    """The file in which a running database's port is noted."""
    return folder / "port"


def noted_port(folder: Path) -> int:
    """The port on which the database over ``folder`` listens, or did when it last ran; DEFAULT_PORT before that."""
    try:
        return int(port_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return DEFAULT_PORT


def name_of(folder: Path) -> str:
    """The name of the database over ``folder``, the same for ever. NO_NAME, which none has, before its first start."""
    try:
        return _name_file(folder).read_text(encoding="ascii") or NO_NAME
    except (OSError, ValueError):
        return NO_NAME


def give_name(folder: Path) -> str:
    """The name of the database over ``folder``, which is given one now if it has none."""
    folder.mkdir(parents=True, exist_ok=True)
    if (name := name_of(folder)) != NO_NAME:
        return name
    draft = folder / f"name.{os.getpid()}"
    draft.write_text(uuid.uuid4().hex, encoding="ascii")
    # Whole or not at all, and the first one's if two do this at once.
    with contextlib.suppress(FileExistsError):
        _name_file(folder).hardlink_to(draft)
    draft.unlink()
    return name_of(folder)


def embedded_database_url(folder: Path) -> str:
    """The address of the database over ``folder``: the noted port, or the one it would start on, and its name."""
    return f"http://127.0.0.1:{noted_port(folder)}/{name_of(folder)}"


def _name_file(folder: Path) -> Path:
    return folder / "name"
