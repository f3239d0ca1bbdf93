"""The customer's own pictures, brought into the folder where an ad is made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from ads import uploads
from ads.briefs import Brief
from generation.studio.pictures import Picture, PictureRefused, receive
from generation.studio.storyboard import Storyboard
from vigen_site.errors import NotFound

LOGO = "logo"


@dataclass(frozen=True)
class OwnPictures:
    """Pictures whose paths are file names in the ad's folder. ``missing`` counts those that are gone."""

    pictures: tuple[Picture, ...] = ()
    logo: Picture | None = None
    missing: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(one.path for one in (*self.pictures, self.logo) if one is not None)


Gather = Callable[[Path], OwnPictures]
"""Brings the pictures of one ad into a folder."""


def nothing_of_ones_own(folder: Path) -> OwnPictures:
    """For an ad without pictures."""
    del folder
    return OwnPictures()


def from_uploads(user_id: str, brief: Brief, folder: Path) -> OwnPictures:
    """The pictures that a brief names. One that was deleted meanwhile is left out: the ad is made without it."""
    found = [
        _bring(user_id, picture_id, folder, f"picture-{number:02}")
        for number, picture_id in enumerate(brief.pictures, start=1)
    ]
    logo = _bring(user_id, brief.logo, folder, LOGO) if brief.logo else None
    missing = found.count(None) + (1 if brief.logo and logo is None else 0)
    return OwnPictures(tuple(filter(None, found)), logo, missing)


def _bring(user_id: str, picture_id: str, folder: Path, name: str) -> Picture | None:
    try:
        return TypeAdapter(Picture).validate_python(uploads.bring(user_id, picture_id, folder / name))
    except NotFound:
        return None


def from_files(files: tuple[Path, ...], logo: Path | None, folder: Path) -> OwnPictures:
    """Pictures from the disk, for ads made from a terminal. Raises PictureRefused."""
    pictures = [_read(file, folder, f"picture-{number:02}") for number, file in enumerate(files, start=1)]
    return OwnPictures(tuple(pictures), _read(logo, folder, LOGO) if logo else None)


def _read(file: Path, folder: Path, name: str) -> Picture:
    if not file.is_file():
        raise PictureRefused(f"There is no picture {file}.")
    try:
        picture = receive(file, folder=folder)
    except PictureRefused as refusal:
        raise PictureRefused(f"{file}: {refusal}") from refusal
    path = Path(picture.path)
    return replace(picture, path=path.rename(path.with_stem(name)).name)


def own_files(storyboard: Storyboard) -> tuple[str, ...]:
    """The names of the files that a storyboard shows."""
    return OwnPictures(storyboard.pictures, storyboard.logo).names


def placed(storyboard: Storyboard, folder: Path) -> Storyboard:
    """The storyboard, its pictures looked for in ``folder``: what is kept names files only."""
    return replace(
        storyboard,
        pictures=tuple(one.within(folder) for one in storyboard.pictures),
        logo=storyboard.logo.within(folder) if storyboard.logo else None,
    )
