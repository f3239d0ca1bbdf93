"""A script, its review and its variants as files of an ad that is not being made, and as its first stage's work."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from ads import artefacts, lifecycle
from ads.desk import Pages
from ads.models import Ad, now_text
from ads.states import Stage, StageStatus
from vigen_site.errors import Conflict, NotFound

SCRIPT, REVIEW, VARIANTS = "script.json", "review.json", "variants.json"


class ScriptChanged(Conflict):
    """Somebody, perhaps in another window, has changed the ad since it was read."""

    code = "script_changed"
    message = "This ad was changed in another window since you opened it."


def script_of(ad: Ad) -> dict[str, Any]:
    """What script.json holds. Raises NotFound where there is none."""
    found = read(ad, SCRIPT)
    if not isinstance(found, dict) or not scenes_of(found):
        raise NotFound("This ad has no script yet.")
    return found


def is_first_stages(ad: Ad) -> bool:
    """Whether the script is the first stage's work as it stands, so that a run may go on with its review.

    A review may have had it rewritten, and a changed brief asks for another one.
    """
    first = ad.stage(Stage.SCRIPT).get("artefacts", {})
    return bool(ad.stages_done) and first.get(SCRIPT) == ad.artefacts.get(SCRIPT)


def scenes_of(written: dict[str, Any]) -> list[Any]:
    """The scenes of a script as they were stored."""
    scenes = (written.get("script") or {}).get("scenes")
    return scenes if isinstance(scenes, list) else []


def variants_of(ad: Ad) -> list[dict[str, Any]]:
    """The variants that were written for the brief as it is now, each with "draft" and "review"; [] without."""
    found = read(ad, VARIANTS)
    is_current = isinstance(found, dict) and found.get("brief") == _digest(ad)
    return list(found["variants"]) if is_current else []


def read(ad: Ad, name: str) -> Any:
    """What a file holds; None where there is none. Raises NotFound when the storage has lost it."""
    try:
        return artefacts.read_json(ad, name)
    except (OSError, ValueError) as error:
        raise NotFound("The script is gone from storage. Have it written again.") from error


def both(ad: Ad) -> dict[str, Any] | None:
    """The script that the ad has with its review, as an entry among variants; None where there is none."""
    draft = read(ad, SCRIPT)
    return {"draft": draft, "review": read(ad, REVIEW) or {}} if draft else None


def store(ad: Ad, pages: Pages, *, variants: list[dict[str, Any]] | None = None) -> Ad:
    """Make ``pages`` the ad's script: the next stage is the review. Raises ScriptChanged if somebody was faster."""
    kept = {VARIANTS: ad.artefacts[VARIANTS]} if VARIANTS in ad.artefacts else {}
    if variants is not None:
        kept = _write(ad, {VARIANTS: _listed(ad, variants)})
    record = stage_record(ad, pages) | {"artefacts": kept | _put(ad, pages)}
    if not lifecycle.put_script(ad, record):
        raise ScriptChanged
    return ad


def store_variants(ad: Ad, found: list[Pages]) -> Ad:
    """Keep variants beside the script, which stays as it is."""
    listed = _listed(ad, [{"draft": one.draft, "review": one.review} for one in found])
    record = ad.stage(Stage.SCRIPT)
    kept = {**record.get("artefacts", {}), **_write(ad, {VARIANTS: listed})}
    if not lifecycle.put_beside_script(ad, {**record, "artefacts": kept}):
        raise ScriptChanged
    return ad


def _listed(ad: Ad, variants: list[dict[str, Any]]) -> dict[str, Any]:
    """Variants with the brief that they were written for: they are none of another one."""
    return {"brief": _digest(ad), "variants": variants}


def stage_record(ad: Ad, pages: Pages) -> dict[str, Any]:
    """The first stage's own account of a script that was written or changed outside of a run."""
    done = now_text()
    return {
        "started_at": ad.stage(Stage.SCRIPT).get("started_at") or done,
        "finished_at": done,
        "attempt": 1,
        "status": StageStatus.COMPLETED,
        "written_by": pages.draft.get("writer", ""),
        "edited": list(pages.draft.get("edited", ())),
        **pages.notes,
    }


def first_record(ad: Ad, pages: Pages) -> dict[str, Any]:
    """The first stage's record of an ad that is not stored yet, its files with it."""
    return stage_record(ad, pages) | {"artefacts": _put(ad, pages)}


def _put(ad: Ad, pages: Pages) -> dict[str, str]:
    return _write(ad, {SCRIPT: pages.draft, REVIEW: pages.review})


def _write(ad: Ad, files: dict[str, Any]) -> dict[str, str]:
    """Store values as JSON; gives their keys by their names."""
    with tempfile.TemporaryDirectory(prefix="vigen-script-") as folder:
        keys = {}
        for name, value in files.items():
            path = Path(folder, name)
            path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
            keys[name] = artefacts.store(
                path, user_id=ad.user_id, run_id=ad.run_id, stage=Stage.SCRIPT, fence=int(ad.fence)
            )
    return keys


def _digest(ad: Ad) -> str:
    brief = json.dumps([ad.name, ad.desc, ad.the_brief.extras()], sort_keys=True)
    return hashlib.sha256(brief.encode()).hexdigest()[:16]
