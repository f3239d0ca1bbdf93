"""What a scene shows best, judged by the fact in it and not only by what the script calls it."""

import re
from collections.abc import Callable
from dataclasses import replace

from generation.studio.direction.enumerations import list_in, quote_in, steps_in
from generation.studio.direction.figures import figure_in, money_in, share_in
from generation.studio.direction.terms import (
    code_in,
    deadline_in,
    old_price_in,
    trailing_code_in,
    without_code,
    without_limits,
    without_old_price,
    without_terms,
)
from generation.studio.direction.wording import (
    WEAK_ENDS,
    capitalised,
    contains,
    detail_from,
    shortened,
    tail_from,
    tidy,
    word_count,
)
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene

OFFER = re.compile(
    r"\b(?:free (?:trial|delivery|shipping|returns?|consultation|quote|sample)|trial|% off|discount|"
    r"half price|save \d|sale|money back|no credit card|special offer|voucher|for free|free to)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:open (?:every|daily|until|from|mon|tue|wed|thu|fri|sat|sun|on|all)|opening hours|find us|visit us|"
    r"closed (?:on|mon|tue|wed|thu|fri|sat|sun)|"
    r"located|come (?:and |to )?(?:see|visit)|street\b|avenue\b|square\b|station\b|appointments? until)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\bbefore:\s*(?P<before>[^.;!?]{3,60}?)[.;,!]\s*(?:and )?after:\s*(?P<after>[^.;!?]{3,60})",
    re.IGNORECASE,
)
MADE_NEARBY = re.compile(
    r"\b\w+(?:ed|wn|ught|ven) (?:just )?(?:around the corner|next door|in town)\b", re.IGNORECASE
)
"""Says where something comes from, not where to go: "roasted around the corner"."""

_GIVEN = re.compile(r"\b(?:free|no cost|on us)\b", re.IGNORECASE)
HOLLOW = {"now", "only", "just", "today", "from", "for"}
_TELLING = {Intent.PRODUCT, Intent.BENEFIT, Intent.PLACE}
NEEDS_ITEMS = {Intent.LIST: 2, Intent.STEPS: 2}


def designed(scene: ScriptScene) -> Scene:
    """The scene with its kind and the facts that kind needs. Layout and pictures come later."""
    text = tidy(scene.on_screen_text) or shortened(tidy(scene.narration), most=7)[0]
    headline, rest = shortened(text)
    plain = Scene(
        kind=scene.intent,
        layout="",
        headline=capitalised(headline),
        narration=tidy(scene.narration),
        detail=detail_from(rest) or _told_further(scene, headline),
        items=tuple(filter(None, map(tidy, scene.items))),
        figure=tidy(scene.figure),
        figure_label=tidy(scene.figure_label),
        source=tidy(scene.source),
    )
    if plain.kind in {Intent.HOOK, Intent.ACTION}:
        return plain
    both = f"{text}. {plain.narration}"
    return _as_wished(plain, text, both) or _as_found(plain, text, both)


def _told_further(scene: ScriptScene, headline: str) -> str:
    """A second line for scenes that have room for one: what is said right after the headline's words."""
    return tail_from(tidy(scene.narration), headline) if scene.intent in _TELLING else ""


def _as_wished(scene: Scene, text: str, both: str) -> Scene | None:
    """The scene as the script calls it, if the fact for that is there."""
    makers: dict[Intent, Callable[[], Scene | None]] = {
        Intent.LIST: lambda: _as_list(scene, both),
        Intent.STEPS: lambda: _as_steps(scene, both),
        Intent.QUOTE: lambda: _as_quote(scene, both),
        Intent.NUMBER: lambda: _as_number(scene, text, both),
        Intent.OFFER: lambda: _as_offer(scene, text, both),
        Intent.PLACE: lambda: None if MADE_NEARBY.search(text) else scene,
        Intent.BEFORE_AFTER: lambda: _as_pair(scene, both),
        Intent.GALLERY: lambda: scene,
    }
    return makers[scene.kind]() if scene.kind in makers else None


def _as_found(scene: Scene, text: str, both: str) -> Scene:
    """The scene as the fact in it asks for. A product stays a product: it is the first look at it."""
    if scene.kind is Intent.PRODUCT:
        return scene
    if quote_in(both):
        return _as_quote(scene, both) or scene
    if BEFORE.search(both):
        return _as_pair(scene, both) or scene
    if money_in(text) or share_in(text) or code_in(text) or OFFER.search(text):
        return _as_offer(scene, text, both)
    if PLACE.search(text):
        return replace(scene, kind=Intent.PLACE)
    return _as_list(scene, both) or _as_number(scene, text, text) or replace(scene, kind=Intent.BENEFIT)


def _as_list(scene: Scene, both: str) -> Scene | None:
    items = scene.items or list_in(both)
    if len(items) < NEEDS_ITEMS[Intent.LIST]:
        return None
    return replace(scene, kind=Intent.LIST, items=tuple(shortened(item, most=5)[0] for item in items[:5]))


