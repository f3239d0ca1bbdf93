"""Pictures in motion: a storyboard and a timeline become frames, and frames become a film."""

from generation.studio.film.again import mute, record_of, render_again
from generation.studio.film.glimpses import Glimpses, glimpses
from generation.studio.film.preview import preview
from generation.studio.film.renderer import poster, render, still

__all__ = [
    "Glimpses",
    "glimpses",
    "mute",
    "poster",
    "preview",
    "record_of",
    "render",
    "render_again",
    "still",
]
