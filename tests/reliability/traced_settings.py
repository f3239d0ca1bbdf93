"""The site's settings with a queue that notes when each ring was made and when it was heard."""

from vigen_site.settings import *  # noqa: F403
from vigen_site.settings import Q_CLUSTER, QUEUE

Q_CLUSTER = Q_CLUSTER | {"broker_class": f"tests.reliability.traced.Traced{QUEUE.title()}"}
