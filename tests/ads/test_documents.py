"""Script and review as pages read them: with no trust in the shape of the files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from accounts.models import Identity
from ads import artefacts, documents
from ads.models import Ad
from ads.states import Stage

ANY_JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=5),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["script", "scenes", "scores", "evidence", "notes", "span", "start", "items", "score", "idea"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


def test_script_and_review_are_read_as_they_were_written(
    person: Callable[..., Identity], order: Callable[..., Ad], finished: Callable[[Ad], Ad]
) -> None:
    ad = finished(order(person()))

    script, review = documents.script(ad), documents.review(ad)

    assert script is not None
    assert review is not None
    assert (script.title, script.idea, len(script.scenes)) == (
        "Nordwind Coffee",
        "Fresh has a day of the week.",
        4,
    )
    assert script.scenes[1] == documents.Scene(
        number=2,
        shown="Nordwind Coffee",
        spoken="Nordwind roasts in small batches.",
        items=(),
        start=1.0,
        intent="Opening",
    )
    assert review.scores[0] == documents.Score(
        name="Relevance to product and brand",
        value=0.92,
        evidence="What speaks for relevance to product and brand.",
    )
    assert [score.is_low for score in review.scores] == [False] * 7


def test_before_there_is_a_script_there_is_none(
    person: Callable[..., Identity], order: Callable[..., Ad]
) -> None:
    ad = order(person())

    assert (documents.script(ad), documents.review(ad)) == (None, None)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(found=ANY_JSON)
def test_no_shape_of_a_file_breaks_the_page(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    monkeypatch.setattr(documents, "_load", lambda ad, name: found)
    ad = Ad("user", "run")

    script, review = documents.script(ad), documents.review(ad)

    assert script is None or script.scenes
    assert review is None or 0 <= review.mean <= 1


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe"])
def test_a_file_that_is_damaged_or_gone_is_passed_over(
    content: bytes, tmp_path: Path, fresh_cache: None
) -> None:
    path = tmp_path / "script.json"
    path.write_bytes(content)
    key = artefacts.store(path, user_id="user", run_id="damaged", stage=Stage.SCRIPT, fence=1)
    damaged = Ad("user", "run", script_generation={"artefacts": {"script.json": key}})
    gone = Ad("user", "run", script_generation={"artefacts": {"script.json": key + "x"}})

    assert (documents.script(damaged), documents.script(gone)) == (None, None)


def test_two_attempts_at_one_stage_never_share_a_file(tmp_path: Path) -> None:
    path = tmp_path / "script.json"
    path.write_text(json.dumps({}))

    keys = {artefacts.store(path, user_id="u", run_id="r", stage=Stage.SCRIPT, fence=1) for _ in range(3)}

    assert len(keys) == 3
    assert all(key.startswith("users/u/ads/r/script_generation/1-") for key in keys)
