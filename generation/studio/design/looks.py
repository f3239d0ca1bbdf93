"""From a brief's tone and subject to a look."""

import random
import re
from dataclasses import dataclass, replace

from generation.studio.design.brand_palette import palette_from
from generation.studio.design.color import shifted, to_oklch
from generation.studio.design.palettes import MIXED, Mixed
from generation.studio.storyboard import Energy, Look, Palette

# Degrees: enough to be another colour, not enough to leave the mood.
_HUE = 18.0
# A greyer secondary (OKLCH chroma) makes no primary.
_COLORFUL = 0.08
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Manner:
    """How the ads of one palette family are drawn. Several choices where the seed may decide."""

    pairings: tuple[str, ...]
    motifs: tuple[str, ...]
    transitions: tuple[str, ...]
    energy: Energy


_MANNERS: dict[str, Manner] = {
    "sunrise": Manner(("hearth", "corner"), ("rays", "blobs"), ("iris", "wipe"), Energy.STEADY),
    "velocity": Manner(("stadium", "poster"), ("stripes", "halftone"), ("wipe", "slide"), Energy.LIVELY),
    "ledger": Manner(("signal", "circuit"), ("grid", "arcs"), ("slide", "wipe"), Energy.STEADY),
    "harbor": Manner(("harbour", "garden"), ("waves", "blobs"), ("curtain", "iris"), Energy.CALM),
    "pulse": Manner(("plain", "poster"), ("arcs", "stripes"), ("wipe", "iris"), Energy.LIVELY),
    "platform": Manner(("corner", "plain"), ("dots", "stripes"), ("slide", "wipe"), Energy.LIVELY),
    "velvet": Manner(("salon", "harbour"), ("arcs", "rays"), ("curtain", "iris"), Energy.CALM),
    "meadow": Manner(("garden", "hearth"), ("blobs", "waves"), ("iris", "curtain"), Energy.STEADY),
    "candy": Manner(("playground", "corner"), ("dots", "blobs"), ("iris", "slide"), Energy.LIVELY),
    "nocturne": Manner(("circuit", "signal"), ("grid", "arcs"), ("slide", "curtain"), Energy.STEADY),
    "terracotta": Manner(("harbour", "hearth"), ("arcs", "waves"), ("curtain", "iris"), Energy.CALM),
    "ember": Manner(("poster", "stadium"), ("rays", "halftone"), ("wipe", "slide"), Energy.LIVELY),
    "press": Manner(("poster", "circuit"), ("halftone", "grid"), ("slide", "wipe"), Energy.STEADY),
}

_CALM = {"calm", "reassuring", "gentle", "elegant", "luxurious", "soothing", "relaxed", "peaceful", "serene"}
_LIVELY = {"energetic", "motivational", "urgent", "playful", "fun", "bold", "exciting", "dynamic", "upbeat"}


def look_for(*, tone: str, about: str, brand_colors: tuple[str, ...] = (), seed: int = 0) -> Look:
    """The look for an ad: ``tone`` and ``about`` are free text, ``brand_colors`` "#rrggbb".

    The same arguments give the same look; ``seed`` chooses among what suits
    equally well. Colours that cannot be read as colours are passed over.
    """
    dice = random.Random(f"{seed}/{tone.casefold()}/{about.casefold()}")
    mixed = _closest(tone, about, dice)
    manner = _MANNERS[mixed.palette.name]
    return Look(
        palette=palette_from(brand_colors) or variant(mixed.palette, seed),
        type_pairing=_choose(manner.pairings, seed),
        motif=_choose(manner.motifs, seed // 2),
        transitions=_choose(manner.transitions, seed),
        energy=_energy(tone, manner.energy),
    )


def variant(palette: Palette, seed: int) -> Palette:
    """The palette with its colours in other parts, or a little further round the colour wheel."""
    turn = seed % 3
    if turn == 1 and to_oklch(palette.secondary).chroma > _COLORFUL:
        return replace(palette, primary=palette.secondary, secondary=palette.primary)
    if turn:
        return replace(
            palette,
            deep=shifted(palette.deep, hue=-_HUE),
            primary=shifted(palette.primary, hue=-_HUE),
            secondary=shifted(palette.secondary, hue=-_HUE),
        )
    return palette


def _choose(options: tuple[str, ...], seed: int) -> str:
    return options[seed % len(options)]


def _closest(tone: str, about: str, dice: random.Random) -> Mixed:
    """What the ad is about counts for more than its tone; the first sentences name the subject."""
    wanted = set(_words(tone))
    subject = _words(about)
    best = max(_score(mixed, wanted, subject) for mixed in MIXED)
    return dice.choice([mixed for mixed in MIXED if _score(mixed, wanted, subject) >= best - 1e-9])


def _score(mixed: Mixed, wanted: set[str], subject: list[str]) -> float:
    tones = sum(2.6 for word in wanted if word in mixed.tones)
    hits = {word for word in subject if word in mixed.trades or word.rstrip("s") in mixed.trades}
    early = {word for word in subject[:24] if word in hits}
    return tones + 1.2 * len(hits) + 0.8 * len(early)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _energy(tone: str, usual: Energy) -> Energy:
    words = set(_words(tone))
    if words & _CALM:
        return Energy.CALM
    return Energy.LIVELY if words & _LIVELY else usual
