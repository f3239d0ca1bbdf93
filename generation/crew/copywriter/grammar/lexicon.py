"""Word lists, kept as plain text beside this module so that a copywriter can edit them."""

from functools import cache
from pathlib import Path


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``words/<name>.txt``, separated by blanks or line ends."""
    return frozenset((Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf-8").split())
