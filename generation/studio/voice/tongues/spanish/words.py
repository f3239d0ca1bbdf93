"""What the reader must know of Spanish."""

from generation.studio.voice.tongues.listed import listed
from generation.studio.voice.tongues.wording import Wording

# fmt: off
_SMALL = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
# fmt: on
_TENS = listed("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed(
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)


def cardinal(number: int) -> str:
    """``21`` → "veintiuno"; from a thousand million on digit by digit."""
    if number < 30:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" y {_SMALL[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return "cien" if number == 100 else _HUNDREDS[hundreds] + (f" {cardinal(rest)}" if rest else "")
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        head = "mil" if thousands == 1 else f"{counted(thousands, False)} mil"
        return head + (f" {cardinal(rest)}" if rest else "")
    if number < 1_000_000_000:
        millions, rest = divmod(number, 1_000_000)
        head = "un millón" if millions == 1 else f"{counted(millions, False)} millones"
        return head + (f" {cardinal(rest)}" if rest else "")
    return " ".join(_SMALL[int(digit)] for digit in str(number))


def counted(number: int, feminine: bool) -> str:
    """Before a noun: "un euro", "veintiún euros", "una hora", "doscientas horas"."""
    spoken = cardinal(number)
    if feminine:
        return (spoken[:-1] + "a" if spoken.endswith("uno") else spoken).replace("cientos", "cientas")
    if spoken.endswith("veintiuno"):
        return spoken.removesuffix("uno") + "ún"
    return spoken[:-1] if spoken.endswith("uno") else spoken


def _clock(hour: int, minute: int) -> str:
    spoken = "una" if hour == 1 else cardinal(hour)
    if not minute:
        return f"{spoken} {'hora' if hour == 1 else 'horas'}"
    ends = {15: "y cuarto", 30: "y media"}
    return f"{spoken} {ends.get(minute) or cardinal(minute)}"


WORDS = Wording(
    cardinal=cardinal,
    counted=counted,
    point="coma",
    percent="por ciento",
    to="a",
    plus="más",
    currencies={
        "€": ("euro", "euros"),
        "EUR": ("euro", "euros"),
        "$": ("dólar", "dólares"),
        "USD": ("dólar", "dólares"),
        "£": ("f:libra", "f:libras"),
    },
    cents={"$": ("centavo", "centavos"), "£": ("penique", "peniques")},
    cents_joined="con",
    per={"mes": "al mes", "año": "al año", "día": "al día", "h": "por hora", "hora": "por hora"},
    minus="menos",
    out_of="de",
    times="veces",
    number="número",
    parts={
        "1/2": ("medio", "y media"),
        "½": ("medio", "y media"),
        "1/4": ("un cuarto", "y cuarto"),
        "3/4": ("tres cuartos", "y tres cuartos"),
    },
    weekdays={
        "lun": "lunes",
        "mar": "martes",
        "mié": "miércoles",
        "jue": "jueves",
        "vie": "viernes",
        "sáb": "sábado",
        "dom": "domingo",
    },
    units={
        "kwh": ("kilovatio hora", "kilovatios hora"),
        "g": ("gramo", "gramos"),
        "kg": ("kilo", "kilos"),
        "mg": ("miligramo", "miligramos"),
        "m": ("metro", "metros"),
        "m²": ("metro cuadrado", "metros cuadrados"),
        "cm": ("centímetro", "centímetros"),
        "mm": ("milímetro", "milímetros"),
        "km": ("kilómetro", "kilómetros"),
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "l": ("litro", "litros"),
        "ml": ("mililitro", "mililitros"),
        "min": ("minuto", "minutos"),
        "s": ("segundo", "segundos"),
        "gb": ("giga", "gigas"),
        "°": ("grado", "grados"),
        "°c": ("grado", "grados"),
    },
    clock=_clock,
    signs={".": "punto", "/": "barra", "@": "arroba", "-": "guion", "_": "guion bajo", "&": "y", "+": "más"},
    letters=dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            listed(
                "a be ce de e efe ge hache i jota ka ele eme ene o pe cu erre ese te u uve uvedoble equis igriega zeta"
            ),
            strict=True,
        )
    ),
    ordinals={
        "1.ª": "primera",
        "1.º": "primero",
        "2.ª": "segunda",
        "2.º": "segundo",
        "1º": "primero",
        "1ª": "primera",
        "2º": "segundo",
        "2ª": "segunda",
        "3º": "tercero",
        "3ª": "tercera",
    },
    short_forms={
        "24/7": "las veinticuatro horas",
        "sr": "señor",
        "sra": "señora",
        "dr": "doctor",
        "dra": "doctora",
        "ud": "usted",
        "uds": "ustedes",
        "tel": "teléfono",
        "avda": "avenida",
        "c/": "calle",
        "nº": "número",
        "n.º": "número",
        "aprox": "aproximadamente",
        "etc": "etcétera",
        "wi-fi": "guifi",
        "wifi": "guifi",
        "incl": "incluido",
    },
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    first_of_month="uno",
)
