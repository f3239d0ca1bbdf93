"""A finished ad in another format: an ad of its own, with the script, the storyboard and the sound of the first.

Ads in several formats of one film are a family. Nothing lists its members: each is the ad that one key made, so
that they are found without a search, and a second press finds the first one's ad.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pynamodb.exceptions import DeleteError

from ads import artefacts, lifecycle, queries, services
from ads.briefs import FORMATS, Brief
from ads.models import Ad, OnceKey, now_text
from ads.seeds import seed_of
from ads.states import Stage, StageStatus, Status
from vigen_site.dynamo import is_refused, reachable
from vigen_site.errors import Conflict, Invalid, NotFound

TALL = "9:16"
"""The one format over which apps lay more when they are paid for it."""
LENT_BY = (Stage.VISUALS, Stage.AUDIO)
TAKEN_OVER = ("written_by", "edited", "rounds")
"""What the records of the first two stages say of the script itself; what it cost was paid once."""


class NotAsFilmed(Conflict):
    """The ad's brief or script is no longer that of its film."""

    code = "not_as_filmed"
    message = "Only a finished ad can be made in another format, with the brief and script of its film. Make it first."


@dataclass(frozen=True, order=True)
class Cut:
    """A format in which a film can be had; ``is_paid`` is for paid placements, and for 9:16 alone."""

    format: str
    is_paid: bool = False

    @property
    def name(self) -> str:
        """For keys and forms: "16:9", "9:16 paid"."""
        return f"{self.format} paid" if self.is_paid else self.format

    def of(self, brief: Brief) -> Brief:
        """The brief of an ad in this format."""
        return replace(brief, format=self.format, paid=self.is_paid)


CUTS = (*(Cut(name) for name in FORMATS), Cut(TALL, is_paid=True))


@dataclass(frozen=True)
class Member:
    """A format of a family, and its ad where there is one."""

    cut: Cut
    ad: Ad | None


def cut_of(brief: Brief) -> Cut:
    """The format that a brief asks for."""
    return Cut(brief.format, is_paid=brief.paid and brief.format == TALL)


def wanted(format_name: Any, *, paid: Any = False) -> Cut:
    """The format that somebody named. Raises Invalid at ``format`` or ``paid``."""
    if format_name not in FORMATS:
        raise Invalid(errors={"format": [f"Choose one of: {', '.join(FORMATS)}."]})
    if not isinstance(paid, bool):
        raise Invalid(errors={"paid": ["Use true or false."]})
    return Cut(format_name, is_paid=paid and format_name == TALL)


def adapt(*, user_id: str, run_id: str, cut: Cut) -> tuple[Ad, bool]:
    """Order a finished ad in another format; whether it is a new ad, and not the one that was ordered before.

    Nothing is written and nothing is spoken again. Raises NotAsFilmed unless the film is there, and is that of the
    brief and script as they are; Invalid for the format that the ad has.
    """
    first = queries.ad_for(user_id, run_id)
    if not may_adapt(first):
        raise NotAsFilmed
    if cut == cut_of(first.the_brief):
        raise Invalid(errors={"format": ["This ad has that format. Choose another one."]})
    family = family_of(first)
    if known := _member(first, family, cut):
        return known, False
    _forget_former(user_id, _key(family, cut))
    brief = replace(cut.of(first.the_brief), seed=seed_of(first))
    return services.create(
        user_id=user_id,
        brief=brief,
        once_key=_key(family, cut),
        furnish=lambda ad: _take_over(first, ad, family),
    )


def may_adapt(ad: Ad) -> bool:
    """Whether there is a film, and neither brief nor script was changed since."""
    return ad.status == Status.GENERATED and ad.stages_done == len(Stage) and services.FILM in ad.artefacts


def family(ad: Ad) -> tuple[Member, ...]:
    """All formats but the ad's own, with the ads that there are; nothing of an ad that cannot be adapted. Two reads."""
    if not may_adapt(ad):
        return ()
    name, own = family_of(ad), cut_of(ad.the_brief)
    others = [cut for cut in CUTS if cut != own]
    known = {cut_of(one.the_brief): one for one in _relatives(ad, name, others)}
    return tuple(Member(cut, known.get(cut)) for cut in others)


def first_of(ad: Ad) -> Ad | None:
    """The ad that this one is another format of, while it is there."""
    if not lent_to(ad):
        return None
    try:
        return queries.ad_for(ad.user_id, str(ad.source["run_id"]))
    except NotFound:
        return None


