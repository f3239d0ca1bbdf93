"""What happens when a part breaks, one drill for each: ``python -m tests.reliability NAME [--size N]``.

Every drill builds a plant of its own, breaks it, and gives figures with
``held``: whether the promise was held.
"""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import psutil

from tests.reliability.plant import Plant, timed, wait_until

Found = dict[str, Any]
STAGES = 5


def zombies(size: int) -> Found:
    """Writers are stopped past their lease, their runs are taken over and finished, and they are woken."""
    with Plant(rehearsal_milliseconds=0) as plant:
        ads = [plant.order() for _ in range(size)]
        pids = [_in_a_fork(lambda ad=ad: _stop_before_committing(ad)) for ad in ads]
        for pid in pids:
            wait_until(lambda pid=pid: _is_stopped(pid), seconds=60, what="a writer that has stopped itself")
        time.sleep(3.5)
        finished = sum(_finish_here(ad) for ad in ads)
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
        refused = sum(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7 for pid in pids)
        journal = plant.audit()
    held = refused == finished == size and not journal["stages_committed_twice"] and not journal["wrong"]
    return {
        "writers": size,
        "taken_over_and_finished": finished,
        "late_commits_refused": refused,
        "journal": journal,
        "held": held,
    }


def idle(size: int) -> Found:
    """An idle worker is killed; what is ordered next must be done within 30 s."""
    took = []
    with Plant(workers=2) as plant:
        worker = plant.worker().wait_until_up()
        for number in range(size):
            beat = wait_until(
                lambda: (beat := worker.beat()) and len(beat.idle) == 2 and beat, seconds=30, what="two idle"
            )
            os.kill(beat.idle[number % 2], signal.SIGKILL)
            time.sleep(0.3)
            for _ in range(3):
                plant.order()
            took.append(plant.wait_for_all(60))
        replaced = worker.text().count("Replacing the cluster")
    return {
        "kills": size,
        "runs": 3 * size,
        "longest_seconds": round(max(took), 1),
        "clusters_replaced": replaced,
        "held": max(took) <= 30,
    }


def poison(size: int) -> Found:
    """Runs that kill their worker every time fail in the end, and others do not notice."""
    with Plant(run_max_attempts=3, workers=2) as plant:
        bad = [plant.order("crash at VISUALS") for _ in range(size)]
        good = [plant.order() for _ in range(3 * size)]
        plant.worker()
        took = plant.wait_for_all(120)
        ended = [plant.look(ad) for ad in bad]
        well = sum(plant.look(ad).status == "GENERATED" for ad in good)
    reasons = [(ad.status, ad.error_code) for ad in ended]
    held = well == len(good) and set(reasons) == {("FAILED", "gave_up")}
    return {"poisonous": reasons, "others_finished": well, "seconds": round(took, 1), "held": held}


def wedged(size: int) -> Found:
    """A stage that waits for ever, and one that freezes its whole process, are ended by their deadline + 60 s."""
    del size
    took: dict[str, float] = {}
    with Plant(run_max_attempts=1, workers=2, seconds_audio=5) as plant:
        plant.worker().wait_until_up()
        wishes = {wish: plant.order(f"{wish} at AUDIO") for wish in ("wedge", "freeze")}
        other = plant.order()
        codes = {}
        with timed() as clock:
            for wish, ad in wishes.items():
                codes[wish] = plant.wait_for(ad, status="FAILED", seconds=90).error_code
                took[wish] = round(clock(), 1)
        plant.wait_for(other, status="GENERATED")
    held = codes == {"wedge": "overdue", "freeze": "gave_up"} and max(took.values()) < 65
    return {"deadline": 5, "seconds_until_failed": took, "codes": codes, "held": held}


