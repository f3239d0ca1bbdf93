"""What a worker stands on is gone for a while: the queue, the database, the disk, the storage."""

import time

from tests.reliability.drills.parts import STAGES, Found, faulty, held_runs, stop_and_audit
from tests.reliability.plant import Plant, timed, wait_until


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
        journal = stop_and_audit(plant, worker)
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
        wait_until(lambda: held_runs(plant) == 2, seconds=30, what="two runs held")
        time.sleep(1.0)
        plant.kill_database()
        time.sleep(size)
        plant.start_database()
        after = plant.wait_for_all(180)
        done = sum(plant.look(ad).status == "GENERATED" for ad in ads)
        spoken = worker.text()
        journal = stop_and_audit(plant, worker)
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
    with faulty(run_max_attempts=1, run_patience_seconds=3) as plant:
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
        journal = stop_and_audit(plant, plant.workers[0])
    held = failed.error_code == "disk_full" and kept >= 1 and journal["stages_committed"] == STAGES
    return {"code": failed.error_code, "message": failed.error_message, "stages_kept": kept, "held": held}


def storage_refusing(size: int) -> Found:
    """The storage hangs up for a while: files wait for it, and no stage is done twice."""
    with faulty(rehearsal_milliseconds=300) as plant:
        worker = plant.worker().wait_until_up()
        refusing = plant.folder / "refusing"
        ads = [plant.order() for _ in range(4)]
        wait_until(lambda: held_runs(plant), seconds=30, what="a run that is held")
        refusing.touch()
        time.sleep(size)
        refusing.unlink()
        plant.wait_for_all(120)
        journal = stop_and_audit(plant, worker)
    needed = STAGES * len(ads)
    return {
        "refusing_seconds": size,
        "stages_begun": journal["stages_begun"],
        "stages_needed": needed,
        "held": journal["films"] == len(ads) and journal["stages_begun"] == needed,
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
