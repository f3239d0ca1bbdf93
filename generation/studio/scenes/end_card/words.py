"""What an end card says: the name, a line under it, the button, and where to turn to."""

from dataclasses import dataclass, replace

from generation.studio.design.contrast import readable_on
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box
from generation.studio.scenes.lettering import headline, label
from generation.studio.scenes.pieces.button import ButtonColors, button
from generation.studio.scenes.stage import Stage, is_tall
from generation.studio.typesetting import Align, Wish, clean, fit

_LONG = 24
"""Letters of a name that two lines would set small."""


@dataclass(frozen=True)
class Sizes:
    """Of everything on the end card, in pixels: type sizes, the button's height, the gaps."""

    name: float
    tag: float
    contact: float
    button: float
    under_name: float
    gap: float

    @classmethod
    def of(cls, stage: Stage) -> "Sizes":
        """The sizes of the stage's format."""
        if is_tall(stage):
            return cls(name=230, tag=68, contact=56, button=176, under_name=30, gap=58)
        if stage.format.is_wide:
            return cls(name=190, tag=60, contact=50, button=136, under_name=18, gap=40)
        return cls(name=190, tag=56, contact=48, button=136, under_name=16, gap=36)

    def tag_wish(self, stage: Stage, align: Align) -> Wish:
        """How the line under the name is set."""
        return stage.plain(self.tag, align=align)

    def tag_height(self, stage: Stage, width: float, align: Align) -> float:
        """The height of the line under the name; 0 without one."""
        tag = tagline(stage)
        if not tag:
            return 0.0
        return fit(tag, wish=self.tag_wish(stage, align), width=width, height=self.tag * 2.6).height

    def foot(self, stage: Stage) -> float:
        """The height of the button and what stands under it."""
        return self.button + (self.contact * 1.9 if contact_of(stage) else 0.0)

    def below_name(self, stage: Stage, width: float, align: Align) -> float:
        """The height of everything under the name."""
        return self.under_name + self.tag_height(stage, width, align) + self.gap + self.foot(stage)


def tagline(stage: Stage) -> str:
    """The scene's headline, unless it is the brand's name, the button's words or the address again."""
    said, board = clean(stage.scene.headline).strip(" .!"), stage.storyboard
    known = {
        clean(text).strip(" .!").casefold() for text in (board.brand, board.call_to_action, board.contact)
    }
    contact = clean(board.contact).casefold()
    says_where = bool(contact) and contact in said.casefold()
    return "" if said.casefold() in known or says_where else clean(stage.scene.headline)


def contact_of(stage: Stage) -> str:
    """Where to turn to, unless the button says it already: "Visit fernandfoam.co.uk"."""
    contact = clean(stage.storyboard.contact)
    return "" if contact.casefold() in clean(stage.storyboard.call_to_action).casefold() else contact


def stack(stage: Stage, column: Box, align: Align, *, filling: bool = False) -> tuple[Layer, ...]:
    """Brand, tagline, button, contact under one another, the whole in the middle of ``column``; the brand
    ``filling`` its width, each line at a size of its own."""
    sizes = Sizes.of(stage)
    rest = sizes.below_name(stage, column.width, align)
    wish = name_wish(stage, align, filling=filling)
    room = Box(column.left, column.top, column.right, column.top + max(column.height - rest, 60))
    brand = stage.cased(stage.storyboard.brand)
    _, shown = headline(stage, room, wish=wish, text=brand, emphasis="")
    spare = max(0.0, column.height - rest - shown.height)
    top = column.top + spare * (0.3 if stage.format.is_tall else 0.5)
    place = Box(column.left, top, column.right, top + shown.height + 1)
    layers, end = named(stage, place, wish, align)
    foot = Box(column.left, end + sizes.gap, column.right, column.bottom)
    return (*layers, *called(stage, foot, align))


def name_wish(stage: Stage, align: Align, *, filling: bool) -> Wish:
    """How the name is set: long ones on more lines."""
    is_long = len(clean(stage.storyboard.brand)) > _LONG
    lines = 3 if stage.format.is_wide or filling or is_long else 2
    return replace(stage.loud(Sizes.of(stage).name, lines=lines, align=align), filling=filling)


def named(stage: Stage, place: Box, wish: Wish, align: Align) -> tuple[tuple[Layer, ...], float]:
    """The name in ``place`` with the line under it, and where that ends."""
    sizes, brand, tag = Sizes.of(stage), stage.cased(stage.storyboard.brand), tagline(stage)
    name, shown = headline(stage, place, wish=wish, text=brand, emphasis="", start=0.12)
    end = place.top + shown.height + sizes.under_name
    if not tag:
        return (name,), end
    box = Box(place.left, end, place.right, end + sizes.tag * 2.6)
    small = sizes.tag_wish(stage, align)
    line, setting = label(stage, tag, box, wish=small, color=stage.ground.text, start=0.6)
    return (name, line), end + setting.height


def called(stage: Stage, box: Box, align: Align) -> tuple[Layer, ...]:
    """The button at the top of ``box``, where to turn to under it."""
    sizes, contact = Sizes.of(stage), contact_of(stage)
    plate = _button(stage, Box(box.left, box.top, box.right, box.top + sizes.button), align)
    if not contact:
        return (plate,)
    y = box.top + sizes.button + sizes.contact * 0.62
    line = Box(box.left, y, box.right, y + sizes.contact * 1.28)
    wish = stage.plain(sizes.contact, lines=1, align=align, strong=True)
    return plate, label(stage, contact, line, wish=wish, color=stage.ground.text, start=1.5)[0]


def _button(stage: Stage, box: Box, align: Align) -> Layer:
    palette, ground = stage.palette, stage.ground
    back = palette.ink if not ground.is_dark else palette.paper
    if ground.is_dark and ground.name == "deep":
        back = palette.accent
    colors = ButtonColors(
        plate=back,
        words=readable_on((back,), candidates=(palette.paper, palette.ink)),
        arrow=readable_on((back,), candidates=(palette.accent, palette.primary, palette.ink), least=3),
        shade=palette.ink,
    )
    text = clean(stage.storyboard.call_to_action) or stage.storyboard.brand
    return button(text, box, face=stage.pairing.strong, colors=colors, start=1.0, align=align)
