"""Typesetting: text goes in, words with outlines and places come out."""

from generation.studio.typesetting.cleaning import clean, tokens
from generation.studio.typesetting.display import Display, display
from generation.studio.typesetting.fitting import Align, PlacedWord, Setting, Wish, fit
from generation.studio.typesetting.fonts import FACES
from generation.studio.typesetting.shaping import Glyphs, advance, metrics, shape

__all__ = [
    "FACES",
    "Align",
    "Display",
    "Glyphs",
    "PlacedWord",
    "Setting",
    "Wish",
    "advance",
    "clean",
    "display",
    "fit",
    "metrics",
    "shape",
    "tokens",
]
