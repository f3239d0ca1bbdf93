"""What apps lay over a video, as data: text and captions stay out of it.

Platforms publish such zones for paid placements only, and change them; the
numbers here are shares of the frame's sides, with the page they were read on in
2026. ``kept`` says whether the layouts always keep clear of a zone. Paid Reels and
paid TikTok placements cover the lower third of the frame: ads that are made for
them (``Format.is_paid``) keep clear of those, too, and have less room for pictures.
"""

from dataclasses import dataclass

from generation.studio.formats import Format


@dataclass(frozen=True)
class SafeZone:
    """What one placement covers: shares of the frame's height (``top``, ``bottom``) and width (``side``)."""

    placement: str
    formats: tuple[str, ...]
    top: float
    bottom: float
    side: float
    source: str
    kept: bool = True

    def edges(self, frame: Format) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of what stays free, in pixels."""
        return (
            frame.width * self.side,
            frame.height * self.top,
            frame.width * (1 - self.side),
            frame.height * (1 - self.bottom),
        )


_META = "Meta Ads Guide as quoted on https://mediamaxnetwork.com/digital-specifications/social-ads/"
_TIKTOK = (
    "TikTok's In-Feed template (https://ads.tiktok.com/help/article/video-ads-specifications) as measured on "
    "https://forum.logik.tv/t/some-social-media-safe-zone-matchbox/14356"
)
_SHORTS = "https://www.youraithumbnailgenerator.com/guides/youtube-shorts-safe-zones-complete-guide"
_POSTS = "https://shortsfire.com/blog/shorts-safe-zones-keep-your-text-visible"
_EBU = "EBU R 95, Safe areas for 16:9 television production: graphics stay 5 % away from every edge"

ZONES: tuple[SafeZone, ...] = (
    SafeZone("Stories (Instagram, Facebook)", ("9:16",), 0.14, 0.20, 0.0, _META),
    SafeZone("Shorts (YouTube)", ("9:16",), 0.0, 0.25, 0.0, _SHORTS),
    SafeZone("Posts on TikTok, Reels, Shorts", ("9:16",), 0.0, 0.20, 0.10, _POSTS),
    SafeZone("YouTube and television", ("16:9",), 0.05, 0.05, 0.05, _EBU),
    SafeZone("Feed (Instagram, Facebook, LinkedIn)", ("4:5", "1:1"), 0.05, 0.05, 0.05, _EBU),
    SafeZone("Paid Reels", ("9:16",), 0.14, 0.35, 0.06, _META, kept=False),
    SafeZone("Paid In-Feed on TikTok", ("9:16",), 0.125, 0.344, 0.11, _TIKTOK, kept=False),
)


def zones_for(frame: Format) -> tuple[SafeZone, ...]:
    """The zones that the layouts of ``frame`` keep clear of."""
    return tuple(zone for zone in ZONES if frame.name in zone.formats and (zone.kept or frame.is_paid))


def free_area(frame: Format) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) in pixels of what no kept zone covers."""
    edges = [zone.edges(frame) for zone in zones_for(frame)]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return max(lefts), max(tops), min(rights), min(bottoms)
