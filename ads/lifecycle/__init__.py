"""The life of a run: the only writer of an ad's status, stages and lease.

Every change is one conditional update. Nothing is read, thought over and then
saved: a refused condition means that somebody else was faster, and is news.
The states and moves are drawn in docs/run-states.md; what is promised, and how
it is proven, is in docs/reliability.md.
"""

from ads.lifecycle.holding import (
    Claim,
    LeaseLost,
    beat,
    begin,
    claim,
    commit,
    fail,
    finish,
    give_back,
    publish,
    release,
    report,
)
from ads.lifecycle.machine import hostname, is_dead, process_of, this_process
from ads.lifecycle.owning import (
    SCRIPT_REFUSED,
    RunMoved,
    back_to,
    cancel,
    put_beside_script,
    put_script,
    retry,
)
from ads.lifecycle.progress import LAST_STAGE, SHARE_OF_STAGE, progress_at
from ads.lifecycle.reaping import GAVE_UP, fail_for, free_runs_of_dead, give_up, requeue, ring_for_waiting
from ads.lifecycle.ringing import PRODUCE, RING_AGAIN_SECONDS, ring
from ads.lifecycle.waiting import Open, held_runs, is_claimable, open_runs, turn_of, waiting_runs

__all__ = [
    "GAVE_UP",
    "LAST_STAGE",
    "PRODUCE",
    "RING_AGAIN_SECONDS",
    "SCRIPT_REFUSED",
    "SHARE_OF_STAGE",
    "Claim",
    "LeaseLost",
    "Open",
    "RunMoved",
    "back_to",
    "beat",
    "begin",
    "cancel",
    "claim",
    "commit",
    "fail",
    "fail_for",
    "finish",
    "free_runs_of_dead",
    "give_back",
    "give_up",
    "held_runs",
    "hostname",
    "is_claimable",
    "is_dead",
    "open_runs",
    "process_of",
    "progress_at",
    "publish",
    "put_beside_script",
    "put_script",
    "release",
    "report",
    "requeue",
    "retry",
    "ring",
    "ring_for_waiting",
    "this_process",
    "turn_of",
    "waiting_runs",
]
