"""Takes a picture in: checked before it is decoded, then turned upright, in sRGB, without metadata."""

import io
from contextlib import suppress

from PIL import Image, ImageCms

from generation.studio.pictures import heic
from generation.studio.pictures.headers import read_header
from generation.studio.pictures.refusal import PictureRefused

LARGEST_FILE = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_000
SHORTEST_SIDE = 48
KEPT_SIDE = 2560
"""Longer pictures are made smaller: no format shows more than this, slow moves included."""

_MOST_ELONGATED = 12
_LARGEST_PROFILE = 4 * 1024 * 1024
_DAMAGED = "The picture is damaged or incomplete. Export it again and send the new file."


def take(data: bytes) -> Image.Image:
    """The picture in ``data``, RGB or RGBA in sRGB, upright, its longest side at most 2560 pixels.

    Nothing of the file but its pixels is left. Raises PictureRefused with a
    sentence for everything that is not a sound JPEG, PNG, WebP, AVIF or HEIC of at
    most 20 MB and 40 megapixels.
    """
    kind = _checked(data)
    if kind == heic.FORMAT:
        heic.prepare()
    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as opened:
            _check_frame(opened)
            return _decoded(opened)
    except PictureRefused:
        raise
    except (MemoryError, Image.DecompressionBombError) as error:
        raise PictureRefused(_too_large()) from error
    except Exception as error:
        # Decoders meet hostile files with whatever they like to raise.
        raise PictureRefused(_DAMAGED) from error


def _checked(data: bytes) -> str:
    """The format's name, once size and header have passed."""
    if not data:
        raise PictureRefused("The file is empty. Choose the picture again.")
    if len(data) > LARGEST_FILE:
        raise PictureRefused(f"The file has {len(data) / 2**20:.1f} MB; 20 MB is the most.")
    header = read_header(data)
    _check_size(header.width, header.height)
    return header.format


def _check_size(width: int, height: int) -> None:
    long, short = max(width, height), min(width, height)
    if width * height > MOST_PIXELS or long > LONGEST_SIDE:
        raise PictureRefused(_too_large(width, height))
    if short < SHORTEST_SIDE:
        raise PictureRefused(f"The picture is only {width} × {height} pixels. Send a larger one.")
    if long > short * _MOST_ELONGATED:
        raise PictureRefused(
            f"The picture is a strip of {width} × {height} pixels. Crop it and send it again."
        )


def _too_large(width: int = 0, height: int = 0) -> str:
    size = f" of {width:,} × {height:,} pixels" if width else ""
    return f"The picture{size} is too large: 40 megapixels are the most. Make it smaller and send it again."


def _check_frame(opened: Image.Image) -> None:
    # The decoder's word counts too: a file may claim one size and hold another.
    _check_size(*opened.size)
    # Phones store a depth map or a second exposure behind a picture: that is no animation.
    if opened.format not in {"JPEG", "MPO", heic.FORMAT} and getattr(opened, "is_animated", False):
        raise PictureRefused("The picture moves. Send a still picture.")


def _decoded(opened: Image.Image) -> Image.Image:
    turn = _orientation(opened)
    profile = opened.info.get("icc_profile") or b""
    if opened.format in {"JPEG", "MPO"}:
        # JPEG decodes straight to a half or a quarter: large photographs then take a fraction of the memory.
        opened.draft(None, (KEPT_SIDE, KEPT_SIDE))
    opened.load()
    plain = _in_srgb(_smaller(_eight_bit(opened)), profile)
    return _without_metadata(_turned(plain, turn))


def _orientation(opened: Image.Image) -> int:
    """The EXIF orientation 1..8. A file with broken metadata is taken as it stands."""
    with suppress(Exception):
        value = opened.getexif().get(0x0112, 1)
        return value if isinstance(value, int) and 1 <= value <= 8 else 1
    return 1


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # 16 bits of grey: converting would cut off what is above 255.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"P", "PA", "LA", "RGBa", "La"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in {"RGB", "RGBA", "L", "CMYK"} else image.convert("RGB")


def _smaller(image: Image.Image) -> Image.Image:
    scale = KEPT_SIDE / max(image.size)
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    if image.mode == "RGBA":
        # What is transparent has a colour too, which must not bleed into the edges.
        return image.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
    return image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """``image`` as RGB or RGBA; an embedded profile that makes sense is followed, any other passed over."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colors = image.convert("RGB") if alpha is not None else image
    if profile and len(profile) <= _LARGEST_PROFILE:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            colors = ImageCms.profileToProfile(colors, source, target, outputMode="RGB") or colors
    colors = colors.convert("RGB")
    if alpha is not None:
        colors.putalpha(alpha)
    return colors


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _without_metadata(image: Image.Image) -> Image.Image:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare
