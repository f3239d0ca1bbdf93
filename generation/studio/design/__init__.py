"""Art direction as data: palettes, grounds, type pairings, motifs, looks."""

from generation.studio.design.brand_palette import palette_from
from generation.studio.design.color import argb
from generation.studio.design.contrast import READABLE, contrast
from generation.studio.design.grounds import Ground, ground
from generation.studio.design.looks import look_for
from generation.studio.design.pairings import PAIRINGS, Pairing
from generation.studio.design.palettes import PALETTES

__all__ = [
    "PAIRINGS",
    "PALETTES",
    "READABLE",
    "Ground",
    "Pairing",
    "argb",
    "contrast",
    "ground",
    "look_for",
    "palette_from",
]
