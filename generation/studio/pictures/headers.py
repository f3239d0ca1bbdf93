"""Reads what a file is and how large its picture is from its first bytes, before anything is decoded.

Sources: ITU-T T.81 (JPEG markers), W3C PNG 3rd edition 11.2, RFC 9649 (WebP), ISO/IEC 23008-12 6.5.3
(the "ispe" box of AVIF and HEIC). The file's name and what the sender calls it play no part.
"""

import struct
from dataclasses import dataclass

from generation.studio.pictures.refusal import PictureRefused

KINDS = "JPEG, PNG, WebP, AVIF or HEIC"
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_AVIF = {b"avif", b"avis"}
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_OTHERS = {
    b"GIF8": f"GIF pictures have too few colours for a film. Send a {KINDS} file.",
    b"%PDF": "This is a PDF. Export the page as a PNG and send that.",
    b"II*\x00": f"TIFF pictures are not taken. Export the picture as {KINDS}.",
    b"MM\x00*": f"TIFF pictures are not taken. Export the picture as {KINDS}.",
    b"BM": f"BMP pictures are not taken. Export the picture as {KINDS}.",
    b"PK\x03\x04": f"This is an archive. Unpack it and send the {KINDS} file in it.",
}
_BROKEN = "The picture's header is damaged. Export it again and send the new file."


@dataclass(frozen=True)
class Header:
    """``format`` as Pillow calls it, and the size in pixels that the file claims."""

    format: str
    width: int
    height: int


def read_header(data: bytes) -> Header:
    """What ``data`` claims to be. Raises PictureRefused for anything but JPEG, PNG, WebP, AVIF and HEIC."""
    try:
        return _read(data)
    except (struct.error, IndexError) as error:
        raise PictureRefused(_BROKEN) from error


def _read(data: bytes) -> Header:
    if data.startswith(b"\xff\xd8\xff"):
        return Header("JPEG", *_jpeg(data))
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        if data[12:16] != b"IHDR":
            raise PictureRefused(_BROKEN)
        return Header("PNG", *struct.unpack(">II", data[16:24]))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Header("WEBP", *_webp(data))
    if data[4:8] == b"ftyp":
        return _box_file(data)
    raise PictureRefused(_sentence_for(data))


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    raise PictureRefused(_BROKEN)


def _webp(data: bytes) -> tuple[int, int]:
    kind, body = data[12:16], data[20:30]
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L":
        bits = struct.unpack("<I", body[1:5])[0]
        return 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", body[6:10])
        return width & 0x3FFF, height & 0x3FFF
    raise PictureRefused(_BROKEN)


def _box_file(data: bytes) -> Header:
    """AVIF and HEIC are the same boxes with another codec inside."""
    length = min(struct.unpack(">I", data[:4])[0], 256)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, length, 4)}
    if brands & _AVIF:
        return Header("AVIF", *_extent(data))
    if brands & _HEIC:
        return Header("HEIF", *_extent(data))
    raise PictureRefused(_unknown())


def _extent(data: bytes) -> tuple[int, int]:
    """(width, height) of the largest picture in the file: a thumbnail and the tiles of a grid are smaller."""
    sizes, at = [], data.find(b"ispe", 0, 65536)
    while at > 0:
        sizes.append(struct.unpack(">II", data[at + 8 : at + 16]))
        at = data.find(b"ispe", at + 4, 65536)
    if not sizes:
        raise PictureRefused(_BROKEN)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return width, height


def _sentence_for(data: bytes) -> str:
    """Says what the file is, where that can be told, and what to send instead."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml")) or b"<svg" in start:
        return "Drawings as SVG are not taken. Export the drawing as a PNG and send that."
    if start.startswith((b"<!doctype", b"<html", b"<script")):
        return f"This is a web page, not a picture. Send a {KINDS} file."
    return next((says for magic, says in _OTHERS.items() if data.startswith(magic)), _unknown())


def _unknown() -> str:
    return f"This is not a picture that can be read. Send a {KINDS} file."
