"""The script and its review as people read them.

The files were written by the crew, in a shape that this app does not depend
on: what is not there, or not as expected, is passed over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from ads import artefacts, script_files
from ads.models import Ad
from ads.states import Stage
from vigen_site.errors import NotFound

CACHED_SECONDS = 600
LOWEST_SCORE = 0.6
"""A score below this sends a script back (the review gate)."""
OWN = "Written by you"
KINDS = {
    "price": "Prices",
    "number": "Numbers",
    "claim": "Strong words",
    "quote": "Quotes",
    "name": "Names",
    "address": "Addresses",
}
INTENTS = {
    "hook": "Opening",
    "product": "The product",
    "benefit": "A reason",
    "list": "A list",
    "number": "A number",
    "steps": "How it works",
    "quote": "A voice",
    "offer": "The offer",
    "place": "Where to find it",
    "before_after": "Before and after",
    "gallery": "Your pictures",
    "action": "Ending",
}
"""What a scene is for, in words."""


@dataclass(frozen=True)
class Scene:
    """One scene of a script. ``start`` is its second in the finished ad, where that is known."""

    number: int
    shown: str
    spoken: str
    items: tuple[str, ...]
    start: float | None
    intent: str = ""
    seconds: float = 0.0
    is_edited: bool = False


@dataclass(frozen=True)
class Script:
    """A script: ``writer`` says in words who wrote it, a model or rules."""

    title: str
    idea: str
    scenes: tuple[Scene, ...]
    writer: str
    is_edited: bool = False

    @property
    def seconds(self) -> int:
        """About how long it takes to say."""
        return round(sum(scene.seconds for scene in self.scenes))


NO_SCRIPT = Script(title="", idea="", scenes=(), writer="")


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
class Claim:
    """One thing that the script states. ``source``: the brief's own words for it, "" where it has none."""

    text: str
    scene: int
    source: str


@dataclass(frozen=True)
class Claims:
    """The claims of one kind, such as prices; ``code`` is the kind for programs."""

    code: str
    kind: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Review:
    """What the review found; ``mean`` is that of all scores, ``rounds`` how often it was held.

    ``stops`` are the notes for which alone a script is refused; ``claims`` is all that the script states.
    """

    scores: tuple[Score, ...]
    mean: float
    notes: tuple[str, ...]
    rounds: int
    approved: bool = True
    stops: tuple[str, ...] = ()
    claims: tuple[Claims, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes that stop nothing."""
        return tuple(note for note in self.notes if note not in self.stops)

    @property
    def is_lenient(self) -> bool:
        """Whether it approved what scores too low: a person's own words."""
        return self.approved and any(score.is_low for score in self.scores)

    @property
    def untraced(self) -> int:
        """How many claims the brief does not hold."""
        return sum(not claim.source for group in self.claims for claim in group.claims)


def script(ad: Ad) -> Script | None:
    """The script of an ad; None while there is none."""
    starts = [] if is_newer_than_film(ad) else _starts(_load(ad, "timeline.json"))
    return script_in(_load(ad, "script.json"), starts)


def script_in(content: Any, starts: Sequence[float] = ()) -> Script | None:
    """The script that a file holds; ``starts`` are the seconds at which its scenes begin in the film."""
    draft = _table(content)
    written = _table(draft.get("script")) or draft
    entries = [_table(entry) for entry in _list(written.get("scenes"))]
    if not entries:
        return None
    edited = _list(draft.get("edited"))
    return Script(
        title=_text(written.get("title")),
        idea=_idea(draft.get("idea")),
        scenes=tuple(
            _scene(number, entry, starts, is_edited=number in edited)
            for number, entry in enumerate(entries, start=1)
        ),
        writer=_writer(_text(draft.get("writer")), is_edited=bool(edited)),
        is_edited=bool(edited),
    )


def is_newer_than_film(ad: Ad) -> bool:
    """Whether the script was changed after the pictures were made: they belong to another one."""
    pictured = ad.stage(Stage.VISUALS).get("finished_at") or ""
    return bool(pictured) and str(ad.stage(Stage.SCRIPT).get("finished_at") or "") > str(pictured)


def review(ad: Ad) -> Review | None:
    """The review of an ad's script; None while there is none."""
    rounds = ad.stage(Stage.REVIEW).get("rounds")
    return review_in(_load(ad, "review.json"), rounds=rounds if isinstance(rounds, int) else 0)


def variants(ad: Ad) -> list[tuple[Script, Review | None]]:
    """The scripts that a person may choose from instead, each with its review."""
    try:
        found = script_files.variants_of(ad)
    except NotFound:
        return []
    read = [(script_in(one.get("draft")), review_in(one.get("review"))) for one in map(_table, found)]
    return [(script, review) for script, review in read if script is not None]


def review_in(content: Any, *, rounds: int = 0) -> Review | None:
    """The review that a file holds."""
    found = _table(content)
    scores = tuple(_scores(found.get("scores"), _table(found.get("evidence"))))
    if not scores:
        return None
    told = found.get("rounds")
    return Review(
        scores=scores,
        mean=sum(score.value for score in scores) / len(scores),
        notes=_lines(found.get("notes")),
        rounds=rounds or (told if isinstance(told, int) else 1),
        approved=found.get("approved") is not False,
        stops=_lines(found.get("stops")),
        claims=_claims(found.get("claims")),
    )


def at_fault(script: Script | None, review: Review | None) -> frozenset[int]:
    """The numbers of the scenes that hold words which a refusal quotes."""
    if script is None or review is None or review.approved:
        return frozenset()
    told = "\n".join(review.stops or review.notes)
    quoted = [words.casefold() for words in re.findall("“([^”]+)”", told)]
    return frozenset(
        scene.number
        for scene in script.scenes
        if any(words in f"{scene.shown}\n{scene.spoken}".casefold() for words in quoted)
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


def _claims(given: Any) -> tuple[Claims, ...]:
    """What the script states, by kind, in the order in which people would check it."""
    by_kind: dict[str, list[Claim]] = {}
    for entry in map(_table, _list(given)):
        scene = entry.get("scene")
        claim = Claim(
            _text(entry.get("text")), scene + 1 if isinstance(scene, int) else 0, _text(entry.get("source"))
        )
        by_kind.setdefault(_text(entry.get("kind")), []).append(claim)
    order = sorted(by_kind, key=lambda kind: [*KINDS, kind].index(kind))
    return tuple(Claims(kind, KINDS.get(kind, kind.capitalize()), tuple(by_kind[kind])) for kind in order)


def _writer(writer: str, *, is_edited: bool) -> str:
    return f"{writer}, changed by you" if is_edited and writer and writer != OWN else writer


def _scene(number: int, entry: dict[str, Any], starts: Sequence[float], *, is_edited: bool) -> Scene:
    seconds = entry.get("seconds")
    return Scene(
        number=number,
        shown=_text(entry.get("on_screen_text")),
        spoken=_text(entry.get("narration")),
        items=_lines(entry.get("items")),
        start=starts[number - 1] if number <= len(starts) else None,
        intent=INTENTS.get(_text(entry.get("intent")), ""),
        seconds=float(seconds) if isinstance(seconds, int | float) else 0.0,
        is_edited=is_edited,
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
