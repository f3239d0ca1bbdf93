"""One run from claim to finish: claims the lease, does the stages that are left, commits each, and lets go."""

import logging
import os
import shutil
import tempfile
import time
import zlib
from pathlib import Path
from typing import Any

from django.conf import settings

from ads import artefacts, lifecycle
from ads.lifecycle import Claim, LeaseLost
from ads.models import Ad, now_text
from ads.states import Stage
from generation.pipeline.bench import Bench
from generation.pipeline.errors import Draining, reason_for
from generation.pipeline.reporting import Reporter
from generation.pipeline.stages import Outcome, work_of
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.run")


def run(user_id: str, run_id: str) -> str:
    """Make an ad, or go on making it after its last finished stage.

    Gives one word: "finished", "failed", "released" (to be gone on with),
    "lost" (somebody else has it, or it was cancelled) or "nothing" (nobody
    needs it). Never raises for what a stage does.
    """
    owner = f"{lifecycle.hostname()}:{os.getpid()}"
    claimed = lifecycle.claim(user_id, run_id, owner=owner)
    if claimed is None:
        return "nothing"
    claim, ad = claimed
    logger.info("Run %s: taken up at stage %s", run_id, int(ad.stages_done) + 1)
    folder = Path(tempfile.mkdtemp(prefix=f"vigen-{run_id[:8]}-", dir=_workshop()))
    try:
        with Reporter(claim) as reporter:
            return _do_stages(claim, ad, folder, reporter)
    except LeaseLost:
        logger.info("Run %s: let go, it is no longer ours", run_id)
        return "lost"
    except Unavailable:
        logger.warning("Run %s: the database does not answer; the lease will run out", run_id)
        return "lost"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def seed_of(ad: Ad) -> int:
    """The brief's own seed, or one that every ad has for itself, so that no two look alike by accident."""
    chosen = ad.the_brief.seed
    return chosen or zlib.crc32(ad.run_id.encode()) % (2**31 - 1) + 1


def _workshop() -> Path:
    folder: Path = settings.DATA_DIR / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _do_stages(claim: Claim, ad: Ad, folder: Path, reporter: Reporter) -> str:
    known = dict(ad.artefacts)
    bench = Bench(
        ad.the_brief,
        folder,
        seed=seed_of(ad),
        report=reporter.report,
        fetch=lambda name, path: artefacts.fetch(known[name], path),
    )
    for stage in list(Stage)[int(ad.stages_done) :]:
        attempt = int(ad.attempt) if stage.number == ad.stages_done else 1
        record: dict[str, Any] = {"started_at": now_text(), "attempt": attempt}
        try:
            reporter.enter(stage)
            lifecycle.begin(claim, stage, attempt=attempt)
            known |= _do(claim, stage, bench, record)
        except (LeaseLost, Unavailable):
            raise
        except Draining:
            lifecycle.release(claim, stage, counts=False)
            return "released"
        except Exception as error:  # noqa: BLE001 -- whatever a stage raises ends in a stored reason.
            return _after_failure(claim, stage, error, record)
    logger.info("Run %s: finished", claim.run_id)
    return "finished"


def _do(claim: Claim, stage: Stage, bench: Bench, record: dict[str, Any]) -> dict[str, str]:
    """Do one stage and commit it; gives the keys of its artefacts."""
    began = time.monotonic()
    outcome = work_of(stage)(bench)
    keys = _store(claim, stage, bench, outcome)
    record |= outcome.notes | {"seconds": round(time.monotonic() - began, 2)}
    if stage is lifecycle.LAST_STAGE:
        lifecycle.finish(claim, artefacts=keys, record=record, final_video_uri=artefacts.uri(keys["ad.mp4"]))
    else:
        lifecycle.commit(claim, stage, artefacts=keys, record=record)
    logger.info("Run %s: %s done in %.1f s", claim.run_id, stage, record["seconds"])
    return keys


def _store(claim: Claim, stage: Stage, bench: Bench, outcome: Outcome) -> dict[str, str]:
    return {
        name: artefacts.store(
            bench.path(name), user_id=claim.user_id, run_id=claim.run_id, stage=stage, fence=claim.fence
        )
        for name in outcome.files
    }


def _after_failure(claim: Claim, stage: Stage, error: Exception, record: dict[str, Any]) -> str:
    reason = reason_for(error)
    expected = reason.code != "internal_error"
    logger.warning("Run %s: %s: %s", claim.run_id, stage, error, exc_info=None if expected else error)
    if reason.permanent or record["attempt"] >= settings.RUN_MAX_ATTEMPTS:
        lifecycle.fail(claim, stage, code=reason.code, message=reason.message, record=record)
        return "failed"
    lifecycle.release(claim, stage, counts=True, after=reason.retry_after)
    return "released"
