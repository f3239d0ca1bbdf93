"""What a worker runs. The queue knows this module by name only."""


def produce(user_id: str, run_id: str) -> str:
    """Make one ad, or go on making it; the answer says how it ended. Safe to call any number of times."""
    # Imported here, in the worker: web processes and the queue's own processes need none of it.
    from generation.pipeline.runner import run

    return run(user_id, run_id)
