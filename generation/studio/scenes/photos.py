"""The customer's own pictures in a scene: which one leads it, and which others are shown with it."""

from generation.studio.pictures.picture import Picture, number_in
from generation.studio.pictures.raster import is_there
from generation.studio.scenes.stage import Stage


def lead_of(stage: Stage) -> str | Picture:
    """What leads the scene: the customer's picture where the scene names one, else an illustration's name."""
    name = stage.scene.illustration
    return (own_picture(stage, name) or "") if number_in(name) else name


def own_pictures(stage: Stage) -> tuple[Picture, ...]:
    """The customer's pictures that the scene names and whose files are there, the leading one first."""
    names = dict.fromkeys((stage.scene.illustration, *stage.scene.illustrations))
    return tuple(own for own in (own_picture(stage, name) for name in names) if own is not None)


def own_picture(stage: Stage, name: str) -> Picture | None:
    """The customer's picture that ``name`` ("photo:1") means; None when there is none, or its file is gone."""
    number, pictures = number_in(name), stage.storyboard.pictures
    if not 1 <= number <= len(pictures) or not is_there(pictures[number - 1]):
        return None
    return pictures[number - 1]
