"""The other formats of a finished ad, as its page offers them."""

from dataclasses import dataclass

from ads import formats, presenters
from ads.briefs import FORMATS
from ads.formats import Member
from ads.models import Ad
from ads.states import Status

PAID = ("For paid placements", "9:16, clear of the apps’ buttons")


@dataclass(frozen=True)
class Tile:
    """A format that an ad does not have. With ``run_id``: the ad that it has become, and where that is."""

    format: str
    wish: str
    words: str
    is_paid: bool
    run_id: str
    label: str
    tone: str


def tiles(ad: Ad) -> list[Tile]:
    """All other formats; nothing of an ad that cannot be had in them."""
    return [_tile(member) for member in formats.family(ad)]


def _tile(member: Member) -> Tile:
    cut, ad = member.cut, member.ad
    label, tone = presenters.STATUS_WORDS[Status(ad.status)] if ad else ("", "")
    wish, words = PAID if cut.is_paid else (f"Make it {cut.format} too", FORMATS[cut.format])
    return Tile(cut.format, wish, words, cut.is_paid, ad.run_id if ad else "", label, tone)
