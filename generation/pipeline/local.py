"""The pipeline without queue or records: a brief in, files in a folder out. What ``generate_ad`` runs."""

import functools
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from ads.briefs import FORMATS, LONGEST, SHORTEST, Brief
from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.editing import silence_film
from generation.pipeline.pictures import Gather, nothing_of_ones_own
from generation.pipeline.stages import work_of
from generation.studio.direction import retarget
from generation.studio.storyboard import Storyboard

Tell = Callable[[Stage, float, str], None]
"""Called with a stage, how far it is (0 to 1), and what it is doing."""

SPOKEN = ("timeline.json", "soundtrack.wav", "voice.wav")


@dataclass(frozen=True)
class Made:
    """What a local run made: its artefacts by name, and the seconds that each stage took."""

    files: dict[str, Path]
    seconds: dict[Stage, float]


@dataclass(frozen=True)
class Variant:
    """The same ad once more. Empty, 0 and None keep what the ad has.

    A silent one has no sound at all; it shows captions unless told otherwise.
    """

    format: str = ""
    length: int = 0
    captions: bool | None = None
    silent: bool = False
    paid: bool = False

    @property
    def name(self) -> str:
        """For files: "16x9-30s-silent"."""
        words = {None: "", True: "captioned", False: "uncaptioned"}[self.captions]
        seconds = f"{self.length}s" if self.length else ""
        parts = (
            self.format.replace(":", "x"),
            seconds,
            words,
            "silent" if self.silent else "",
            "paid" if self.paid else "",
        )
        return "-".join(part for part in parts if part)

    def of(self, brief: Brief) -> Brief:
        """The brief, changed to this."""
        shown = brief.captions or self.silent if self.captions is None else self.captions
        return replace(
            brief,
            format=self.format or brief.format,
            length=self.length or brief.length,
            captions=shown,
            paid=self.paid or brief.paid,
        )


def variant(wish: str) -> Variant:
    """A variant from words like "16:9", "30" (seconds), "captioned", "uncaptioned", "silent" and "paid"
    (for paid placements), with "/" between.

    Raises ValueError with a sentence for a person.
    """
    wished = Variant()
    for word in wish.split("/"):
        if word in FORMATS:
            wished = replace(wished, format=word)
        elif word.isdecimal() and SHORTEST <= int(word) <= LONGEST:
            wished = replace(wished, length=int(word))
        elif word in {"captioned", "uncaptioned"}:
            wished = replace(wished, captions=word == "captioned")
        elif word == "silent":
            wished = replace(wished, silent=True)
        elif word == "paid":
            wished = replace(wished, paid=True)
        else:
            raise ValueError(
                f"“{word}” is no variant. Use a format ({', '.join(FORMATS)}), seconds ({SHORTEST} to {LONGEST}), "
                "captioned, uncaptioned, silent or paid, joined by “/”: 16:9/30/silent."
            )
    return wished


def make(
    brief: Brief, folder: Path, *, seed: int, tell: Tell, own_pictures: Gather = nothing_of_ones_own
) -> Made:
    """Make an ad in ``folder``. Raises what a stage raises; files of finished stages stay in the folder.

    Where the folder holds an earlier version of the ad, what is still the same in its film is kept.
    """
    bench = functools.partial(
        Bench, brief, folder, seed=seed, fetch=_nothing_elsewhere, own_pictures=own_pictures
    )
    return _made(bench, list(Stage), tell=tell)


def make_variant(wished: Variant, brief: Brief, master: Path, *, seed: int, tell: Tell) -> Made:
    """Make a variant of the ad in the folder ``master``, from its storyboard and, at the same length, with its
    sound; in a folder of its own below it. Nothing is written anew. Raises what a stage raises."""
    changed = wished.of(brief)
    same_sound = changed.length == brief.length

    def fetch(name: str, path: Path) -> Path:
        if name in SPOKEN and not same_sound:
            return _nothing_elsewhere(name, path)
        return Path(shutil.copyfile(master / name, path))

    def earlier(names: tuple[str, ...], there: Path) -> bool:
        for name in names:
            shutil.copyfile(master / name, there / name)
        return True

    folder = master / "variants" / (wished.name or "same")
    bench = functools.partial(Bench, changed, folder, seed=seed, fetch=fetch, earlier=earlier)
    board = Bench(brief, master, seed=seed, report=_tell_nobody, fetch=_nothing_elsewhere).kept(
        "storyboard.json", Storyboard
    )
    # What an earlier run left here is of another storyboard.
    shutil.rmtree(folder, ignore_errors=True)
    first = bench(report=_tell_nobody)
    other = retarget(board, format_name=changed.format, length=changed.length)
    first.keep("storyboard.json", replace(other, is_paid=changed.paid))
    made = _made(bench, [Stage.EDITING] if same_sound else [Stage.AUDIO, Stage.EDITING], tell=tell)
    if wished.silent:
        silence_film(first)
    return made


def _made(bench: Callable[..., Bench], stages: list[Stage], *, tell: Tell) -> Made:
    files: dict[str, Path] = {}
    seconds: dict[Stage, float] = {}
    for stage in stages:
        here = bench(report=functools.partial(tell, stage))
        began = time.monotonic()
        outcome = work_of(stage)(here)
        seconds[stage] = time.monotonic() - began
        files |= {name: here.path(name) for name in outcome.files}
        tell(stage, 1.0, "done")
    return Made(files, seconds)


def _tell_nobody(done: float, message: str) -> None:
    del done, message


def _nothing_elsewhere(name: str, path: Path) -> NoReturn:
    raise FileNotFoundError(f"No stage has made {name} yet (looked for it in {path.parent}).")
