"""The customer's own pictures: read, cut out or kept as photographs, and what matters in them."""

from generation.studio.pictures.door import receive
from generation.studio.pictures.picture import Focus, Kind, Picture
from generation.studio.pictures.refusal import PictureRefused

__all__ = ["Focus", "Kind", "Picture", "PictureRefused", "receive"]
