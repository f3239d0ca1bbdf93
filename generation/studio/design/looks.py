"""From a brief's tone and subject to a look."""

import random
import re
from dataclasses import dataclass, replace

from generation.studio.design.brand_palette import palette_from
from generation.studio.design.color import hue_distance, shifted, to_oklch
from generation.studio.design.grounds import is_brown
from generation.studio.design.palettes import MIXED, PALETTES, Mixed, one_of
from generation.studio.storyboard import Energy, Look, Palette

# Degrees: enough to be another colour, not enough to leave the mood.
_HUE = 18.0
_YELLOWS = (62.0, 118.0)
_MUDDY = 125.0
# A greyer secondary (OKLCH chroma) makes no primary.
_COLORFUL = 0.08
_WORD = re.compile(r"\w+")
_TONE, _EARLY, _LATE = 1.8, 2.0, 0.5
_OPENING = 24
"""Words of a brief, its name among them, that say what it is about."""


@dataclass(frozen=True)
class Manner:
    """How the ads of one palette family are drawn. Several choices where the seed may decide."""

    pairings: tuple[str, ...]
    motifs: tuple[str, ...]
    transitions: tuple[str, ...]
    energy: Energy


_MANNERS: dict[str, Manner] = {
    "sunrise": Manner(
        ("hearth", "corner", "playground"), ("rays", "blobs", "halftone"), ("iris", "wipe"), Energy.STEADY
    ),
    "velocity": Manner(
        ("stadium", "poster", "plain"), ("stripes", "halftone", "arcs"), ("wipe", "slide"), Energy.LIVELY
    ),
    "ledger": Manner(
        ("signal", "circuit", "garden"), ("grid", "arcs", "dots"), ("slide", "wipe"), Energy.STEADY
    ),
    "harbor": Manner(
        ("harbour", "garden", "signal"), ("waves", "blobs", "arcs"), ("curtain", "iris"), Energy.CALM
    ),
    "lagoon": Manner(
        ("garden", "corner", "plain"), ("waves", "arcs", "blobs"), ("iris", "curtain"), Energy.STEADY
    ),
    "pulse": Manner(
        ("plain", "poster", "playground"), ("arcs", "stripes", "dots"), ("wipe", "iris"), Energy.LIVELY
    ),
    "platform": Manner(
        ("corner", "plain", "garden"), ("dots", "stripes", "grid"), ("slide", "wipe"), Energy.LIVELY
    ),
    "steel": Manner(
        ("plain", "signal", "stadium"), ("stripes", "grid", "halftone"), ("wipe", "slide"), Energy.STEADY
    ),
    "velvet": Manner(
        ("salon", "harbour", "hearth"), ("arcs", "rays", "waves"), ("curtain", "iris"), Energy.CALM
    ),
    "rosewood": Manner(
        ("salon", "harbour", "garden"), ("blobs", "arcs", "waves"), ("curtain", "iris"), Energy.CALM
    ),
    "meadow": Manner(
        ("garden", "hearth", "corner"), ("blobs", "waves", "rays"), ("iris", "curtain"), Energy.STEADY
    ),
    "heritage": Manner(
        ("hearth", "poster", "corner"), ("rays", "halftone", "stripes"), ("wipe", "iris"), Energy.STEADY
    ),
    "candy": Manner(
        ("playground", "corner", "garden"), ("dots", "blobs", "halftone"), ("iris", "slide"), Energy.LIVELY
    ),
    "nocturne": Manner(
        ("circuit", "signal", "plain"), ("grid", "arcs", "halftone"), ("slide", "curtain"), Energy.STEADY
    ),
    "zen": Manner(
        ("harbour", "garden", "salon"), ("waves", "arcs", "blobs"), ("curtain", "iris"), Energy.CALM
    ),
    "terracotta": Manner(
        ("harbour", "hearth", "garden"), ("arcs", "waves", "blobs"), ("curtain", "iris"), Energy.CALM
    ),
    "bazaar": Manner(
        ("salon", "hearth", "harbour"), ("arcs", "rays", "dots"), ("curtain", "iris"), Energy.CALM
    ),
    "ember": Manner(
        ("poster", "stadium", "corner"), ("rays", "halftone", "stripes"), ("wipe", "slide"), Energy.LIVELY
    ),
    "press": Manner(
        ("poster", "circuit", "plain"), ("halftone", "grid", "stripes"), ("slide", "wipe"), Energy.STEADY
    ),
}

