"""Whoever waits is told how many are before them, without anybody being asked for it."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import lifecycle, turns
from ads.lifecycle import Open
from ads.models import Ad

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")


@pytest.fixture
def ad(signed_in: Client, order: Callable[..., Ad]) -> Ad:
    return order(signed_in.person)  # type: ignore[attr-defined]


def run(run_id: str) -> Open:
    return Open("somebody", run_id, 0, 0, 0, None, 0.0, 0.0, 0.0, 0)


def note(*before: str, ad: Ad) -> None:
    turns.note(run(one) for one in (*before, ad.run_id))


def text(response: Any) -> str:
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    ("before", "said"),
    [((), "It is next"), (("a",), "1 ad is ahead of it"), (("a", "b", "c"), "3 ads are ahead of it")],
)
def test_the_page_and_the_card_of_an_ad_that_waits_say_how_many_are_ahead(
    signed_in: Client, ad: Ad, before: tuple[str, ...], said: str
) -> None:
    note(*before, ad=ad)

    assert said in text(signed_in.get(f"/ads/{ad.run_id}"))
    assert said in text(signed_in.get("/"))


def test_nothing_is_said_where_nobody_knows(signed_in: Client, ad: Ad) -> None:
    never_noted = turns.ahead_of(ad)
    turns.note([run("a"), run("b")])
    page = text(signed_in.get(f"/ads/{ad.run_id}"))

    assert (never_noted, turns.ahead_of(ad)) == (None, None)
    assert "Waiting for its turn" in page
    assert "ahead of it" not in page


def test_behind_very_many_no_number_is_given(ad: Ad) -> None:
    turns.note(run(str(number)) for number in range(5000))

    assert len(cache.get(turns.KEY)) == turns.MOST_NOTED + 1
    assert turns.words(turns.ahead_of(ad)) == "More than 199 ads are ahead of it"


def test_an_open_page_hears_of_it_when_the_line_moves_and_of_nothing_else(signed_in: Client, ad: Ad) -> None:
    note("a", "b", ad=ad)
    seen = {"seen": str(int(ad.version)), "done": "0", "pictures": "0", "ahead": "2 ads are ahead of it"}
    addresses = [f"/ads/{ad.run_id}/progress", f"/ads/{ad.run_id}/card"]

    unmoved = [signed_in.get(one, seen, headers=HTMX).status_code for one in addresses]
    note("b", ad=ad)
    moved = [text(signed_in.get(one, seen, headers=HTMX)) for one in addresses]

    assert unmoved == [204, 204]
    assert ["1 ad is ahead of it" in answer for answer in moved] == [True, True]


def test_an_ad_at_work_has_nobody_ahead(signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]) -> None:
    note("a", ad=ad)
    worker(ad).take()

    assert "ahead of it" not in text(signed_in.get(f"/ads/{ad.run_id}"))


def test_an_ad_that_its_worker_gave_back_waits_again(
    ad: Ad, worker: Callable[[Ad], Any], signed_in: Client, api_for: Callable[[Identity], APIClient]
) -> None:
    hand = worker(ad).take()
    hand.begin(hand_stage := next(iter(lifecycle.SHARE_OF_STAGE)))
    hand.report(hand_stage, 0.5, "Reading the brief")
    lifecycle.release(hand.claim, hand_stage, counts=False)
    note("a", ad=ad)

    api = api_for(signed_in.person)  # type: ignore[attr-defined]
    told = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]

    assert (told["ahead"], told["message"]) == (1, "Waiting for its turn")
    assert "Waiting for its turn" in text(signed_in.get(f"/ads/{ad.run_id}"))


def test_the_api_says_it_as_a_number(
    ad: Ad, signed_in: Client, api_for: Callable[[Identity], APIClient]
) -> None:
    note("a", "b", ad=ad)
    api = api_for(signed_in.person)  # type: ignore[attr-defined]

    assert api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]["ahead"] == 2
