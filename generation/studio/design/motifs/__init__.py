"""Motifs: the large quiet pattern that runs through an ad. Every one moves, slowly."""

import random

from generation.studio.design.grounds import Ground
from generation.studio.design.motifs.geometry import Motif, Painted
from generation.studio.design.motifs.lines import arcs, grid, rays, stripes
from generation.studio.design.motifs.spots import blobs, dots, halftone, waves
from generation.studio.formats import Format

MOTIFS: dict[str, Motif] = {
    "arcs": arcs,
    "blobs": blobs,
    "dots": dots,
    "grid": grid,
    "halftone": halftone,
    "rays": rays,
    "stripes": stripes,
    "waves": waves,
}


def motif(
    name: str, *, frame: Format, ground: Ground, center: tuple[float, float], dice: random.Random
) -> Painted:
    """The layer that paints the motif called ``name`` (a key of MOTIFS; anything else is "blobs")."""
    return MOTIFS.get(name, blobs)(frame, ground, center, dice)
