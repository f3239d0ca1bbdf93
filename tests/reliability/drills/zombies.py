"""Writers that come back from the dead: what they still want to write must be refused."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import psutil

from tests.reliability.drills.parts import Found
from tests.reliability.plant import Plant, wait_until


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
