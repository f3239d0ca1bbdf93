"""What stands on the picture, cut only where a reader without grammar can be sure that nothing is lost."""

import re
from collections.abc import Callable, Iterator

from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import Tongue

MOST_WORDS, LONGEST_WHOLE = 6, 8
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:[  .,]?\d{3})* [^\W\d_]{3,}(?: [^\W\d_]{5,}[sé])?(?!\w)")

_MONTHS = re.compile(
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro",
    re.IGNORECASE,
)
# "Gelato artigianale fatto | ogni mattina": what was done hangs in the air without when, where or by whom.
_PARTICIPLE = re.compile(r"(?:[aiu]t|tt|[ai]d)[oaie]s?$|faite?s?$|[^\W\d_]{2}ée?s?$", re.IGNORECASE)


def screen_text(
    sentence: str,
    tongue: Tongue,
    *,
    instead: str,
    avoid: frozenset[str] = frozenset(),
    gives: Callable[[str], bool] | None = None,
) -> str:
    """One to six words: the whole sentence, a part of it between commas, or all before an adjunct; else
    ``instead`` (the brand's name). A phrase that ``gives`` something goes before all others.
    """
    bare = re.sub(r"[“”]", "", sentence).strip().rstrip(".")
    asked = re.match(r"[^?]+\?(?= )", bare)
    if asked:  # a question with its answer is shown as the question
        bare = asked.group()
    able = [phrase for part in _phrases(bare, tongue) if _whole(phrase := _asked(part, bare), tongue)]
    if gives is not None:
        able.sort(key=lambda phrase: not gives(phrase))
    if not able and len(bare.split()) <= LONGEST_WHOLE and bare.split()[-1].lower() not in tongue.bound:
        able = [bare]
    shown = (phrase[:1].upper() + phrase[1:] for phrase in able)
    return next((text for text in shown if text.lower() not in avoid), instead)


def _asked(part: str, bare: str) -> str:
    return f"{part}?" if part and bare.endswith("?") and not part.endswith("?") else part


def _phrases(bare: str, tongue: Tongue) -> Iterator[str]:
    yield bare
    if bare.endswith("?"):
        yield from _before_adjuncts(bare.rstrip("?").split(), tongue)
        return
    yield _what_it_gives(bare, tongue)
    money, number = MONEY.search(bare), _NUMBER.search(bare)
    yield bare[: money.end()].rstrip(" ,.;") if money else ""
    parts = [part.strip() for part in re.split(r"[,;:]\s+|\s[–—]\s", bare)]
    # Of a row of three, one part alone would say something else.
    row = len(parts) > 2 or any(f" {tongue.and_} " in part for part in parts[1:])
    # "Bei uns lernt ihr beide: kleine Gruppen mit höchstens fünf Hunden, ohne Druck …": what follows the colon.
    led, colon, after = bare.partition(": ")
    yield re.split(r",\s+", after)[0] if colon and len(after.split()) > 2 and len(led.split()) > 1 else ""
    yield ", ".join(parts[:2]) if row and ":" not in bare and " " in parts[0] else ""
    yield parts[0] if not row or len(parts[0].split()) > 2 else ""
    yield number.group() if number and not _MONTHS.fullmatch(number.group().split()[-1]) else ""
    yield from parts[1:] if len(parts) == 2 and not row else ()
    for part in parts if not row else [bare]:
        yield from _before_adjuncts(part.split(), tongue)


def _what_it_gives(bare: str, tongue: Tongue) -> str:
    """ "Presupuesto gratis | y cerrado en 24 horas", "-15 % pour les étudiants | sur présentation …"."""
    share = re.match(r"[-−]?\d+\s?%(?: [^\W\d_]+){1,3}", bare)
    if share:
        return " ".join(_without_loose_end(share.group().split(), tongue))
    given = re.search(rf"(?:{tongue.offers})\w*", bare, re.IGNORECASE)
    led = bare[: given.end()] if given else ""
    return led if 1 < len(led.split()) <= MOST_WORDS and "," not in led and ":" not in led else ""


def _before_adjuncts(words: list[str], tongue: Tongue) -> Iterator[str]:
    for end in range(min(MOST_WORDS, len(words) - 1), 2, -1):
        following = words[end].lower()
        # "… | en 30 minutos" and "… | desde 1987" stand apart from what they follow.
        numbered = end + 1 < len(words) and words[end + 1][:1].isdigit() and following in tongue.bound
        made = end > 2 and _PARTICIPLE.search(words[end]) and words[end - 1].lower() not in tongue.bound
        if following in tongue.breaks or numbered or made:
            head = _without_loose_end(words[:end], tongue)
            torn = len(head) < 3 or _PARTICIPLE.search(head[-1])
            yield "" if torn else " ".join(head)


def _without_loose_end(words: list[str], tongue: Tongue) -> list[str]:
    """ "Reserva por WhatsApp en" (el 612 …) is "Reserva por WhatsApp"."""
    while len(words) > 1 and words[-1].lower() in tongue.bound:
        words = words[:-1]
    return words


def _whole(phrase: str, tongue: Tongue) -> bool:
    words = phrase.split()
    if not 1 <= len(words) <= MOST_WORDS or (
        len(words) == 1 and not phrase.endswith("?") and len(phrase) < 5
    ):
        return False
    return words[-1].lower().strip("?") not in tongue.bound and not (
        re.search(r"\d$", words[-1]) and "R$" not in phrase
    )
