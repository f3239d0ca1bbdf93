"""What the reader must know of Italian."""

from generation.studio.voice.tongues.listed import listed
from generation.studio.voice.tongues.wording import Wording

# fmt: off
_SMALL = listed(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
_TENS = listed("- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
# fmt: on


def cardinal(number: int) -> str:
    """``28`` → "ventotto"; hundreds and thousands as words of their own, which sounds the same."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        head = _TENS[tens].removesuffix("a").removesuffix("i") if ones in {1, 8} else _TENS[tens]
        return head + ("tré" if ones == 3 else _SMALL[ones] if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        spoken = "cento" if hundreds == 1 else f"{_SMALL[hundreds]} cento"
        return spoken + (f" {cardinal(rest)}" if rest else "")
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        spoken = "mille" if thousands == 1 else f"{counted(thousands, False)} mila"
        return spoken + (f" {cardinal(rest)}" if rest else "")
    if number < 1_000_000_000:
        millions, rest = divmod(number, 1_000_000)
        spoken = "un milione" if millions == 1 else f"{cardinal(millions)} milioni"
        return spoken + (f" {cardinal(rest)}" if rest else "")
    return " ".join(_SMALL[int(digit)] for digit in str(number))


def counted(number: int, feminine: bool) -> str:
    """Before a noun: "un euro", "una sterlina"."""
    if number == 1:
        return "una" if feminine else "un"
    spoken = cardinal(number)
    return spoken[:-1] if spoken.endswith("uno") else spoken


def _clock(hour: int, minute: int) -> str:
    if not minute:
        return f"ore {'una' if hour == 1 else cardinal(hour)}"
    ends = {15: "e un quarto", 30: "e mezza"}
    return f"{'una' if hour == 1 else cardinal(hour)} {ends.get(minute) or 'e ' + cardinal(minute)}"


WORDS = Wording(
    cardinal=cardinal,
    counted=counted,
    point="virgola",
    percent="per cento",
    to="a",
    plus="più",
    currencies={
        "€": ("euro", "euro"),
        "EUR": ("euro", "euro"),
        "$": ("dollaro", "dollari"),
        "USD": ("dollaro", "dollari"),
        "£": ("f:sterlina", "f:sterline"),
    },
    cents={},
    cents_joined="e",
    per={"mese": "al mese", "anno": "all'anno", "giorno": "al giorno", "h": "all'ora", "ora": "all'ora"},
    minus="meno",
    out_of="su",
    times="volte",
    number="numero",
    parts={
        "1/2": ("mezzo", "e mezzo"),
        "½": ("mezzo", "e mezzo"),
        "1/4": ("un quarto", "e un quarto"),
        "3/4": ("tre quarti", "e tre quarti"),
    },
    weekdays={
        "lun": "lunedì",
        "mar": "martedì",
        "mer": "mercoledì",
        "gio": "giovedì",
        "ven": "venerdì",
        "sab": "sabato",
        "dom": "domenica",
    },
    units={
        "kwh": ("chilowattora", "chilowattora"),
        "g": ("grammo", "grammi"),
        "kg": ("chilo", "chili"),
        "mg": ("milligrammo", "milligrammi"),
        "m": ("metro", "metri"),
        "m²": ("metro quadrato", "metri quadrati"),
        "mq": ("metro quadrato", "metri quadrati"),
        "cm": ("centimetro", "centimetri"),
        "mm": ("millimetro", "millimetri"),
        "km": ("chilometro", "chilometri"),
        "km/h": ("chilometro orario", "chilometri orari"),
        "l": ("litro", "litri"),
        "ml": ("millilitro", "millilitri"),
        "min": ("minuto", "minuti"),
        "s": ("secondo", "secondi"),
        "gb": ("giga", "giga"),
        "°": ("grado", "gradi"),
        "°c": ("grado", "gradi"),
    },
    clock=_clock,
    signs={
        ".": "punto",
        "/": "barra",
        "@": "chiocciola",
        "-": "trattino",
        "_": "trattino basso",
        "&": "e",
        "+": "più",
    },
    letters=dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            listed(
                "a bi ci di e effe gi acca i ilunga cappa elle emme enne o pi cu erre esse ti u vu doppiavù ics "
                "ipsilon zeta"
            ),
            strict=True,
        )
    ),
    ordinals={
        "1°": "primo",
        "2°": "secondo",
        "3°": "terzo",
        "1ª": "prima",
        "1º": "primo",
        "2º": "secondo",
        "2ª": "seconda",
        "3º": "terzo",
    },
    short_forms={
        "sig": "signor",
        "sig.ra": "signora",
        "dott": "dottor",
        "dott.ssa": "dottoressa",
        "tel": "telefono",
        "n.": "numero",
        "p.zza": "piazza",
        "v.le": "viale",
        "c.so": "corso",
        "ecc": "eccetera",
        "ca": "circa",
        "wi-fi": "uaifai",
        "wifi": "uaifai",
        "24/7": "ventiquattr'ore su ventiquattro",
    },
    months=(
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto"),
        *("settembre", "ottobre", "novembre", "dicembre"),
    ),
    first_of_month="primo",
)
