"""Run a worker until it is asked to stop, or say how the workers of this machine are."""

import json
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from generation.worker import health
from generation.worker.supervisor import Supervisor


class Command(BaseCommand):
    """``manage.py worker``."""

    help = (
        "Makes ads: runs the queue's cluster, restarts it when it dies or stalls, and rings for runs that "
        "nobody took up. After Ctrl-C or SIGTERM it stops within VIGEN_DRAIN_SECONDS and some; unfinished ads "
        "go on after the next start, or with another worker."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether only to ask."""
        parser.add_argument(
            "--status",
            action="store_true",
            help="start nothing: print the reports of this machine's workers, and fail unless one is healthy",
        )

    def handle(self, *args: Any, **options: Any) -> str:
        """Supervise until a signal."""
        del args
        if options["status"]:
            return _status()
        supervisor = Supervisor()
        signal.signal(signal.SIGTERM, supervisor.stop)
        signal.signal(signal.SIGINT, supervisor.stop)
        supervisor.run()
        return "Done: the worker has stopped."


def _status() -> str:
    reports = health.reports()
    if not any(health.is_healthy(report) for report in reports):
        said = json.dumps(reports, indent=1) if reports else f"None is running over {settings.DATA_DIR}."
        raise CommandError(f"No healthy worker. {said}")
    return json.dumps(reports, indent=1)
