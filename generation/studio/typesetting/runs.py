"""A word as runs of letters that one typeface sets in one direction."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import skia

from generation.studio.typesetting.direction import FROM_THE_RIGHT, is_right_to_left, visual_order
from generation.studio.typesetting.fonts import typeface_for
from generation.studio.typesetting.scripts import EMOJI_STYLE, JOINER, SHAPED, Script, script_of
from generation.studio.typesetting.segments import GLUE

_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


@dataclass(frozen=True)
class Run:
    """Letters in reading order. A ``shaped`` run is set as a whole, any other letter by letter."""

    text: str
    source: skia.Typeface
    shaped: bool
    right_to_left: bool = False


@lru_cache(maxsize=4096)
def runs(word: str, face: str) -> tuple[Run, ...]:
    """The runs of ``word`` from left to right."""
    clusters = _clusters(word.replace(GLUE, "").replace(FROM_THE_RIGHT, ""))
    sources = _sources(clusters, face)
    rtl = is_right_to_left(word)
    made: list[Run] = []
    for i in visual_order(clusters, right_to_left=rtl):
        made = _with(made, clusters[i], sources[i], rtl=rtl)
    return tuple(made)


def _with(made: list[Run], cluster: str, source: skia.Typeface, *, rtl: bool) -> list[Run]:
    script = script_of(cluster[0])
    backwards = script in {Script.ARABIC, Script.HEBREW} or (rtl and not _is_ahead(cluster))
    shaped = script in SHAPED
    last = made[-1] if made else None
    if last and last.source.uniqueID() == source.uniqueID() and last.right_to_left == backwards:
        text = cluster + last.text if backwards else last.text + cluster
        return [*made[:-1], Run(text, source, last.shaped or shaped, backwards)]
    return [*made, Run(cluster, source, shaped, backwards)]


def _is_ahead(cluster: str) -> bool:
    """Whether a cluster runs from left to right wherever it stands."""
    return unicodedata.bidirectional(cluster[0]) in {"L", "EN", "AN"}


def _clusters(word: str) -> tuple[str, ...]:
    """Letters with the marks on them, and pictographs with what they are joined to."""
    found: list[str] = []
    for char in word:
        if found and (_continues(char) or found[-1].endswith(JOINER) or _is_flag(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return tuple(found)


def _continues(char: str) -> bool:
    return (
        char in {JOINER, EMOJI_STYLE, "\u200c"}
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def _is_flag(before: str, char: str) -> bool:
    return len(before) == 1 and all("\U0001f1e6" <= c <= "\U0001f1ff" for c in (before, char))


def _sources(clusters: tuple[str, ...], face: str) -> list[skia.Typeface]:
    """Who draws each cluster. Punctuation next to a shaped letter comes from that letter's face."""
    sources = [typeface_for(cluster[0], face=face) for cluster in clusters]
    order = range(len(clusters))
    for around in (order, reversed(order)):
        neighbour: skia.Typeface | None = None
        for i in around:
            script = script_of(clusters[i][0])
            if script in SHAPED and script is not Script.EMOJI:
                neighbour = sources[i]
            elif clusters[i][0].isalnum() or script is Script.EMOJI:
                neighbour = None
            elif neighbour is not None and neighbour.unicharToGlyph(ord(clusters[i][0])):
                sources[i] = neighbour
    return sources


def mirrored(run: Run) -> str:
    """The letters of a run that is set letter by letter, as they stand from left to right."""
    if not run.right_to_left:
        return run.text
    return "".join(_MIRRORED.get(char, char) for char in reversed(run.text))
