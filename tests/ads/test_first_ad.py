"""The first minute: from the start page, or from the empty list, to a first ad."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from accounts.models import Identity
from ads import queries
from ads.briefs import Brief
from vigen_site.pages import LARGEST_KEPT

WORDS = {
    "name": "Kiosk am Eck",
    "desc": "Fresh coffee and newspapers at the corner of Lindenstrasse. Coffee 2 euros, open from 6 am.",
}
NEW = {"full_name": "Kim", "email": "kim@example.com", "password": "correct horse battery 9"}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")


def text(response: Any) -> str:
    return unescape(response.content.decode())


def quick_form(response: Any) -> dict[str, str]:
    """What the form with two fields would send."""
    form = re.search(r'<form class="form quick-brief".*?</form>', text(response), re.DOTALL)
    assert form
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return {name: value for name, value in hidden if name != "csrfmiddlewaretoken"} | WORDS


def test_two_fields_of_the_empty_list_make_an_ad_with_every_default(signed_in: Client) -> None:
    answer = signed_in.post("/new", quick_form(signed_in.get("/")))

    [ad] = queries.ads_of(signed_in.person.user_id).ads  # type: ignore[attr-defined]
    assert answer["Location"] == f"/ads/{ad.run_id}"
    assert ad.the_brief == Brief(**WORDS)


def test_what_is_missing_is_told_on_the_full_page_with_every_default_in_place(signed_in: Client) -> None:
    page = text(signed_in.post("/new", quick_form(signed_in.get("/")) | {"desc": ""}))

    assert "Describe what you sell" in page
    assert 'value="Kiosk am Eck"' in page
    assert '<option value="1.0" selected>' in page
    assert '<details class="more">' in page


def test_a_list_with_ads_has_no_such_form(signed_in: Client) -> None:
    signed_in.post("/new", quick_form(signed_in.get("/")))

    assert "quick-brief" not in text(signed_in.get("/"))
    assert "quick-brief" not in text(signed_in.get("/?status=failed"))


def test_a_visitor_writes_first_and_finds_it_after_signing_up(client: Client, visitor: object) -> None:
    door = client.post("/begin", quick_form(client.get("/")), follow=True)
    page = client.post("/account/sign-up", {**NEW, "next": "/new"}, follow=True)

    assert door.redirect_chain == [("/account/sign-up?next=/new", 302)]
    assert "What you wrote is kept." in text(door)
    assert page.redirect_chain == [("/new", 302)]
    assert "Welcome. Here is what you wrote" in text(page)
    assert 'value="Kiosk am Eck"' in text(page)
    assert WORDS["desc"] in text(page)


def test_a_visitor_who_has_an_account_finds_it_after_signing_in(
    client: Client, person: Callable[..., Identity]
) -> None:
    client.post("/begin", quick_form(client.get("/")))
    door = text(client.get("/account/sign-in?next=/new"))
    sent = {"username": person().email, "password": NEW["password"], "next": "/new"}
    page = client.post("/account/sign-in", sent, follow=True)

    assert "What you wrote is kept: sign in, and it is there." in door
    assert "had run out" not in door
    assert WORDS["desc"] in text(page)


def test_strangers_cannot_fill_the_store_of_kept_forms(
    client: Client, visitor: object, settings: Settings
) -> None:
    refused = client.post("/begin", {**WORDS, "desc": "x" * LARGEST_KEPT})
    assert "kept_form" not in client.session
    assert refused.status_code == 429
    assert "This cannot be kept for you right now." in text(refused)
    assert "x" * LARGEST_KEPT in text(refused)

    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "keep": "2/3600s"}
    kept = []
    for _ in range(4):
        stranger = Client()
        stranger.post("/new", WORDS)
        kept.append("kept_form" in stranger.session)
    assert kept == [True, True, False, False]


@pytest.mark.browser
def test_the_sample_film_plays_where_it_stands(page: Page) -> None:
    page.goto("/")
    film = page.get_by_label("A finished ad for a bakery")
    page.get_by_role("button", name="Watch an ad").click()

    expect(film).to_have_js_property("paused", value=False)
    expect(film).to_be_focused()
    expect(page.get_by_role("button", name="Watch an ad")).to_be_hidden()


@pytest.mark.browser
def test_from_the_start_page_to_an_ad_in_the_making(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Product or brand").fill(WORDS["name"])
    page.get_by_label("What should people know?").fill(WORDS["desc"])
    page.get_by_role("button", name="Make my ad").click()
    page.get_by_label("Name").fill("Kim")
    page.get_by_label("E-mail address").fill("kim-2@example.com")
    page.get_by_label("Password").fill(NEW["password"])
    page.get_by_role("main").get_by_role("button", name="Create account").click()
    page.get_by_role("button", name="Make the ad").click()

    expect(page.get_by_role("heading", name="Kiosk am Eck")).to_be_visible()
