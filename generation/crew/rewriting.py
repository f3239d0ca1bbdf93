"""The doors for a person who chooses: several scripts of one brief, and some scenes written again."""

from dataclasses import replace
from importlib import import_module
from typing import Any

from generation.crew.brief import Brief
from generation.crew.copywriter import LABEL
from generation.crew.copywriter import variants as by_rules
from generation.crew.copywriter.idea import idea_of
from generation.crew.copywriter.rewriting import rewritten
from generation.crew.copywriter.script import Written
from generation.crew.draft import Draft, Idea
from generation.crew.passing import passing


def rewrite(brief: Brief, draft: Draft, locked: frozenset[int], *, seed: int, llm: Any = None) -> Draft:
    """See ``generation.crew.rewrite``."""
    wrong = sorted(place for place in locked if not 0 <= place < len(draft.script.scenes))
    if wrong:
        raise ValueError(
            f"There is no scene {wrong[0] + 1}; the script has {len(draft.script.scenes)} scenes."
        )
    if len(locked) == len(draft.script.scenes):
        return replace(draft, kept=tuple(sorted(locked)))
    anew = replace(brief, seed=seed)
    if _is_hosted(llm):
        asked: Draft = _hosted().rewritten_by_model(anew, draft, locked, llm=llm)
        return asked
    written = passing(anew, rewritten(anew, draft.script, draft.sources, locked=locked))
    return replace(_draft(anew, written), turn=draft.turn + 1, calls=draft.calls, tokens=draft.tokens)


def variants(brief: Brief, *, count: int = 3, llm: Any = None) -> tuple[Draft, ...]:
    """See ``generation.crew.variants``."""
    if _is_hosted(llm):
        asked: tuple[Draft, ...] = _hosted().variants_by_model(brief, count=count, llm=llm)
        return asked
    return tuple(_draft(brief, passing(brief, written)) for written in by_rules.variants(brief, count=count))


def _draft(brief: Brief, written: Written) -> Draft:
    idea = idea_of(brief, written)
    return Draft(
        Idea(idea.line, idea.alternatives), written.script, LABEL, written.snippets, kept=written.kept
    )


def _is_hosted(llm: Any) -> bool:
    """Asked by its name, so that the embedded writer needs none of CrewAI."""
    return llm is not None and not str(getattr(llm, "model", "")).startswith("embedded/")


def _hosted() -> Any:
    # CrewAI takes two seconds to load, and only a hosted model needs it.
    return import_module("generation.crew.hosted")
