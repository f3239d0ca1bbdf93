"""Where the embedded database listens: a port kept in a file, so that every command finds the one that runs."""

from pathlib import Path

DEFAULT_PORT = 8700


def port_file(folder: Path) -> Path:
    """The file in which a running database's port is noted."""
    return folder / "port"


def noted_port(folder: Path) -> int:
    """The port on which the database over ``folder`` listens, or did when it last ran; DEFAULT_PORT before that."""
    try:
        return int(port_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return DEFAULT_PORT


def embedded_database_url(folder: Path) -> str:
    """The address of the database over ``folder``: the noted port, or the one it would start on."""
    return f"http://127.0.0.1:{noted_port(folder)}"