def family_of(ad: Ad) -> str:
    """What the ads of one film have in common."""
    if lent_to(ad):
        return str(ad.source["family"])
    return hashlib.sha256(str(ad.final_video_uri).encode()).hexdigest()[:24]


def lent_to(ad: Ad) -> dict[str, str]:
    """The storage keys of what an ad has from the one that it is another format of, by file name.

    Nothing once its script or its brief is another: then it is made like any ad.
    """
    source = ad.source or {}
    is_same = source.get("script") == ad.artefacts.get("script.json") and source.get("brief") == _kernel(
        ad.the_brief
    )
    return dict(source["lent"]) if source and is_same else {}


def _take_over(first: Ad, ad: Ad, family: str) -> None:
    """Give a new ad the approved script, and say where the rest is to be had."""
    for stage in (Stage.SCRIPT, Stage.REVIEW):
        setattr(ad, stage, _taken_over(first, ad, stage))
    ad.stages_done = Stage.VISUALS.number
    ad.progress = lifecycle.progress_at(Stage.VISUALS, 0.0)
    lent = {name: key for stage in LENT_BY for name, key in _files(first, stage).items()}
    ad.source = {
        "run_id": first.run_id,
        "root": (first.source or {}).get("root", first.run_id) if lent_to(first) else first.run_id,
        "family": family,
        "brief": _kernel(ad.the_brief),
        "script": ad.artefacts["script.json"],
        "lent": {name: key for name, key in lent.items() if not name.startswith("still-")},
    }


def _taken_over(first: Ad, ad: Ad, stage: Stage) -> dict[str, Any]:
    """A stage that was done for the first ad: its files are copied, as either ad may be deleted."""
    names = {Stage.SCRIPT: ("script.json",), Stage.REVIEW: ("script.json", "review.json")}[stage]
    keys = {name: key for name, key in _files(first, stage).items() if name in names}
    try:
        copies = {
            name: artefacts.copy(key, user_id=ad.user_id, run_id=ad.run_id, stage=stage)
            for name, key in keys.items()
        }
    except OSError as error:
        raise NotFound("The script of this ad is gone from storage. Make the ad again.") from error
    before, done = first.stage(stage), now_text()
    told = {name: before[name] for name in TAKEN_OVER if name in before}
    return {
        **told,
        "status": StageStatus.COMPLETED,
        "started_at": done,
        "finished_at": done,
        "attempt": 1,
        "taken_from": first.run_id,
        "artefacts": copies,
    }


def _files(ad: Ad, stage: Stage) -> dict[str, str]:
    found: dict[str, str] = ad.stage(stage).get("artefacts", {})
    return found


def _kernel(brief: Brief) -> str:
    """What of a brief a film's script, look and sound rest on: all but format, placements and captions."""
    plain = replace(brief, format=TALL, paid=False, captions=True)
    body = json.dumps([plain.name, plain.desc, plain.extras()], sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()[:24]


def _key(family: str, cut: Cut) -> str:
    return f"format {family} {cut.name}"


def _relatives(ad: Ad, name: str, cuts: list[Cut]) -> Iterator[Ad]:
    """The ads of a family in these formats, and the one with which it began."""
    with reachable():
        notes = list(OnceKey.batch_get([(ad.user_id, _key(name, cut)) for cut in cuts]))
        run_ids = {note.run_id for note in notes}
        if lent_to(ad):
            run_ids.add(ad.source["root"])
        run_ids.discard(ad.run_id)
        found = list(Ad.batch_get([(ad.user_id, run_id) for run_id in run_ids])) if run_ids else []
    return (one for one in found if family_of(one) == name)


def _member(first: Ad, name: str, cut: Cut) -> Ad | None:
    """The ad of a family in this format, unless it was deleted, or became something else."""
    found = [one for one in _relatives(first, name, [cut]) if cut_of(one.the_brief) == cut]
    return found[0] if found else None


def _forget_former(user_id: str, key: str) -> None:
    """Free a key whose ad was deleted, or became something else."""
    with reachable():
        for note in OnceKey.query(user_id, OnceKey.key == key, consistent_read=True):
            _free(note)


def _free(note: OnceKey) -> None:
    try:
        note.delete(condition=OnceKey.run_id == note.run_id)
    except DeleteError as error:
        if not is_refused(error):
            raise
