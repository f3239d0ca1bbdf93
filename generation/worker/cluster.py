"""django-q2's cluster in a process group of its own: ``python -m generation.worker.cluster``.

The supervisor starts this, watches it, and kills the whole group when it must.
"""

import contextlib
import gc
import os
import sys
import time
from typing import Any

from vigen_site.kinship import bind_forks, end_with_parent

SUPERVISOR_VARIABLE = "VIGEN_SUPERVISOR"


def main() -> int:
    """Run the cluster until SIGTERM, or until its guard is gone: orphans would go on without time-outs."""
    end_with_parent()
    if os.environ.get(SUPERVISOR_VARIABLE, str(os.getppid())) != str(os.getppid()):
        return 1  # It ended before it could be tied to us.
    bind_forks()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    import django

    django.setup()
    from django_q import cluster as queue_cluster
    from django_q.signals import post_spawn

    from generation.worker.locks import RobustQueue
    from generation.worker.pulse import Pulse

    queue_cluster.Queue = RobustQueue
    queue_cluster.Stat = Pulse
    _warm_up()
    post_spawn.connect(_connect)
    cluster = queue_cluster.Cluster()
    cluster.start()
    while cluster.sentinel.is_alive():
        time.sleep(0.2)
    return int(cluster.sentinel.exitcode or 0)


def _warm_up() -> None:
    """Import the large libraries and the grammar of English once, before the workers are forked: nothing is started.

    Each worker would take 0.3 s and 50 MB of its own for the grammar.
    """
    from django.conf import settings

    from ads.states import Stage
    from generation.pipeline import runner
    from generation.pipeline.stages import work_of

    del runner
    for stage in Stage:
        work_of(stage)
    if settings.PIPELINE != "rehearsal":
        from generation.crew.copywriter.grammar.reading import parser

        parser()
    share_what_is_loaded()


def share_what_is_loaded() -> None:
    """Keep everything that lives now from the garbage collector, in this process and those that it forks.

    It would find nothing there; but it touches every object, and with each page that it touches a worker gets a
    copy of its own. Measured: 110 MB and 0.6 s, in the middle of somebody's ad. See gc.freeze in Python's manual.
    """
    gc.collect()
    gc.freeze()


def _connect(**_signal: Any) -> None:
    """Make a new worker's connection to the database before there is work: it takes longer than a whole claim."""
    from ads import lifecycle
    from vigen_site.errors import Unavailable

    with contextlib.suppress(Unavailable):
        lifecycle.open_runs()


if __name__ == "__main__":
    sys.exit(main())
