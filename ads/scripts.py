"""The script of an ad that is not being made: written ahead, changed, asked for again, chosen among variants.

Every change names the version of the ad that it was made on: of two windows,
the second to save is told so. What is saved stands in the record as the work
of the first stage, so that making the ad goes on with the review.
"""

from collections.abc import Sequence
from typing import Any

from django.core.cache import cache

from ads import documents, lifecycle, queries, script_files, services
from ads.briefs import Brief
from ads.clean_text import clean
from ads.desk import Pages, SceneText, desk
from ads.lines import FEWEST_LINES, LONGEST_LINE, MOST_LINES
from ads.models import Ad
from ads.script_files import SCRIPT, ScriptChanged
from ads.states import Stage, Status
from vigen_site.errors import DomainError, Invalid, NotFound

MOST_WORDS_SHOWN, LONGEST_SHOWN = 8, 80


def draft(*, user_id: str, brief: Brief, once_key: str = "") -> Ad:
    """An ad of which only the script is written, for its owner to read before anything is made."""
    ad, is_new = services.prepare(user_id=user_id, brief=brief, once_key=once_key)
    if not is_new:
        return ad
    ad.script_generation = script_files.first_record(ad, desk().write(ad))
    ad.stages_done = Stage.REVIEW.number
    return services.keep_draft(ad, brief=brief, once_key=once_key)


def save(*, user_id: str, run_id: str, version: int, scenes: Sequence[SceneText]) -> Ad:
    """Put a person's words into the script. Raises Invalid with a sentence for each scene that breaks a rule."""
    ad = _at_rest(user_id, run_id, version)
    texts = checked(scenes)
    written = script_files.script_of(ad)
    if _is_unchanged(written, texts) and script_files.is_first_stages(ad):
        return ad
    return script_files.store(ad, desk().change(ad, written, texts))


def rewrite(*, user_id: str, run_id: str, version: int, keep: Sequence[int] = ()) -> Ad:
    """Have the script written anew, save for the scenes whose numbers are in ``keep``."""
    ad = _at_rest(user_id, run_id, version)
    if SCRIPT not in ad.artefacts or (ad.stages_done == 0 and not keep):
        return script_files.store(ad, desk().write(ad))
    written = script_files.script_of(ad)
    kept = _kept(keep, len(script_files.scenes_of(written)))
    return script_files.store(ad, desk().rewrite(ad, written, keep=kept))


def suggest(*, user_id: str, run_id: str, version: int) -> Ad:
    """Have up to three scripts written that open differently; the ad's own stays as it is until one is chosen."""
    ad = _at_rest(user_id, run_id, version)
    written = script_files.script_of(ad) if SCRIPT in ad.artefacts else None
    return script_files.store_variants(ad, desk().variants(ad, written))


def choose(*, user_id: str, run_id: str, version: int, number: int) -> Ad:
    """Take one of the variants (from 1) as the script. The one before takes its place in the list."""
    ad = _at_rest(user_id, run_id, version)
    found = script_files.variants_of(ad)
    if not 1 <= number <= len(found):
        raise NotFound("There is no such variant. Ask for variants first.")
    chosen = found[number - 1]
    before = script_files.both(ad)
    if before is not None:
        found[number - 1] = before
    return script_files.store(ad, Pages(chosen["draft"], chosen["review"]), variants=found)


def review(ad: Ad) -> documents.Review | None:
    """The review of the ad's script: the one that is stored, else, of a script that was refused, one held now."""
    stored = documents.review(ad)
    if stored is not None or ad.error_code != lifecycle.SCRIPT_REFUSED:
        return stored
    key = f"judged:{ad.artefacts.get(SCRIPT)}"
    held = cache.get(key)
    if held is None:
        try:
            held = desk().judge(ad, script_files.script_of(ad))
        except (DomainError, ValueError):
            return None
        cache.set(key, held, documents.CACHED_SECONDS)
    return documents.review_in(held)


def make(*, user_id: str, run_id: str) -> Ad:
    """Make the ad with the script as it is: the run goes on with the review."""
    return services.retry(user_id=user_id, run_id=run_id, start=Stage.REVIEW)


def checked(scenes: Sequence[SceneText]) -> tuple[SceneText, ...]:
    """The scenes, cleaned, without those that were emptied. Raises Invalid, at ``scene-N`` and ``scenes``."""
    given = [SceneText(one.origin, _line(one.shown), _line(one.spoken)) for one in scenes]
    errors = {f"scene-{n}": found for n, one in enumerate(given, start=1) if (found := _wrong_with(one))}
    left = tuple(one for one in given if one.shown or one.spoken)
    if not FEWEST_LINES <= len(left) <= MOST_LINES:
        errors["scenes"] = [f"A script has {FEWEST_LINES} to {MOST_LINES} scenes; this one has {len(left)}."]
    if errors:
        raise Invalid(errors=errors)
    return left


def _wrong_with(scene: SceneText) -> list[str]:
    if not scene.shown and not scene.spoken:
        return []
    words, found = len(scene.shown.split()), []
    if not words:
        found.append("Nothing is shown. Write at least one word for the picture.")
    elif words > MOST_WORDS_SHOWN or len(scene.shown) > LONGEST_SHOWN:
        found.append(
            f"{words} words are too many for the picture; {MOST_WORDS_SHOWN} short ones are the most."
        )
    if not scene.spoken:
        found.append("Nothing is said. Write a sentence, or empty both fields to take the scene out.")
    elif len(scene.spoken) > LONGEST_LINE:
        found.append(f"{len(scene.spoken)} characters are too many to say; {LONGEST_LINE} are the most.")
    return found


def _line(text: str) -> str:
    return clean(text).replace("\n", " ")


def _at_rest(user_id: str, run_id: str, version: int) -> Ad:
    ad = queries.ad_for(user_id, run_id)
    if ad.status == Status.IN_PROGRESS:
        raise services.BusyNow
    if ad.version != version:
        raise ScriptChanged
    return ad


def _kept(keep: Sequence[int], count: int) -> list[int]:
    kept = sorted(set(keep))
    if any(not 1 <= number <= count for number in kept):
        raise Invalid(errors={"keep": [f"The script has the scenes 1 to {count}."]})
    if len(kept) == count:
        raise Invalid(
            errors={"keep": ["Every scene is kept, so nothing is left to write. Free one of them."]}
        )
    return kept


def _is_unchanged(written: dict[str, Any], texts: Sequence[SceneText]) -> bool:
    before = [(one.get("on_screen_text"), one.get("narration")) for one in script_files.scenes_of(written)]
    in_place = [text.origin for text in texts] == [*range(1, len(before) + 1)]
    return in_place and before == [(text.shown, text.spoken) for text in texts]
