"""The site's settings with a storage that refuses when it is told to."""

from vigen_site.settings import *  # noqa: F403
from vigen_site.settings import STORAGES

STORAGES = STORAGES | {"default": {"BACKEND": "tests.reliability.faulty_storage.FaultyStorage"}}
