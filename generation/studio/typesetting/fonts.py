"""The typefaces: which file each name means, and who stands in for a letter that is missing."""

from functools import lru_cache
from pathlib import Path

import skia

_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"

FACES: dict[str, str] = {
    "anton": "anton/Anton_400Regular.ttf",
    "archivo-black": "archivo-black/ArchivoBlack_400Regular.ttf",
    "bricolage-800": "bricolage-grotesque/BricolageGrotesque_800ExtraBold.ttf",
    "dm-serif": "dm-serif-display/DMSerifDisplay_400Regular.ttf",
    "fraunces-600": "fraunces/Fraunces_600SemiBold.ttf",
    "fraunces-900": "fraunces/Fraunces_900Black.ttf",
    "inter-600": "inter/Inter_600SemiBold.ttf",
    "inter-800": "inter/Inter_800ExtraBold.ttf",
    "nunito-700": "nunito/Nunito_700Bold.ttf",
    "nunito-900": "nunito/Nunito_900Black.ttf",
    "outfit-600": "outfit/Outfit_600SemiBold.ttf",
    "outfit-800": "outfit/Outfit_800ExtraBold.ttf",
    "playfair-800": "playfair-display/PlayfairDisplay_800ExtraBold.ttf",
    "poppins-600": "poppins/Poppins_600SemiBold.ttf",
    "poppins-700": "poppins/Poppins_700Bold.ttf",
    "poppins-800": "poppins/Poppins_800ExtraBold.ttf",
    "sora-600": "sora/Sora_600SemiBold.ttf",
    "sora-800": "sora/Sora_800ExtraBold.ttf",
    "space-grotesk-700": "space-grotesk/SpaceGrotesk_700Bold.ttf",
}

_STAND_IN = "inter-800"

# Asked for by name: the automatic choice of the system draws empty boxes.
_SYSTEM_FAMILIES = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Thai",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans CJK KR",
    "Noto Sans Symbols2",
    "Noto Sans Symbols",
    "Noto Sans Math",
    "DejaVu Sans",
)


@lru_cache(maxsize=64)
def typeface(face: str) -> skia.Typeface:
    """The typeface called ``face``. Raises KeyError for a name that is not in FACES."""
    return skia.Typeface.MakeFromFile(str(_FOLDER / FACES[face]))


@lru_cache(maxsize=1)
def _system_typefaces() -> tuple[skia.Typeface, ...]:
    system = skia.FontMgr()
    found = (system.matchFamilyStyle(name, skia.FontStyle.Bold()) for name in _SYSTEM_FAMILIES)
    return tuple(face for face in found if face is not None)


@lru_cache(maxsize=4096)
def typeface_for(char: str, *, face: str) -> skia.Typeface:
    """The typeface that has ``char``: ``face`` itself, else the stand-in, else a font of the system."""
    code = ord(char)
    for candidate in (typeface(face), typeface(_STAND_IN)):
        if candidate.unicharToGlyph(code):
            return candidate
    return next((one for one in _system_typefaces() if one.unicharToGlyph(code)), typeface(_STAND_IN))


def has_glyph(char: str, *, face: str) -> bool:
    """Whether anything installed can draw ``char``."""
    return bool(typeface_for(char, face=face).unicharToGlyph(ord(char)))


def font(source: skia.Typeface, *, size: float) -> skia.Font:
    """``source`` at ``size`` pixels, unhinted, so that widths scale exactly and nothing jitters."""
    made = skia.Font(source, size)
    made.setHinting(skia.FontHinting.kNone)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setSubpixel(True)
    made.setLinearMetrics(True)
    made.setBaselineSnap(False)
    return made
