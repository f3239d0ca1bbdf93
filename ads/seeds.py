"""The number from which an ad's look is drawn."""

import zlib

from ads.models import Ad


def seed_of(ad: Ad) -> int:
    """The brief's own seed, or one that every ad has for itself, so that no two look alike by accident."""
    return ad.the_brief.seed or zlib.crc32(ad.run_id.encode()) % (2**31 - 1) + 1
