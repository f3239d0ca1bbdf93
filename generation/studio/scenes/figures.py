"""What number scenes say: the figure, what leads up to it, and what it counts."""

import re

from generation.studio.scenes.stage import Stage
from generation.studio.typesetting import clean, tokens
from generation.studio.typesetting.scripts import is_ideographic

# "First consultation for $49" says no more than the price and its label.
_SMALL = {"for", "only", "just", "from", "at", "a", "the", "now", ""}
_MOST_AFTER = 4
"""Words after a figure that are still its label; of a longer sentence the headline is shown whole."""

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
    """What the headline says before the figure: "Plants from" where €12 stands below.

    Empty where it says no more than the figure and its label; the whole headline where those do not stand
    in it, or it goes on for long after them.
    """
    scene = stage.scene
    said = {_bare(w) for word in tokens(scene.headline) for w in word.split()}
    told = {_bare(w) for word in tokens(f"{figure_of(stage)} {scene.figure_label}") for w in word.split()}
    if said <= told | _SMALL:
        return ""
    found = _round_figure(stage)
    return scene.headline if found is None else found[0]


def label_of(stage: Stage) -> str:
    """What the figure counts, and what the headline goes on to say after it: "euros per employee"."""
    label = clean(stage.scene.figure_label)
    found = _round_figure(stage)
    return found[1] if found is not None and found[1] else label


def _round_figure(stage: Stage) -> tuple[str, str] | None:
    """The headline before and after the figure in it, as digits or spelled out; None where it has no figure,
    goes on for long on both sides, or counts something else than the label says.
    """
    scene, figure = stage.scene, figure_of(stage)
    if is_ideographic(scene.headline):
        ahead, found, behind = clean(scene.headline).partition(figure)
        is_told = found and (ahead or behind) and len(behind) <= _MOST_AFTER + 1
        return (ahead, behind) if is_told else None
    words = clean(scene.headline).split()
    said = [_bare(word) for word in words]
    wanted = {_bare(figure).replace(" ", ""), _spelled(figure)}
    # "11,90 €" is two words.
    places = ((at, at + count) for at in range(len(words)) for count in (1, 2) if at + count <= len(words))
    place = next(((a, b) for a, b in places if "".join(said[a:b]) in wanted), None)
    if place is None:
        return None
    before, after = words[: place[0]], words[place[1] :]
    label = [_bare(word) for word in clean(scene.figure_label).split()]
    goes_on = not after or [_bare(word) for word in after][: len(label)] == label
    if not (before or after) or not goes_on:
        return None
    if len(after) > max(len(label), _MOST_AFTER):
        if before or not label:
            return None
        # What comes after "15 years" stands over it: "guarantee on every piece we make".
        before, after = after[len(label) :], after[: len(label)]
        before[0] = before[0][:1].upper() + before[0][1:]
    return " ".join(before).rstrip(",;:–—- "), " ".join(after).strip(",;:–—- ")


def _spelled(figure: str) -> str:
    return _SPELLED[int(figure)] if figure.isdecimal() and int(figure) < len(_SPELLED) else figure


def _bare(word: str) -> str:
    return word.strip(".,;:!?").casefold()
