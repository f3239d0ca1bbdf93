"""What django-q2 logs, in fewer and plainer words."""

import logging
import re

REPLACED = re.compile(r"reincarnated (\w+) \S+ after (.+)")


class PlainWords(logging.Filter):
    """Rewords a part's replacement, and drops what the reaper says better: that the queue does not answer."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to log the record, which may be changed."""
        message = record.getMessage()
        if message == "Failed to pull task from broker":
            return False
        if found := REPLACED.match(message):
            record.msg, record.args = f"The cluster's {found[1]} was replaced after {found[2]}.", None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True
