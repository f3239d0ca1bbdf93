"""Ads as pages show them: words, pictures and times. Templates and records know nothing of formatting."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.core.cache import cache
from django.utils.text import slugify

from ads import artefacts, documents, questions, turns
from ads.briefs import FORMATS, VOICES, Brief
from ads.languages import LANGUAGES
from ads.lifecycle import SCRIPT_REFUSED
from ads.lines import MOST_LINES
from ads.models import Ad
from ads.states import Stage, StageStatus, Status

SHAPES = {"9:16": "tall", "4:5": "upright", "1:1": "square", "16:9": "wide"}
PLAIN_COLORS = ("#26294f", "#f5b82e", "#8f94d6")
"""What a picture that does not exist yet is drawn in, where the brief names no colours."""

STATUS_WORDS = {
    Status.DRAFT: ("Draft", ""),
    Status.IN_PROGRESS: ("In the making", "busy"),
    Status.GENERATED: ("Ready", "positive"),
    Status.FAILED: ("Failed", "negative"),
    Status.CANCELLED: ("Cancelled", ""),
}
STAGE_WORDS = {
    Stage.SCRIPT: ("Script", "An idea, and what is said and shown, scene by scene"),
    Stage.REVIEW: ("Review", "Seven scores; a weak script goes back"),
    Stage.VISUALS: ("Pictures", "Layout, colours and drawings of every scene"),
    Stage.AUDIO: ("Sound", "Voice, music and mix"),
    Stage.EDITING: ("Edit", "Frames, captions, film, and a check of the file"),
}
STAGE_STATES = {
    StageStatus.PENDING: ("pending", "to come"),
    StageStatus.RUNNING: ("running", "running"),
    StageStatus.COMPLETED: ("done", "done"),
    StageStatus.FAILED: ("failed", "failed"),
}
REFUSED = "The review did not approve the script: "
"""How the message of a run begins whose script was refused; its reasons follow."""
DAY = 86400
UNITS = ((DAY, "day"), (3600, "hour"), (60, "minute"))
DOWNLOADS = {"mp4": "ad.mp4", "srt": "captions.srt", "vtt": "captions.vtt"}
TOO_LITTLE = "nothing_to_say"
RECORDING_AT_FAULT = ("recording_unfit", "recording_missing")
BRIEF_AT_FAULT = (
    TOO_LITTLE,
    "language_not_written",
    "script_refused",
    *RECORDING_AT_FAULT,
)
"""Failures that another try of the same brief would meet again."""


@dataclass(frozen=True)
class Card:
    """An ad in a list. ``colors`` are three, for the picture that stands in until there is one."""

    run_id: str
    name: str
    format: str
    shape: str
    length: int
    label: str
    tone: str
    picture: str | None
    preview: str | None
    colors: tuple[str, ...]
    created_at: datetime
    age: str
    in_progress: bool
    percent: int
    message: str
    ahead: str
    version: int


@dataclass(frozen=True)
class StageRow:
    """One of the five steps. ``since`` is set while it runs, so that the page can count on."""

    number: int
    name: str
    about: str
    state: str
    state_words: str
    took: str
    since: str
    attempt: int


@dataclass(frozen=True)
class Progress:
    """How far an ad is: ``percent`` of the whole, the ``current`` step, the ``version`` of the record.

    ``ahead``: how many ads are before one that waits, in words, where that is known.
    ``pictures``: how many scenes have theirs; they come one by one.
    """

    run_id: str
    name: str
    percent: int
    message: str
    ahead: str
    stages: tuple[StageRow, ...]
    current: StageRow
    done: int
    pictures: int
    version: int


def card(ad: Ad) -> Card:
    """An ad for the dashboard."""
    brief = ad.the_brief
    label, tone = STATUS_WORDS[Status(ad.status)]
    created = moment(ad.created_at)
    return Card(
        run_id=ad.run_id,
        name=brief.name,
        format=brief.format,
        shape=SHAPES.get(brief.format, "tall"),
        length=brief.length,
        label=label,
        tone=tone,
        picture=steady_url(ad, "poster.jpg") or steady_url(ad, "still-01.jpg"),
        preview=steady_url(ad, "preview.webp"),
        colors=(*brief.brand_colors, *PLAIN_COLORS[len(brief.brand_colors) :]),
        created_at=created,
        age=age(created),
        in_progress=ad.status == Status.IN_PROGRESS,
        percent=int(ad.progress),
        message=turns.message_of(ad),
        ahead=turns.words(turns.ahead_of(ad)),
        version=int(ad.version),
    )


def progress(ad: Ad) -> Progress:
    """The five steps of an ad."""
    rows = tuple(_stage_row(ad, stage) for stage in Stage)
    done = int(ad.stages_done)
    return Progress(
        run_id=ad.run_id,
        name=ad.name,
        percent=int(ad.progress),
        message=turns.message_of(ad),
        ahead=turns.words(turns.ahead_of(ad)),
        stages=rows,
        current=rows[min(done, len(rows) - 1)],
        done=done,
        pictures=sum(name.startswith("still-") for name in ad.artefacts),
        version=int(ad.version),
    )


def stills(ad: Ad) -> dict[int, str]:
    """Addresses of the pictures of the scenes that there are so far, by the number of the scene (from 1)."""
    found = {number: f"still-{number:02}.jpg" for number in range(1, MOST_LINES + 1)}
    return {number: address for number, name in found.items() if (address := steady_url(ad, name))}


def scenes(ad: Ad, script: documents.Script | None) -> list[tuple[documents.Scene, str | None]]:
    """Each scene of the script with its picture, where there is one."""
    pictures = {} if documents.is_newer_than_film(ad) else stills(ad)
    return [(scene, pictures.get(scene.number)) for scene in (script.scenes if script else ())]


def brief_facts(ad: Ad) -> list[tuple[str, str]]:
    """The brief in words, without what was left empty."""
    brief = ad.the_brief
    facts = [
        ("Description", brief.desc),
        ("Audience", brief.audience),
        ("Tone", brief.tone.capitalize()),
        ("Offer", brief.offer),
        ("Call to action", brief.call_to_action),
        ("Must be said", "\n".join(f"“{phrase}”" for phrase in brief.must_say)),
        ("Never said", "\n".join(f"“{phrase}”" for phrase in brief.must_not_say)),
        ("Contact", brief.contact),
        ("Format", f"{brief.format} · {FORMATS.get(brief.format, '')}"),
        ("Length", _length(ad)),
        ("Language", LANGUAGES.get(brief.language, brief.language)),
        ("Voice", VOICES.get(brief.voice, brief.voice)),
        ("Pace", "" if brief.speed == 1 else f"{brief.speed:g} × natural"),
        ("Said as", "; ".join(brief.pronunciations)),
        ("Captions", "In the picture" if brief.captions else "As a separate track"),
        ("Placements", _placements(brief)),
    ]
    return [(name, value) for name, value in facts if value]


def _placements(brief: Brief) -> str:
    """Nothing where it changes nothing: apps lay more over paid films than over others in 9:16 alone."""
    return "Paid: words and captions above the apps’ buttons" if brief.paid and brief.format == "9:16" else ""


def _length(ad: Ad) -> str:
    """What was asked for, and what it became where the words take longer."""
    asked, sound = ad.the_brief.length, ad.stage(Stage.AUDIO)
    if not sound.get("overrun"):
        return f"{asked} seconds"
    return (
        f"{float(sound['length']):.1f} seconds; {asked} were asked for, and what has to be said takes longer"
    )


def downloads(ad: Ad) -> list[tuple[str, str]]:
    """What can be downloaded: kind and words."""
    words = {"mp4": "Video", "srt": "SRT", "vtt": "WebVTT"}
    return [(kind, words[kind]) for kind, name in DOWNLOADS.items() if name in ad.artefacts]


def file_name(ad: Ad, kind: str) -> str:
    """The name under which a download is saved: the ad's own, in letters that every system takes."""
    return f"{slugify(ad.name)[:60] or 'ad'}.{kind}"


