"""The secret key of an installation that was given none."""

import os
import secrets
from pathlib import Path


def own_secret_key(folder: Path) -> str:
    """A key made at the first start and kept in ``folder``, readable by its owner only."""
    path = folder / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(key := secrets.token_urlsafe(64))
    return key
