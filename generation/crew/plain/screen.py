"""What stands on the picture, cut only where a reader without grammar can be sure that nothing is lost."""

import re
from collections.abc import Callable, Iterable

from generation.crew.plain.hours import clock_of
from generation.crew.plain.measures import DURATION
from generation.crew.plain.phrases import (
    LONGEST_WHOLE,
    MOST_WORDS,
    Piece,
    halves_of_a_quote,
    pieces_of,
)
from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import SEPARABLE, Tongue

_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*\s?%?")
_LEADS = re.compile(
    r"(?:con|mit|avec|com|y|und|et|e|sowie|pour|para|für|per|de|du|von|des|sag|solo|nur|seulement|tous|todos|tutti|"
    r"jeden|cada|ogni|chaque|anche|también|aussi|auch|também|sogar)\b",
    re.IGNORECASE,
)
"""How a piece begins that leaves open what it belongs to."""
_WE = re.compile(
    r"(?:wir|ich|du|sie|er|nous|on|vous|je|il|elle|noi|nós|nosotros|yo|io|eu|você)\s\S+$|"
    r".*\b(?:ich|du|er|wir|sie|ihr)$",
    re.IGNORECASE,
)
"""A pronoun and a verb, and nothing of what is done: "Wir packen"."""
_SOME = re.compile(
    r"\b(?:quelques|plusieurs|certains|chaque|algun[oa]s|vari[oa]s|cada|otr[oa]s|einige|viele|jede[rnms]?|andere|alcun[ei]|ogni|"
    r"altr[ei]|algum[ao]s|cada|outr[oa]s|moins|menos|meno|weniger|mehr|plus|más|più|mais|sogar|auch|aussi|muy|très|sehr|"
    r"molto|muito|tan|so|si|tão|no|non|nicht|não|ne|pas)$",
    re.IGNORECASE,
)
_A_DAY_FROM = re.compile(
    r"\b(?:du|von|dal|de) (?:lun\w+|mar\w+|mi\w+|mer\w+|jue\w+|jeudi|gio\w+|vie\w+|ven\w+|sáb\w+|sab\w+|sam\w+|dom\w+|"
    r"dim\w+|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|segunda|terça|quarta|quinta|sexta)$",
    re.IGNORECASE,
)
_A_CLAUSE_BEGUN = re.compile(r"\b(?:qui|que|che|dont|donde|onde|dove|où|wo) [^\W\d_]+$", re.IGNORECASE)
_OF = re.compile(r" (?:de|di|d'|del|della|du|des|von|da|do|dos|das)\b")
_LATER = re.compile(r" (?:avant (?!d)|après|antes|después|prima|dopo|vor|nach|depois|tras)", re.IGNORECASE)
"""What a time is counted from: "trois jours | avant le mariage"."""
_SINGLE, _SHORT_OF_MUCH, _TOO_LONG = 3.0, 1.2, -1.2


def screen_text(
    sentence: str,
    tongue: Tongue,
    *,
    instead: str,
    avoid: frozenset[str] = frozenset(),
    gives: Callable[[str], bool] | None = None,
    is_quote: bool = False,
    from_start: bool = False,
) -> str:
    """One to six words, of a sentence that has nothing shorter up to eight: the piece of it that stands best alone and
    has its figure; else ``instead`` (the brand's name). What ``gives`` something goes first, or what begins as the
    sentence does (``from_start``); none is in ``avoid``.
    """
    bare = re.sub(r"[“”]", "", sentence).strip().rstrip(".")
    asked = re.match(r"[^?]+\?(?= )", bare)
    if asked:  # a question with its answer, or with another question, is shown as the question
        bare = asked.group()
    pieces: Iterable[Piece] = halves_of_a_quote(bare, tongue) if is_quote else pieces_of(bare, tongue)
    able = [
        (text, worth + _fitness(text, bare, gives) + (1.5 if from_start and bare.startswith(text) else 0.0))
        for piece, worth in [*pieces, *clock_of(bare)]
        if worth and stands(text := _asked(_trimmed(piece), bare), tongue, whole=bare)
    ]
    able.sort(key=lambda pair: -pair[1])
    shown = (text[:1].upper() + text[1:] for text, _ in able)
    return next(
        (text for text in shown if text.lower() not in avoid and not _is_name(text, instead)), instead
    )