def is_brief_at_fault(ad: Ad) -> bool:
    """Whether another try needs another brief."""
    return ad.error_code in BRIEF_AT_FAULT


def is_recording_at_fault(ad: Ad) -> bool:
    """Whether another try needs another recording, and nothing else."""
    return ad.error_code in RECORDING_AT_FAULT


def questions_of(ad: Ad) -> tuple[str, ...]:
    """What the description should answer, of an ad that failed for saying too little; nothing of any other."""
    if ad.error_code != TOO_LITTLE:
        return ()
    brief = ad.the_brief
    said = questions.telling_words(f"{brief.desc}\n{brief.offer}", name=brief.name)
    return questions.questions(brief.name, brief.audience, brief.call_to_action, begun=bool(said))


def reasons_of(ad: Ad, review: documents.Review | None) -> tuple[str, ...]:
    """Why the review refused the script of an ad, one by one; nothing of any other ad."""
    if ad.error_code != SCRIPT_REFUSED:
        return ()
    if review is not None and "review.json" in ad.artefacts:
        return review.stops or review.notes
    told = (ad.error_message or "").removeprefix(REFUSED)
    return tuple(re.split(r"(?<=[.!?])\s+(?=[A-Z“\d])", told.strip()))


def steady_url(ad: Ad, name: str) -> str | None:
    """A signed address that stays the same for some minutes, so that a page drawn again shows no flicker."""
    key = ad.artefacts.get(name)
    if key is None:
        return None
    cached: str | None = cache.get(f"address:{key}")
    if cached is None:
        cached = artefacts.url(ad, name)
        cache.set(f"address:{key}", cached, settings.MEDIA_URL_SECONDS // 3)
    return cached


def moment(text: str) -> datetime:
    """A time as records hold it."""
    return datetime.fromisoformat(text)


def age(then: datetime) -> str:
    """How long ago, in the words in which one says it."""
    seconds = max(0, int((datetime.now(UTC) - then).total_seconds()))
    if seconds < 60:
        return "just now"
    if seconds > 30 * DAY:
        return f"{then:%-d %B %Y}"
    size, name = next((size, name) for size, name in UNITS if seconds >= size)
    number = seconds // size
    return f"{number} {name}{'' if number == 1 else 's'} ago"


def duration(seconds: float) -> str:
    """A stretch of time: "0.4 s", "12 s", "2 min 05 s"."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s"


def _stage_row(ad: Ad, stage: Stage) -> StageRow:
    record = ad.stage(stage)
    state, words = STAGE_STATES[StageStatus(record["status"])]
    name, about = STAGE_WORDS[stage]
    started, finished = record.get("started_at"), record.get("finished_at")
    running = state == "running" and ad.status == Status.IN_PROGRESS
    return StageRow(
        number=stage.number + 1,
        name=name,
        about=about,
        state=state,
        state_words=words,
        took="taken over" if record.get("taken_from") else _took(started, finished, running=running),
        since=started if running and started else "",
        attempt=int(record.get("attempt") or 1),
    )


def _took(started: str | None, finished: str | None, *, running: bool) -> str:
    if not started or not (finished or running):
        return ""
    end = moment(finished) if finished else datetime.now(UTC)
    return duration(max(0.0, (end - moment(started)).total_seconds()))
