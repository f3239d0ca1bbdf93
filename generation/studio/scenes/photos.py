"""The customer's own pictures in a scene: which one leads it, and which others could stand beside it."""

from generation.studio.pictures.picture import Kind, Picture, number_in
from generation.studio.pictures.raster import is_there
from generation.studio.scenes.stage import Stage


def lead_of(stage: Stage) -> str | Picture:
    """What leads the scene: the customer's picture where the scene names one, else an illustration's name."""
    name = stage.scene.illustration
    return (own_picture(stage, name) or "") if number_in(name) else name


def photograph(stage: Stage) -> Picture | None:
    """The photograph that leads the scene; None when it is led by something else, or the file is gone."""
    own = own_picture(stage, stage.scene.illustration)
    return own if own is not None and own.kind is Kind.PHOTO else None


def own_picture(stage: Stage, name: str) -> Picture | None:
    """The customer's picture that ``name`` ("photo:1") means; None when there is none, or its file is gone."""
    number, pictures = number_in(name), stage.storyboard.pictures
    if not 1 <= number <= len(pictures) or not is_there(pictures[number - 1]):
        return None
    return pictures[number - 1]