def _trimmed(text: str) -> str:
    return text.strip(" ,;:–—-") if not re.match(r"[-−]\d", text) else text.rstrip(" ,;:–—")


def _fitness(text: str, bare: str, gives: Callable[[str], bool] | None) -> float:
    """What a text on the picture gains or loses beside the worth of its cut."""
    found = _TOO_LONG * max(0, len(text.split()) - MOST_WORDS)
    if gives is not None and gives(bare):
        found += 1.0 if gives(text) else -1.5
    return found if text == bare else found + _of_its_figure(text, bare) + _of_its_ends(text, bare)


def _of_its_figure(text: str, bare: str) -> float:
    """A piece has the figure of its sentence, and what it counts; it does not end right before it."""
    if MONEY.search(text) and len(re.sub(MONEY, "", text).split()) < 2:
        return -4.0  # "12 euros", "Da 10 euro": for what?
    figure = MONEY.search(bare) or _FIGURE.search(bare) or DURATION.search(bare)
    if figure is None:
        return 0.0
    if figure.group().strip(" .,").lower() in text.lower():
        return 0.8
    between = bare[len(text) : figure.start()] if bare.startswith(text) else ","
    torn = len(between.split()) <= 2 and not re.search(r"[,;:]", between)
    return -2.0 if torn else -0.3  # "A Torino e cintura arriviamo | in 60 minuti"


def _of_its_ends(text: str, bare: str) -> float:
    """A piece begins and ends where nothing is missing."""
    words, has_number = len(text.split()), re.search(r"\d", text) is not None
    after = bare.partition(text)[2]
    found = -3.0 if _LATER.match(after) and DURATION.search(text[-16:]) else 0.0
    found -= 1.0 if _OF.match(after) else 0.0  # "Temos mais de 40 tipos | de pão"
    found -= 2.5 if _LEADS.match(text) and not has_number else 0.0
    found -= _SINGLE if words == 1 else 0.0
    is_little = words == 2 and len(bare.split()) > MOST_WORDS and not has_number
    return found - (_SHORT_OF_MUCH if is_little else 0.0)


def _is_name(text: str, brand: str) -> bool:
    """Whether a phrase is only the name, with an article or a first letter before it."""
    rest = text.lower().replace(brand.lower(), "", 1)
    return brand.lower() in text.lower() and len(rest.split()) < 2


def _asked(part: str, bare: str) -> str:
    return f"{part}?" if part and bare.endswith("?") and not part.endswith("?") else part


def stands(phrase: str, tongue: Tongue, *, whole: str = "") -> bool:
    """Whether a phrase can be read in time and ends where a phrase can end, as the ``whole`` sentence always does."""
    words = phrase.split()
    if not 1 <= len(words) <= LONGEST_WHOLE or (
        len(words) == 1 and not phrase.endswith("?") and len(phrase) < 5
    ):
        return False
    last = words[-1].strip("?,")
    if phrase == whole:
        return last.lower() not in tongue.bound - SEPARABLE
    bound = last.lower() in tongue.never_last and not last.isupper()
    if _A_DAY_FROM.search(phrase) or _A_CLAUSE_BEGUN.search(phrase):
        return False  # "Ouvert du lundi" (au vendredi), "Un camion à pizza qui vient" (chez vous)
    if bound or _SOME.search(phrase.rstrip("?")) or _WE.fullmatch(phrase):
        return False
    return "R$" in phrase or not re.search(r"\d$", last) or _ends_in_a_sum(phrase)


def _ends_in_a_sum(phrase: str) -> bool:
    """ "Café 24", "bis 18": a bare number at the end wants its unit; a year, a price and a telephone number do not."""
    return re.search(r"(?:[€$£]\s?\d[\d.,]*|(?:19|20)\d\d|\d{2,} \d{2,}|\d.* \d+)$", phrase) is not None
