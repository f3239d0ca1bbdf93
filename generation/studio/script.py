"""The script: what the ad says and shows, scene by scene, before anybody has designed it."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What a scene is for. The studio picks its layout from this and from the facts in the scene."""

    HOOK = "hook"
    PRODUCT = "product"
    BENEFIT = "benefit"
    LIST = "list"
    NUMBER = "number"
    STEPS = "steps"
    QUOTE = "quote"
    OFFER = "offer"
    PLACE = "place"
    BEFORE_AFTER = "before_after"
    GALLERY = "gallery"
    ACTION = "action"


@dataclass(frozen=True)
class ScriptScene:
    """One scene. Only ``intent``, ``on_screen_text`` and ``narration`` are always there.

    ``items``: the entries of a list or the steps of a process, in order; what was
    and what is now, of a before and after.
    ``figure`` and ``figure_label``: the number to show big ("198", "€129",
    "4,200") and the words that give it its meaning ("grams", "companies").
    ``source``: who said the quote.
    ``seconds``: how long the writer thinks the scene takes; the measured
    narration decides in the end.
    """

    intent: Intent
    on_screen_text: str
    narration: str
    visual_description: str = ""
    seconds: float = 0.0
    items: tuple[str, ...] = ()
    figure: str = ""
    figure_label: str = ""
    source: str = ""


@dataclass(frozen=True)
class Script:
    """A whole ad in words. ``language`` is a BCP 47 tag ("en", "en-GB", "es")."""

    title: str
    scenes: tuple[ScriptScene, ...]
    call_to_action: str
    brand_voice: str = ""
    language: str = "en"

    @property
    def narration(self) -> str:
        """Everything that is spoken, in order."""
        return " ".join(scene.narration for scene in self.scenes if scene.narration)
