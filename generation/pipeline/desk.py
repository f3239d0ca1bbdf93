"""The writer's desk: a script is written, changed and judged while its reader waits. ``ads.desk`` calls it by name.

Rules write without CrewAI, whose import alone takes longer than a script.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.conf import settings
from pydantic import TypeAdapter

from ads.desk import Pages, SceneText
from ads.models import Ad
from ads.questions import TooLittleSaid
from ads.seeds import seed_of
from generation import crew
from generation.crew import own_script
from generation.crew.brief import Brief
from generation.crew.draft import Draft, Idea
from generation.crew.errors import LanguageNotWritten, NothingToSay, WritingError
from generation.crew.review import reviewed_by_rules
from generation.crew.usage import bill
from generation.pipeline.amending import amended
from generation.pipeline.briefing import crew_brief
from vigen_site.errors import Invalid, Unavailable

VARIANTS = 3
Json = dict[str, Any]
DRAFT = TypeAdapter(Draft)


def write(ad: Ad) -> Pages:
    """A script of the ad's brief: the person's own where the brief brings one."""
    brief, lines = _brief(ad), ad.the_brief.script
    if lines:
        script = own_script.own_script(brief, lines)
        sources = tuple((line,) for line in lines)
        draft = Draft(Idea(script.scenes[0].narration, ()), script, own_script.WRITER, sources)
        return _pages(brief, draft, edited=range(1, len(lines) + 1))
    with _refusals():
        written = crew.variants(brief, count=1)[0] if _llm() is None else _of_a_model(brief)
    return _pages(brief, written)


def rewrite(ad: Ad, draft: Json, *, keep: Sequence[int]) -> Pages:
    """Other scenes than those of ``draft``; those in ``keep`` (numbers from 1) stay as they are."""
    brief, before = _brief(ad), DRAFT.validate_python(draft)
    locked = frozenset(number - 1 for number in keep)
    with _refusals():
        found = crew.rewrite(brief, before, locked, seed=seed_of(ad) + before.turn + 1, llm=_llm())
    after = dataclasses.replace(found, turn=before.turn + 1)
    own = set(draft.get("edited", ()))
    moved = dict(zip(sorted(keep), [place + 1 for place in after.kept], strict=False))
    return _pages(brief, after, edited=[moved[number] for number in sorted(own & set(moved))])


def variants(ad: Ad, draft: Json | None) -> list[Pages]:
    """Up to three scripts that open differently from each other, and from ``draft``."""
    brief = _brief(ad)
    known = {_opening(DRAFT.validate_python(draft))} if draft else set()
    with _refusals():
        llm = _llm()
        # Rules are asked for more than are shown, which costs nothing: some briefs open alike again and again.
        count = 2 * VARIANTS if llm is None else VARIANTS + len(known)
        found = crew.variants(brief, count=count, llm=llm)
    return [_pages(brief, one) for one in found if _opening(one) not in known][:VARIANTS]


def change(ad: Ad, draft: Json, scenes: Sequence[SceneText]) -> Pages:
    """``draft`` with a person's words in it, judged as a script of their own."""
    brief, before = _brief(ad), DRAFT.validate_python(draft)
    script, changed = amended(brief, before.script, scenes)
    own = set(draft.get("edited", ()))
    still = {number for number, text in enumerate(scenes, start=1) if text.origin in own}
    sources = tuple(_source_of(before, text) for text in scenes)
    after = dataclasses.replace(before, script=script, sources=sources, kept=())
    return _pages(brief, after, edited=sorted({*changed, *still}))


def judge(ad: Ad, draft: Json) -> Json:
    """The review of ``draft`` as it is."""
    return _pages(_brief(ad), DRAFT.validate_python(draft), edited=draft.get("edited", ())).review


def _of_a_model(brief: Brief) -> Draft:
    written: Draft = import_module("generation.crew.crew").write(brief, llm=_llm())
    return written


def _llm() -> Any:
    """The model that the settings name; None where rules write."""
    if str(settings.LLM).partition("/")[0] == "embedded":
        return None
    return import_module("generation.pipeline.models_in_use").writer()


def _pages(brief: Brief, draft: Draft, *, edited: Sequence[int] = ()) -> Pages:
    """A draft as its files hold it. One with a person's words in it is stopped only by what no ad may say."""
    review = reviewed_by_rules if not edited else own_script.reviewed_own
    told = dataclasses.asdict(review(brief, draft.script))
    return Pages(
        DRAFT.dump_python(draft, mode="json") | {"edited": list(edited)},
        told,
        bill(draft.calls, prices=settings.LLM_PRICES),
    )


def _opening(draft: Draft) -> str:
    return draft.script.scenes[0].narration


def _source_of(before: Draft, text: SceneText) -> tuple[str, ...]:
    """The words of the brief that a scene rests on; of a new one, its own."""
    known = 0 < text.origin <= len(before.sources)
    return before.sources[text.origin - 1] if known else (text.spoken,)


def _brief(ad: Ad) -> Brief:
    return crew_brief(ad.the_brief, seed=seed_of(ad))


@contextmanager
def _refusals() -> Iterator[None]:
    """What the crew cannot write, in words at the field of the brief that is at fault."""
    try:
        yield
    except NothingToSay as error:
        raise TooLittleSaid(error.questions) from error
    except LanguageNotWritten as error:
        raise Invalid(errors={"language": [str(error)]}) from error
    except WritingError as error:
        raise Unavailable(str(error)) from error
