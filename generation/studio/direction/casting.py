"""Which pictures play in which scene. Only what is surely talked about is shown; the product before all else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generation.studio.direction.heroes import hero_of, nameless
from generation.studio.illustrations import Match, find_all
from generation.studio.illustrations.nouns import ENGLISH
from generation.studio.illustrations.places import Place
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene

SURE = 0.9
LIKELY = 0.74
_HEARD = 5
COMPANIONS = 2
HERO_FIRST = {Intent.HOOK, Intent.PRODUCT}
HERO_AGAIN = {Intent.HOOK, Intent.PRODUCT, Intent.OFFER, Intent.QUOTE}
ITEMS = {Intent.LIST, Intent.STEPS}


def cast(
    scenes: Sequence[Scene],
    written: Sequence[ScriptScene],
    *,
    about: str,
    brand: str = "",
    language: str = ENGLISH,
) -> tuple[Scene, ...]:
    """The scenes with their pictures. None leads two scenes in a row but the product's own, the hero."""
    hero = hero_of(about, brand=brand, language=language)
    before, done = "", []
    for scene, script in zip(scenes, written, strict=True):
        read, wish = _without_names(
            scene, script.visual_description, brand=brand, about=about, language=language
        )
        casting = _Casting(read, wish, about, hero, before, language)
        before, companions = casting.pictures()
        done.append(replace(scene, illustration=before, illustrations=companions))
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
    """The choice for one scene. ``before`` is what led the scene before it."""

    def __init__(self, scene: Scene, wish: str, about: str, hero: str, before: str, language: str) -> None:
        self._scene, self._wish, self._about = scene, wish, about
        self._hero, self._before, self._language = hero, before, language

    def pictures(self) -> tuple[str, tuple[str, ...]]:
        """(the picture that leads the scene, its companions); for lists one companion for each entry."""
        scene = self._scene
        if scene.kind is Intent.PLACE:
            # Its picture is the map, the clock or the sign.
            return "", ()
        if scene.kind in ITEMS:
            each = tuple(self._of_an_item(item) for item in scene.items)
            return next(filter(None, each), ""), each
        if scene.kind is Intent.ACTION and self._hero:
            # The last picture is the one that is remembered: it is what the ad is about.
            return self._hero, ()
        read, heard = self._read(), self._find(scene.narration)
        lead = self._lead(read, heard)
        sure = dict.fromkeys(
            match.name for match in read if _may_accompany(match) and match.place is Place.MAIN
        )
        return lead, tuple(name for name in sure if name != lead)[:COMPANIONS] if lead else ()

    def _lead(self, read: Sequence[Match], heard: Sequence[Match]) -> str:
        names = list(dict.fromkeys(self._by_rank(read, heard)))
        fresh = [name for name in names if name != self._before]
        named = {match.name for match in (*read, *heard) if match.place is Place.MAIN}
        if self._before == self._hero and (self._hero in named or self._scene.kind in HERO_AGAIN):
            fresh = names
        return next(iter(fresh), "")

    def _by_rank(self, read: Sequence[Match], heard: Sequence[Match]) -> Iterable[str]:
        """Names for the scene's lead, the best first."""
        about_it = [match for match in read if match.place is Place.MAIN]
        telling = [match.name for match in about_it if not match.is_generic and match.certainty >= SURE]
        hero = [self._hero] if self._hero else []
        wished = [match.name for match in self._find(self._wish) if _may_accompany(match)]
        # What is sold with it is not what is sold: the cheese of "five cheeses, fig mustard and a knife".
        is_named = self._hero in {match.name for match in read}
        if self._scene.kind in HERO_FIRST or (is_named and self._scene.kind in HERO_AGAIN):
            yield from hero
        yield from telling
        if self._scene.kind is Intent.OFFER:
            yield from hero
        yield from (match.name for match in about_it)
        yield from (match.name for match in read if not match.is_generic and match.certainty >= LIKELY)
        yield from hero
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