def sigterm(size: int) -> Found:
    """A worker that is asked to stop does so within 30 s, gives its runs back uncounted, and leaves nobody."""
    del size
    with Plant(workers=2, rehearsal_milliseconds=4000) as plant:
        worker = plant.worker().wait_until_up()
        ads = [plant.order(), plant.order(), plant.order("wedge at SCRIPT")]
        wait_until(lambda: _held(plant) == 2, seconds=30, what="two runs held")
        time.sleep(1.0)
        members = worker.processes()
        took = worker.stop()
        left = [p for p in members if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
        given_back = [(int(ad.attempt), ad.lease_owner) for ad in map(plant.look, ads)]
        os.environ["VIGEN_REHEARSAL_MILLISECONDS"] = "50"
        plant.worker()
        for ad in ads[:2]:
            plant.wait_for(ad, status="GENERATED", seconds=60)
        plant.workers[-1].kill_all()
        journal = plant.audit()
    redone = max(0, journal["stages_begun"] - journal["stages_committed"] - 1)  # One wedged, if it was begun.
    held = took < 30 and not left and all(back == (0, None) for back in given_back) and redone <= 2
    return {
        "seconds_to_stop": round(took, 1),
        "processes_left": len(left),
        "attempts_counted": [back[0] for back in given_back],
        "stages_begun_again": redone,
        "held": held,
    }


def cancel(size: int) -> Found:
    """A cancel ends a running encoder within ten seconds, and the worker goes on with the next run."""
    took = []
    with Plant(workers=1, run_lease_seconds=30) as plant:
        worker = plant.worker().wait_until_up()
        for _ in range(size):
            ad = plant.order("encode at EDITING")
            encoder = wait_until(lambda: _encoder(worker), seconds=30, what="a running encoder")
            from ads import services

            services.cancel(user_id=ad.user_id, run_id=ad.run_id)
            with timed() as clock:
                wait_until(lambda encoder=encoder: _is_gone(encoder), seconds=30, what="the encoder's end")
                took.append(clock())
            assert plant.look(ad).status == "CANCELLED"
            plant.wait_for(plant.order(), status="GENERATED", seconds=40)
    return {"cancels": size, "longest_seconds": round(max(took), 1), "held": max(took) < 10}


def broker_down(size: int) -> Found:
    """Redis is gone for a while, with all rings: orders are taken all the same, and every run finishes."""
    with Plant(broker="redis", workers=2) as plant:
        worker = plant.worker().wait_until_up()
        for _ in range(5):
            plant.order()
        plant.kill_redis()
        waits = []
        end = time.monotonic() + size
        while time.monotonic() < end:
            with timed() as clock:
                plant.order()
                waits.append(clock())
            time.sleep(size / 10)
        plant.start_redis()
        after = plant.wait_for_all(120)
        journal = _stop_and_audit(plant, worker)
    held = journal["statuses"] == {"GENERATED": journal["runs"]} and max(waits) < 5
    return {
        "down_seconds": size,
        "orders_meanwhile": len(waits),
        "longest_order_seconds": round(max(waits), 2),
        "seconds_until_all_done": round(after, 1),
        "journal": journal,
        "held": held and not journal["wrong"],
    }


def database_down(size: int) -> Found:
    """The database is gone for a while: runs in the making go on where they are, and no stage is begun twice."""
    with Plant(workers=2, rehearsal_milliseconds=1500) as plant:
        worker = plant.worker().wait_until_up()
        ads = [plant.order() for _ in range(4)]
        wait_until(lambda: _held(plant) == 2, seconds=30, what="two runs held")
        time.sleep(1.0)
        plant.kill_database()
        time.sleep(size)
        plant.start_database()
        after = plant.wait_for_all(180)
        done = sum(plant.look(ad).status == "GENERATED" for ad in ads)
        spoken = worker.text()
        journal = _stop_and_audit(plant, worker)
    held = done == len(ads) and journal["stages_begun"] == STAGES * len(ads) and not journal["wrong"]
    return {
        "down_seconds": size,
        "seconds_until_all_done": round(after, 1),
        "stages_begun": journal["stages_begun"],
        "stages_needed": STAGES * len(ads),
        "said_once": spoken.count("The database does not answer; runs wait") == 1,
        "journal": journal,
        "held": held,
    }


def disk_full(size: int) -> Found:
    """A full disk fails the run with its reason; with room again it goes on after the last finished stage."""
    del size
    with _faulty(run_max_attempts=1, run_patience_seconds=3) as plant:
        plant.worker().wait_until_up()
        full = plant.folder / "full"
        ad = plant.order()
        wait_until(lambda: plant.look(ad).stages_done >= 1, seconds=30, what="a finished stage")
        full.touch()
        failed = plant.wait_for(ad, status="FAILED", seconds=60)
        kept = int(failed.stages_done)
        full.unlink()
        from ads import services

        services.retry(user_id=ad.user_id, run_id=ad.run_id)
        plant.wait_for(ad, status="GENERATED", seconds=60)
        journal = _stop_and_audit(plant, plant.workers[0])
    held = failed.error_code == "disk_full" and kept >= 1 and journal["stages_committed"] == STAGES
    return {"code": failed.error_code, "message": failed.error_message, "stages_kept": kept, "held": held}


def storage_refusing(size: int) -> Found:
    """The storage hangs up for a while: files wait for it, and no stage is done twice."""
    with _faulty(rehearsal_milliseconds=300) as plant:
        worker = plant.worker().wait_until_up()
        refusing = plant.folder / "refusing"
        ads = [plant.order() for _ in range(4)]
        wait_until(lambda: _held(plant), seconds=30, what="a run that is held")
        refusing.touch()
        time.sleep(size)
        refusing.unlink()
        plant.wait_for_all(120)
        journal = _stop_and_audit(plant, worker)
    needed = STAGES * len(ads)
    return {
        "refusing_seconds": size,
        "stages_begun": journal["stages_begun"],
        "stages_needed": needed,
        "held": journal["films"] == len(ads) and journal["stages_begun"] == needed,
    }


def fairness(size: int) -> Found:
    """One person's many ads do not keep another's first one waiting."""
    with Plant(workers=1, rehearsal_milliseconds=50) as plant:
        many = [plant.order(user_id="many") for _ in range(size)]
        one = plant.order(user_id="one")
        two = plant.order(user_id="one")
        plant.worker()
        plant.wait_for_all(60 + size)
        order = sorted([*many, one, two], key=lambda ad: plant.look(ad).updated_at)
        places = [[ad.run_id for ad in order].index(ad.run_id) + 1 for ad in (one, two)]
    return {
        "ahead": size,
        "places_of_the_other_persons_two": places,
        "held": places[0] <= 2 and places[1] <= 4,
    }


def ring_storm(size: int) -> Found:
    """Thousands of rings for nothing keep a new order waiting for no longer than it takes to hear them out."""
    with Plant(workers=2) as plant:
        from ads import lifecycle
        from vigen_site import queue

        stale = plant.order()
        for _ in range(size):
            lifecycle.ring(stale.user_id, stale.run_id)
        worker = plant.worker().wait_until_up()
        plant.wait_for(stale, status="GENERATED")
        with timed() as clock:
            plant.wait_for(plant.order(), status="GENERATED", seconds=120)
            new = clock()
            wait_until(lambda: queue.length() == 0, seconds=300, what="an empty queue", every=0.5)
            drained = clock()
        journal = _stop_and_audit(plant, worker)
    return {
        "rings": size,
        "new_order_seconds": round(new, 1),
        "drained_seconds": round(drained, 1),
        "stages_begun": journal["stages_begun"],
        "held": journal["stages_begun"] == 2 * STAGES and new < 30,
    }


def backoff(size: int) -> Found:
    """A cluster that dies at its start is started again less and less often, and works once it can."""
    with Plant(broker="redis", workers=1) as plant:
        plant.kill_redis()
        worker = plant.worker()
        time.sleep(size)
        restarts = worker.text().count("Replacing the cluster")
        plant.start_redis()
        ad = plant.order()
        with timed() as clock:
            plant.wait_for(ad, status="GENERATED", seconds=100)
            took = clock()
    return {
        "broken_seconds": size,
        "restarts": restarts,
        "seconds_until_made": round(took, 1),
        "held": 1 <= restarts <= 4 + size / 10,
    }


def short(size: int) -> Found:
    """Several drills on one plant, briefly: poison, an idle worker's death, an encoder's cancel, SIGTERM."""
    del size
    with Plant(run_max_attempts=2, workers=2, rehearsal_milliseconds=50) as plant:
        from ads import services

        worker = plant.worker().wait_until_up()
        bad, good = plant.order("crash at VISUALS"), plant.order()
        poisoned = plant.wait_for(bad, status="FAILED").error_code
        plant.wait_for(good, status="GENERATED")
        beat = wait_until(
            lambda: (b := worker.beat()) and len(b.idle) == 2 and b, seconds=30, what="two idle"
        )
        os.kill(beat.idle[0], signal.SIGKILL)
        ad = plant.order("encode at EDITING")
        encoder = wait_until(lambda: _encoder(worker), seconds=30, what="a running encoder")
        services.cancel(user_id=ad.user_id, run_id=ad.run_id)
        with timed() as clock:
            wait_until(lambda: _is_gone(encoder), seconds=30, what="the encoder's end")
            cancelled = clock()
        last = plant.order("wedge at SCRIPT")
        wait_until(lambda: _held(plant) == 1, seconds=30, what="a run that is held")
        members = worker.processes()
        stopped = worker.stop()
        left = [p for p in members if not _is_gone(p)]
        back = (int(plant.look(last).attempt), plant.look(last).lease_owner)
    return {
        "poisoned": poisoned,
        "encoder_ended_seconds": round(cancelled, 1),
        "seconds_to_stop": round(stopped, 1),
        "processes_left": len(left),
        "held": poisoned == "gave_up" and cancelled < 10 and stopped < 30 and not left and back == (0, None),
    }


# --- Parts of drills ----------------------------------------------------------------------------------


def _faulty(**environment: Any) -> Plant:
    plant = Plant(settings="tests.reliability.faulty_settings", workers=2, **environment)
    os.environ["VIGEN_TEST_REFUSING"] = str(plant.folder / "refusing")
    os.environ["VIGEN_TEST_FULL"] = str(plant.folder / "full")
    return plant


def _stop_and_audit(plant: Plant, worker: Any) -> Found:
    worker.stop()
    return plant.audit()


def _held(plant: Plant) -> int:
    from ads import lifecycle

    return len(lifecycle.held_runs())


def _encoder(worker: Any) -> psutil.Process | None:
    for process in worker.processes():
        try:
            if process.cmdline()[:1] == ["/bin/sleep"]:
                return process
        except psutil.NoSuchProcess:
            continue
    return None


def _is_gone(process: psutil.Process) -> bool:
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _is_stopped(pid: int) -> bool:
    return bool(psutil.Process(pid).status() == psutil.STATUS_STOPPED)


def in_a_new_process() -> None:
    """No connection may cross a fork: two processes would read one another's answers."""
    from ads.models import TABLES

    for table in TABLES:
        table._connection = None


def _in_a_fork(work: Callable[[], int]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        in_a_new_process()
        os._exit(work())
    finally:
        os._exit(99)


def _stop_before_committing(ad: Any) -> int:
    """Work until the commit of the third stage, stop there; 7 when the commit that follows is refused."""
    from ads import lifecycle
    from ads.lifecycle import LeaseLost
    from ads.states import Stage
    from generation.pipeline import runner

    commit, ends = lifecycle.commit, []

    def late(claim: Any, stage: Stage, **what: Any) -> None:
        if stage is not Stage.VISUALS:
            commit(claim, stage, **what)
            return
        os.kill(os.getpid(), signal.SIGSTOP)
        try:
            commit(claim, stage, **what)
        except LeaseLost:
            ends.append(7)
            raise
        ends.append(1)

    lifecycle.commit = late
    runner.run(ad.user_id, ad.run_id)
    return ends[0]


def _finish_here(ad: Any) -> bool:
    from generation.pipeline import runner

    return runner.run(ad.user_id, ad.run_id) == "finished"


DRILLS: dict[str, tuple[Callable[[int], Found], int]] = {
    "short": (short, 1),
    "zombies": (zombies, 50),
    "idle": (idle, 20),
    "poison": (poison, 2),
    "wedged": (wedged, 1),
    "sigterm": (sigterm, 1),
    "cancel": (cancel, 5),
    "broker_down": (broker_down, 60),
    "database_down": (database_down, 60),
    "disk_full": (disk_full, 1),
    "storage_refusing": (storage_refusing, 10),
    "fairness": (fairness, 50),
    "ring_storm": (ring_storm, 3000),
    "backoff": (backoff, 25),
}
"""Each with its full size."""
