"""From the bytes of an upload to a picture on the disk, with all that is known about it."""

from pathlib import Path

from PIL import Image

from generation.studio.pictures.cutout import SURE, cut_out
from generation.studio.pictures.focus import focus_of
from generation.studio.pictures.intake import LARGEST_FILE, take
from generation.studio.pictures.palette import colors_of
from generation.studio.pictures.picture import Focus, Kind, Picture
from generation.studio.pictures.sharpness import detail_of

_JPEG_QUALITY = 92


def read_file(source: Path, *, folder: Path) -> Picture:
    """``read`` for the file ``source``, in this very process. Files of strangers come in by ``door.receive``."""
    with source.open("rb") as file:
        # One byte more than allowed is enough to know.
        return read(file.read(LARGEST_FILE + 1), folder=folder)


def read(data: bytes, *, folder: Path) -> Picture:
    """Take in ``data`` and write it, encoded anew, into ``folder``: "picture.png" or "picture.jpg".

    Raises PictureRefused.
    """
    image = take(data)
    cut = cut_out(image)
    if cut is not None and cut.certainty >= SURE:
        return _kept(cut.image, Kind.CUTOUT, folder / "picture.png")
    return _kept(_on_white(image), Kind.PHOTO, folder / "picture.jpg")


def _kept(image: Image.Image, kind: Kind, path: Path) -> Picture:
    if kind is Kind.CUTOUT:
        image.save(path, "PNG", compress_level=6)
    else:
        image.save(path, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    focus = Focus() if kind is Kind.CUTOUT else focus_of(image)
    return Picture(
        str(path), image.width, image.height, kind, focus, detail=detail_of(image), colors=colors_of(image)
    )


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white
