"""One storyboard for every format and length, without writing the script again."""

from dataclasses import replace

from generation.studio.formats import FORMATS
from generation.studio.script import Intent
from generation.studio.storyboard import Scene, Storyboard

# Never left out: what stops the thumb, what is offered, what to do.
KEPT = {Intent.HOOK, Intent.OFFER, Intent.ACTION}
# The rest, the first to go first.
GOING = (
    Intent.PLACE,
    Intent.STEPS,
    Intent.QUOTE,
    Intent.LIST,
    Intent.BENEFIT,
    Intent.NUMBER,
    Intent.PRODUCT,
)

# How long a narration takes, roughly: letters a second as Kokoro speaks (measured over the sample
# briefs: 14 to 16), and the pauses that a scene needs in a tight ad.
_LETTERS_A_SECOND = 15.0
_PAUSES = 0.35
_END = 0.8


def retarget(storyboard: Storyboard, *, format_name: str = "", length: float = 0.0) -> Storyboard:
    """The same ad in another format, or of another length in seconds; empty and 0 keep what it has.

    A shorter ad leaves scenes out, the least important first, and never the hook, the offer or
    the call to action; what remains too long says its headlines only. A longer ad shows its
    scenes for longer: nothing is invented. Raises ValueError for an unknown format or a
    length that is not positive.
    """
    name = format_name or storyboard.format_name
    if name not in FORMATS:
        raise ValueError(f"There is no format “{name}”. Choose one of {', '.join(FORMATS)}.")
    if length < 0:
        raise ValueError("An ad lasts for more than 0 seconds.")
    seconds = length or storyboard.length
    scenes = storyboard.scenes
    if seconds < storyboard.length:
        scenes = _briefer(_fewer(scenes, seconds), seconds)
    return replace(storyboard, scenes=scenes, format_name=name, length=seconds)


def spoken_seconds(scenes: tuple[Scene, ...]) -> float:
    """How long the scenes take to say, roughly."""
    return sum(_seconds(scene) for scene in scenes) + _END


def _seconds(scene: Scene) -> float:
    return max(len(scene.narration) / _LETTERS_A_SECOND + _PAUSES, 1.6)


def _fewer(scenes: tuple[Scene, ...], seconds: float) -> tuple[Scene, ...]:
    """Without the least important scenes, as many as it takes; of two alike the later one goes."""
    kept = list(scenes)
    while spoken_seconds(tuple(kept)) > seconds:
        going = [index for index, scene in enumerate(kept) if _may_go(kept, index)]
        if not going:
            break
        kept.pop(min(going, key=lambda index: (GOING.index(kept[index].kind), -index)))
    return tuple(kept)


def _may_go(scenes: list[Scene], index: int) -> bool:
    return 0 < index < len(scenes) - 1 and scenes[index].kind not in KEPT


def _briefer(scenes: tuple[Scene, ...], seconds: float) -> tuple[Scene, ...]:
    """Headlines instead of narrations, the longest first, until the words fit or all are short."""
    said = list(scenes)
    for index in sorted(range(len(said)), key=lambda index: -len(said[index].narration)):
        if spoken_seconds(tuple(said)) <= seconds:
            break
        short = _headline(said[index])
        if len(short) < len(said[index].narration):
            said[index] = replace(said[index], narration=short)
    return tuple(said)


def _headline(scene: Scene) -> str:
    """What the screen says, as a sentence."""
    text = scene.headline if scene.figure in scene.headline else f"{scene.headline}: {scene.figure}"
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
