"""The pieces of a sentence that may stand on a picture, each with how well it stands alone (10: all of it)."""

import re
from collections.abc import Iterator

from generation.crew.plain.floor import IS_A
from generation.crew.plain.measures import (
    DONE_IN,
    DURATION,
    FROM_TO,
    MONTHS,
    MORE_THAN,
    NUMBER,
    SHARE,
    SINCE_YEAR,
    TIME,
)
from generation.crew.plain.rows import LED, entries_of
from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import Tongue, word_set
from generation.crew.plain.versions import ADJUNCTS

MOST_WORDS, LONGEST_WHOLE = 6, 8

Piece = tuple[str, float]
"""A text and its worth."""

# "Gelato artigianale fatto | ogni mattina": what was done hangs in the air without when, where or by whom.
PARTICIPLE = {
    "de": re.compile(r"ge[^\W\d_]{2,}(?:t|en)$|[^\W\d_]{3,}iert$"),
    "fr": re.compile(r"(?:faite?s?|[^\W\d_]{2}ée?s?|[^\W\d_]{3}(?:uite?s?|ues?))$"),
    "es": re.compile(r"(?:[^\W\d_]{2}[ai]d|hech|puest|abiert)[oa]s?$"),
    "it": re.compile(r"(?:[^\W\d_]{2}[aiu]t|fatt|apert|cott|scritt)[oaie]$"),
    "pt": re.compile(r"(?:[^\W\d_]{2}[ai]d|feit|post|abert)[oa]s?$"),
}
_BY_HAND = re.compile(
    r" (?:a mano|à la main|von Hand|à mão|a domicilio|à domicile|a domicílio|gratis)\b", re.IGNORECASE
)
_PER = re.compile(
    r"\s?/\s?\w+|\s(?:al|par|pro|por|a|à|alla|all'|la|die|the)\s?(?:la |l')?[^\W\d_]+(?=$|[\s,.])"
)
_LED_BY = re.compile(r"^(?:con|mit|avec|com|y|und|et|e|sowie)\s", re.IGNORECASE)
_ARTICLES = {
    "es": "El|La|Los|Las", "fr": "Le|La|Les|Des", "de": "Die|Der|Das", "it": "Il|Lo|La|I|Gli|Le", "pt": "O|A|Os|As"
}  # fmt: skip
_GIVEN = re.compile(
    r"\b(?:el|la|los|las|un|una|le|la|les|une|der|die|das|den|einen?|eine|il|lo|i|gli|o|a|os|as|um|uma)\s((?:\w+\.?\s){1,3}"
    r"(?:zum halben Preis|(?:es |est |ist |è |é )?(?:gratis|gratuit\w*)|offert\w*|a mitad de precio|"
    r"à moitié prix|a metà prezzo|metade do preço|kostenlos|geschenkt|umsonst|grátis|por nossa conta))",
    re.IGNORECASE,
)
_ONE_WITH_A_CLAUSE = re.compile(
    r"(?i:\b(?:un|una|uno|une|um|uma|des|deux|due|dos|duas|dois) [^\W\d_]+) (?=(?:che|que|qui) )"
)
_WITH = re.compile(r"(?i:\b(?:com|con|mit|avec) )((?:uma?|un[ae]?|eine[mnr]?|ein) [^,;:]{6,40})$")
"""What somebody does it with: "(O meu avô começou com) um serrote e uma bicicleta"."""


def pieces_of(bare: str, tongue: Tongue) -> Iterator[Piece]:
    """Pieces of a sentence without its full stop, in no order; some of them may be too long or end badly."""
    if bare.endswith("?"):
        yield bare, 10.0
        yield from ((text, 8.0) for text in _of_a_question(bare.rstrip("?"), tongue))
        return
    yield bare, 10.0
    yield _without_article(bare, tongue), 8.7
    yield _what_it_is(bare, tongue), 11.0
    yield _what_it_gives(bare, tongue), 9.0
    yield _given_thing(bare), 9.0
    yield from _sums(bare, tongue)
    yield from _numbers(bare)
    yield from _rows(bare, tongue)
    yield from _parts(bare, tongue)


def _sums(bare: str, tongue: Tongue) -> Iterator[Piece]:
    """What has a price with it: a bare sum says nothing."""
    money = MONEY.search(bare)
    if money is None:
        return
    led = bare[: _end_of_sum(bare, money.end())].rstrip(" ,.;")
    yield led, 9.0
    yield _without_article(led, tongue), 9.0
    yield next((part for part in re.split(r",\s+|:\s+", bare) if MONEY.search(part)), ""), 8.6
    sum_of = re.search(rf"(?i:{MORE_THAN}){re.escape(money.group().strip(' .,'))}", led)
    thing = min((one for one in _before_adjuncts(led.split(), tongue) if one), key=len, default="")
    too_long = len(bare.split()) > LONGEST_WHOLE and sum_of is not None and thing != ""
    yield f"{thing}{' ' if tongue.code == 'fr' else ''}: {sum_of.group()}" if too_long and sum_of else "", 8.2


