"""Quotation marks as each language sets them.

Source: Unicode CLDR 45, common/main/<language>.xml, delimiters quotationStart and quotationEnd; in French with the
no-break space that belongs to them.
"""

_LOW = ("„", "“")
_LOW_HIGH = ("„", "”")
_ANGLED = ("«", "»")
_CORNERED = ("「", "」")
_HIGH = ("”", "”")
_MARKS = {
    "de": _LOW, "cs": _LOW, "sk": _LOW, "sl": _LOW, "bg": _LOW, "is": _LOW, "et": _LOW, "lt": _LOW,
    "pl": _LOW_HIGH, "hu": _LOW_HIGH, "ro": _LOW_HIGH, "hr": _LOW_HIGH, "sr": _LOW_HIGH,
    "es": _ANGLED, "it": _ANGLED, "ru": _ANGLED, "uk": _ANGLED, "el": _ANGLED, "nb": _ANGLED, "no": _ANGLED,
    "fa": _ANGLED, "fr": ("«\u00a0", "\u00a0»"), "ja": _CORNERED, "sv": _HIGH, "fi": _HIGH, "he": _HIGH,
    "ar": ("”", "“"),
}  # fmt: skip
_OTHERS = ("“", "”")


def quotation_marks(language: str) -> tuple[str, str]:
    """What opens and what closes a quotation in a language, given as a BCP 47 tag ("de", "pt-BR")."""
    return _MARKS.get(language.partition("-")[0].lower(), _OTHERS)
