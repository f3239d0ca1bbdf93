"""Pythons beside ours, for what a benchmark needs and the product does not."""

import subprocess
import sys
import tempfile
from pathlib import Path


class NotThereError(Exception):
    """What a benchmark needs cannot be had; the message says why and what would help."""


def python_with(name: str, *packages: str, proof: str) -> Path:
    """The Python of a virtual environment that has ``packages``; made once in the folder for temporary files.

    ``proof`` is a statement that runs where they are there ("import moviepy"). Raises NotThereError.
    """
    environment = Path(tempfile.gettempdir()) / f"vigen-{name}"
    python = environment / "bin" / "python"
    if runs(python, "-c", proof):
        return python
    print(f"    (installing {', '.join(packages)} into {environment}, once)", flush=True)
    if not runs(Path(sys.executable), "-m", "venv", "--clear", str(environment)):
        raise NotThereError(f"a virtual environment cannot be made in {environment}.")
    if not runs(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages):
        raise NotThereError(f"{', '.join(packages)} cannot be installed. Is there a network?")
    return python


def runs(python: Path, *arguments: str) -> bool:
    """Whether this Python is there and ends well."""
    try:
        return subprocess.run([python, *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
