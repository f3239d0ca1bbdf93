"""What a stage sees: the brief, a folder to work in, the files of earlier stages, and somebody to report to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from ads.briefs import Brief
from generation.pipeline.pictures import Gather, OwnPictures, nothing_of_ones_own

Value = TypeVar("Value")
Report = Callable[[float, str], None]
Fetch = Callable[[str, Path], Path]
Publish = Callable[[str, Path], None]
Earlier = Callable[[tuple[str, ...], Path], bool]
"""Brings files of the ad's earlier version into a folder; whether all of them were there."""
LENT = "lent/"


def nothing_earlier(names: tuple[str, ...], folder: Path) -> bool:
    """For an ad that is made for the first time, or in a folder that still holds its earlier version."""
    del names, folder
    return False


def nobody_watches(name: str, path: Path) -> None:
    """For an ad that nobody sees before it is finished."""
    del name, path


class Bench:
    """A place to work on one ad.

    ``report(done, message)`` tells the person how far the stage is (0 to 1) and
    is also where a stage is stopped: it raises when the run was cancelled,
    taken over, or the worker must end. Call it often; it is cheap.
    ``fetch(name, path)`` brings an artefact of an earlier stage to ``path``, and under LENT one of the ad
    that this one is another format of;
    ``own_pictures(folder)`` brings the customer's own pictures into a folder;
    ``earlier(names, folder)`` files of an earlier version of the ad, if it is kept;
    ``publish(name, path)`` shows an artefact before its stage has ended.
    """

    def __init__(
        self,
        brief: Brief,
        folder: Path,
        *,
        seed: int,
        report: Report,
        fetch: Fetch,
        own_pictures: Gather = nothing_of_ones_own,
        earlier: Earlier = nothing_earlier,
        publish: Publish = nobody_watches,
    ):
        self.brief = brief
        self.folder = folder
        self.seed = seed
        self.report = report
        self._fetch = fetch
        self._own_pictures = own_pictures
        self._earlier = earlier
        self._publish = publish
        folder.mkdir(parents=True, exist_ok=True)

    def own_pictures(self) -> OwnPictures:
        """The customer's own pictures, their files in the bench's folder."""
        return self._own_pictures(self.folder)

    def new(self, name: str) -> Path:
        """Where to write an artefact."""
        return self.folder / name

    def path(self, name: str) -> Path:
        """An artefact of this or an earlier stage, as a file."""
        path = self.folder / name
        return path if path.exists() else self._fetch(name, path)

    def earlier(self, *names: str) -> tuple[Path, ...] | None:
        """The same artefacts of the ad as it was before it was changed; None unless all of them are kept."""
        here = tuple(self.folder / name for name in names)
        if all(path.exists() for path in here):
            return here
        there = self.folder / "earlier"
        there.mkdir(exist_ok=True)
        return tuple(there / name for name in names) if self._earlier(names, there) else None

    def borrow(self, *names: str) -> bool:
        """Take over files of the ad that this one is another format of; False unless all of them are there."""
        try:
            for name in names:
                self._fetch(LENT + name, self.folder / name)
        except (OSError, LookupError):
            return False
        return True

    def publish(self, name: str) -> None:
        """Show an artefact of this stage now. It must be complete, and still belongs into the outcome."""
        self._publish(name, self.folder / name)

    def keep(self, name: str, value: Any) -> None:
        """Write a value as a JSON artefact."""
        self.new(name).write_bytes(TypeAdapter(type(value)).dump_json(value, indent=1))

    def kept(self, name: str, kind: type[Value]) -> Value:
        """Read a JSON artefact back as the value that it was."""
        return TypeAdapter(kind).validate_json(self.path(name).read_bytes())
