"""Typesetting: text goes in, words with outlines and places come out."""

from generation.studio.errors import FontMissing
from generation.studio.typesetting.cleaning import clean, tokens
from generation.studio.typesetting.direction import is_right_to_left
from generation.studio.typesetting.display import Display, display
from generation.studio.typesetting.fitting import Align, PlacedWord, Setting, Wish, fit
from generation.studio.typesetting.fonts import FACES, check_letters, for_language, undrawable
from generation.studio.typesetting.segments import joined
from generation.studio.typesetting.shaping import Glyphs, advance, metrics, shape
from generation.studio.typesetting.stacking import stacked

__all__ = [
    "FACES",
    "Align",
    "Display",
    "FontMissing",
    "Glyphs",
    "PlacedWord",
    "Setting",
    "Wish",
    "advance",
    "check_letters",
    "clean",
    "display",
    "fit",
    "for_language",
    "is_right_to_left",
    "joined",
    "metrics",
    "shape",
    "stacked",
    "tokens",
    "undrawable",
]
