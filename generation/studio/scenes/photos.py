"""The customer's own pictures in a scene: which one leads it, and which others are shown with it."""

from generation.studio.pictures.picture import Picture, number_in
from generation.studio.pictures.raster import is_there
from generation.studio.scenes.stage import Stage
from generation.studio.script import Intent


def lead_of(stage: Stage) -> str | Picture:
    """What leads the scene: the customer's picture where the scene names one, else an illustration's name."""
    name = stage.scene.illustration
    return (own_picture(stage, name) or "") if number_in(name) else name


def mascot_of(stage: Stage) -> str | Picture:
    """What the whole ad is about: the picture of its end card, product or opening, else any; "" without."""
    wanted = (Intent.ACTION, Intent.PRODUCT, Intent.HOOK)
    scenes = stage.storyboard.scenes
    named = [one.illustration for kind in wanted for one in scenes if one.kind is kind]
    name = next(filter(None, (*named, *(one.illustration for one in scenes))), "")
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
