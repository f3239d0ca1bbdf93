"""The crew: who writes the script and who judges it. Plain Python; knows nothing of Django or of stored
ads.

``rewrite`` and ``variants`` are its doors for a person who chooses; ``write``, ``revise`` and ``judge`` in
``crew.py`` are those of a run.
"""

from importlib import import_module
from typing import Any

from generation.crew.brief import Brief
from generation.crew.draft import Draft
from generation.studio.english import load_spacy


def rewrite(brief: Brief, draft: Draft, locked: frozenset[int], *, seed: int, llm: Any = None) -> Draft:
    """The draft with its locked scenes (numbers from 0) word for word, and the others written anew.

    New scenes repeat no locked one; brand, offer, call to action and what must be said are there again.
    Locked scenes keep their order, and their numbers where the brief has enough to say: ``Draft.kept`` are
    their numbers now. Another ``seed`` gives other scenes. ``llm``: a hosted model from ``llm.make_llm``;
    without one, or with the embedded one, rules write, in well under a second and without CrewAI.

    Raises ValueError for a number that no scene has, NothingToSay, LanguageNotWritten, ModelFailed.
    """
    found: Draft = _doors().rewrite(brief, draft, locked, seed=seed, llm=llm)
    return found


def variants(brief: Brief, *, count: int = 3, llm: Any = None) -> tuple[Draft, ...]:
    """Up to ``count`` drafts that open differently, fewer when the brief allows no more.

    A hosted ``llm`` is asked once for all of them, and the first draft carries that call. Raises as ``rewrite``.
    """
    found: tuple[Draft, ...] = _doors().variants(brief, count=count, llm=llm)
    return found


def _doors() -> Any:
    # The parser and the rules take a second to load, which importing a brief must not cost.
    load_spacy()
    return import_module("generation.crew.rewriting")
