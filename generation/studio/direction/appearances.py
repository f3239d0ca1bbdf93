"""In which scenes of an ad the product's own picture is seen: often enough to be remembered, never in all of them."""

from collections.abc import Iterator, Sequence

from generation.studio.script import Intent

_MOST = ((3, 2), (6, 3))
"""(scenes of an ad at most, appearances at most)."""

_MOST_OF_LONG = 4
_AGAIN = {Intent.OFFER, Intent.QUOTE}
_APART = 2
"""Scenes from one appearance to the next, but for those that an ad must have."""

_WITHOUT = {Intent.PLACE, Intent.LIST, Intent.STEPS}
"""Kinds that show something of their own."""


def hero_scenes(kinds: Sequence[Intent], *, named: Sequence[bool]) -> frozenset[int]:
    """The scenes (by index) that may show the hero, for scenes of these ``kinds``; ``named`` tells of each
    whether its words name the hero.

    The end card comes first, then the product (in scripts without such a scene the first promise that names the
    hero), then an opening that names it or has no product after it, then others that name it, then offers and
    quotes, each apart from those before.
    """
    most = next((count for scenes, count in _MOST if len(kinds) <= scenes), _MOST_OF_LONG)
    chosen = set[int]()
    for i, is_needed in _claims(kinds, named):
        is_apart = all(abs(i - other) >= _APART for other in chosen)
        if len(chosen) < most and (is_needed or is_apart):
            chosen.add(i)
    return frozenset(chosen)


def _claims(kinds: Sequence[Intent], named: Sequence[bool]) -> Iterator[tuple[int, bool]]:
    """(scene, whether it shows the hero even beside another one that does), the strongest claim first."""
    products = [i for i, kind in enumerate(kinds) if kind is Intent.PRODUCT]
    products = products or [i for i, kind in enumerate(kinds) if kind is Intent.BENEFIT and named[i]]
    yield from ((i, True) for i, kind in enumerate(kinds) if kind is Intent.ACTION)
    yield from ((i, True) for i in products[:1])
    yield from (
        (i, True) for i, kind in enumerate(kinds) if kind is Intent.HOOK and (named[i] or not products)
    )
    others = [i for i, kind in enumerate(kinds) if kind not in _WITHOUT]
    yield from ((i, False) for i in others if named[i])
    yield from ((i, False) for i in others if kinds[i] in _AGAIN)
