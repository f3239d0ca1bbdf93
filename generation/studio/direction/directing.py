"""Directs an ad: what each scene shows and how, the look, the music, the end card."""

import re
from dataclasses import replace

from generation.studio.design import look_for
from generation.studio.design.brand_palette import colorful
from generation.studio.design.tongues import subject_of
from generation.studio.direction.casting import LIKELY, cast
from generation.studio.direction.currencies import shown
from generation.studio.direction.emphasis import emphasis_in
from generation.studio.direction.kinds import designed
from generation.studio.direction.layouts import laid_out
from generation.studio.direction.moods import mood_for
from generation.studio.direction.photographs import own_colors, photographed
from generation.studio.direction.wording import (
    WEAK_ENDS,
    capitalised,
    contains,
    overlaps,
    same,
    shortened,
    tidy,
    word_count,
)
from generation.studio.errors import ScriptUnusable
from generation.studio.formats import FORMATS
from generation.studio.illustrations import find_all
from generation.studio.pictures.picture import Picture
from generation.studio.scenes import LAYOUTS
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Scene, Storyboard

LONGEST_CALL = 5
"""Words on the button of the end card."""

LONGEST_TAGLINE = 6


def direct(  # noqa: PLR0913 - a brief has that many sides, all but two of them optional
    script: Script,
    *,
    brand: str,
    tone: str,
    about: str,
    brand_colors: tuple[str, ...] = (),
    contact: str = "",
    format_name: str = "9:16",
    length: float = 15.0,
    seed: int = 0,
    voice: str = "af_heart",
    pictures: tuple[Picture, ...] = (),
    logo: Picture | None = None,
    is_paid: bool = False,
) -> Storyboard:
    """The storyboard of a script. The same arguments give the same storyboard.

    ``tone`` and ``about`` are free text; ``about`` is everything the brief says
    about the product, and decides on colours and pictures. ``length`` in
    seconds. ``pictures`` and ``logo`` are the customer's own; their colours are
    the brand's when ``brand_colors`` are not given. ``is_paid`` keeps words out of what apps lay over
    films that are paid for. Scripts with holes are mended: scenes without words are left out,
    long texts are cut, a missing end card is added. Raises ScriptUnusable when
    nothing is left to show or say, and ValueError for an unknown format.
    """
    if format_name not in FORMATS:
        raise ValueError(f"There is no format “{format_name}”. Choose one of {', '.join(FORMATS)}.")
    call = _call(script, brand=brand)
    usable = tuple(shown(scene, script.language) for scene in _usable(script))
    written = _with_end_card(usable, call=call, brand=brand)
    # Grey photographs say nothing about a brand: then tone and subject choose.
    colors = brand_colors or colorful(own_colors(pictures, logo))
    look = look_for(
        tone=tone, about=f"{_subject(about, script.language)} {about}", brand_colors=colors, seed=seed
    )
    scenes = _scenes(written, brand=tidy(brand), call=call, about=about, language=script.language, seed=seed)
    return Storyboard(
        brand=tidy(brand),
        scenes=photographed(
            scenes,
            pictures=pictures,
            has_logo=logo is not None,
            seed=seed,
            language=script.language or "en",
        ),
        look=look,
        call_to_action=call,
        contact=tidy(contact),
        language=script.language or "en",
        seed=seed,
        music_mood=mood_for(tone, energy=look.energy),
        voice=voice,
        format_name=format_name,
        length=length,
        pictures=pictures,
        logo=logo,
        is_paid=is_paid,
    )


def _subject(about: str, language: str) -> str:
    """What a text in another language is about, in the English words that palettes know."""
    known = subject_of(about, language)
    if known:
        return known
    if not language or language.lower().startswith("en"):
        return ""
    found = find_all(about, language=language)
    return " ".join(match.name.replace("-", " ") for match in found if match.certainty >= LIKELY)


def _scenes(
    written: tuple[ScriptScene, ...], *, brand: str, call: str, about: str, language: str, seed: int
) -> tuple[Scene, ...]:
    scenes = [_without_echo(designed(scene), brand=brand) for scene in written]
    scenes[-1] = _with_tagline(scenes[-1], scenes[:-1], brand=brand, call=call)
    scenes = [_stressed(scene, brand=brand) for scene in scenes]
    played = cast(scenes, written, about=about, brand=brand, language=language or "en")
    return laid_out(played, layouts=LAYOUTS, seed=seed)


