"""Workers and their runs break: killed, poisoned, wedged, cancelled, asked to stop."""

import os
import signal
import time

import psutil

from tests.reliability.drills.parts import Found, encoder_of, held_runs, is_gone
from tests.reliability.plant import Plant, timed, wait_until


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
        wait_until(lambda: held_runs(plant) == 2, seconds=30, what="two runs held")
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
            encoder = wait_until(lambda: encoder_of(worker), seconds=30, what="a running encoder")
            from ads import services

            services.cancel(user_id=ad.user_id, run_id=ad.run_id)
            with timed() as clock:
                wait_until(lambda encoder=encoder: is_gone(encoder), seconds=30, what="the encoder's end")
                took.append(clock())
            assert plant.look(ad).status == "CANCELLED"
            plant.wait_for(plant.order(), status="GENERATED", seconds=40)
    return {"cancels": size, "longest_seconds": round(max(took), 1), "held": max(took) < 10}


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
        encoder = wait_until(lambda: encoder_of(worker), seconds=30, what="a running encoder")
        services.cancel(user_id=ad.user_id, run_id=ad.run_id)
        with timed() as clock:
            wait_until(lambda: is_gone(encoder), seconds=30, what="the encoder's end")
            cancelled = clock()
        last = plant.order("wedge at SCRIPT")
        wait_until(lambda: held_runs(plant) == 1, seconds=30, what="a run that is held")
        members = worker.processes()
        stopped = worker.stop()
        left = [p for p in members if not is_gone(p)]
        back = (int(plant.look(last).attempt), plant.look(last).lease_owner)
    return {
        "poisoned": poisoned,
        "encoder_ended_seconds": round(cancelled, 1),
        "seconds_to_stop": round(stopped, 1),
        "processes_left": len(left),
        "held": poisoned == "gave_up" and cancelled < 10 and stopped < 30 and not left and back == (0, None),
    }
