"""Run a worker until it is asked to stop."""

import signal
from typing import Any

from django.core.management.base import BaseCommand

from generation.worker.supervisor import Supervisor


class Command(BaseCommand):
    """``manage.py worker``."""

    help = (
        "Makes ads: runs the queue's cluster, restarts it when it dies or stalls, and rings for runs that "
        "nobody took up. Stops within ten seconds of Ctrl-C or SIGTERM; unfinished ads go on after the next start."
    )

    def handle(self, *args: Any, **options: Any) -> str:
        """Supervise until a signal."""
        del args, options
        supervisor = Supervisor()
        signal.signal(signal.SIGTERM, supervisor.stop)
        signal.signal(signal.SIGINT, supervisor.stop)
        supervisor.run()
        return "Done: the worker has stopped."
