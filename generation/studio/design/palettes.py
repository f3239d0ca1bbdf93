"""The palettes, as data, with the tones and trades each was mixed for."""

from dataclasses import dataclass

from generation.studio.storyboard import Palette


@dataclass(frozen=True)
class Mixed:
    """A palette and the words, in briefs, that call for it."""

    palette: Palette
    tones: frozenset[str]
    trades: frozenset[str]


def _mixed(name: str, colors: str, *, tones: str, trades: str) -> Mixed:
    paper, ink, deep, primary, secondary, accent = colors.split()
    palette = Palette(name, paper, ink, deep, primary, secondary, accent)
    return Mixed(palette, frozenset(tones.split()), frozenset(trades.split()))


# paper ink deep primary secondary accent
MIXED: tuple[Mixed, ...] = (
    _mixed(
        "sunrise",
        "#fff4e3 #3a1024 #3b0f33 #ff8438 #ff5f52 #ffc64b",
        tones="warm cozy homely friendly nostalgic",
        trades=("bakery bread sourdough coffee cafe breakfast tart tarts pastry cake baker brunch honey"),
    ),
    _mixed(
        "velocity",
        "#f3f5ee #0e1116 #14171f #ff4b1f #3a3f4d #d7ff3e",
        tones="energetic bold dynamic powerful urgent exciting intense sporty",
        trades=("running run runner shoe shoes sport sports bike cycling race trail sneaker training gear"),
    ),
    _mixed(
        "ledger",
        "#f2f7f2 #0b2b26 #08352c #0b8a5f #1f6f8b #c6f24e",
        tones="professional trustworthy confident serious informative clear",
        trades=(
            "accounting payroll finance bank invoice invoices tax vat bookkeeping insurance legal "
            "consulting saas business"
        ),
    ),
    _mixed(
        "harbor",
        "#f0f8fa #0c2a3e #0d3a57 #1b7fae #59c3b5 #ffb59e",
        tones="reassuring calm gentle caring soothing empathetic peaceful",
        trades=(
            "dental dentist clinic health doctor hospital therapy care pharmacy vet veterinary eye optician "
            "surf surfing surfer beach sea ocean sailing boat marine harbour diving swimming"
        ),
    ),
    _mixed(
        "pulse",
        "#f8f3ff #1c0f3a #2a1161 #7c3aed #ff4d8d #ffd84d",
        tones="motivational inspiring uplifting upbeat empowering",
        trades="fitness workout workouts gym yoga app coach streak dance wellness habit",
    ),
    _mixed(
        "platform",
        "#fff8ea #13203b #14295a #2f6bff #ff6b4a #ffd23f",
        tones="friendly helpful approachable cheerful casual conversational",
        trades=(
            "repair phone mobile service plumber electrician cleaning delivery taxi moving handyman station"
        ),
    ),
    _mixed(
        "velvet",
        "#f7f1e6 #1c1413 #221416 #b5833f #7a1f33 #ecc98a",
        tones="luxurious elegant premium sophisticated exclusive refined romantic",
        trades=("jewelry jewellery watch hotel perfume wine champagne suit tailor spa restaurant gallery"),
    ),
    _mixed(
        "meadow",
        "#f7f6e8 #1f2b16 #21401f #3f8028 #e2a33a #f5d65a",
        tones="natural honest fresh organic sustainable wholesome down-to-earth",
        trades=(
            "organic garden farm vegetables plant plants vegan eco tea herbs hiking outdoor "
            "camping solar grocery"
        ),
    ),
    _mixed(
        "candy",
        "#fff2f7 #2b1140 #3d1470 #ff5fa2 #6c5cff #ffd447",
        tones="playful fun quirky humorous witty cheeky youthful",
        trades=(
            "toy toys kids children party ice cream candy game games puppy pet pets dog cat school nursery"
        ),
    ),
    _mixed(
        "nocturne",
        "#eef2ff #0a0f1f #0c1236 #3f66ff #a855f7 #38e1ff",
        tones="futuristic innovative modern sleek smart technical mysterious",
        trades=(
            "software ai cloud data cyber security developer robot platform startup camera "
            "headphones gaming electric"
        ),
    ),
    _mixed(
        "terracotta",
        "#fdf1e3 #33190f #4a1f14 #d4582a #2c7d68 #ffc172",
        tones="authentic heartfelt handmade rustic thoughtful relaxed",
        trades=(
            "furniture home interior pottery ceramic craft wood candle house architect property "
            "estate apartment linen carpet carpets rug rugs"
        ),
    ),
    _mixed(
        "ember",
        "#fff5ea #2b0a0a #520d12 #e5262b #ff8a1f #ffd23f",
        tones="urgent passionate spicy loud promotional festive",
        trades=("pizza burger grill bbq kitchen ramen noodles taco tacos chicken sale discount food street"),
    ),
    _mixed(
        "press",
        "#f5f3ec #141414 #1b1b1f #dc2a1a #2b4bff #ffe14d",
        tones="direct minimal edgy confident rebellious straightforward",
        trades=(
            "magazine book books course news podcast studio agency design music record event concert film"
        ),
    ),
)

PALETTES: dict[str, Palette] = {mixed.palette.name: mixed.palette for mixed in MIXED}
