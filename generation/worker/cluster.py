"""django-q2's cluster in a process group of its own: ``python -m generation.worker.cluster``.

The supervisor starts this, watches it, and kills the whole group when it must.
"""

import os
import sys
import time

from vigen_site.kinship import bind_forks, end_with_parent


def main() -> int:
    """Run the cluster until SIGTERM, or until its guard is gone: orphans would go on without time-outs."""
    end_with_parent()
    bind_forks()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    import django

    django.setup()
    from django_q.cluster import Cluster

    _warm_up()
    cluster = Cluster()
    cluster.start()
    while cluster.sentinel.is_alive():
        time.sleep(0.5)
    return int(cluster.sentinel.exitcode or 0)


def _warm_up() -> None:
    """Import the large libraries once, before the workers are forked. Importing only: nothing is started."""
    from ads.states import Stage
    from generation.pipeline.stages import work_of

    for stage in Stage:
        work_of(stage)


if __name__ == "__main__":
    sys.exit(main())
