"""HEIC, the pictures of iPhones: read where the decoder is installed, refused with advice where it is not."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from generation.studio.pictures.refusal import PictureRefused

FORMAT = "HEIF"

_ADVICE = (
    "HEIC pictures cannot be read here. On the iPhone choose Settings > Camera > Formats > Most Compatible, or "
    "share the picture by mail and save it from there: it is then a JPEG, which can be sent."
)


@cache
def prepare() -> None:
    """Teach Pillow to read HEIC: the main picture only, turned as the camera was held.

    Raises PictureRefused where the decoder is missing.
    """
    if find_spec("pi_heif") is None:
        raise PictureRefused(_ADVICE)
    import_module("pi_heif").register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
