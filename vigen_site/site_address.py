"""Where the site of this installation listens, noted by whoever starts it: its port may differ from the usual one."""

from pathlib import Path

from django.conf import settings


def note(address: str) -> None:
    """Note where the site listens now."""
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(address, encoding="utf-8")


def noted() -> str:
    """Where the site listens, or did when it was last started here; before that, where it would."""
    try:
        return _file().read_text(encoding="utf-8") or _usual()
    except OSError:
        return _usual()


def _usual() -> str:
    return f"http://127.0.0.1:{settings.PORT}"


def _file() -> Path:
    return Path(settings.DATA_DIR) / "run" / "site"
