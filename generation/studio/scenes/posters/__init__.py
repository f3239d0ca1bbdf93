"""Posters: scenes of type alone, for words that no picture fits. Each takes every script and every format."""

from generation.studio.scenes.posters.framed import framed
from generation.studio.scenes.posters.ghost import ghost
from generation.studio.scenes.posters.index_card import index_card
from generation.studio.scenes.posters.split import split
from generation.studio.scenes.posters.strips import strips
from generation.studio.scenes.posters.upright import can_stand_upright, upright
from generation.studio.scenes.stage import Builder

LAYOUTS: dict[str, Builder] = {
    "ghost": ghost,
    "split": split,
    "strips": strips,
    "card": index_card,
    "framed": framed,
    "upright": upright,
}

__all__ = ["LAYOUTS", "can_stand_upright"]
