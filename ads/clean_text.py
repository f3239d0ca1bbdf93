"""Text as a person typed it, made fit to be stored and shown."""

import re
import unicodedata

JOINER = "\u200d"  # It holds emoji together.


def clean(value: str) -> str:
    """Text without control characters, in one normal form, with no run of blanks; line breaks stay."""
    normal = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        char for char in normal if char == "\n" or unicodedata.category(char)[0] != "C" or char == JOINER
    )
    lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in kept.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
