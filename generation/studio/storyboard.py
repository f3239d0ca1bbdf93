"""The storyboard: the script after the art director has seen it. Everything a frame needs to know but the time."""

from dataclasses import dataclass, replace
from enum import StrEnum

from generation.studio.formats import FORMATS, Format
from generation.studio.pictures.picture import Picture
from generation.studio.script import Intent


class Energy(StrEnum):
    """How lively things move."""

    CALM = "calm"
    STEADY = "steady"
    LIVELY = "lively"


@dataclass(frozen=True)
class Palette:
    """Colours as "#rrggbb". ``paper`` and ``ink`` are the light and the dark extreme;
    ``deep`` is a dark brand-tinted ground; the accents are for shapes and emphasis."""

    name: str
    paper: str
    ink: str
    deep: str
    primary: str
    secondary: str
    accent: str


@dataclass(frozen=True)
class Look:
    """The art direction of one ad, as data. Names are keys of the tables in ``studio.design``."""

    palette: Palette
    type_pairing: str
    motif: str
    transitions: str
    energy: Energy
    caption_style: str = "pill"


@dataclass(frozen=True)
class Scene:
    """One designed scene. ``layout`` names a layout of this scene's kind; ``illustration`` is a
    name in the illustration index, the customer's own picture ("photo:1" is the storyboard's first),
    or empty; ``emphasis`` is the part of the headline that matters."""

    kind: Intent
    layout: str
    headline: str
    narration: str
    detail: str = ""
    emphasis: str = ""
    items: tuple[str, ...] = ()
    figure: str = ""
    figure_label: str = ""
    source: str = ""
    illustration: str = ""
    illustrations: tuple[str, ...] = ()
    was: str = ""
    """The old price of an offer, to be struck out."""
    code: str = ""
    """What to type in to get the offer."""
    deadline: str = ""
    """How long the offer lasts, in the ad's words."""


@dataclass(frozen=True)
class Storyboard:
    """A whole ad, designed. The same storyboard renders in every format.

    ``pictures`` and ``logo`` are the customer's own; their paths are where whoever draws finds the files.
    """

    brand: str
    scenes: tuple[Scene, ...]
    look: Look
    call_to_action: str
    contact: str = ""
    language: str = "en"
    seed: int = 0
    music_mood: str = "upbeat"
    voice: str = "af_heart"
    format_name: str = "9:16"
    length: float = 15.0
    pictures: tuple[Picture, ...] = ()
    logo: Picture | None = None
    is_paid: bool = False
    """Whether words and captions keep clear of what apps lay over films that are paid for."""

    @property
    def format(self) -> Format:
        return replace(FORMATS[self.format_name], is_paid=self.is_paid)
