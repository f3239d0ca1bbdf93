"""Quotation marks: “ ” while a brief is read, those of its language in what is spoken and shown."""

import re

from generation.crew.plain.tongues import Tongue

_NARROW = "\u00a0"
_MARKS = {"de": ("„", "“"), "es": ("«", "»"), "it": ("«", "»"), "fr": (f"«{_NARROW}", f"{_NARROW}»")}
_ENGLISH = ("“", "”")

QUOTED = re.compile(r"(?:“|„|«\s?)([^“”„«»]+?)(?:”|“|\s?»)")
"""Words in quotation marks of any of the languages; the words are its group."""


def in_its_marks(text: str, tongue: Tongue) -> str:
    """The text with the quotation marks of its language; the full stop of a sentence that ends in them comes after."""
    opens, closes = _MARKS.get(tongue.code, _ENGLISH)
    if (opens, closes) == _ENGLISH:
        return text
    marked = re.sub(r"“([^“”]*)”", lambda said: f"{opens}{said.group(1)}{closes}", text)
    return re.sub(rf"\.{re.escape(closes)}\.?$", f"{closes}.", marked)
