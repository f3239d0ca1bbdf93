"""Which of a kind's layouts suit a scene: a time gets a clock and never a map, one word is set alone."""

import re
from collections.abc import Sequence

from generation.studio.captions.writing import length
from generation.studio.pictures.picture import number_in
from generation.studio.scenes.hours import times_in
from generation.studio.scenes.posters import can_stand_upright
from generation.studio.scenes.statements import is_question
from generation.studio.scenes.timeline import moment_in
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

SHOUTED = 2
"""Up to so many words, of no more letters than this, are a shout."""

SHOUTED_LETTERS = 16

SPLIT_LETTERS = 10
"""From so many letters on a sentence has two parts."""

CARD_WORDS, CARD_LETTERS = 3, 18
"""From so many words, or letters, on a sentence fills the lines of a card."""

SEALED_LETTERS = 14
"""So many letters at most are large on a seal."""

GIANT = 5
"""So many characters of a figure at most fill the frame's width and are still enormous."""

_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
HOURS = re.compile(
    rf"\b(?:open(?:s|ing)?|closed|closes|hours|daily|weekdays?|weekends?|every day|until \d|evenings?|"
    rf"appointments?|around the clock|24/7|{_DAYS})\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:street|st\.|avenue|ave\.|road|rd\.|square|lane|station|corner|rua|rue|calle|straße|strasse|via|"
    r"located|find us|visit us|around the corner|next to|opposite|floor|downtown|town|city|market hall)\b"
    r"|\b\d{1,4}\s[A-Z][\w’'-]+",
    re.IGNORECASE,
)


def fitting(scene: Scene, layouts: Sequence[str]) -> tuple[str, ...]:
    """Those of ``layouts`` that suit what the scene says; all of them when none is known to."""
    wanted = _WANTED.get(scene.kind, lambda _: ())(scene)
    return tuple(name for name in wanted if name in layouts) or tuple(layouts)


def tells_hours(text: str) -> bool:
    """Whether a text is about when, and not about where."""
    if times_in(text):
        return not re.search(r"\b(?:find us|located|street|avenue|square|road)\b", text, re.IGNORECASE)
    return bool(HOURS.search(text)) and not ADDRESS.search(text)


def _hook(scene: Scene) -> tuple[str, ...]:
    words, has_picture = scene.headline.split(), bool(scene.illustration)
    # A Chinese or Japanese character is as wide as two letters, and a sentence there has no spaces.
    room = length(scene.headline)
    if len(words) == 1 and room <= SHOUTED_LETTERS:
        return ("word", "upright") if can_stand_upright(scene.headline) and not has_picture else ("word",)
    if len(words) <= SHOUTED and room <= SHOUTED_LETTERS:
        return ("word", "impact") if has_picture else ("word",)
    if is_question(scene.headline):
        return ("question", "rise", "impact") if has_picture else ("question", "split", "strips")
    return ("rise", "impact", "statement") if has_picture else posters_for(scene.headline)


def _benefit(scene: Scene) -> tuple[str, ...]:
    """A promise without a picture is set in type alone: an ornament in a picture's place would be filler."""
    return ("spotlight", "note", "showcase") if scene.illustration else posters_for(scene.headline)


def posters_for(text: str) -> tuple[str, ...]:
    """The layouts of type alone in which ``text`` looks well: columns for Chinese and Japanese, a ruled card
    for a whole sentence, two grounds for what has two parts."""
    room, words = length(text), len(text.split())
    found = ["ghost", "framed", "statement", "tape"]
    if words > 1 or room >= SPLIT_LETTERS:
        found.append("strips")
    if room >= SPLIT_LETTERS:
        found.append("split")
    if words >= CARD_WORDS or (words < CARD_WORDS and room >= CARD_LETTERS):
        found.append("card")
    # What only these scripts can do is what looks most like an ad from there.
    return (*["upright"] * 4, *found) if can_stand_upright(text) else tuple(found)


def _number(scene: Scene) -> tuple[str, ...]:
    """Only short figures can be as wide as the frame."""
    return ("gauge", "seal", "giant") if 1 <= len(scene.figure) <= GIANT else ("gauge", "seal")


def _place(scene: Scene) -> tuple[str, ...]:
    said = f"{scene.headline}. {scene.detail}"
    if not tells_hours(said):
        return ("map", "signpost")
    return ("clock", "door") if times_in(f"{said} {scene.narration}") else ("door",)


def _offer(scene: Scene) -> tuple[str, ...]:
    if scene.code and scene.figure:
        # The stub of a ticket bears a code or what the figure counts, not both.
        return ("price",)
    if scene.was or scene.code or scene.deadline:
        return ("price", "ticket") if scene.figure else ("ticket",)
    if scene.detail:
        return ("price", "ticket") if scene.figure else ("ticket",)
    if scene.figure:
        return ("ticket", "seal", "price")
    # A sentence on a seal would be small print.
    return ("ticket", "seal") if length(scene.headline) <= SEALED_LETTERS else ("ticket",)


def _steps(scene: Scene) -> tuple[str, ...]:
    timed = sum(bool(moment_in(item).when) for item in scene.items)
    return ("timeline",) if timed * 2 > len(scene.items) else ("path", "timeline")


def _gallery(scene: Scene) -> tuple[str, ...]:
    shown = {name for name in (scene.illustration, *scene.illustrations) if name}
    return ("wall", "prints") if len(shown) < 5 or any(map(number_in, shown)) else ("wall",)


_WANTED = {
    Intent.HOOK: _hook,
    Intent.BENEFIT: _benefit,
    Intent.NUMBER: _number,
    Intent.PLACE: _place,
    Intent.OFFER: _offer,
    Intent.STEPS: _steps,
    Intent.GALLERY: _gallery,
}
