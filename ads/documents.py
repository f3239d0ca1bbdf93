"""The script and its review as people read them.

The files were written by the crew, in a shape that this app does not depend
on: what is not there, or not as expected, is passed over.
"""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from ads import artefacts
from ads.models import Ad
from ads.states import Stage

CACHED_SECONDS = 600
LOWEST_SCORE = 0.6
"""A score below this sends a script back (the review gate)."""


@dataclass(frozen=True)
class Scene:
    """One scene of a script. ``start`` is its second in the finished ad, where that is known."""

    number: int
    shown: str
    spoken: str
    items: tuple[str, ...]
    start: float | None


@dataclass(frozen=True)
class Script:
    """A script: ``writer`` says in words who wrote it, a model or rules."""

    title: str
    idea: str
    scenes: tuple[Scene, ...]
    writer: str


@dataclass(frozen=True)
class Score:
    """One score from 0 to 1 with what it rests on."""

    name: str
    value: float
    evidence: str

    @property
    def is_low(self) -> bool:
        """Whether this score alone sends the script back."""
        return self.value < LOWEST_SCORE


@dataclass(frozen=True)
class Review:
    """What the review found; ``mean`` is that of all scores, ``rounds`` how often it was held."""

    scores: tuple[Score, ...]
    mean: float
    notes: tuple[str, ...]
    rounds: int


def script(ad: Ad) -> Script | None:
    """The script of an ad; None while there is none."""
    draft = _table(_load(ad, "script.json"))
    written = _table(draft.get("script")) or draft
    starts = _starts(_load(ad, "timeline.json"))
    entries = [_table(entry) for entry in _list(written.get("scenes"))]
    if not entries:
        return None
    return Script(
        title=_text(written.get("title")),
        idea=_idea(draft.get("idea")),
        scenes=tuple(_scene(number, entry, starts) for number, entry in enumerate(entries, start=1)),
        writer=_text(draft.get("writer")),
    )


def script_lines(ad: Ad) -> list[str]:
    """The script of an ad as a person may edit it: a line for each scene, "shown | said"; [] without one."""
    found = script(ad)
    return [f"{scene.shown} | {scene.spoken}" for scene in found.scenes] if found is not None else []


def review(ad: Ad) -> Review | None:
    """The review of an ad's script; None while there is none."""
    found = _table(_load(ad, "review.json"))
    evidence = _table(found.get("evidence"))
    scores = tuple(_scores(found.get("scores"), evidence))
    if not scores:
        return None
    rounds = ad.stage(Stage.REVIEW).get("rounds", found.get("rounds"))
    return Review(
        scores=scores,
        mean=sum(score.value for score in scores) / len(scores),
        notes=_lines(found.get("notes")),
        rounds=rounds if isinstance(rounds, int) else 1,
    )


def _load(ad: Ad, name: str) -> Any:
    """A JSON artefact. A stored file never changes under its key, so it is read once and remembered."""
    key = ad.artefacts.get(name)
    if key is None:
        return None
    remembered = cache.get(f"document:{key}")
    if remembered is not None:
        return remembered
    try:
        found = artefacts.read_json(ad, name)
    except (OSError, ValueError):
        return None
    cache.set(f"document:{key}", found, CACHED_SECONDS)
    return found


def _scene(number: int, entry: dict[str, Any], starts: list[float]) -> Scene:
    return Scene(
        number=number,
        shown=_text(entry.get("on_screen_text")),
        spoken=_text(entry.get("narration")),
        items=_lines(entry.get("items")),
        start=starts[number - 1] if number <= len(starts) else None,
    )


def _starts(timeline: Any) -> list[float]:
    spans = [_table(_table(scene).get("span")) for scene in _list(_table(timeline).get("scenes"))]
    return [float(span["start"]) for span in spans if isinstance(span.get("start"), int | float)]


def _scores(given: Any, evidence: dict[str, Any]) -> list[Score]:
    """Scores as a table of numbers, a table of tables, or a list of tables."""
    if isinstance(given, list):
        rows = [(_text(_table(row).get("name") or _table(row).get("criterion")), row) for row in given]
    else:
        rows = list(_table(given).items())
    scores = [_score(name, row, evidence.get(name)) for name, row in rows if name]
    return [score for score in scores if score is not None]


def _score(name: str, row: Any, evidence: Any) -> Score | None:
    table = _table(row)
    value = table.get("score", table.get("value")) if table else row
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    grounds = " ".join(_lines(table.get("evidence") or evidence))
    return Score(name.replace("_", " ").capitalize(), min(1.0, max(0.0, float(value))), grounds)


def _idea(value: Any) -> str:
    if isinstance(value, dict):
        return next((text for text in map(_text, value.values()) if text), "")
    return _text(value)


def _lines(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(text for text in map(_text, _list(value)) if text)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
