"""What the gallery of all scenes shows: every kind and layout, in words of three lengths and three palettes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generation.studio.design import look_for
from generation.studio.scenes import LAYOUTS
from generation.studio.script import Intent
from generation.studio.storyboard import Scene, Storyboard

_SHORT, _USUAL, _LONG = "short", "usual", "long"
_COLUMNS = "upright"
"""The layout of Chinese and Japanese alone."""

LENGTHS = (_SHORT, _USUAL, _LONG)


@dataclass(frozen=True)
class Trade:
    """One of the three made-up customers, each with a palette of its own."""

    brand: str
    tone: str
    about: str
    call: str
    contact: str
    scene: Scene
    headlines: dict[str, str]


def _trade(brand: str, tone: str, about: str, call: str, contact: str, headlines: str, scene: Scene) -> Trade:
    return Trade(
        brand, tone, about, call, contact, scene, dict(zip(LENGTHS, headlines.split("|"), strict=True))
    )


def _scene(**facts: object) -> Scene:
    return replace(Scene(Intent.HOOK, "", "", ""), **facts)  # type: ignore[arg-type]  # names as in Scene


TRADES: tuple[Trade, ...] = (
    _trade(
        "Rosa's Bakery",
        "warm",
        "bakery bread",
        "Come by",
        "Rua das Flores 12, Porto",
        "Finally.|Sourdough, baked every morning|The bread that gets a whole street out of bed before the birds are up",
        _scene(
            detail="Organic flour",
            items=("Custard tarts", "Coffee at 7 am", "Fresh bread"),
            figure="€29",
            figure_label="for two",
            source="Porto Gazette",
            illustration="bread",
            illustrations=("croissant", "pretzel", "cupcake"),
            was="€40",
            code="BREAD11",
            deadline="Until Sunday",
            narration="Open from 7 am until 6 pm.",
        ),
    ),
    _trade(
        "FitLoop",
        "energetic bold",
        "running shoes sport",
        "Start your loop",
        "fitloop.example",
        "Go.|Run further with every step|Your first ten kilometres are closer than the sofa wants you to believe today",
        _scene(
            detail="Ready in eight weeks",
            items=("Lace up", "Follow the beat", "Finish strong"),
            figure="198",
            figure_label="grams",
            source="Runner Weekly",
            illustration="running-shoe",
            illustrations=("stopwatch", "trophy"),
            narration="Evening runs until 8 pm.",
        ),
    ),
    _trade(
        "Harbour Dental",
        "calm reassuring",
        "dentist clinic",
        "Book a visit",
        "020 7946 0018",
        "Breathe.|A dentist who takes time|Gentle appointments for everyone who has put this off a little too long",
        _scene(
            detail="Evening appointments",
            items=("Long waits", "Seen on time"),
            figure="$49",
            figure_label="first visit",
            source="A patient",
            illustration="tooth",
            illustrations=("toothbrush", "calendar"),
            narration="Appointments until 8 pm.",
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """One contact sheet: ``storyboards`` are its rows."""

    kind: Intent
    layout: str
    format_name: str
    storyboards: tuple[Storyboard, ...]

    @property
    def name(self) -> str:
        return f"{self.kind.value}-{self.layout}-{self.format_name.replace(':', 'x')}"


def sheets(kinds: Sequence[Intent], formats: Sequence[str]) -> Iterator[Sheet]:
    """A sheet for every layout of ``kinds`` in every one of ``formats``: a row for each palette, a column
    for each length of text."""
    for kind in kinds:
        for layout in LAYOUTS[kind]:
            for name in formats:
                rows = tuple(_row(trade, kind, layout, name) for trade in TRADES)
                yield Sheet(kind, layout, name, rows)


def overview(format_name: str) -> tuple[Storyboard, ...]:
    """Every layout of Latin letters once, in the usual length, trades taking turns: one row for each kind."""
    return tuple(
        replace(
            _row(TRADES[number % len(TRADES)], kind, "", format_name),
            scenes=tuple(
                _told(TRADES[number % len(TRADES)], kind, layout, _USUAL)
                for layout in LAYOUTS[kind]
                if layout != _COLUMNS
            ),
        )
        for number, kind in enumerate(LAYOUTS)
    )


def _row(trade: Trade, kind: Intent, layout: str, format_name: str) -> Storyboard:
    return Storyboard(
        brand=trade.brand,
        scenes=tuple(_told(trade, kind, layout, length) for length in LENGTHS),
        look=look_for(tone=trade.tone, about=trade.about),
        call_to_action=trade.call,
        contact=trade.contact,
        format_name=format_name,
    )


def _told(trade: Trade, kind: Intent, layout: str, length: str) -> Scene:
    headline = trade.headlines[length]
    priced = kind is Intent.OFFER
    return replace(
        trade.scene,
        kind=kind,
        layout=layout,
        headline=headline,
        emphasis=" ".join(headline.split()[-2:]).strip(".") if len(headline.split()) > 2 else "",
        narration=f"{headline} {trade.scene.narration}",
        detail="" if kind in {Intent.HOOK, Intent.OFFER} else trade.scene.detail,
        was=trade.scene.was if priced else "",
        code=trade.scene.code if priced else "",
        deadline=trade.scene.deadline if priced else "",
    )
