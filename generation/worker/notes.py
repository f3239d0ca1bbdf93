"""Where the workers of a data folder keep their small files: pulses, reports, requests to stop."""

from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """The folder, made if it is not there."""
    path: Path = settings.DATA_DIR / "run"
    path.mkdir(parents=True, exist_ok=True)
    return path
