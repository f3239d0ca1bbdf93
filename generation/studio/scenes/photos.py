"""The customer's own pictures in a scene: which one leads it, and which others are shown with it."""

from generation.studio.pictures.picture import Picture, number_in
from generation.studio.pictures.raster import is_there
from generation.studio.scenes.stage import Stage
from generation.studio.script import Intent

_WITH_SIGNS = {Intent.LIST, Intent.STEPS}
"""Kinds whose pictures are the small signs of their entries."""

_HOSTS = {*_WITH_SIGNS, Intent.PLACE, Intent.NUMBER, Intent.OFFER}


def lead_of(stage: Stage) -> str | Picture:
    """What leads the scene: the customer's picture where the scene names one, else an illustration's name."""
    name = stage.scene.illustration
    return (own_picture(stage, name) or "") if number_in(name) else name


def mascot_of(stage: Stage) -> str | Picture:
    """What the whole ad is about: the picture of its end card, else of its product or opening; "" without."""
    name = _mascot(stage)
    return (own_picture(stage, name) or "") if number_in(name) else name


def guest_of(stage: Stage) -> str | Picture:
    """What stands at the foot of a scene that has no large picture: its own small one, else, in one scene of the
    ad that is apart from all that show it, the product; "" in all others, for what comes again and again tires."""
    if stage.scene.illustration and stage.scene.kind not in _WITH_SIGNS:
        return lead_of(stage)
    return mascot_of(stage) if stage.index == _visited(stage) else ""


def mascot_apart(stage: Stage) -> str | Picture:
    """What the whole ad is about, where neither the scene before nor the one after shows it; else ""."""
    mascot, near = _mascot(stage), stage.storyboard.scenes[max(stage.index - 1, 0) : stage.index + 2]
    return "" if any(one.illustration == mascot for one in near) else mascot_of(stage)


def _mascot(stage: Stage) -> str:
    wanted = (Intent.ACTION, Intent.PRODUCT, Intent.HOOK)
    named = [one.illustration for kind in wanted for one in stage.storyboard.scenes if one.kind is kind]
    return next(filter(None, named), "")


def _visited(stage: Stage) -> int:
    """The index of the first scene to which the product may come as a guest; -1 when there is none."""
    mascot, scenes = _mascot(stage), stage.storyboard.scenes
    shown = [one.illustration == mascot for one in scenes]
    lonely = (
        i for i, one in enumerate(scenes) if one.kind in _HOSTS and not any(shown[max(i - 1, 0) : i + 2])
    )
    return next(lonely, -1)


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