def _numbers(bare: str) -> Iterator[Piece]:
    """A number with what it counts, where the sentence around it is too long."""
    since = SINCE_YEAR.search(bare)
    yield since.group() if since else "", 5.0
    for pattern, worth in ((SHARE, 8.8), (DONE_IN, 7.8), (NUMBER, 5.8), (DURATION, 5.4)):
        found = pattern.search(bare)
        if found and not MONTHS.fullmatch(found.group().split()[-1]):
            yield found.group(), worth
            # "Notre pain au levain repose 24 heures | avant d'être cuit": with what takes so long
            yield bare[: found.end()], 8.4 if "," not in bare[: found.end()] else 0.0


def _rows(bare: str, tongue: Tongue) -> Iterator[Piece]:
    entries = entries_of(bare, tongue)
    yield ", ".join(entries[:3]), 8.6
    yield ", ".join(entries[:2]), 8.2
    yield _row_of_words(bare, tongue), 8.2
    row = (
        None
        if LED.match(bare)
        else re.match(rf"[^\W\d_]+(?: [^\W\d_]+)?(?:, [^\W\d_]+){{1,2}}(?= {tongue.and_} |, )", bare)
    )
    yield row.group() if row else "", 8.0  # "Abricot, figue, mirabelle | et quelques recettes que …"
    with_it = _WITH.search(bare)
    yield with_it.group(1) if with_it else "", 7.2
    clause = _ONE_WITH_A_CLAUSE.search(bare) or re.search(
        r"[^\W\d_]{4,} (?=(?:qui|dont|donde|onde|où) )", bare
    )
    yield bare[: clause.end()].strip() if clause else "", 8.2


def _parts(bare: str, tongue: Tongue) -> Iterator[Piece]:
    parts = [part.strip() for part in re.split(r"[,;:]\s+|\s[–—]\s", bare)]
    # Of a row of three, one part alone would say something else.
    row = len(parts) > 2 or any(f" {tongue.and_} " in part for part in parts[1:])
    led, colon, after = bare.partition(": ")
    if colon and len(led.split()) > 1:
        yield led.rstrip(), 8.2 if "," in after else 7.0
        yield re.split(r",\s+", after)[0] if len(after.split()) > 2 else "", 7.8
    led_in = len(parts) == 2 and parts[0].split()[0].lower() in ADJUNCTS
    yield parts[1] if led_in else "", 8.2
    yield ", ".join(parts[:2]) if row and ":" not in bare and " " in parts[0] else "", 7.6
    yield "" if row else parts[0], 8.0
    yield "" if row else _without_article(parts[0], tongue), 8.0
    yield _first_half(bare, tongue), 7.4
    for part in parts[:1] if not row else [bare]:
        heads = list(dict.fromkeys(_before_adjuncts(part.split(), tongue)))
        yield from ((text, 8.0 - 0.2 * place - _left_over(text, part)) for place, text in enumerate(heads))
    yield from ((_LED_BY.sub("", part), 6.0) for part in (parts[1:] if len(parts) == 2 and not row else ()))
    yield parts[0] if row and len(parts[0].split()) > 1 else "", 7.0
    yield re.split(r" (?:de|d'|von|di) (?=(?:un|une|uma?|una|einem|einer) )", bare)[0], 5.0


def _left_over(head: str, part: str) -> float:
    """What a beginning loses that leaves most of its sentence behind: "O meu avô começou" (com um serrote e …)."""
    return 0.9 if head and 2 * len(head.split()) < len(part.split()) else 0.0


def halves_of_a_quote(bare: str, tongue: Tongue) -> Iterator[Piece]:
    """What somebody said: whole, or the half with the turn ("y salí con dos tacones"), never the half before it."""
    yield bare, 10.0
    change = FROM_TO.search(bare)
    yield change.group() if change else "", 8.8
    head, comma, rest = bare.rpartition(", ")
    if not comma:
        head, comma, rest = bare.rpartition(f" {tongue.and_} ")
    words = rest.split()
    turns = len(words) > 2 and len(head.split()) > 2 and words[0].lower() not in tongue.breaks | _CLAUSES
    if turns:
        yield rest, 9.0
        return
    yield head if comma else "", 8.6
    yield from (
        (text, 8.0 - 0.2 * place) for place, text in enumerate(_before_adjuncts(bare.split(), tongue))
    )


