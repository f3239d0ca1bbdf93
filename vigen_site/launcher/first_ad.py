"""The first ad of an empty installation: made from a sample brief through the real queue and pipeline."""

import json
import time

from django.conf import settings
from django.urls import reverse

from accounts import services as accounts
from ads import briefs, queries, services, turns
from ads.models import Ad
from ads.states import Stage, StageStatus, Status
from vigen_site.errors import DomainError
from vigen_site.launcher.console import Console

SAMPLE = "bakery.json"
ONCE_KEY = "first-ad"
LOOK_SECONDS = 0.5
LONG_SECONDS = 3.0
"""Who waits this long without a word wonders."""
LABELS = {
    Stage.SCRIPT: "Script Generation",
    Stage.REVIEW: "Script Review",
    Stage.VISUALS: "Video Creation",
    Stage.AUDIO: "Audio Production",
    Stage.EDITING: "Final Editing",
}


def order_first_ad(user_id: str) -> Ad | None:
    """Order the sample ad, unless this person has ads already."""
    if queries.ads_of(user_id, limit=1).ads:
        return None
    brief = briefs.read(json.loads((settings.BASE_DIR / "examples" / "briefs" / SAMPLE).read_text("utf-8")))
    ad, _ = services.create(user_id=user_id, brief=brief, once_key=ONCE_KEY)
    return ad


def unfinished_ads(user_id: str) -> list[Ad]:
    """Ads that an earlier run left in the making."""
    return list(queries.ads_of(user_id, status=Status.IN_PROGRESS).ads)


def follow(ad: Ad, console: Console) -> bool:
    """Print a line as each stage ends, until the ad is finished or failed; whether it was made."""
    began, told = time.monotonic(), 0
    is_told = False  # That it has to wait.
    while True:
        try:
            ad = queries.ad_for(ad.user_id, ad.run_id)
        except DomainError:
            time.sleep(LOOK_SECONDS)  # The database is being restarted.
            continue
        if not is_told and turns.is_waiting(ad) and time.monotonic() - began > LONG_SECONDS:
            is_told = True
            console.say("ad", "Waiting for the worker, which takes a while to load what it needs …")
        told = _tell_stages(ad, told, console)
        if ad.status != Status.IN_PROGRESS:
            break
        time.sleep(LOOK_SECONDS)
    if ad.status == Status.GENERATED:
        console.say("ad", f"“{ad.name}” is ready after {time.monotonic() - began:.0f} s.")
        return True
    console.say("ad", f"“{ad.name}” was not finished: {ad.error_message or ad.message}")
    return False


def sign_in_link(address: str, user_id: str) -> str:
    """A link that signs the owner in: once, within minutes, from this machine only."""
    return address + reverse("accounts:enter", args=[accounts.sign_in_link(user_id)])


def _tell_stages(ad: Ad, told: int, console: Console) -> int:
    for stage in list(Stage)[told:]:
        record = ad.stage(stage)
        if record["status"] != StageStatus.COMPLETED:
            break
        told += 1
        console.say("ad", f"{told}/5 {LABELS[stage]}: done in {record['seconds']:.1f} s")
    return told
