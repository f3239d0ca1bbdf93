"""Reads one picture: ``python -m generation.studio.pictures SOURCE FOLDER``. The answer is JSON."""

import json
import resource
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generation.studio.pictures.picture import Picture
from generation.studio.pictures.reading import read_file
from generation.studio.pictures.refusal import PictureRefused

MEMORY = 3 * 1024**3
"""Address space, of which libraries alone reserve a good part; a picture of 40 megapixels needs 0.5 GB."""


def main(source: Path, folder: Path) -> None:
    """Print {"picture": …} or {"refused": sentence}."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(_answer(source, folder)))


def _answer(source: Path, folder: Path) -> dict[str, Any]:
    try:
        picture = read_file(source, folder=folder)
    except PictureRefused as refusal:
        return {"refused": str(refusal)}
    return {"picture": TypeAdapter(Picture).dump_python(picture, mode="json")}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
