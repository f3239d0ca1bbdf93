"""What the reader must know of French."""

from generation.studio.voice.tongues.listed import listed
from generation.studio.voice.tongues.wording import Wording

# fmt: off
_SMALL = listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
)
_TENS = listed("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
# fmt: on


def cardinal(number: int) -> str:
    """``80`` → "quatre-vingts", ``71`` → "soixante et onze"; very long ones digit by digit."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _below_hundred(number)
    for scale, one, name in (
        (1_000_000, "un million", "millions"),
        (1000, "mille", "mille"),
        (100, "cent", "cent"),
    ):
        if number >= 1_000_000_000:
            break
        if number >= scale:
            head, rest = divmod(number, scale)
            spoken = one if head == 1 else f"{cardinal(head)} {name}"
            return spoken + (f" {cardinal(rest)}" if rest else "")
    return " ".join(_SMALL[int(digit)] for digit in str(number))


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens in {7, 9}:
        ones += 10
    if number == 80:
        return "quatre-vingts"
    if not ones:
        return _TENS[tens]
    joint = " et " if ones in {1, 11} and tens < 8 else "-"
    return _TENS[tens] + joint + _SMALL[ones]


def counted(number: int, feminine: bool) -> str:
    """Before a noun: "une heure", "vingt et une heures"."""
    spoken = cardinal(number)
    return spoken + "e" if feminine and spoken.endswith("un") else spoken


def _clock(hour: int, minute: int) -> str:
    if hour in {0, 12} and minute in {0, 30}:
        return ("minuit" if hour == 0 else "midi") + (" et demie" if minute else " pile")
    spoken = f"{counted(hour, True)} {'heure' if hour == 1 else 'heures'}"
    return f"{spoken} {cardinal(minute)}" if minute else spoken


WORDS = Wording(
    cardinal=cardinal,
    counted=counted,
    point="virgule",
    percent="pour cent",
    to="à",
    plus="plus",
    currencies={
        "€": ("euro", "euros"),
        "EUR": ("euro", "euros"),
        "$": ("dollar", "dollars"),
        "USD": ("dollar", "dollars"),
        "£": ("f:livre", "f:livres"),
        "CHF": ("franc", "francs"),
    },
    cents={},
    cents_joined="",
    per={"mois": "par mois", "an": "par an", "jour": "par jour", "h": "de l'heure", "pers": "par personne"},
    minus="moins",
    out_of="sur",
    times="fois",
    number="numéro",
    parts={
        "1/2": ("demi", "et demie"),
        "½": ("demi", "et demie"),
        "1/4": ("un quart", "et quart"),
        "3/4": ("trois quarts", "trois quarts"),
    },
    weekdays={
        "lun": "lundi",
        "mar": "mardi",
        "mer": "mercredi",
        "jeu": "jeudi",
        "ven": "vendredi",
        "sam": "samedi",
        "dim": "dimanche",
    },
    units={
        "kwh": ("kilowattheure", "kilowattheures"),
        "g": ("gramme", "grammes"),
        "kg": ("kilo", "kilos"),
        "mg": ("milligramme", "milligrammes"),
        "m": ("mètre", "mètres"),
        "m²": ("mètre carré", "mètres carrés"),
        "cm": ("centimètre", "centimètres"),
        "mm": ("millimètre", "millimètres"),
        "km": ("kilomètre", "kilomètres"),
        "km/h": ("kilomètre-heure", "kilomètres-heure"),
        "l": ("litre", "litres"),
        "ml": ("millilitre", "millilitres"),
        "cl": ("centilitre", "centilitres"),
        "min": ("f:minute", "f:minutes"),
        "mn": ("f:minute", "f:minutes"),
        "s": ("f:seconde", "f:secondes"),
        "go": ("giga", "gigas"),
        "°": ("degré", "degrés"),
        "°c": ("degré", "degrés"),
    },
    clock=_clock,
    signs={".": "point", "/": "slash", "@": "arobase", "-": "tiret", "_": "souligné", "&": "et", "+": "plus"},
    letters=dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            listed(
                "a bé cé dé e effe gé ache i ji ka elle emme enne o pé ku erre esse té u vé doublevé ixe igrec zède"
            ),
            strict=True,
        )
    ),
    ordinals={"1er": "premier", "1re": "première", "1ère": "première", "2e": "deuxième", "2ème": "deuxième"},
    short_forms={
        "24h/24": "vingt-quatre heures sur vingt-quatre",
        "24/7": "vingt-quatre heures sur vingt-quatre",
        "m.": "monsieur",
        "mme": "madame",
        "mlle": "mademoiselle",
        "dr": "docteur",
        "tél": "téléphone",
        "n°": "numéro",
        "st": "saint",
        "ste": "sainte",
        "bd": "boulevard",
        "av": "avenue",
        "svp": "s'il vous plaît",
        "etc": "et cétéra",
        "env": "environ",
        "wi-fi": "ouifi",
        "wifi": "ouifi",
    },
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
    first_of_month="premier",
    phone_pairs=True,
)