def _as_steps(scene: Scene, both: str) -> Scene | None:
    items = scene.items or steps_in(scene.narration) or steps_in(scene.headline)
    if len(items) < NEEDS_ITEMS[Intent.STEPS]:
        return _as_list(scene, both)
    return replace(scene, kind=Intent.STEPS, items=tuple(shortened(item, most=6)[0] for item in items[:4]))


def _as_quote(scene: Scene, both: str) -> Scene | None:
    quote = quote_in(both)
    if quote is None and not scene.source:
        return None
    words = quote.text if quote else scene.headline.strip("“”\"'")
    headline, _ = shortened(words, most=16)
    source = scene.source or (quote.source if quote else "")
    return replace(scene, kind=Intent.QUOTE, headline=capitalised(headline), source=source, detail="")


def _as_number(scene: Scene, text: str, otherwise: str) -> Scene | None:
    found = figure_in(text) or figure_in(otherwise)
    shown = figure_in(text)
    if scene.figure and shown and scene.figure not in text:
        # What is written beside a figure has to count the same.
        scene = replace(scene, figure=shown.text, figure_label=shown.label)
    figure = scene.figure or (found.text if found else "")
    if not re.search(r"\d", figure):
        return None
    label = scene.figure_label or (found.label if found and contains(found.text, figure) else "")
    return replace(scene, kind=Intent.NUMBER, figure=figure, figure_label=label)


def _as_offer(scene: Scene, text: str, both: str) -> Scene:
    """An offer may have a figure, and may do without: "Free returns"."""
    scene = _with_terms(scene, both)
    text, both = (without_limits(without_terms(without_old_price(part))) for part in (text, both))
    if scene.figure and scene.figure not in both and scene.figure in f"{scene.headline} {scene.narration}":
        # What one has to spend is not what it costs.
        scene = replace(scene, figure="", figure_label="")
    found = money_in(both) or share_in(both) or figure_in(text)
    figure = scene.figure or (found.text if found else "")
    if figure and _GIVEN.search(scene.headline) and not contains(scene.headline, figure):
        return _priced_beside(scene, figure, found.label if found else "")
    if scene.figure or not found:
        return replace(scene, kind=Intent.OFFER, figure_label=scene.figure_label or _behind(scene))
    label = scene.figure_label or found.label or _around(found.text, scene.headline)
    is_told = _is_told_by(scene.headline, f"{found.text} {label}")
    headline = capitalised(label) if is_told else scene.headline
    return replace(scene, kind=Intent.OFFER, headline=headline, figure=found.text, figure_label=label)


def _priced_beside(scene: Scene, figure: str, label: str) -> Scene:
    """What is free is no name for the price of something else: it stands under it."""
    return replace(
        scene,
        kind=Intent.OFFER,
        headline="",
        detail=scene.headline,
        figure=figure,
        figure_label=scene.figure_label or label,
    )


def _behind(scene: Scene) -> str:
    """What a headline that opens with the figure goes on with: the "off" of "€300 off"."""
    rest = scene.headline.removeprefix(scene.figure).strip(" ,.:;–—-") if scene.figure else ""
    return rest if rest != scene.headline.strip(" ,.:;–—-") and word_count(rest) <= 4 else ""


def _with_terms(scene: Scene, both: str) -> Scene:
    """The offer with its old price, code and deadline apart from the headline."""
    code = code_in(both) or trailing_code_in(scene.headline)
    headline = without_code(without_terms(scene.headline), code)
    return replace(
        scene,
        headline=capitalised(headline) if word_count(headline) > 1 else scene.headline,
        detail=without_terms(scene.detail),
        was=old_price_in(both),
        code=code,
        deadline=deadline_in(both),
    )


def _as_pair(scene: Scene, both: str) -> Scene | None:
    """What was and what is now: as entries, or in a sentence that says "before" and "after"."""
    found = BEFORE.search(both)
    items = scene.items[:2] or ((found["before"], found["after"]) if found else ())
    if len(items) < 2:
        return None
    told = BEFORE.search(scene.headline) is not None
    short = tuple(capitalised(shortened(tidy(item).strip(" .,!"), most=6)[0]) for item in items)
    return replace(
        scene, kind=Intent.BEFORE_AFTER, items=short, detail="", headline="" if told else scene.headline
    )


def _is_told_by(headline: str, figure_and_label: str) -> bool:
    """Whether figure and label already say all of the headline but its small words."""
    told = set(figure_and_label.lower().split()) | WEAK_ENDS | HOLLOW
    return all(word.strip(".,!") in told for word in headline.lower().split())


def _around(figure: str, headline: str) -> str:
    """What the headline says beside the figure, if it is short: "First consultation" for "… for $49"."""
    before, found, after = headline.partition(figure)
    rest = after.strip(" ,.:;–—-") or re.sub(
        r"\s(?:for|only|just|from|at)(?:\s(?:only|just))?\s*$", "", before
    )
    plain = rest.strip(" ,.:;–—-")
    if plain.lower() in HOLLOW:
        return ""
    return capitalised(plain) if found and 1 <= word_count(plain) <= 5 else ""