def _with_tagline(card: Scene, others: list[Scene], *, brand: str, call: str) -> Scene:
    """An end card that would say the button's words twice says again what the product is."""
    if not overlaps(card.headline, call):
        return card
    products = (scene.headline for scene in others if scene.kind is Intent.PRODUCT)
    promise = next((text for text in products if not contains(text, brand)), card.headline)
    return replace(card, headline=promise if word_count(promise) <= LONGEST_TAGLINE else card.headline)


def _stressed(scene: Scene, *, brand: str) -> Scene:
    """A name is not taken apart: no word of it weighs more than another."""
    if same(scene.headline, brand):
        return scene
    stress = emphasis_in(scene)
    is_part = bool(brand) and brand in scene.headline and contains(brand, stress)
    return replace(scene, emphasis=brand if is_part else stress)


def _without_echo(scene: Scene, *, brand: str) -> Scene:
    """A list or steps whose title only repeats the entries are headed by the brand instead; an offer that is
    only headed by the brand, by what is said of it."""
    if scene.kind is Intent.OFFER and not scene.figure and same(scene.headline, brand):
        told, _ = shortened(scene.narration.rstrip(" .!"))
        return replace(scene, headline=capitalised(told)) if told and not contains(told, brand) else scene
    repeats = sum(contains(scene.headline, item) for item in scene.items)
    is_echo = (
        scene.kind in {Intent.LIST, Intent.STEPS}
        and len(scene.items) >= 2
        and repeats >= len(scene.items) - 1
    )
    return replace(scene, headline=brand, detail="") if is_echo and brand else scene


def _usable(script: Script) -> tuple[ScriptScene, ...]:
    """The scenes that say something; only the last may be the call to action, only the first the hook."""
    filled = [scene for scene in script.scenes if tidy(scene.on_screen_text) or tidy(scene.narration)]
    if not filled:
        raise ScriptUnusable("The script has no scene with words in it. Write the script again.")
    last = len(filled) - 1
    return tuple(_in_place(scene, is_first=i == 0, is_last=i == last) for i, scene in enumerate(filled))


def _in_place(scene: ScriptScene, *, is_first: bool, is_last: bool) -> ScriptScene:
    misplaced_call = scene.intent is Intent.ACTION and not is_last
    misplaced_hook = scene.intent is Intent.HOOK and not is_first
    return replace(scene, intent=Intent.BENEFIT) if misplaced_call or misplaced_hook else scene


def _call(script: Script, *, brand: str) -> str:
    """What the button says: the script's call to action, else what its last scene calls for."""
    text = (tidy(script.call_to_action) or _closing(script) or _invitation(script, brand)).rstrip(".")
    if word_count(text) > LONGEST_CALL:
        text = re.sub(r"\s(?:today|now|right away|this week)!?$", "", text, flags=re.IGNORECASE)
    short = shortened(text, most=LONGEST_CALL)[0]
    cuts_the_name = contains(text, brand) and not contains(short, brand)
    return _without_name(text, brand, script.language) if cuts_the_name else short


def _without_name(text: str, brand: str, language: str) -> str:
    """A call that is too long with the name in it: the card bears the name already, in large letters."""
    rest = tidy(re.sub(re.escape(tidy(brand)), " ", text, flags=re.IGNORECASE))
    if language and not language.lower().startswith("en"):
        return tidy(brand) if word_count(rest) < 2 else rest
    words = [word for word in rest.split() if word.lower() not in {"today", "now"}]
    while len(words) > 1 and words[-1].lower() in WEAK_ENDS:
        words.pop()
    begun = " ".join(words)
    if begun.lower() in {"try", "get", "download"}:
        return f"{begun} it today"
    if begun.lower().endswith(("visit", "call", "see", "meet", "join")):
        return f"{begun} us"
    return f"{begun} more" if begun.lower() in {"discover", "see"} else begun or "Find out more"


def _closing(script: Script) -> str:
    last = script.scenes[-1] if script.scenes else None
    if last is None or last.intent is not Intent.ACTION:
        return ""
    return tidy(last.on_screen_text) or tidy(last.narration)


def _invitation(script: Script, brand: str) -> str:
    """In a language that is not known here the name is the only safe thing to say."""
    return "Find out more" if script.language.lower().startswith("en") else tidy(brand)


def _with_end_card(scenes: tuple[ScriptScene, ...], *, call: str, brand: str) -> tuple[ScriptScene, ...]:
    """The scenes, ending with the call to action; one that is missing is added and spoken."""
    if scenes[-1].intent is Intent.ACTION:
        return scenes
    if same(scenes[-1].on_screen_text, call):
        return (*scenes[:-1], replace(scenes[-1], intent=Intent.ACTION))
    card = ScriptScene(Intent.ACTION, on_screen_text=call, narration=f"{tidy(brand)}. {call}.")
    return (*scenes, card)
