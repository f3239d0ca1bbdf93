"""The palettes, as data, with the tones and trades each was mixed for."""

from dataclasses import dataclass

from generation.studio.storyboard import Palette


@dataclass(frozen=True)
class Mixed:
    """A palette and the words, in briefs, that call for it, trades as ``one_of`` writes them."""

    palette: Palette
    tones: frozenset[str]
    trades: frozenset[str]


def _mixed(name: str, colors: str, *, tones: str, trades: str) -> Mixed:
    paper, ink, deep, primary, secondary, accent = colors.split()
    palette = Palette(name, paper, ink, deep, primary, secondary, accent)
    return Mixed(palette, frozenset(tones.split()), frozenset(map(one_of, trades.split())))


def one_of(word: str) -> str:
    """A word as trades are compared: one of several, however that is spelled."""
    return word if word.endswith("ss") else word.rstrip("s")


# paper ink deep primary secondary accent
MIXED: tuple[Mixed, ...] = (
    _mixed(
        "sunrise",
        "#fff4e3 #3a1024 #3b0f33 #ff8438 #ff5f52 #ffc64b",
        tones="warm cozy homely friendly nostalgic",
        trades=(
            "bakery bread sourdough coffee cafe café breakfast tart pastry cake baker brunch honey donut "
            "doughnut bagel croissant pie patisserie roastery espresso tearoom beekeeper"
        ),
    ),
    _mixed(
        "velocity",
        "#f3f5ee #0e1116 #14171f #ff4b1f #3a3f4d #d7ff3e",
        tones="energetic bold dynamic powerful urgent exciting intense sporty",
        trades=(
            "running run runner shoe sport bike bicycle cycling race trail sneaker training gear boxing "
            "football climbing motorcycle motorbike scooter karting crossfit tennis basketball"
        ),
    ),
    _mixed(
        "ledger",
        "#f2f7f2 #0b2b26 #08352c #0b8a5f #1f6f8b #c6f24e",
        tones="professional trustworthy confident serious informative clear",
        trades=(
            "accounting accountant payroll finance bank invoice tax vat bookkeeping insurance legal attorney "
            "lawyer solicitor notary mortgage pension broker consulting consultant saas business"
        ),
    ),
    _mixed(
        "harbor",
        "#f0f8fa #0c2a3e #0d3a57 #1b7fae #59c3b5 #ffb59e",
        tones="reassuring calm gentle caring soothing empathetic peaceful",
        trades=(
            "dental dentist tooth clinic health doctor hospital therapy therapist care caregiver pharmacy "
            "vet veterinary eye optician glasses hearing physio physiotherapy nursing senior medical"
        ),
    ),
    _mixed(
        "lagoon",
        "#f0fbfb #06283a #053a4f #00a2b5 #ff7458 #ffd15c",
        tones="refreshing sunny adventurous",
        trades=(
            "surf surfing surfer surfboard beach sea seaside ocean sailing sailboat boat marine harbour "
            "diving swimming swim swimmer pool kayak canoe paddle paddling fishing fish chip seafood cruise "
            "ferry island aquarium yacht wave chandlery rope swamp lake river holiday ice"
        ),
    ),
    _mixed(
        "pulse",
        "#f8f3ff #1c0f3a #2a1161 #7c3aed #ff4d8d #ffd84d",
        tones="motivational inspiring uplifting upbeat empowering",
        trades="fitness workout gym yoga app coach streak dance dancing pilates wellness habit choir",
    ),
    _mixed(
        "platform",
        "#fff8ea #13203b #14295a #2f6bff #ff6b4a #ffd23f",
        tones="friendly helpful approachable cheerful casual conversational",
        trades=(
            "repair phone mobile service delivery taxi driving lesson tutor tutoring station laundry "
            "laundrette lavandaria translation language"
        ),
    ),
    _mixed(
        "steel",
        "#f4f6f7 #0f1b26 #14293c #f26a1b #2b6f9f #ffcf3a",
        tones="reliable sturdy hardworking practical robust",
        trades=(
            "plumber plumbing pipe electrician electrical roof roofing roofer gutter hvac heating boiler "
            "drain storage container warehouse locksmith lock security garage mechanic carwash tyre tire "
            "hood duct exhaust welding construction builder renovation scaffolding tool wrench hardware "
            "machine industrial factory moving mover removal lorry truck chimney sweep sweeping cleaning "
            "cleaner broom handyman freight logistics"
        ),
    ),
    _mixed(
        "velvet",
        "#f7f1e6 #1c1413 #221416 #b5833f #7a1f33 #ecc98a",
        tones="luxurious elegant premium sophisticated exclusive refined romantic",
        trades=(
            "jewelry jewellery jeweller watch watchmaker hotel perfume wine champagne whisky suit tailor spa "
            "restaurant gallery chauffeur cocktail violin piano antique"
        ),
    ),
    _mixed(
        "rosewood",
        "#fff3ef #331220 #4a1431 #dd5673 #7d5aa8 #ffc59f",
        tones="tender loving graceful feminine dreamy",
        trades=(
            "hair hairdresser salon beauty brow lash nail makeup lipstick skincare serum lotion cosmetic "
            "wedding bride bridal florist flower bouquet boutique fashion dress photography photographer "
            "portrait couture sewing lingerie baby"
        ),
    ),
    _mixed(
        "meadow",
        "#f7f6e8 #1f2b16 #21401f #3f8028 #e2a33a #f5d65a",
        tones="natural honest fresh organic sustainable wholesome down-to-earth",
        trades=(
            "organic garden gardener gardening landscaping lawn farm vegetable plant vegan eco tea herb "
            "hiking outdoor camping campsite tent solar grocery orchard olive seedling potted"
        ),
    ),
    _mixed(
        "heritage",
        "#fbf4e2 #16203a #172a4f #c93a2b #21598c #f4b731",
        tones="traditional proud festive historic timeless",
        trades=(
            "steam fair festival fête country vintage heritage museum brewery pub beer ale cider circus "
            "carnival parade railway train locomotive fairground brass tractor charity foodbank larder "
            "community church scout village butcher barber"
        ),
    ),
    _mixed(
        "candy",
        "#fff2f7 #2b1140 #3d1470 #ff5fa2 #6c5cff #ffd447",
        tones="playful fun quirky humorous witty cheeky youthful",
        trades=(
            "toy kid children party icecream candy game puppy pet dog cat school nursery groomer grooming "
            "balloon birthday bounce puppet camp childcare cupcake lollipop"
        ),
    ),
    _mixed(
        "nocturne",
        "#eef2ff #0a0f1f #0c1236 #3f66ff #a855f7 #38e1ff",
        tones="futuristic innovative modern sleek smart technical mysterious",
        trades=(
            "software ai cloud data cyber developer robot platform startup camera code coding escape vr "
            "headphone gaming electric observatory telescope astronomy star"
        ),
    ),
    _mixed(
        "zen",
        "#f5f3ea #172538 #1b3556 #3a72a4 #6fa77c #efc79b",
        tones="serene mindful quiet tranquil slow",
        trades=(
            "massage meditation onsen sauna spring bath bathhouse bathtub inn ryokan retreat incense matcha "
            "sleep mattress acupuncture osteopath hospice"
        ),
    ),
    _mixed(
        "terracotta",
        "#fdf1e3 #33190f #4a1f14 #d4582a #2c7d68 #ffc172",
        tones="authentic heartfelt handmade rustic thoughtful relaxed",
        trades=(
            "furniture home interior pottery ceramic craft wood candle house architect property estate "
            "apartment linen wool yarn knitting leather tile joiner carpenter cottage"
        ),
    ),
    _mixed(
        "bazaar",
        "#fcf3e3 #2b0f1d #44122b #b8283f #0f6f70 #f2b646",
        tones="opulent exotic oriental",
        trades=(
            "carpet rug kilim spice oud mosaic tapestry silk embroidery lantern weaver weaving woven souk "
            "saffron date"
        ),
    ),
    _mixed(
        "ember",
        "#fff5ea #2b0a0a #520d12 #e5262b #ff8a1f #ffd23f",
        tones="urgent passionate spicy loud promotional",
        trades=(
            "pizza burger grill bbq barbecue kitchen ramen noodle taco chicken sale discount food street "
            "sauce chili kebab curry flamenco firework"
        ),
    ),
    _mixed(
        "press",
        "#f5f3ec #141414 #1b1b1f #dc2a1a #2b4bff #ffe14d",
        tones="direct minimal edgy confident rebellious straightforward",
        trades=(
            "magazine book bookshop course news podcast studio agency design music record vinyl cd tape "
            "guitar band tattoo cinema theatre comedy printing concert film"
        ),
    ),
)

PALETTES: dict[str, Palette] = {mixed.palette.name: mixed.palette for mixed in MIXED}
