"""One run from claim to finish: claims the lease, does the stages that are left, commits each, and lets go."""

import functools
import logging
import multiprocessing
import os
import shutil
import signal
import tempfile
import time
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import Any

from botocore.exceptions import ClientError
from django.conf import settings

from ads import artefacts, formats, lifecycle
from ads.briefs import Brief
from ads.lifecycle import Claim, LeaseLost
from ads.models import Ad, now_text
from ads.seeds import seed_of
from ads.states import Stage
from generation.pipeline.bench import LENT, Bench, Publish
from generation.pipeline.errors import ArtefactMissing, BriefUnreadable, Draining, StageOverdue, reason_for
from generation.pipeline.patience import until_stored, until_written
from generation.pipeline.pictures import from_uploads
from generation.pipeline.recordings import or_recording
from generation.pipeline.reporting import Reporter, drained_for
from generation.pipeline.stages import work_of
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.run")

LOOKS = 8
"""How many runs one ring may look at, and two for each worker: others take some of them at the same moment."""


def answer(user_id: str, run_id: str) -> str:
    """Answer a ring for a run: make the one whose turn it is. Words as of ``run``, and "draining"."""
    try:
        looks = LOOKS + 2 * settings.WORKERS
        turns = [(run.user_id, run.run_id) for run in lifecycle.waiting_runs()[:looks]]
    except Unavailable:
        return "nothing"
    # The index may not know of the newest run yet.
    for one in dict.fromkeys([*turns, (user_id, run_id)]):
        if drained_for() is not None:
            return "draining"
        try:
            end = run(*one)
        except Exception:
            # One record that cannot be read must not keep all others from their turn.
            logger.exception("Run %s: cannot be taken up; the next one is", one[1])
            continue
        if end != "nothing":
            return end
    return "nothing"


def run(user_id: str, run_id: str) -> str:
    """Make an ad, or go on making it after its last finished stage.

    Gives one word: "finished", "failed", "released" (to be gone on with),
    "lost" (somebody else has it, or it was cancelled) or "nothing" (nobody
    needs it). Never raises for what a stage does.
    """
    try:
        claimed = lifecycle.claim(user_id, run_id, owner=lifecycle.this_process())
    except Unavailable:
        return "nothing"
    if claimed is None:
        return "nothing"
    claim, ad = claimed
    logger.info("Run %s: taken up at stage %s, attempt %s", run_id, int(ad.stages_done) + 1, int(ad.attempt))
    try:
        return _work(claim, ad)
    except LeaseLost:
        logger.info("Run %s: let go, it is no longer ours", run_id)
    except Unavailable:
        logger.warning("Run %s: the database does not answer; the lease could not be given back", run_id)
        _leave()
    return "lost"


def workshop() -> Path:
    """Where runs have their working folders, named ``vigen-RUN-PROCESS-…``."""
    folder: Path = settings.DATA_DIR / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _work(claim: Claim, ad: Ad) -> str:
    """Everything between a claim and its end. Raises LeaseLost, or Unavailable with the run still held."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"vigen-{ad.run_id[-8:]}-{os.getpid()}-", dir=workshop()))
    except OSError as error:
        return _end_stage(claim, list(Stage)[int(ad.stages_done)], error, {"attempt": int(ad.attempt)})
    try:
        with Reporter(claim, on_wedged=functools.partial(_end_wedged, claim, ad)) as reporter:
            return _do_stages(claim, ad, folder, reporter)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _leave() -> None:
    """End this worker: a run that it holds and does not work on is seen to be free as soon as its holder is gone."""
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)


def _do_stages(claim: Claim, ad: Ad, folder: Path, reporter: Reporter) -> str:
    known = dict(ad.artefacts)
    for stage in list(Stage)[int(ad.stages_done) :]:
        attempt = int(ad.attempt) if stage.number == ad.stages_done else 1
        record: dict[str, Any] = {"started_at": now_text(), "attempt": attempt}
        shown: dict[str, str] = {}
        try:
            reporter.enter(stage)
            until_written(
                functools.partial(lifecycle.begin, claim, stage, attempt=attempt), check=reporter.check_lease
            )
            publish = functools.partial(_publish, claim, stage, shown, record)
            bench = _bench(ad, folder, known, reporter, publish)
            known |= _do(claim, stage, bench, record, reporter, shown)
        except (LeaseLost, Unavailable):
            raise
        except Draining:
            lifecycle.release(claim, stage, counts=False)
            logger.info("Run %s: given back before %s, this worker stops", claim.run_id, stage)
            return "released"
        except Exception as error:  # noqa: BLE001 -- whatever a stage raises ends in a stored reason.
            reporter.check_lease()
            # What was shown stays to be seen: of a script that was refused, its text and the reasons.
            told = record | ({"artefacts": shown} if shown else {})
            return _after_failure(claim, stage, error, told, reporter)
    logger.info("Run %s: finished", claim.run_id)
    return "finished"


def _bench(ad: Ad, folder: Path, known: dict[str, str], reporter: Reporter, publish: Publish) -> Bench:
    brief = _brief_of(ad)
    within_reach = known | {LENT + name: key for name, key in formats.lent_to(ad).items()}
    return Bench(
        brief,
        folder,
        seed=seed_of(ad),
        report=reporter.report,
        fetch=or_recording(functools.partial(_fetch, within_reach), user_id=ad.user_id, brief=brief),
        own_pictures=functools.partial(from_uploads, ad.user_id, brief),
        earlier=functools.partial(_earlier, ad),
        publish=publish,
    )


def _brief_of(ad: Ad) -> Brief:
    try:
        return ad.the_brief
    except Exception as error:
        raise BriefUnreadable(f"{type(error).__name__}: {error}") from error


def _fetch(known: dict[str, str], name: str, path: Path) -> Path:
    try:
        return artefacts.fetch(known[name], path)
    except (KeyError, FileNotFoundError) as error:
        raise ArtefactMissing(name) from error
    except ClientError as error:
        if error.response["Error"]["Code"] not in {"404", "NoSuchKey"}:
            raise
        raise ArtefactMissing(name) from error


def _earlier(ad: Ad, names: tuple[str, ...], folder: Path) -> bool:
    """Bring files of one stage from the last attempt of which all are still stored.

    The record names them no longer since the ad was begun again, but they are kept for a while.
    """
    try:
        whole = {fence: keys for fence, keys in _attempts(ad, names).items() if len(keys) == len(names)}
        for name, key in whole[max(whole)].items() if whole else ():
            artefacts.fetch(key, folder / name)
    except (OSError, ClientError) as error:
        logger.info("Run %s: nothing can be used again (%s)", ad.run_id, error)
        return False
    return bool(whole)


def _attempts(ad: Ad, names: tuple[str, ...]) -> dict[int, dict[str, str]]:
    """The keys of all stored files of those names, by the fence of the attempt that made them."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for key in artefacts.walk(artefacts.folder(ad.user_id, ad.run_id)):
        attempt, name = PurePosixPath(key).parts[-2:]
        fence = attempt.partition("-")[0]
        if name in names and fence.isdigit():
            found[int(fence)][name] = key
    return found


