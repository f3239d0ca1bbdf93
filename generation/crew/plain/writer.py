"""The plain ad: a question or the first statement, then as many whole sentences as there is time for, the offer
and the call to action.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter import patterns
from generation.crew.copywriter.fact import Kind
from generation.crew.copywriter.room import most_scenes
from generation.crew.copywriter.wishes import barred
from generation.crew.plain.screen import screen_text
from generation.crew.plain.statements import MONEY, Statement, read_statements
from generation.crew.plain.tongues import TONGUES, Tongue
from generation.studio.script import Intent, Script, ScriptScene

_BREATH = 0.3
_LAST_TO_ASK = 3
_LONGEST_BEFORE_THE_NAME = 12
SHORTEST_ORDER, LONGEST_ORDER = 3, 9
"""Words of a call to action: longer ones are cut, if as much as the shortest stays."""

LONGEST_OPENING = 11
_ROOMY_FOR_A_WAY = 12

_FIGURE = re.compile(r"\d{1,3}(?:[  ]\d{3})+|\d[\d.,]*\d\s?%?|\d\s?%?")
_CODE = re.compile(
    r"\b(?i:código|codigo|code|codice|gutscheincode|coupon|cupón|cupom)(?: (?i:promo|promocional|sconto))?\s+"
    r"([A-ZÀ-Þ\d]{4,})\b"
)
_GIVES = re.compile(
    r"(?i:moitié prix|mitad de precio|halber preis|metà prezzo|metade do preço)|"
    r"\d+\s?%(?: (?:de|di|auf|sur|en|para) (?:[^\W\d_]+ )??[^\W\d_]{4,})?|\d[\d.,]*\s?€(?: (?:de|di) [^\W\d_]{4,})?"
)
_INTENTS = {
    Kind.NUMBER: Intent.NUMBER,
    Kind.QUOTE: Intent.QUOTE,
    Kind.PLACE: Intent.PLACE,
    Kind.PRICE: Intent.OFFER,
    Kind.OFFER: Intent.OFFER,
}
_WORTH = {Kind.OFFER: 5.0, Kind.NUMBER: 4.6, Kind.QUOTE: 5.0, Kind.BENEFIT: 4.0, Kind.PLACE: 2.6}
_LAST = {Kind.PRICE: 1, Kind.OFFER: 2}


@dataclass(frozen=True)
class PlainScript:
    """A script, the brief's words behind each scene, and the other sentences that could have opened it."""

    script: Script
    snippets: tuple[tuple[str, ...], ...]
    openings: tuple[str, ...]


def write_plainly(brief: Brief, *, version: int = 0, used: frozenset[str] = frozenset()) -> PlainScript:
    """Write the ad in Spanish, French, German, Italian or Portuguese (``TONGUES``)."""
    tongue = TONGUES[brief.base_language]
    statements = read_statements(brief, tongue)
    rng = random.Random(f"{brief.name}|{brief.seed}|{version}")
    action, spent = _action(brief, statements, tongue)
    openings = [
        one
        for one in _openings(statements, spent, brief, rng)
        if not any(line.endswith(one.sentence) for line in used)
    ]
    opening = _told_briefly(openings[0], tongue) if openings else None
    chosen = _chosen(brief, tongue, opening, statements, [spent, *openings[:1]], action, rng)
    scenes = _scenes(brief, tongue, chosen, action)
    script = Script(
        title=_title(brief.name.strip(), scenes[0].on_screen_text),
        scenes=tuple(scenes),
        call_to_action=action,
        brand_voice=brief.tone,
        language=brief.language,
    )
    ending = (spent.words,) if spent is not None else ()
    return PlainScript(
        script, (*((one.words,) for one in chosen), ending), tuple(one.sentence for one in openings)
    )


def _title(brand: str, shown: str) -> str:
    return shown if brand.lower() in shown.lower() else f"{brand}: {shown}"


def _action(brief: Brief, statements: Sequence[Statement], tongue: Tongue) -> tuple[str, Statement | None]:
    """The field, the brief's own last order, its address or telephone, or the name."""
    field = re.sub(r"\s+", " ", brief.call_to_action).strip().rstrip(".! ")
    told = next((one for one in reversed(statements) if one.kind is Kind.ACTION), None)
    if field:
        return _reaching(field[:1].upper() + field[1:], brief), None
    if told is not None:
        return _brief_order(told.sentence.rstrip("."), tongue), told
    reached = brief.contact.strip() or brief.desc
    address, phone = patterns.URL.search(reached), patterns.PHONE.search(reached)
    able = [
        tongue.visit.format(address=address.group()) if address and "@" not in reached else "",
        tongue.call.format(phone=phone.group().strip()) if phone else "",
        tongue.discover.format(brand=brief.name.strip()),
    ]
    return next((one for one in able if one and not barred(brief, one)), brief.name.strip()), None


