"""The plain ad: a question or the first statement, then as many whole sentences as there is time for, the offer
and the call to action.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.grammar import patterns
from generation.crew.craft import VERY_SHORT
from generation.crew.plain.choosing import Chooser
from generation.crew.plain.endings import ending_of
from generation.crew.plain.hooks import openings_of
from generation.crew.plain.lines import Choice, Told, narrations_of, seconds_of
from generation.crew.plain.marks import in_its_marks
from generation.crew.plain.phrases import MOST_WORDS
from generation.crew.plain.rows import row_of
from generation.crew.plain.screen import screen_text
from generation.crew.plain.statements import MONEY, read_statements
from generation.crew.plain.tongues import TONGUES, Tongue
from generation.studio.script import Intent, Script, ScriptScene

_FIGURE = re.compile(r"\d{1,3}(?:[  ]\d{3})+|\d[\d.,]*\d\s?%?|\d\s?%?")
_CODE = re.compile(
    r"\b(?i:código|codigo|code|codice|gutscheincode|coupon|cupón|cupom)(?: (?i:promo|promocional|sconto))?\s+[“\"]?"
    r"([A-ZÀ-Þ\d]{4,})\b"
)
_PASSWORD = re.compile(r"“[^“”\s]+”")
"""One word to say at the till: "sag einfach “Frühling”"."""
_GIVES = re.compile(
    r"(?i:un[ae]? [^\W\d_]+ (?:offert\w*|gratis|gratuit\w*)|moitié prix|mitad de precio|halber preis|metà prezzo|"
    r"metade do preço)|"
    r"\d+\s?%(?: (?:de|di|auf|sur|en|para) (?:[^\W\d_]+ )??(?!jede|alle|tod[ao]s|tutt|tous|toutes)[^\W\d_]{4,})?|"
    r"\d[\d.,]*\s?€(?: (?:de|di) [^\W\d_]{4,})?"
)
_INTENTS = {
    Kind.NUMBER: Intent.NUMBER,
    Kind.QUOTE: Intent.QUOTE,
    Kind.PLACE: Intent.PLACE,
    Kind.PRICE: Intent.OFFER,
    Kind.OFFER: Intent.OFFER,
}


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
    if brief.length < VERY_SHORT:  # where it is has to find room beside what it is, and often there is none
        statements = tuple(replace(one, where="") for one in statements)
    ending = ending_of(brief, statements, tongue)
    openings = [
        one
        for one in openings_of(statements, ending.spent, brief, tongue)
        if not any(line.endswith(one.sentence) for line in used)
    ]
    first = openings[version % len(openings)] if openings else None
    rng = random.Random(f"{brief.name}|{brief.seed}|{version}")
    choice = Chooser(brief, tongue, statements, ending).choice(first, rng)
    scenes = _scenes(brief, tongue, choice)
    script = Script(
        title=_title(brief, tongue, choice, scenes),
        scenes=tuple(scenes),
        call_to_action=choice.ending.order,
        brand_voice=brief.tone,
        language=brief.language,
    )
    last = (ending.spent.words,) if ending.spent is not None else ()
    words = tuple((one.statement.words,) for one in choice.told)
    return PlainScript(script, (*words, last), tuple(one.sentence for one in openings))


def _title(brief: Brief, tongue: Tongue, choice: Choice, scenes: Sequence[ScriptScene]) -> str:
    """The name and what it is, or the opening where the name says that already ("Mudanzas Peña: Mudanzas en …")."""
    brand = brief.name.strip()
    told = zip((one.statement for one in choice.told), scenes, strict=False)
    what = next((scene.on_screen_text for one, scene in told if one.is_what), "")
    able = [what, *(scene.on_screen_text for scene in scenes[:-1])]
    shown = next((text for text in able if text and not _alike(text, brand)), scenes[0].on_screen_text)
    return (
        shown if brand.lower() in shown.lower() else f"{brand}{' ' if tongue.code == 'fr' else ''}: {shown}"
    )


def _alike(text: str, brand: str) -> bool:
    first = text.split(maxsplit=1)[0].lower()
    return len(first) > 3 and first[:5] in brand.lower()


def _scenes(brief: Brief, tongue: Tongue, choice: Choice) -> list[ScriptScene]:
    brand, seen = brief.name.strip(), frozenset[str]()
    *lines, last = narrations_of(brief, choice.told, choice.ending, signed=choice.signed)
    scenes = []
    for place, (one, line) in enumerate(zip(choice.told, lines, strict=True)):
        shown = _shown(one, tongue, brand, seen)
        seen |= {shown.lower()}
        scenes.append(_scene(one, line, shown, tongue, first=place == 0))
    order = choice.ending.order
    shown = choice.ending.shown or screen_text(order, tongue, instead=brand, avoid=seen)
    end = ScriptScene(Intent.ACTION, shown, last, brand, round(seconds_of(last, tongue), 1))
    return [_marked(scene, tongue) for scene in _stretched([*scenes, end], brief.length)]


def _marked(scene: ScriptScene, tongue: Tongue) -> ScriptScene:
    """Spoken and shown with the quotation marks of the language."""
    said, shown = in_its_marks(scene.narration, tongue), in_its_marks(scene.on_screen_text, tongue)
    return replace(scene, narration=said, on_screen_text=shown)


def _shown(one: Told, tongue: Tongue, brand: str, seen: frozenset[str]) -> str:
    coded = _coded(one.text)
    if coded and coded.lower() not in seen:
        return coded.replace(": ", " : ", 1) if tongue.code == "fr" else coded
    gives = None if one.statement.is_what else _wanted(one.statement.kind, tongue)
    quote = patterns.QUOTE.search(one.text) if one.statement.kind is Kind.QUOTE else None
    said = quote.group(1).rstrip(".,") if quote else one.text
    return screen_text(
        said,
        tongue,
        instead=one.statement.source or brand,
        avoid=seen,
        gives=gives,
        is_quote=quote is not None,
        from_start=one.statement.is_what,
    )


def _wanted(kind: Kind, tongue: Tongue) -> Callable[[str], bool] | None:
    """What a text on the picture should have if it can: the offer, the number."""
    if kind is Kind.NUMBER:
        return lambda text: re.search(r"\d", text) is not None
    if kind is Kind.PRICE:
        return lambda text: MONEY.search(text) is not None
    return tongue.offers_something if kind is Kind.OFFER else None


def _coded(text: str) -> str:
    """A code is read, not heard: "10 % de descuento: OTOÑO10"; so is a word that must be said: "15 %: “Frühling”"."""
    code = _CODE.search(text)
    word = _PASSWORD.search(text)
    gives = _GIVES.search(text)
    if code is None:
        return f"{gives.group()}: {word.group()}" if word and gives else ""
    led = text[: code.end()]
    shown = (
        f"{gives.group()}: {code.group(1)}"
        if gives
        else led
        if len(led.split()) <= MOST_WORDS
        else code.group()
    )
    return shown[:1].upper() + shown[1:]


def _scene(one: Told, line: str, shown: str, tongue: Tongue, *, first: bool) -> ScriptScene:
    kind, text = one.statement.kind, one.text
    money, number = (
        MONEY.search(shown) or MONEY.search(text),
        _counted(shown, tongue) or _counted(text, tongue),
    )
    figure = money if kind in {Kind.PRICE, Kind.OFFER} else number if kind is Kind.NUMBER else None
    items = row_of(text, tongue) if kind in {Kind.BENEFIT, Kind.NUMBER} and not first else ()
    if figure is number and not _counted(shown, tongue):
        figure = None
    if kind is Kind.NUMBER and not re.search(r"\d", shown):
        kind = Kind.BENEFIT
    counts = figure is not None and figure is number and not items
    return ScriptScene(
        intent=Intent.HOOK if first else Intent.LIST if items else _INTENTS.get(kind, Intent.BENEFIT),
        on_screen_text=shown,
        narration=line,
        visual_description=text,
        seconds=round(seconds_of(line, tongue), 1),
        items=items,
        figure=figure.group().strip(" .,") if figure and not items else "",
        figure_label=_label(number.string, number.end(), tongue) if counts and number else "",
        source=one.statement.source,
    )


def _counted(text: str, tongue: Tongue) -> re.Match[str] | None:
    """The first number with what it counts; none in "antes de las 8"."""
    number = _FIGURE.search(text)
    return number if number and ("%" in number.group() or _label(text, number.end(), tongue)) else None


def _label(sentence: str, end: int, tongue: Tongue) -> str:
    """The word after a number: "gramos" of "198 gramos de peso"."""
    match = re.match(r"\s*([^\W\d_]+)", sentence[end:])
    return match.group(1) if match and match.group(1).lower() not in tongue.bound else ""


def _stretched(scenes: Sequence[ScriptScene], length: float) -> list[ScriptScene]:
    stretch = max(1.0, min(1.5, length / sum(scene.seconds for scene in scenes)))
    return [replace(scene, seconds=round(scene.seconds * stretch, 1)) for scene in scenes]
