"""The door for files from strangers: each is read in a process of its own.

Decoders are the part of a picture library that hostile files aim at. Here one
may crash, hang or want all memory, and the site does not notice; warnings are
errors there, and every byte is given back when it ends.
"""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from pydantic import TypeAdapter

from generation.studio.pictures.picture import Picture
from generation.studio.pictures.refusal import PictureRefused

logger = logging.getLogger("vigen.pictures")
SECONDS = 20
_HARMLESS = "ignore::UserWarning:PIL.TiffImagePlugin"
"""Metadata that are broken: they are thrown away in any case, and say nothing about the pixels."""

_ROOT = Path(__file__).resolve().parents[3]
_HARD = "The picture takes too long or too much memory to read. Make it smaller and send it again."


def receive(source: Path, *, folder: Path) -> Picture:
    """Read the picture in the file ``source`` and write it, encoded anew, into ``folder``.

    Raises PictureRefused with a sentence for whatever cannot be used.
    """
    command = [sys.executable, "-W", "error", "-W", _HARMLESS, "-m", "generation.studio.pictures"]
    command += [str(source.resolve()), str(folder.resolve())]
    # One thread: a picture is small work, and every thread reserves memory of its own.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command, cwd=_ROOT, capture_output=True, timeout=SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise PictureRefused(_HARD) from error
    if done.returncode != 0:
        logger.warning("A picture could not be read: %s", done.stderr.decode(errors="replace")[-600:])
        raise PictureRefused(_HARD)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise PictureRefused(answer["refused"])
    return TypeAdapter(Picture).validate_python(answer["picture"])
