"""django-q2 as its documentation sets it up: a retry longer than the time-out, which is longer than any task."""

from vigen_site.settings import *  # noqa: F403
from vigen_site.settings import BROKERS, QUEUE

Q_CLUSTER = {"name": "alone", "workers": 3, "timeout": 6, "retry": 9, "max_attempts": 5, **BROKERS[QUEUE]}
