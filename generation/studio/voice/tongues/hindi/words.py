"""What the reader must know of Hindi."""

from generation.studio.voice.tongues.listed import listed
from generation.studio.voice.tongues.wording import Wording

# Every number below a hundred has a name of its own.
# fmt: off
_SMALL = listed(
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस "
    "चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस "
    "इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरेपन चौवन पचपन छप्पन "
    "सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरेसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर "
    "पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे "
    "इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
# fmt: on
_SCALES = ((10_000_000, "करोड़"), (100_000, "लाख"), (1000, "हज़ार"), (100, "सौ"))


def cardinal(number: int) -> str:
    """``150000`` → "एक लाख पचास हज़ार"; very long ones digit by digit."""
    if number >= 10**11:
        return " ".join(_SMALL[int(digit)] for digit in str(number))
    for scale, name in _SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{cardinal(head)} {name}" + (f" {cardinal(rest)}" if rest else "")
    return _SMALL[number]


def _counted(number: int, feminine: bool) -> str:  # noqa: ARG001 - one of Wording's functions
    return cardinal(number)


def _clock(hour: int, minute: int) -> str:
    spoken = f"{cardinal(hour)} बजे" if not minute else f"{cardinal(hour)} बजकर {cardinal(minute)} मिनट"
    return f"साढ़े {cardinal(hour)} बजे" if minute == 30 and hour > 2 else spoken


def _same(name: str) -> tuple[str, str]:
    return name, name


WORDS = Wording(
    cardinal=cardinal,
    counted=_counted,
    point="दशमलव",
    percent="प्रतिशत",
    to="से",
    plus="प्लस",
    currencies={
        "₹": ("रुपया", "रुपये"),
        "INR": ("रुपया", "रुपये"),
        "$": _same("डॉलर"),
        "€": _same("यूरो"),
        "£": _same("पाउंड"),
    },
    cents={"₹": ("पैसा", "पैसे")},
    cents_joined="और",
    per={"माह": "प्रति माह", "महीना": "प्रति महीना", "दिन": "प्रति दिन"},
    units={
        "g": _same("ग्राम"),
        "kg": _same("किलो"),
        "m": _same("मीटर"),
        "cm": _same("सेंटीमीटर"),
        "km": _same("किलोमीटर"),
        "l": _same("लीटर"),
        "ml": _same("मिलीलीटर"),
        "min": _same("मिनट"),
    },
    clock=_clock,
    signs={".": "डॉट", "/": "स्लैश", "@": "ऐट", "-": "डैश", "&": "और", "+": "प्लस"},
    letters=dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            listed("ए बी सी डी ई एफ़ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड"),
            strict=True,
        )
    ),
    short_forms={"डॉ": "डॉक्टर", "रु": "रुपये", "24/7": "चौबीसों घंटे"},
)
