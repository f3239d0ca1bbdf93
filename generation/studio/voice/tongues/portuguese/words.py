"""What the reader must know of Brazilian Portuguese."""

from generation.studio.voice.tongues.listed import listed
from generation.studio.voice.tongues.wording import Wording

# fmt: off
_SMALL = listed(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete "
    "dezoito dezenove"
)
_TENS = listed("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_HUNDREDS = listed(
    "- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
# fmt: on


def cardinal(number: int) -> str:
    """``1987`` → "mil novecentos e oitenta e sete"; very long ones digit by digit."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" e {_SMALL[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return "cem" if number == 100 else _HUNDREDS[hundreds] + (f" e {cardinal(rest)}" if rest else "")
    if number < 1_000_000_000:
        return _large(number)
    return " ".join(_SMALL[int(digit)] for digit in str(number))


def _large(number: int) -> str:
    scale, one, many = (1000, "mil", "mil") if number < 1_000_000 else (1_000_000, "um milhão", "milhões")
    head, rest = divmod(number, scale)
    spoken = one if head == 1 else f"{cardinal(head)} {many}"
    if not rest:
        return spoken
    # "mil e duzentos", "mil e vinte", but "mil duzentos e vinte".
    joint = " e " if rest < 100 or (rest < 1000 and rest % 100 == 0) else " "
    return spoken + joint + cardinal(rest)


def counted(number: int, feminine: bool) -> str:
    """Before a noun: "uma hora", "duas libras", "duzentas libras"."""
    spoken = cardinal(number)
    if not feminine:
        return spoken
    words = [{"um": "uma", "dois": "duas"}.get(word, word) for word in spoken.split()]
    return " ".join(word[:-2] + "as" if word.endswith(("entos", "hentos")) else word for word in words)


def _clock(hour: int, minute: int) -> str:
    spoken = f"{counted(hour, True)} {'hora' if hour == 1 else 'horas'}"
    if not minute:
        return spoken
    return f"{counted(hour, True)} e {'meia' if minute == 30 else cardinal(minute)}"


WORDS = Wording(
    cardinal=cardinal,
    counted=counted,
    point="vírgula",
    percent="por cento",
    to="a",
    plus="mais",
    currencies={
        "R$": ("real", "reais"),
        "BRL": ("real", "reais"),
        "€": ("euro", "euros"),
        "EUR": ("euro", "euros"),
        "$": ("dólar", "dólares"),
        "US$": ("dólar", "dólares"),
        "£": ("f:libra", "f:libras"),
    },
    cents={"R$": ("centavo", "centavos"), "$": ("centavo", "centavos"), "€": ("centavo", "centavos")},
    cents_joined="e",
    per={"mês": "por mês", "ano": "por ano", "dia": "por dia", "h": "por hora", "hora": "por hora"},
    minus="menos",
    out_of="de",
    times="vezes",
    number="número",
    parts={
        "1/2": ("meio", "e meio"),
        "½": ("meio", "e meio"),
        "1/4": ("um quarto", "e um quarto"),
        "3/4": ("três quartos", "e três quartos"),
    },
    weekdays={
        "seg": "segunda",
        "ter": "terça",
        "qua": "quarta",
        "qui": "quinta",
        "sex": "sexta",
        "sáb": "sábado",
        "dom": "domingo",
    },
    units={
        "kwh": ("quilovate hora", "quilovates hora"),
        "g": ("grama", "gramas"),
        "kg": ("quilo", "quilos"),
        "mg": ("miligrama", "miligramas"),
        "m": ("metro", "metros"),
        "m²": ("metro quadrado", "metros quadrados"),
        "cm": ("centímetro", "centímetros"),
        "mm": ("milímetro", "milímetros"),
        "km": ("quilômetro", "quilômetros"),
        "km/h": ("quilômetro por hora", "quilômetros por hora"),
        "l": ("litro", "litros"),
        "ml": ("mililitro", "mililitros"),
        "min": ("minuto", "minutos"),
        "s": ("segundo", "segundos"),
        "gb": ("giga", "gigas"),
        "°": ("grau", "graus"),
        "°c": ("grau", "graus"),
    },
    clock=_clock,
    signs={".": "ponto", "/": "barra", "@": "arroba", "-": "hífen", "_": "sublinhado", "&": "e", "+": "mais"},
    letters=dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            listed(
                "á bê cê dê é éfe gê agá í jota cá éle ême êne ó pê quê érre ésse tê ú vê dáblio xis ípsilon zê"
            ),
            strict=True,
        )
    ),
    ordinals={
        "1º": "primeiro",
        "1ª": "primeira",
        "2º": "segundo",
        "2ª": "segunda",
        "3º": "terceiro",
        "3ª": "terceira",
    },
    short_forms={
        "sr": "senhor",
        "sra": "senhora",
        "dr": "doutor",
        "dra": "doutora",
        "tel": "telefone",
        "av": "avenida",
        "r.": "rua",
        "nº": "número",
        "etc": "et cétera",
        "aprox": "aproximadamente",
        "wi-fi": "uai fai",
        "wifi": "uai fai",
        "24/7": "vinte e quatro horas por dia",
    },
    months=(
        *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto"),
        *("setembro", "outubro", "novembro", "dezembro"),
    ),
    first_of_month="primeiro",
)
