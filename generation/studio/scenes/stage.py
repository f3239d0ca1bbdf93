"""What every scene painter is given: the frame, the look, the ground, and when words are said."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from generation.studio.design import PAIRINGS, Ground, Pairing, ground
from generation.studio.formats import Format
from generation.studio.motion import said_at
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box, safe_box
from generation.studio.script import Intent
from generation.studio.storyboard import Energy, Palette, Scene, Storyboard
from generation.studio.timeline import SceneTimes
from generation.studio.typesetting import Align, Wish, clean, is_right_to_left

# The grounds each kind looks best on, most wanted first; neighbours never share one.
_WANTED: dict[Intent, tuple[str, ...]] = {
    Intent.HOOK: ("deep", "primary"),
    Intent.PRODUCT: ("paper", "accent"),
    Intent.BENEFIT: ("primary", "paper", "secondary"),
    Intent.LIST: ("paper", "deep"),
    Intent.NUMBER: ("deep", "accent"),
    Intent.STEPS: ("paper", "deep"),
    Intent.QUOTE: ("accent", "deep"),
    Intent.OFFER: ("secondary", "accent"),
    Intent.PLACE: ("paper", "secondary"),
    Intent.BEFORE_AFTER: ("accent", "primary"),
    Intent.GALLERY: ("deep", "paper"),
    Intent.ACTION: ("primary", "deep"),
}
_TEMPO = {Energy.CALM: 0.8, Energy.STEADY: 1.0, Energy.LIVELY: 1.25}
_OVERSHOOT = {Energy.CALM: 0.7, Energy.STEADY: 1.25, Energy.LIVELY: 1.8}


@dataclass(frozen=True)
class Stage:
    """One scene with everything around it. Seconds count from the scene's beginning."""

    scene: Scene
    storyboard: Storyboard
    times: SceneTimes
    index: int
    ground: Ground

    @property
    def format(self) -> Format:
        return self.storyboard.format

    @property
    def palette(self) -> Palette:
        return self.storyboard.look.palette

    @property
    def pairing(self) -> Pairing:
        chosen = PAIRINGS.get(self.storyboard.look.type_pairing, PAIRINGS["plain"])
        return chosen.in_language(self.storyboard.language)

    @property
    def from_right(self) -> bool:
        """Whether the ad's text runs from right to left: rows and buttons are then mirrored."""
        return is_right_to_left(clean(f"{self.scene.headline} {self.storyboard.brand}"))

    @property
    def safe(self) -> Box:
        return safe_box(self.format)

    @property
    def seconds(self) -> float:
        return max(self.times.span.seconds, 1.0)

    @property
    def tempo(self) -> float:
        """How much faster than usual things arrive."""
        return _TEMPO[self.storyboard.look.energy]

    @property
    def overshoot(self) -> float:
        """How far things go beyond their place before they settle."""
        return _OVERSHOOT[self.storyboard.look.energy]

    def dice(self, purpose: str) -> random.Random:
        """Chance that is the same for the same storyboard, scene and purpose."""
        return random.Random(f"{self.storyboard.seed}/{self.index}/{purpose}")

    def said(self, phrase: str, *, otherwise: float, after: float = 0.0) -> float:
        """When ``phrase`` is spoken, never so late that there is no time left to see it land."""
        start = self.times.span.start
        found = said_at(phrase, self.times.words, after=start + after) if phrase else None
        when = otherwise if found is None else found - start
        return max(0.15, min(when, self.seconds - 0.9, max(self.seconds * 0.75, 0.3)))

    def heard(self, text: str, *, otherwise: float) -> float:
        """When a second line comes in: as its first words are spoken, if they are; never long after the first
        half of the scene."""
        first = " ".join(text.split()[:2])
        said = self.said(first, otherwise=otherwise) if first else otherwise
        return max(0.5, min(said - 0.1, self.seconds * 0.62)) if said > otherwise else otherwise

    def surface(self, name: str) -> tuple[str, str]:
        """(colour, text colour) of a card, seal or chip in the palette colour ``name``."""
        made = ground(name, self.palette)
        return made.stops[1], made.text

    def headline(self, text: str | None = None) -> str:
        """The headline as this look writes it."""
        words = clean(self.scene.headline if text is None else text)
        return words.upper() if self.pairing.upper else words

    def cased(self, text: str) -> str:
        """A display text in capitals where the look wants capitals."""
        return clean(text).upper() if self.pairing.upper else clean(text)

    def loud(self, largest: float, *, lines: int = 4, align: Align = Align.CENTER) -> Wish:
        """The display face, up to ``largest`` pixels."""
        pairing = self.pairing
        return Wish(
            pairing.display,
            largest * pairing.scale,
            34,
            most_lines=lines,
            leading=pairing.leading,
            align=align,
        )

    def plain(
        self, largest: float, *, lines: int = 2, align: Align = Align.CENTER, strong: bool = False
    ) -> Wish:
        """The text face, up to ``largest`` pixels."""
        face = self.pairing.strong if strong else self.pairing.text
        return Wish(face, largest, 26, most_lines=lines, leading=1.24, align=align)


def is_tall(stage: Stage) -> bool:
    """Whether the frame is a phone held upright."""
    return stage.format.height > 1.5 * stage.format.width


def ground_names(storyboard: Storyboard) -> tuple[str, ...]:
    """The ground of every scene: what its kind wants, but never the same twice in a row.

    The seed decides with which of the wanted ones an ad begins.
    """
    chosen: list[str] = []
    for scene in storyboard.scenes:
        wanted = _turned(_WANTED[scene.kind], storyboard.seed)
        before = chosen[-1] if chosen else ""
        chosen.append(next((name for name in wanted if name != before), wanted[0]))
    return tuple(chosen)


def _turned(names: tuple[str, ...], seed: int) -> tuple[str, ...]:
    at = seed % 2
    return (*names[at:], *names[:at])


def stage_for(scene: Scene, *, storyboard: Storyboard, times: SceneTimes, index: int) -> Stage:
    """The stage of ``scene``, the ``index``-th of ``storyboard``."""
    names = ground_names(storyboard)
    name = names[index] if index < len(names) else _WANTED[scene.kind][0]
    return Stage(scene, storyboard, times, index, ground(name, storyboard.look.palette))


Builder = Callable[[Stage], tuple[Layer, ...]]
"""Makes the layers of a scene, bottom first."""
