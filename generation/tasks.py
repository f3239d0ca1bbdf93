"""What a worker runs. The queue knows this module by name only."""


def produce(user_id: str, run_id: str) -> str:
    """Answer a ring: make the ad whose turn it is, or go on making it; the answer says how it ended.

    The run that was rung for is not always the one that is made: another
    person's first ad goes before somebody's fiftieth. Safe to call any number
    of times.
    """
    # Imported here, in the worker: web processes and the queue's own processes need none of it.
    from generation.pipeline.runner import answer

    return answer(user_id, run_id)