def _publish(
    claim: Claim, stage: Stage, shown: dict[str, str], record: dict[str, Any], name: str, path: Path
) -> None:
    """Store an artefact and name it in the record while its stage goes on; ``shown`` collects the keys.

    A courtesy: what cannot be stored now is stored when the stage ends. Raises LeaseLost.
    """
    try:
        key = artefacts.store(
            path, user_id=claim.user_id, run_id=claim.run_id, stage=stage, fence=claim.fence
        )
        lifecycle.publish(claim, stage, artefacts={**shown, name: key}, record=record)
    except (OSError, ClientError, Unavailable) as error:
        logger.info("Run %s: %s is shown later (%s)", claim.run_id, name, error)
        return
    shown[name] = key


def _do(
    claim: Claim,
    stage: Stage,
    bench: Bench,
    record: dict[str, Any],
    reporter: Reporter,
    shown: dict[str, str],
) -> dict[str, str]:
    """Do one stage and commit it; gives the keys of its artefacts. What is ``shown`` is stored already."""
    began = time.monotonic()
    outcome = work_of(stage)(bench)
    record |= outcome.notes | {"seconds": round(time.monotonic() - began, 2)}
    reporter.enter_storing()
    left = tuple(name for name in outcome.files if name not in shown)
    keys = shown | _store(claim, stage, bench, left, reporter)
    until_written(
        functools.partial(_commit, claim, stage, keys=keys, record=record), check=reporter.check_lease
    )
    logger.info("Run %s: %s done in %.1f s", claim.run_id, stage, record["seconds"])
    return keys


def _commit(claim: Claim, stage: Stage, *, keys: dict[str, str], record: dict[str, Any]) -> None:
    if stage is lifecycle.LAST_STAGE:
        lifecycle.finish(claim, artefacts=keys, record=record, final_video_uri=artefacts.uri(keys["ad.mp4"]))
    else:
        lifecycle.commit(claim, stage, artefacts=keys, record=record)


def _store(
    claim: Claim, stage: Stage, bench: Bench, names: tuple[str, ...], reporter: Reporter
) -> dict[str, str]:
    def store(path: Path) -> str:
        return artefacts.store(
            path, user_id=claim.user_id, run_id=claim.run_id, stage=stage, fence=claim.fence
        )

    return {
        name: until_stored(functools.partial(store, bench.path(name)), check=reporter.check_lease)
        for name in names
    }


def _after_failure(
    claim: Claim, stage: Stage, error: Exception, record: dict[str, Any], reporter: Reporter
) -> str:
    def end() -> str:
        return _end_stage(claim, stage, error, record)

    return until_written(end, check=reporter.check_lease)


def _end_stage(claim: Claim, stage: Stage, error: Exception, record: dict[str, Any]) -> str:
    """Fail the run, or put it off for another attempt; gives the word for it."""
    reason = reason_for(error)
    unforeseen = error if reason.code == "internal_error" else None
    logger.warning("Run %s: %s: %s", claim.run_id, stage, error or reason.code, exc_info=unforeseen)
    if reason.permanent or record["attempt"] >= settings.RUN_MAX_ATTEMPTS:
        lifecycle.fail(claim, stage, code=reason.code, message=reason.message, record=record)
        return "failed"
    lifecycle.release(claim, stage, counts=True, after=reason.retry_after)
    return "released"


def _end_wedged(claim: Claim, ad: Ad, stage: Stage) -> None:
    attempt = int(ad.attempt) if stage.number == ad.stages_done else 1
    _end_stage(claim, stage, StageOverdue("it took too long"), {"started_at": now_text(), "attempt": attempt})
