"""Which pictures play in which scene. Only what is surely talked about is shown; the product before all else.

A picture that comes again and again makes an ad look like a form that was filled in. So each plays once, and only
the product's own, the hero, comes back (``appearances``); a scene that is left without one is set in type.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from generation.studio.direction.appearances import hero_scenes
from generation.studio.direction.heroes import hero_of, nameless
from generation.studio.illustrations import Match, find_all
from generation.studio.illustrations.nouns import ENGLISH
from generation.studio.illustrations.places import Place
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene

SURE = 0.9
LIKELY = 0.74
_HEARD = 5
_WISHED_FIRST = 3
"""What a wish names first is what the scene is about: no beer tent for "three traction engines, a beer tent"."""

COMPANIONS = 2
HERO_FIRST = {Intent.HOOK, Intent.PRODUCT}
HERO_AGAIN = {Intent.HOOK, Intent.PRODUCT, Intent.OFFER, Intent.QUOTE}
FIGURES = {Intent.OFFER, Intent.NUMBER}
ITEMS = {Intent.LIST, Intent.STEPS}


def cast(
    scenes: Sequence[Scene],
    written: Sequence[ScriptScene],
    *,
    about: str,
    brand: str = "",
    language: str = ENGLISH,
) -> tuple[Scene, ...]:
    """The scenes with their pictures. None leads two scenes but the product's own, the hero."""
    hero = hero_of(about, brand=brand, language=language)
    read = [
        _without_names(scene, script.visual_description, brand=brand, about=about, language=language)
        for scene, script in zip(scenes, written, strict=True)
    ]
    casts = [_Casting(scene, wish, about, hero, language) for scene, wish in read]
    starring = hero_scenes([scene.kind for scene in scenes], named=[one.names_hero() for one in casts])
    used, done = set[str](), []
    for i, (scene, casting) in enumerate(zip(scenes, casts, strict=True)):
        barred = used - {hero} if i in starring else used | {hero}
        lead, companions = casting.pictures(barred=barred)
        used |= {lead, *companions}
        done.append(replace(scene, illustration=lead, illustrations=companions))
    return tuple(done)


def _without_names(scene: Scene, wish: str, *, brand: str, about: str, language: str) -> tuple[Scene, str]:
    """The scene, and what is wished for it, as casting reads them: nobody's name is taken for a thing."""

    def bare(text: str) -> str:
        return nameless(text, brand=brand, about=about, language=language)

    read = replace(
        scene,
        headline=bare(scene.headline),
        narration=bare(scene.narration),
        detail=bare(scene.detail),
        items=tuple(bare(item) for item in scene.items),
    )
    return read, bare(wish)


class _Casting:
    """The choice for one scene."""

    def __init__(self, scene: Scene, wish: str, about: str, hero: str, language: str) -> None:
        self._scene, self._wish, self._about = scene, wish, about
        self._hero, self._language = hero, language

    def names_hero(self) -> bool:
        """Whether the scene talks about what the ad is about."""
        both = (*self._read(), *self._find(self._scene.narration))
        return self._hero in {match.name for match in both if match.place is Place.MAIN}

    def pictures(self, *, barred: Collection[str]) -> tuple[str, tuple[str, ...]]:
        """(the picture that leads the scene, its companions), none of them ``barred``; for lists one companion
        for each entry, whatever was shown before."""
        scene = self._scene
        if scene.kind is Intent.PLACE:
            # Its picture is the map, the clock or the sign.
            return "", ()
        if scene.kind in ITEMS:
            each = tuple(self._of_an_item(item) for item in scene.items)
            return next(filter(None, each), ""), each
        if scene.kind is Intent.ACTION:
            # The last picture is the one that is remembered: what the ad is about, and not what one does then.
            return self._hero, ()
        read, heard = self._read(), self._find(scene.narration)
        lead = next((name for name in self._by_rank(read, heard) if name not in barred), "")
        sure = dict.fromkeys(
            match.name for match in read if _may_accompany(match) and match.place is Place.MAIN
        )
        beside = [name for name in sure if name != lead and name not in barred]
        return lead, tuple(beside)[:COMPANIONS] if lead else ()

    def _by_rank(self, read: Sequence[Match], heard: Sequence[Match]) -> Iterable[str]:
        """Names for the scene's lead, the best first."""
        about_it = [match for match in read if match.place is Place.MAIN]
        telling = [match.name for match in about_it if not match.is_generic and match.certainty >= SURE]
        hero = [self._hero] if self._hero else []
        wished = [m.name for m in self._find(self._wish) if _may_accompany(m) and m.position < _WISHED_FIRST]
        # What is sold with it is not what is sold: the cheese of "five cheeses, fig mustard and a knife".
        is_named = self._hero in {match.name for match in read}
        if self._scene.kind in HERO_FIRST or (is_named and self._scene.kind in HERO_AGAIN):
            yield from hero
            if is_named:
                return
        if self._hero and self._scene.kind is Intent.HOOK:
            # An opening that is not about the product may be about anything: it is set in type.
            return
        yield from telling
        if self._hero and self._scene.kind is Intent.OFFER:
            yield self._hero
            return
        # Beside a figure a sign for "free" or for a clock says nothing that the words do not.
        is_figure = self._scene.kind in FIGURES
        yield from (match.name for match in about_it if not (is_figure and match.is_generic))
        yield from (match.name for match in read if not match.is_generic and match.certainty >= LIKELY)
        if self._hero:
            # What is weaker was never chosen before the hero, and is no better where the hero may not play.
            yield self._hero
            return
        yield from (match.name for match in heard if _may_accompany(match) and match.position <= _HEARD)
        yield from wished

    def _read(self) -> Sequence[Match]:
        scene = self._scene
        return [
            match for text in (scene.headline, scene.figure_label, scene.detail) for match in self._find(text)
        ]

    def _find(self, text: str) -> Sequence[Match]:
        return find_all(text, about=self._about, language=self._language)

    def _of_an_item(self, item: str) -> str:
        found = self._find(item)
        fitting = [match for match in found if match.certainty >= LIKELY or match.place is Place.MAIN]
        return fitting[0].name if fitting else ""


def _may_accompany(match: Match) -> bool:
    """Whether a picture may stand beside another one: only a thing that is named, not merely suggested."""
    return match.certainty >= LIKELY and not match.is_generic
