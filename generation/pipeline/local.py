"""The pipeline without queue or records: a brief in, files in a folder out. What ``generate_ad`` runs."""

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ads.briefs import Brief
from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.pictures import Gather, nothing_of_ones_own
from generation.pipeline.stages import work_of

Tell = Callable[[Stage, float, str], None]
"""Called with a stage, how far it is (0 to 1), and what it is doing."""


@dataclass(frozen=True)
class Made:
    """What a local run made: its artefacts by name, and the seconds that each stage took."""

    files: dict[str, Path]
    seconds: dict[Stage, float]


def make(
    brief: Brief, folder: Path, *, seed: int, tell: Tell, own_pictures: Gather = nothing_of_ones_own
) -> Made:
    """Make an ad in ``folder``. Raises what a stage raises; files of finished stages stay in the folder."""
    files: dict[str, Path] = {}
    seconds: dict[Stage, float] = {}
    for stage in Stage:
        bench = Bench(
            brief,
            folder,
            seed=seed,
            report=functools.partial(tell, stage),
            fetch=_nothing_elsewhere,
            own_pictures=own_pictures,
        )
        began = time.monotonic()
        outcome = work_of(stage)(bench)
        seconds[stage] = time.monotonic() - began
        files |= {name: bench.path(name) for name in outcome.files}
        tell(stage, 1.0, "done")
    return Made(files, seconds)


def _nothing_elsewhere(name: str, path: Path) -> NoReturn:
    raise FileNotFoundError(f"No stage has made {name} yet (looked for it in {path.parent}).")