def _reaching(order: str, brief: Brief) -> str:
    """A call to action with the address that belongs to it, where it has none: "Jetzt buchen: pfoten.example"."""
    way = patterns.URL.search(brief.contact) or patterns.PHONE.search(brief.contact)
    has_one = patterns.URL.search(order) or patterns.PHONE.search(order) or "@" in brief.contact
    short = len(order.split()) <= 6 and brief.length >= _ROOMY_FOR_A_WAY
    return f"{order}: {way.group().strip()}" if way and short and not has_one else order


def _brief_order(order: str, tongue: Tongue) -> str:
    """What to do, without what follows from it, where that is long: "Reserva en el 612 …, y te respondemos …"."""
    head = re.split(rf",\s+|\s+{tongue.and_}\s+", order, maxsplit=1)[0]
    reachable = {*patterns.URL.findall(order), *patterns.PHONE.findall(order)}
    is_whole = len(head.split()) >= SHORTEST_ORDER and all(way in head for way in reachable)
    return head if is_whole and len(order.split()) > LONGEST_ORDER else order


def _openings(
    statements: Sequence[Statement], spent: Statement | None, brief: Brief, rng: random.Random
) -> list[Statement]:
    """Questions first, then a short quote, a number, and the first statement; another seed turns the rest round."""
    able = [
        one
        for one in statements
        if one is not spent and one.kind not in {Kind.ACTION, Kind.OFFER, Kind.PRICE}
    ]
    # A question far down is one that customers ask ("¿Sin gluten?"), not one that the ad asks.
    questions = [one for one in able if one.kind is Kind.QUESTION and one.order <= _LAST_TO_ASK]
    questions += [one for one in able if "? " in one.sentence and one.kind is not Kind.QUOTE]
    rest = [one for one in able if one.kind in {Kind.NUMBER, Kind.QUOTE} and len(one.sentence.split()) <= 12]
    if brief.seed:
        rng.shuffle(rest)
    first = [one for one in able if one.kind is not Kind.QUESTION][:1] or able[:1]
    return list(dict.fromkeys([*questions, *(first + rest if brief.seed % 2 == 0 else rest + first)]))


def _told_briefly(one: Statement, tongue: Tongue) -> Statement:
    """A long opening without what its only comma adds: so that the offer has room beside what the thing is."""
    head, _, rest = one.sentence.partition(", ")
    words = head.split()
    bound = one.due or one.kind in {Kind.QUOTE, Kind.QUESTION} or "?" in one.sentence
    is_long = len(one.sentence.split()) > LONGEST_OPENING and not bound
    is_whole = len(words) >= SHORTEST_ORDER and words[0].lower() not in tongue.breaks and "," not in rest
    return replace(one, sentence=f"{head}.") if rest and is_long and is_whole else one


def _chosen(
    brief: Brief,
    tongue: Tongue,
    opening: Statement | None,
    statements: Sequence[Statement],
    spent: Sequence[Statement | None],
    action: str,
    rng: random.Random,
) -> list[Statement]:
    """What is told, in order: the opening, what it is and does as in the brief, price and offer last."""
    offers = _offer(statements, [*spent, opening], action)
    due = [one for one in statements if one.due and one not in [opening, *offers, *spent]]
    must = [one for one in [opening, *offers, *due] if one is not None]
    room = brief.length - _seconds(f"{brief.name}. {action}.", tongue) - _seconds(brief.name, tongue)
    rest = [
        one
        for one in statements
        if one not in must and one not in spent and one.kind in {*_WORTH, Kind.PRICE, Kind.OFFER}
    ]
    rest.sort(key=lambda one: -(_WORTH.get(one.kind, 3.5) + rng.uniform(0, 1) - 0.15 * one.order))
    kept = list(must)
    for one in rest:
        fits = sum(_seconds(each.sentence, tongue) for each in [*kept, one]) <= room
        if fits and len(kept) < most_scenes(brief.length) - 1:
            kept.append(one)
    while len(kept) > 1 and sum(_seconds(each.sentence, tongue) for each in kept) > room:
        spare = [one for one in kept if not one.due]
        if not spare:
            break
        kept.remove(opening if opening in spare and offers else spare[-1])
    later = [one for one in kept if one is not opening]
    later.sort(key=lambda one: (_LAST.get(one.kind, 0), one.order))
    return ([opening] if opening is not None and opening in kept else []) + later


def _offer(
    statements: Sequence[Statement], spent: Sequence[Statement | None], action: str
) -> list[Statement]:
    """What may not be lost: the last offer, or else the price of what the call to action asks for, or the first."""
    offers = [one for one in statements if one.kind is Kind.OFFER and one not in spent]
    prices = [one for one in statements if one.kind is Kind.PRICE and one not in spent]
    wanted = set(re.findall(r"[^\W\d_]{5,}", action.casefold()))
    meant = [one for one in prices if wanted & set(re.findall(r"[^\W\d_]{5,}", one.sentence.casefold()))]
    return offers[-1:] or meant[:1] or prices[:1]


