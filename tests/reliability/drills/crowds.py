"""Much at once: one person with many ads, and thousands of rings for nothing."""

from tests.reliability.drills.parts import STAGES, Found, stop_and_audit
from tests.reliability.plant import Plant, timed, wait_until


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
        journal = stop_and_audit(plant, worker)
    return {
        "rings": size,
        "new_order_seconds": round(new, 1),
        "drained_seconds": round(drained, 1),
        "stages_begun": journal["stages_begun"],
        "held": journal["stages_begun"] == 2 * STAGES and new < 30,
    }
