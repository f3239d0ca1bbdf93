"""What is due now and then, whoever's it is: named in settings, so that no room knows another for it.

A worker does them when it starts and once an hour, beside sweeping its files.
"""

import logging

from django.conf import settings
from django.utils.module_loading import import_string

logger = logging.getLogger("vigen.chores")


def do_all() -> int:
    """Do each of ``settings.CHORES`` (``() -> how many things were done``); gives their sum.

    One that fails is done again next time, and keeps no other from being done.
    """
    done = 0
    for path in settings.CHORES:
        try:
            done += import_string(path)()
        except Exception as error:  # noqa: BLE001 -- a database or storage that is down is met again next time.
            logger.warning("%s stopped (%s); it is done again later.", path, error)
    return done