def _scenes(brief: Brief, tongue: Tongue, chosen: Sequence[Statement], action: str) -> list[ScriptScene]:
    brand, seen = brief.name.strip(), frozenset[str]()
    named = any(brand.lower() in one.sentence.lower() for one in chosen[:2])
    at = 1 if len(chosen) > 1 and _may_wait(chosen[0], brand) else 0
    scenes = []
    for place, one in enumerate(chosen):
        line = one.sentence if named or place != at else f"{brand}. {one.sentence}"
        gives = tongue.offers_something if one.kind is Kind.OFFER else None
        shown = _coded(one) or screen_text(_quoted(one), tongue, instead=brand, avoid=seen, gives=gives)
        seen |= {shown.lower()}
        scenes.append(_scene(one, line, shown, tongue, first=place == 0))
    much = sum(len(scene.narration.split()) for scene in scenes) >= _LONGEST_BEFORE_THE_NAME
    just_said = " ".join(scene.narration for scene in scenes[-2:]) if much else ""
    said = f"{action}." if brand.lower() in f"{just_said} {action}".lower() else f"{brand}. {action}."
    shown = (
        action if len(action.split()) <= 6 else _reached(action) or screen_text(action, tongue, instead=brand)
    )
    end = ScriptScene(Intent.ACTION, shown, said, brand, round(_seconds(said, tongue), 1))
    return _stretched([*scenes, end], brief.length)


def _reached(action: str) -> str:
    """ "Llámenos al 954 555 118 | o escríbanos …": as far as the number or the address, or that alone."""
    ways = [way.search(action) for way in (patterns.PHONE, patterns.EMAIL, patterns.URL)]
    found = next((way for way in ways if way), None)
    if found is None:
        return ""
    led = action[: found.end()].strip()
    return led if len(led.split()) <= 6 else found.group().strip()


def _coded(one: Statement) -> str:
    """A code is read, not heard: "10 % de descuento: OTOÑO10"."""
    code = _CODE.search(one.sentence)
    gives = _GIVES.search(one.sentence)
    if code is None:
        return ""
    text = f"{gives.group()}: {code.group(1)}" if gives else code.group()
    return text[:1].upper() + text[1:]


def _may_wait(opening: Statement, brand: str) -> bool:
    """Whether the name comes only with the second sentence: after a question, and after an opening that is not long
    or begins as the name does ("Boulangerie Marchand. Boulangerie artisanale …").
    """
    words = opening.sentence.split()
    again = words[0].lower() == brand.split(maxsplit=1)[0].lower()
    return opening.kind is Kind.QUESTION or again or len(words) <= _LONGEST_BEFORE_THE_NAME


def _quoted(one: Statement) -> str:
    quote = patterns.QUOTE.search(one.sentence)
    return quote.group(1).rstrip(".,") if one.kind is Kind.QUOTE and quote else one.sentence


def _scene(one: Statement, line: str, shown: str, tongue: Tongue, *, first: bool) -> ScriptScene:
    money, number = MONEY.search(one.sentence), _FIGURE.search(one.sentence)
    if number and "%" not in number.group() and not _label(one.sentence, number.end(), tongue):
        number = None  # "antes de las 8"
    figure = money if one.kind in {Kind.PRICE, Kind.OFFER} else number if one.kind is Kind.NUMBER else None
    return ScriptScene(
        intent=Intent.HOOK if first else _INTENTS.get(one.kind, Intent.BENEFIT),
        on_screen_text=shown,
        narration=line,
        visual_description=one.sentence,
        seconds=round(_seconds(line, tongue), 1),
        figure=figure.group().strip(" .,") if figure else "",
        figure_label=_label(one.sentence, figure.end(), tongue) if figure and figure is number else "",
        source=one.source,
    )


def _label(sentence: str, end: int, tongue: Tongue) -> str:
    """The word after a number: "gramos" of "198 gramos de peso"."""
    match = re.match(r"\s*([^\W\d_]+)", sentence[end:])
    return match.group(1) if match and match.group(1).lower() not in tongue.bound else ""


def _stretched(scenes: list[ScriptScene], length: float) -> list[ScriptScene]:
    stretch = max(1.0, min(1.5, length / sum(scene.seconds for scene in scenes)))
    return [replace(scene, seconds=round(scene.seconds * stretch, 1)) for scene in scenes]


def _seconds(text: str, tongue: Tongue) -> float:
    """A number takes nearly as long as two words, a sign for money or percent as one: so the voices here speak them."""
    words = re.findall(r"\d[\d.,]*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%€$£]", text)
    return sum(1.8 if word[0].isdigit() else 1 for word in words) / tongue.pace + _BREATH