# Palettes that suit the same trades nearly as well: two shops in one street need not wear one colour.
_KIN: dict[str, tuple[str, ...]] = {
    "sunrise": ("terracotta", "meadow"),
    "velocity": ("ember", "steel"),
    "ledger": ("harbor", "nocturne"),
    "harbor": ("lagoon", "zen"),
    "lagoon": ("harbor", "platform"),
    "pulse": ("velocity", "candy"),
    "platform": ("steel", "press"),
    "steel": ("platform", "velocity"),
    "velvet": ("bazaar", "rosewood"),
    "rosewood": ("velvet", "candy"),
    "meadow": ("terracotta", "sunrise"),
    "heritage": ("ember", "press"),
    "candy": ("pulse", "sunrise"),
    "nocturne": ("platform", "pulse"),
    "zen": ("harbor", "meadow"),
    "terracotta": ("sunrise", "meadow"),
    "bazaar": ("velvet", "terracotta"),
    "ember": ("sunrise", "heritage"),
    "press": ("nocturne", "ember"),
}

_CALM = {"calm", "reassuring", "gentle", "elegant", "luxurious", "soothing", "relaxed", "peaceful", "serene"}
_LIVELY = {"energetic", "motivational", "urgent", "playful", "fun", "bold", "exciting", "dynamic", "upbeat"}


def look_for(*, tone: str, about: str, brand_colors: tuple[str, ...] = (), seed: int = 0) -> Look:
    """The look for an ad: ``tone`` and ``about`` are free text, ``brand_colors`` "#rrggbb".

    The same arguments give the same look; ``seed`` chooses among what suits
    equally well. Colours that cannot be read as colours are passed over.
    """
    dice = random.Random(f"{seed}/{tone.casefold()}/{about.casefold()}")
    closest = _closest(tone, about, dice).palette.name
    name = _choose((closest, *_KIN[closest]), seed // 5)
    manner = _MANNERS[name]
    return Look(
        palette=palette_from(brand_colors) or variant(PALETTES[name], seed),
        type_pairing=_choose(manner.pairings, seed + seed // 11),
        motif=_choose(manner.motifs, seed // 2 + seed // 7),
        transitions=_choose(manner.transitions, seed),
        energy=_energy(tone, _MANNERS[closest].energy),
    )


def variant(palette: Palette, seed: int) -> Palette:
    """The palette in one of five readings: as mixed, with its colours in other parts, a little further
    round the colour wheel either way, or both."""
    turn = seed % 5
    swaps = turn in {1, 4} and _may_lead(palette.secondary, palette.deep)
    if swaps:
        palette = replace(palette, primary=palette.secondary, secondary=palette.primary)
    degrees = {2: -_HUE, 3: _HUE, 4: -_HUE * 0.7}.get(turn, -_HUE if turn == 1 and not swaps else 0.0)
    return _round_the_wheel(palette, degrees) if degrees else palette


def _may_lead(color: str, deep: str) -> bool:
    """Whether a colour is strong enough to be the first, and does not mix to mud with the deep one."""
    return to_oklch(color).chroma > _COLORFUL and hue_distance(color, deep) < _MUDDY


def _round_the_wheel(palette: Palette, degrees: float) -> Palette:
    return replace(
        palette,
        deep=_turned(palette.deep, degrees),
        primary=_turned(palette.primary, degrees),
        secondary=_turned(palette.secondary, degrees),
        accent=_turned(palette.accent, degrees * 0.4),
    )


def _turned(color: str, degrees: float) -> str:
    """Yellows hardly move: a little greener they are olive, and nothing sells in olive."""
    low, high = _YELLOWS
    turned = shifted(color, hue=degrees * (0.25 if low < to_oklch(color).hue < high else 1.0))
    # A red on its way to orange is brown where it has no light.
    return color if is_brown(turned) and not is_brown(color) else turned


def _choose(options: tuple[str, ...], seed: int) -> str:
    return options[seed % len(options)]


def _closest(tone: str, about: str, dice: random.Random) -> Mixed:
    """What the ad is about counts for more than its tone; the first sentences name the subject."""
    wanted = set(_words(tone))
    subject = _words(about)
    best = max(_score(mixed, wanted, subject) for mixed in MIXED)
    return dice.choice([mixed for mixed in MIXED if _score(mixed, wanted, subject) >= best - 1e-9])


def _score(mixed: Mixed, wanted: set[str], subject: list[str]) -> float:
    """A trade near the beginning outweighs a tone; what is named later, however much of it, does not."""
    tones = sum(_TONE for word in wanted if word in mixed.tones)
    early = {word for word in map(one_of, subject[:_OPENING]) if word in mixed.trades}
    late = {word for word in map(one_of, subject[_OPENING:]) if word in mixed.trades} - early
    return tones + _EARLY * len(early) + min(_LATE * len(late), _TONE)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _energy(tone: str, usual: Energy) -> Energy:
    words = set(_words(tone))
    if words & _CALM:
        return Energy.CALM
    return Energy.LIVELY if words & _LIVELY else usual
