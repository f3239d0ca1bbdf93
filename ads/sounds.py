"""Whether the bytes of a file begin as a sound does; which reader gets it rests on this, never on its name."""

SOUND, PICTURE = "recording", "picture"

_HEADS = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"ADIF")
"""MP3 with tags, Ogg (Opus, Vorbis), FLAC, WebM, and AAC with a header."""
_STILL_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
"""The MP4 family holds pictures, too: these brands say so."""
LONGEST_HEAD = 12


def kind_of(head: bytes) -> str:
    """SOUND or PICTURE, from the first LONGEST_HEAD bytes; what is neither is for the reader of pictures to refuse."""
    is_wave = head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE"
    is_mp4 = head[4:8] == b"ftyp" and head[8:12] not in _STILL_BRANDS
    # A frame of MP3 or of AAC begins with eleven or twelve ones; JPEG's ff d8 does not.
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return SOUND if is_wave or is_mp4 or is_frame or head.startswith(_HEADS) else PICTURE
