"""The typefaces: which file each name means, and who stands in for a letter that is missing."""

import unicodedata
from functools import lru_cache
from pathlib import Path

import skia

from generation.studio.errors import FontMissing
from generation.studio.typesetting.scripts import Script, script_of

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
_ARABIC = "noto-sans-arabic/NotoSansArabic_800ExtraBold.ttf"
_HEBREW = "noto-sans-hebrew/NotoSansHebrew_800ExtraBold.ttf"
_DEVANAGARI = "noto-sans-devanagari/NotoSansDevanagari_800ExtraBold.ttf"
_EMOJI = "noto-emoji/NotoEmoji_700Bold.ttf"
_JAPANESE = "noto-sans-jp/NotoSansJP_700Bold.ttf"
_CHINESE = "noto-sans-sc/NotoSansSC_700Bold.ttf"
_KOREAN = "noto-sans-kr/NotoSansKR_700Bold.ttf"

# Who draws a script that the display faces do not have, most wanted first.
_BY_SCRIPT: dict[Script, tuple[str, ...]] = {
    Script.ARABIC: (_ARABIC,),
    Script.HEBREW: (_HEBREW,),
    Script.DEVANAGARI: (_DEVANAGARI,),
    Script.EMOJI: (_EMOJI,),
    Script.HANGUL: (_KOREAN,),
    Script.KANA: (_JAPANESE,),
    Script.HAN: (_JAPANESE, _CHINESE, _KOREAN),
}
# The same character is written differently in Chinese, Japanese and Korean; the language decides.
_HAN_BY_LANGUAGE = {"zh": (_CHINESE, _JAPANESE, _KOREAN), "ko": (_KOREAN, _JAPANESE, _CHINESE)}

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


def for_language(face: str, language: str) -> str:
    """``face`` for texts in ``language`` (a BCP 47 tag): "inter-800@zh" prefers Chinese characters."""
    code = language.casefold().partition("-")[0]
    return f"{face}@{code}" if code in _HAN_BY_LANGUAGE and "@" not in face else face


@lru_cache(maxsize=64)
def typeface(face: str) -> skia.Typeface:
    """The typeface called ``face``. Raises KeyError for a name that is not in FACES."""
    return _load(FACES[face.partition("@")[0]])


# Reads files and knows no system: the default one would start fontconfig, whose copy in Skia's package prints a
# warning about the system's newer configuration, for fonts that are not the system's at all.
_OWN_FONTS = skia.FontMgr.New_Custom_Empty()


@lru_cache(maxsize=64)
def _load(path: str) -> skia.Typeface:
    return _OWN_FONTS.makeFromFile(str(_FOLDER / path), 0)


def _specialists(script: Script, face: str) -> tuple[str, ...]:
    if script is Script.HAN:
        return _HAN_BY_LANGUAGE.get(face.partition("@")[2], _BY_SCRIPT[script])
    return _BY_SCRIPT.get(script, ())


@lru_cache(maxsize=1)
def _system_typefaces() -> tuple[skia.Typeface, ...]:
    system = skia.FontMgr()
    found = (system.matchFamilyStyle(name, skia.FontStyle.Bold()) for name in _SYSTEM_FAMILIES)
    return tuple(face for face in found if face is not None)


@lru_cache(maxsize=4096)
def typeface_for(char: str, *, face: str) -> skia.Typeface:
    """The typeface that has ``char``: ``face`` itself, the face of its script, the stand-in, else a font
    of the system."""
    code = ord(char)
    own = typeface(face)
    if own.unicharToGlyph(code):
        return own
    for path in (*_specialists(script_of(char), face), FACES[_STAND_IN], _ARABIC, _EMOJI, _JAPANESE):
        if _load(path).unicharToGlyph(code):
            return _load(path)
    return next((one for one in _system_typefaces() if one.unicharToGlyph(code)), typeface(_STAND_IN))


def has_glyph(char: str, *, face: str) -> bool:
    """Whether anything there is can draw ``char``."""
    return bool(typeface_for(char, face=face).unicharToGlyph(ord(char)))


def undrawable(text: str) -> str:
    """The letters and digits of ``text`` that no font here can draw, each once, in order."""
    missing = (char for char in text if unicodedata.category(char)[0] in "LN")
    return "".join(dict.fromkeys(char for char in missing if not has_glyph(char, face=_STAND_IN)))


def check_letters(text: str) -> None:
    """Raise FontMissing when letters of ``text`` could not be drawn: none is left out silently."""
    missing = undrawable(unicodedata.normalize("NFC", text))
    if missing:
        names = ", ".join(unicodedata.name(char, f"U+{ord(char):04X}").title() for char in missing[:3])
        raise FontMissing(
            f"No font has the letters “{missing[:12]}” ({names}). Install a font for that script "
            "(on Debian: apt install fonts-noto-core), or write the text in another script."
        )


def font(source: skia.Typeface, *, size: float) -> skia.Font:
    """``source`` at ``size`` pixels, unhinted, so that widths scale exactly and nothing jitters."""
    made = skia.Font(source, size)
    made.setHinting(skia.FontHinting.kNone)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setSubpixel(True)
    made.setLinearMetrics(True)
    made.setBaselineSnap(False)
    return made