_EVERY = word_set("tous toutes todos todas jeden jede jedes ogni tutti tutte cada chaque täglich")
_CLAUSES = word_set(
    "que qui che die der das den dem deren dont où wo ohne sin sans senza sem pero mais ma aber"
)


def _end_of_sum(bare: str, end: int) -> int:
    """Behind "65 €/mes", "45 € al mes", "12 € pro Stunde"."""
    rest = _PER.match(bare[end:])
    return end + (rest.end() if rest else 0)


def _without_article(bare: str, tongue: Tongue) -> str:
    """ "La segunda clase a mitad de precio" is one word too long."""
    words = bare.split()
    too_long = len(words) == MOST_WORDS + 1
    return " ".join(words[1:]) if too_long and re.fullmatch(_ARTICLES[tongue.code], words[0]) else ""


def _of_a_question(asked: str, tongue: Tongue) -> Iterator[str]:
    """ "Dein Hund zieht an der Leine | und hört nur, wenn er will": a question as far as it is one."""
    yield _first_half(asked, tongue)
    head = asked.partition(", ")[0]
    opens = re.match(r"(?:si|wenn|se|quand)\b", head, re.IGNORECASE)
    yield head if head != asked and len(head.split()) > 2 and not opens else ""
    yield from _before_adjuncts(asked.split(), tongue)


def _what_it_is(bare: str, tongue: Tongue) -> str:
    """ "Wir sind eine | Fahrradwerkstatt in Leipzig-Lindenau | und reparieren …"."""
    told = IS_A.match(bare)
    rest = re.split(rf",| {tongue.and_} ", bare[told.end() :])[0].strip() if told is not None else ""
    return re.sub(r"^(?:une?|un[ao]?|uma?|eine?|das|der|die|Ihre?|deine?|la|il|el)\s+", "", rest)


def _given_thing(bare: str) -> str:
    """ "Wer bis Ende Februar bestellt, bekommt die | Rollläden zum halben Preis": what is given."""
    thing = _GIVEN.search(bare)
    if thing is None:
        return ""
    is_clause = re.search(r" (?:es|est|ist|è|é) ", thing.group(1))
    return thing.group() if is_clause else thing.group(1)


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
        return " ".join(without_loose_end(share.group().split(), tongue))
    given = re.search(rf"(?:{tongue.offers})\w*", bare, re.IGNORECASE)
    led = bare[: given.end()] if given else ""
    return led if 1 < len(led.split()) <= MOST_WORDS and "," not in led and ":" not in led else ""


def _before_adjuncts(words: list[str], tongue: Tongue) -> Iterator[str]:
    text = " ".join(words)
    by_hand, time = _BY_HAND.search(text), TIME.search(text)
    for end in [*((by_hand.end(), by_hand.start()) if by_hand else ()), *((time.start(),) if time else ())]:
        head = without_loose_end(text[:end].split(), tongue)
        verbless = (
            len(text[:end].split()) > len(head) and text[:end].split()[len(head)].lower() in tongue.helpers
        )
        is_torn = len(head) < 3 or verbless or any(word.endswith(",") for word in head)
        yield "" if is_torn or end == len(text) else " ".join(head)
    made_of = PARTICIPLE[tongue.code]
    for end in range(min(LONGEST_WHOLE, len(words) - 1), 2, -1):
        following = words[end].lower()
        # "… | en 30 minutos" and "… | desde 1987" stand apart from what they follow.
        numbered = end + 1 < len(words) and words[end + 1][:1].isdigit() and following in tongue.bound
        made = (
            end + 1 < len(words) and made_of.search(words[end]) and words[end - 1].lower() not in tongue.bound
        )
        often = following in _EVERY and words[end - 1].lower() not in tongue.bound
        if following in tongue.breaks or often or numbered or made:
            head = without_loose_end(words[:end], tongue)
            torn = len(head) < 3 or made_of.search(head[-1]) or _ends_in_a_row(" ".join(head), tongue)
            yield "" if torn else " ".join(head)


def _ends_in_a_row(head: str, tongue: Tongue) -> bool:
    """Whether a comma parts entries of a row that goes on; "Tiene chimenea, huerto y una cocina" is whole."""
    return "," in head and f" {tongue.and_} " not in head.rpartition(",")[2]


def without_loose_end(words: list[str], tongue: Tongue) -> list[str]:
    """ "Reserva por WhatsApp en" (el 612 …) is "Reserva por WhatsApp"."""
    while len(words) > 1 and words[-1].lower() in tongue.never_last:
        words = words[:-1]
    return words
