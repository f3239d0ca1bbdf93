"""What is taken as a picture, what is refused, and with which words."""

import io
import resource
import struct
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from drawn_pictures import encoded, lake
from PIL import Image, ImageCms, PngImagePlugin

from generation.studio.pictures import PictureRefused, receive
from generation.studio.pictures.headers import read_header
from generation.studio.pictures.intake import KEPT_SIDE, LARGEST_FILE, take
from generation.studio.pictures.reading import read


def plain(size: tuple[int, int] = (120, 90), color: str = "#3a7", mode: str = "RGB") -> Image.Image:
    return Image.new(mode, size, color)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width: int, height: int, *, data: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def png_bomb(side: int) -> bytes:
    """A sound, tiny file that decodes to gigabytes."""
    packer = zlib.compressobj(9)
    row = b"\0" * (side * 3 + 1)
    body = b"".join(packer.compress(row) for _ in range(side // 8)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    data = bytearray(encoded(plain()))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_claiming(width: int, height: int) -> bytes:
    body = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + body


def avif_claiming(width: int, height: int) -> bytes:
    data = bytearray(encoded(plain(), "AVIF"))
    at = data.index(b"ispe")
    data[at + 8 : at + 16] = struct.pack(">II", width, height)
    return bytes(data)


def animated(kind: str) -> bytes:
    out = io.BytesIO()
    plain().save(out, kind, save_all=True, append_images=[plain(color="#a22")], duration=100)
    return out.getvalue()


JPEG, PNG = encoded(lake(width=240, height=160)), encoded(plain(), "PNG")
HEIC = (Path(__file__).parent / "sideways.heic").read_bytes()
"""Red and blue halves, 96 x 64 pixels, turned by its camera."""

BAD = {
    "nothing at all": (b"", "empty"),
    "one byte": (b"\xff", "not a picture"),
    "only zeros": (b"\0" * 4096, "not a picture"),
    "plain text": (b"Hello, I am a picture, honestly.", "not a picture"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
    "an SVG behind an XML declaration": (b'<?xml version="1.0"?><svg/>', "SVG"),
    "an SVG behind a byte order mark": (b"\xef\xbb\xbf  <svg/>", "SVG"),
    "a web page": (b"<!DOCTYPE html><script>alert(1)</script>", "web page"),
    "a web page with a picture in it": (b"<html>" + JPEG, "web page"),
    "a script": (b"<script>alert(1)</script>", "web page"),
    "a PHP file": (b"<?php system($_GET['c']); ?>" + PNG, "not a picture"),
    "a shell script": (b"#!/bin/sh\nrm -rf /\n", "not a picture"),
    "a program": (b"\x7fELF" + b"\0" * 500, "not a picture"),
    "a PDF": (b"%PDF-1.7\n" + JPEG, "PDF"),
    "an archive": (b"PK\x03\x04" + JPEG, "archive"),
    "a GIF": (encoded(plain(mode="P", color=3), "GIF"), "GIF"),
    "a GIF that is a script too": (b"GIF89a/*" + b"*/=1;alert(1)//", "GIF"),
    "a BMP": (encoded(plain(), "BMP"), "BMP"),
    "a TIFF": (encoded(plain(), "TIFF"), "TIFF"),
    "a big-endian TIFF": (b"MM\x00*" + b"\0" * 99, "TIFF"),
    "an icon": (encoded(plain(), "ICO"), "not a picture"),
    "a JPEG 2000": (encoded(plain(), "JPEG2000"), "not a picture"),
    "a HEIC without a picture": (
        struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 99,
        "header is damaged",
    ),
    "a HEIC that claims 30,000²": (
        avif_claiming(30_000, 30_000).replace(b"avif", b"heic"),
        "40 megapixels",
    ),
    "half a HEIC": (HEIC[:600], "damaged or incomplete"),
    "a film": (struct.pack(">I", 24) + b"ftypisom\0\0\0\0isommp42" + b"\0" * 99, "not a picture"),
    "the start of a JPEG and nothing more": (b"\xff\xd8\xff\xe0", "header is damaged"),
    "a JPEG start with an archive behind": (b"\xff\xd8\xff\xe0PK\x03\x04" + b"\0" * 400, "header is damaged"),
    "a JPEG whose markers never end": (b"\xff\xd8" + b"\xff" * 5000, "header is damaged"),
    "a JPEG whose sections lead nowhere": (b"\xff\xd8\xff\xe1\xff\xff" + b"\0" * 200, "header is damaged"),
    "a PNG start with a web page behind": (b"\x89PNG\r\n\x1a\n<html>" + b" " * 400, "header is damaged"),
    "half a JPEG": (JPEG[: len(JPEG) // 2], "damaged or incomplete"),
    "a JPEG without its last tenth": (JPEG[: len(JPEG) * 9 // 10], "damaged or incomplete"),
    "half a PNG": (encoded(lake(width=90, height=60), "PNG")[:4000], "damaged or incomplete"),
    "a PNG with broken pixels": (png_claiming(100, 100, data=b"no pixels"), "damaged or incomplete"),
    "half a WebP": (encoded(lake(width=90, height=60), "WEBP")[:700], "damaged or incomplete"),
    "half an AVIF": (encoded(lake(width=90, height=60), "AVIF")[:500], "damaged or incomplete"),
    "a WebP of nothing": (b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\xff\xc0\x10" + b"\0" * 30, "damaged"),
    "a RIFF that is music": (b"RIFF" + struct.pack("<I", 99) + b"WAVEfmt " + b"\0" * 99, "not a picture"),
    "a PNG of 14,000² in a few kilobytes": (png_bomb(14_000), "40 megapixels"),
    "a PNG of 9,000²": (png_claiming(9_000, 9_000), "40 megapixels"),
    "a PNG four billion pixels wide": (png_claiming(0xFFFFFFFF, 1), "40 megapixels"),
    "a PNG without width": (png_claiming(0, 100), "only 0 × 100"),
    "a JPEG that claims 65,535²": (jpeg_claiming(65_535, 65_535), "40 megapixels"),
    "a WebP that claims 16,384²": (webp_claiming(16_384, 16_384), "40 megapixels"),
    "an AVIF that claims 30,000²": (avif_claiming(30_000, 30_000), "40 megapixels"),
    "a JPEG of 100 megapixels": (jpeg_claiming(10_000, 10_000), "40 megapixels"),
    "a dot": (encoded(plain((1, 1)), "PNG"), "only 1 × 1"),
    "a hair": (encoded(plain((4000, 60)), "PNG"), "strip"),
    "a WebP that moves": (animated("WEBP"), "moves"),
    "a PNG that moves": (animated("PNG"), "moves"),
    "21 MB of metadata round a small picture": (
        JPEG[:2] + (b"\xff\xe1\xff\xff" + b"x" * 65533) * 330 + JPEG[2:],
        "20 MB",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence_at_once(name: str) -> None:
    data, words = BAD[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with pytest.raises(PictureRefused) as refusal:
        take(data)
    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert "Traceback" not in str(refusal.value)
    assert time.process_time() - began < 1.0
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_formats_are_read_whatever_the_file_is_called(kind: str, tmp_path: Path) -> None:
    source = tmp_path / "..%2f..%2fetc%2fpasswd\u202e.svg"
    source.write_bytes(encoded(lake(width=240, height=160), kind))
    assert take(source.read_bytes()).size == (240, 160)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_as_its_camera_was_held(turn: int) -> None:
    upright = plain((80, 60), "#ffffff")
    upright.paste("#d00000", (0, 0, 40, 30))
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(Image.Transpose(undo[turn])) if turn > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = turn
    shown = take(encoded(stored, exif=exif))
    assert shown.size == (80, 60)
    red, _green, blue = shown.getpixel((15, 12))
    assert red > 150
    assert blue < 80
    assert min(shown.getpixel((65, 45))) > 200


def test_a_picture_of_an_iphone_is_read_and_turned_as_it_was_held() -> None:
    picture = take(HEIC)
    assert (picture.size, picture.mode) == ((64, 96), "RGB")
    blue, red = picture.getpixel((32, 10)), picture.getpixel((32, 86))
    assert blue[2] > 150 > blue[0]
    assert red[0] > 150 > red[2]


def test_broken_metadata_do_not_spoil_a_sound_picture(tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(encoded(plain(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xee" * 60))
    assert receive(tmp_path / "sent", folder=tmp_path).width == 120


def test_nothing_but_pixels_is_kept_of_a_file(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x8825] = "SECRET-PLACE", {1: "N"}
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "SECRET-PLACE")
    sent = {
        "jpeg": encoded(lake(width=240, height=160), exif=exif) + b"PK\x03\x04SECRET-PLACE<script>",
        "png": encoded(plain(), "PNG", pnginfo=notes, exif=exif) + b"<html>SECRET-PLACE",
    }
    for name, data in sent.items():
        folder = tmp_path / name
        folder.mkdir()
        kept = Path(read(data, folder=folder).path).read_bytes()
        assert b"SECRET-PLACE" not in kept
        assert b"script" not in kept
        assert b"Exif" not in kept


def test_a_phone_picture_with_a_second_exposure_behind_it_is_no_animation() -> None:
    out = io.BytesIO()
    plain((240, 160)).save(out, "MPO", save_all=True, append_images=[plain((240, 160), "#a22")])
    assert take(out.getvalue()).size == (240, 160)


def test_colours_of_another_space_become_what_they_look_like() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    assert take(encoded(plain(), icc_profile=lab.tobytes())).mode == "RGB"
    assert take(encoded(plain(), "PNG", icc_profile=b"no profile" * 20)).getpixel((5, 5)) == (
        0x33,
        0xAA,
        0x77,
    )


def test_every_mode_of_colour_becomes_plain_colour() -> None:
    grey16 = Image.fromarray(np.full((90, 120), 40_000, dtype=np.uint16))
    assert take(encoded(grey16, "PNG")).getpixel((5, 5)) == (156, 156, 156)
    assert take(encoded(plain(mode="L", color=99), "PNG")).getpixel((5, 5)) == (99, 99, 99)
    assert take(encoded(plain(mode="1", color=1), "PNG")).getpixel((5, 5)) == (255, 255, 255)
    assert take(encoded(plain(mode="CMYK", color=0))).getpixel((5, 5))[0] > 250
    palette = plain().convert("P")
    palette.info["transparency"] = 0
    assert take(encoded(palette, "PNG", transparency=0)).mode == "RGBA"


def test_transparency_is_kept() -> None:
    image = plain(mode="RGBA", color="#33aa7700")
    image.paste("#d00000", (20, 20, 60, 60))
    for kind in ("PNG", "WEBP", "AVIF"):
        taken = take(encoded(image, kind, lossless=True) if kind == "WEBP" else encoded(image, kind))
        assert taken.getpixel((2, 2))[3] == 0
        assert taken.getpixel((40, 40))[3] == 255


def test_a_large_picture_is_made_as_small_as_any_film_needs() -> None:
    assert take(encoded(plain((6000, 4000)))).size == (KEPT_SIDE, round(KEPT_SIDE * 2 / 3))


def test_the_largest_file_is_refused_before_its_header_is_read() -> None:
    with pytest.raises(PictureRefused, match="20 MB"):
        take(b"\0" * (LARGEST_FILE + 1))


def test_a_header_is_read_without_the_rest_of_the_file() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        data = encoded(lake(width=240, height=160), kind)[:700]
        header = read_header(data)
        assert (header.format, header.width, header.height) == (kind, 240, 160)


def test_the_largest_picture_is_read_in_a_process_that_gives_its_memory_back(tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(png_bomb(6_300))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert receive(tmp_path / "sent", folder=tmp_path).width == KEPT_SIDE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_a_reader_that_dies_is_a_refusal_and_no_crash(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sent").write_bytes(JPEG)
    caplog.set_level("WARNING", logger="vigen.pictures")
    with pytest.raises(PictureRefused, match="Make it smaller"):
        receive(tmp_path / "sent", folder=tmp_path / "nowhere")
    assert "FileNotFoundError" in caplog.text
