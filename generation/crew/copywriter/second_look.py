"""A last look at what stands on the pictures: what the review would stop is shown in another cut."""

import re
from dataclasses import replace

from generation.crew.copywriter.screen_forms import LONGEST_WHOLE
from generation.crew.copywriter.screen_text import screen_text
from generation.crew.craft import is_cut
from generation.studio.script import ScriptScene

_TRIES = 6


def shown_well(scene: ScriptScene) -> ScriptScene:
    """The scene with the first text that is no torn phrase; as it is where nothing better can be cut."""
    tried, shown = frozenset[str](), scene
    said = re.search(r"“([^”]+)”", scene.narration)
    words = said.group(1).rstrip(".,") if said and scene.source else scene.narration
    for _ in range(_TRIES):
        if not is_cut(shown) and len(shown.on_screen_text.split()) <= LONGEST_WHOLE:
            return shown
        tried |= {shown.on_screen_text.lower()}
        shown = replace(scene, on_screen_text=screen_text(words, avoid=tried))
    return scene
