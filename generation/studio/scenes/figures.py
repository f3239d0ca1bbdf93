"""What number scenes say: the figure, what leads up to it, and what it counts."""

import re

from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import clean, tokens

# "First consultation for $49" says no more than the price and its label.
_SMALL = {"for", "only", "just", "from", "at", "a", "the", "now", ""}
_FIGURE = re.compile(r"[$€£¥₹]?\d[\d.,:]*\d*[%+×x]?")
_SPELLED = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def figure_of(stage: Stage) -> str:
    """The scene's figure; the first number of its words when none was named."""
    scene = stage.scene
    if scene.figure.strip():
        return clean(scene.figure)
    found = _FIGURE.search(clean(f"{scene.headline} {scene.detail}"))
    return found.group().rstrip(".,:") if found else clean(scene.headline)


def caption_of(stage: Stage) -> str:
    """What the headline says beside the figure and its label: "Plants from" where €12 stands below.

    Empty where it says no more than those two; the whole headline where they do not end it.
    """
    scene = stage.scene
    said = {_bare(w) for word in tokens(scene.headline) for w in word.split()}
    told = {_bare(w) for word in tokens(f"{figure_of(stage)} {scene.figure_label}") for w in word.split()}
    return "" if said <= told | _SMALL else _leading(stage) or scene.headline


def label_of(stage: Stage) -> str:
    """What the figure counts; in small letters where it goes on a sentence that leads up to the figure."""
    label = clean(stage.scene.figure_label)
    goes_on = label[:1].lower() + label[1:]
    return goes_on if _leading(stage) and goes_on in clean(stage.scene.headline) else label


def _leading(stage: Stage) -> str:
    """The headline's words before the figure that ends it, as digits or spelled out; empty where none does.

    Beside a code there is no room for the label: then the headline has to say it.
    """
    scene, figure = stage.scene, figure_of(stage)
    words = clean(scene.headline).split()
    said = [_bare(word) for word in words]
    label = [_bare(word) for word in clean(scene.figure_label).split()]
    if label and not scene.code and said[-len(label) :] == label:
        words, said = words[: -len(label)], said[: -len(label)]
    wanted = {_bare(figure).replace(" ", ""), _spelled(figure)}
    # "11,90 €" is two words.
    count = next((count for count in (1, 2) if "".join(said[-count:]) in wanted), 0)
    return " ".join(words[:-count]).rstrip(",;:–—- ") if 0 < count < len(words) else ""


def _spelled(figure: str) -> str:
    return _SPELLED[int(figure)] if figure.isdecimal() and int(figure) < len(_SPELLED) else figure


def _bare(word: str) -> str:
    return word.strip(".,;:!?").casefold()
