"""What stands on the picture, cut only where a reader without grammar can be sure that nothing is lost."""

import re
from collections.abc import Callable, Iterator

from generation.crew.plain.rows import entries_of
from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import Tongue
from generation.crew.plain.versions import ADJUNCTS

MOST_WORDS, LONGEST_WHOLE = 6, 8

_MORE_THAN = (
    r"(?:(?:más de|hasta|desde|plus de|jusqu'à|dès|über|mehr als|bis zu|ab|rund|oltre|più di|fino a|da|mais de|até|"
    r"a partir de|à partir de|só|solo|nur|seulement|höchstens|máximo)\s)?"
)
_NUMBER = re.compile(
    rf"(?<!\w)(?:[^\W\d_]{{4,}} (?:in|en|em) )?(?i:{_MORE_THAN})"
    r"\d{1,3}(?:[  .,]?\d{3})* [^\W\d_]{3,}(?: [^\W\d_]{5,}[sé])?(?!\w)"
)
_MONTHS = re.compile(
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|uhr|heures|horas",
    re.IGNORECASE,
)
# "Gelato artigianale fatto | ogni mattina": what was done hangs in the air without when, where or by whom.
_PARTICIPLE = re.compile(r"(?:[aiu]t|tt|[ai]d|hech|post)[oaie]s?$|faite?s?$|[^\W\d_]{2}ée?s?$", re.IGNORECASE)
_BY_HAND = re.compile(
    r" (?:a mano|à la main|von Hand|à mão|a domicilio|à domicile|a domicílio|gratis)\b", re.IGNORECASE
)
_PER = re.compile(
    r"\s?/\s?\w+|\s(?:al|par|pro|por|a|à|alla|all'|la|die|the)\s?(?:la |l')?[^\W\d_]+(?=$|[\s,.])"
)
_LED_BY = re.compile(r"^(?:con|mit|avec|com|y|und|et|e|sowie)\s", re.IGNORECASE)
_ARTICLE = re.compile("El|La|Los|Las|Le|Les|Il|Lo|I|Gli|O|A|Os|As|Die")
_GIVEN = re.compile(
    r"\b(?:el|la|los|las|un|una|le|la|les|une|der|die|das|den|il|lo|i|gli|o|a|os|as|um|uma)\s((?:\w+\.?\s){1,3}"
    r"(?:zum halben Preis|gratis|gratuit\w*|offert\w*|a mitad de precio|à moitié prix|a metà prezzo|metade do preço|"
    r"kostenlos|geschenkt|grátis))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r" (?=(?:un[ae]?|dos|tres|cuatro|cinco|deux|trois|quatre|cinq|zwei|drei|vier|fünf|due|tre|quattro|cinque|dois|três|"
    r"quatro|\d+) (?:día|semana|mes|hora|minuto|año|jour|semaine|mois|heure|an|Tag|Woche|Monat|Stunde|Minute|Jahr|"
    r"giorn|settiman|mes|or[ae]|dia|semana|mês)\w*\b)"
)


def screen_text(
    sentence: str,
    tongue: Tongue,
    *,
    instead: str,
    avoid: frozenset[str] = frozenset(),
    gives: Callable[[str], bool] | None = None,
) -> str:
    """One to six words: the whole sentence, a part of it between commas, or all before an adjunct; else up to eight;
    else ``instead`` (the brand's name). A phrase that ``gives`` something goes before all others; none is in ``avoid``.
    """
    bare = re.sub(r"[“”]", "", sentence).strip().rstrip(".")
    asked = re.match(r"[^?]+\?(?= )", bare)
    if asked:  # a question with its answer, or with another question, is shown as the question
        bare = asked.group()
    if bare.endswith("?") and len(bare.split()) == MOST_WORDS + 1:
        return bare
    able = [phrase for part in _phrases(bare, tongue) if _whole(phrase := _asked(part, bare), tongue)]
    able += [text for text in _longer(bare) if text.split()[-1].lower() not in tongue.never_last]
    if MONEY.search(bare):
        able.sort(key=lambda phrase: not MONEY.search(phrase))
    if gives is not None:
        able.sort(key=lambda phrase: not gives(phrase))
    trimmed = (
        phrase.strip(" ,;:–—-") if not re.match(r"[-−]\d", phrase) else phrase.rstrip(" ,;:–—")
        for phrase in able
    )
    shown = (phrase[:1].upper() + phrase[1:] for phrase in trimmed if phrase)
    return next(
        (text for text in shown if text.lower() not in avoid and not _is_name(text, instead)), instead
    )


def _is_name(text: str, brand: str) -> bool:
    """Whether a phrase is only the name, with an article or a first letter before it."""
    rest = text.lower().replace(brand.lower(), "", 1)
    return brand.lower() in text.lower() and len(rest.split()) < 2


def _longer(bare: str) -> list[str]:
    """What takes a moment longer to read, where nothing shorter is whole."""
    parts = [bare, *(part for part in re.split(r",\s+|\s[–—]\s", bare.rstrip("?"))[:1] if "?" not in bare)]
    return [text for text in parts if 0 < len(text.split()) <= LONGEST_WHOLE]


def _asked(part: str, bare: str) -> str:
    return f"{part}?" if part and bare.endswith("?") and not part.endswith("?") else part


def _phrases(bare: str, tongue: Tongue) -> Iterator[str]:
    yield bare
    yield _without_article(bare)
    if bare.endswith("?"):
        yield from _of_a_question(bare.rstrip("?"), tongue)
        return
    yield _what_it_gives(bare, tongue)
    money, number = MONEY.search(bare), _NUMBER.search(bare)
    yield bare[: _end_of_sum(bare, money.end())].rstrip(" ,.;") if money else ""
    yield next((part for part in re.split(r",\s+|:\s+", bare) if MONEY.search(part)), "") if money else ""
    yield _given_thing(bare)
    parts = [part.strip() for part in re.split(r"[,;:]\s+|\s[–—]\s", bare)]
    # Of a row of three, one part alone would say something else.
    row = len(parts) > 2 or any(f" {tongue.and_} " in part for part in parts[1:])
    # "Bei uns lernt ihr beide: kleine Gruppen mit höchstens fünf Hunden, ohne Druck …": what follows the colon.
    led, colon, after = bare.partition(": ")
    yield re.split(r",\s+", after)[0] if colon and len(after.split()) > 2 and len(led.split()) > 1 else ""
    yield ", ".join(entries_of(bare, tongue)[:2])
    yield _row_of_words(bare, tongue)
    led_in = len(parts) == 2 and parts[0].split()[0].lower() in ADJUNCTS
    yield parts[1] if led_in else ""
    yield ", ".join(parts[:2]) if row and ":" not in bare and " " in parts[0] else ""
    yield "" if row else parts[0]
    yield _first_half(bare, tongue)
    for part in parts[:1] if not row else [bare]:
        yield from _before_adjuncts(part.split(), tongue)
    yield from (_LED_BY.sub("", part) for part in (parts[1:] if len(parts) == 2 and not row else ()))
    yield number.group() if number and not _MONTHS.fullmatch(number.group().split()[-1]) else ""
    yield parts[0] if row and len(parts[0].split()) > 1 else ""


def _end_of_sum(bare: str, end: int) -> int:
    """Behind "65 €/mes", "45 € al mes", "12 € pro Stunde"."""
    rest = _PER.match(bare[end:])
    return end + (rest.end() if rest else 0)


def _without_article(bare: str) -> str:
    """ "La segunda clase a mitad de precio" is one word too long."""
    words = bare.split()
    return " ".join(words[1:]) if len(words) == MOST_WORDS + 1 and _ARTICLE.fullmatch(words[0]) else ""


def _of_a_question(asked: str, tongue: Tongue) -> Iterator[str]:
    """ "Dein Hund zieht an der Leine | und hört nur, wenn er will": a question as far as it is one."""
    yield _first_half(asked, tongue)
    head = asked.partition(", ")[0]
    yield (
        head
        if head != asked
        and len(head.split()) > 2
        and not re.match(r"(?:si|wenn|se|quand)\b", head, re.IGNORECASE)
        else ""
    )
    yield from _before_adjuncts(asked.split(), tongue)


def _given_thing(bare: str) -> str:
    """ "Wer bis Ende Februar bestellt, bekommt die | Rollläden zum halben Preis": what is given."""
    thing = _GIVEN.search(bare)
    return thing.group(1) if thing else ""


def _first_half(bare: str, tongue: Tongue) -> str:
    """ "Madame Benali coud depuis 35 ans | et ne laisse rien partir …": the half before an "and" that joins two."""
    head, found, rest = bare.partition(f" {tongue.and_} ")
    whole = found and len(head.split()) > 3 and len(rest.split()) > 2 and not {",", ":"} & set(head)
    return "" if not whole or re.search(r"\b(?:zwischen|entre|tra|fra|von)\b", head, re.IGNORECASE) else head


def _row_of_words(bare: str, tongue: Tongue) -> str:
    """ "Embalamos, cargamos, transportamos y montamos | los muebles …": the row at the beginning."""
    row = re.match(rf"[^\W\d_]+(?:, [^\W\d_]+)+ {tongue.and_} [^\W\d_]+\b", bare)
    return row.group() if row else ""


def _what_it_gives(bare: str, tongue: Tongue) -> str:
    """ "Presupuesto gratis | y cerrado en 24 horas", "-15 % pour les étudiants | sur présentation …"."""
    share = re.match(r"[-−]?\d+\s?%(?: [^\W\d_]+){1,3}", bare)
    if share:
        return " ".join(_without_loose_end(share.group().split(), tongue))
    given = re.search(rf"(?:{tongue.offers})\w*", bare, re.IGNORECASE)
    led = bare[: given.end()] if given else ""
    return led if 1 < len(led.split()) <= MOST_WORDS and "," not in led and ":" not in led else ""


def _before_adjuncts(words: list[str], tongue: Tongue) -> Iterator[str]:
    text = " ".join(words)
    by_hand, time = _BY_HAND.search(text), _TIME.search(text)
    for end in [*((by_hand.end(), by_hand.start()) if by_hand else ()), *((time.start(),) if time else ())]:
        yield text[:end] if len(text[:end].split()) > 2 and end < len(text) and "," not in text[:end] else ""
    for end in range(min(MOST_WORDS, len(words) - 1), 2, -1):
        following = words[end].lower()
        # "… | en 30 minutos" and "… | desde 1987" stand apart from what they follow.
        numbered = end + 1 < len(words) and words[end + 1][:1].isdigit() and following in tongue.bound
        made = (
            end + 1 < len(words)
            and _PARTICIPLE.search(words[end])
            and words[end - 1].lower() not in tongue.bound
        )
        if following in tongue.breaks or numbered or made:
            head = _without_loose_end(words[:end], tongue)
            torn = len(head) < 3 or _PARTICIPLE.search(head[-1]) or any(word.endswith(",") for word in head)
            yield "" if torn else " ".join(head)


def _without_loose_end(words: list[str], tongue: Tongue) -> list[str]:
    """ "Reserva por WhatsApp en" (el 612 …) is "Reserva por WhatsApp"."""
    while len(words) > 1 and words[-1].lower() in tongue.never_last:
        words = words[:-1]
    return words


def _whole(phrase: str, tongue: Tongue) -> bool:
    words = phrase.split()
    short = len(words) == 1 and not phrase.endswith("?") and len(phrase) < 5
    if not 1 <= len(words) <= MOST_WORDS or short:
        return False
    bound = words[-1].lower().strip("?,") in tongue.never_last and not words[-1].isupper()
    return not bound and not (
        re.search(r"\d$", words[-1]) and "R$" not in phrase and not _ends_in_a_sum(phrase)
    )


def _ends_in_a_sum(phrase: str) -> bool:
    """ "Café 24", "bis 18": a bare number at the end wants its unit; a year, a price and a telephone number do not."""
    return re.search(r"(?:[€$£]\s?\d[\d.,]*|(?:19|20)\d\d|\d{2,} \d{2,}|\d.* \d+)$", phrase) is not None
