"""Choosing a voice: every one can be heard first, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Identity
from ads import queries

pytestmark = pytest.mark.browser


@pytest.fixture
def who(person: Callable[..., Identity]) -> Identity:
    return person()


@pytest.fixture
def brief(page_of: Callable[[Identity], Page], who: Identity) -> Page:
    page = page_of(who)
    page.goto("/new?example=coffee")
    return page


def test_one_sample_plays_at_a_time_and_stops_where_it_was_started(brief: Page) -> None:
    heart, puck = (brief.get_by_role("button", name=f"Listen to {name}") for name in ("Heart", "Puck"))

    heart.focus()
    brief.keyboard.press("Enter")
    expect(heart).to_have_attribute("aria-pressed", "true")
    puck.click()
    expect(heart).to_have_attribute("aria-pressed", "false")
    expect(puck).to_have_attribute("aria-pressed", "true")
    puck.click()
    expect(puck).to_have_attribute("aria-pressed", "false")


def test_the_list_opens_at_the_language_of_the_ad(brief: Page) -> None:
    brief.get_by_label("Language", exact=True).select_option("fr")

    expect(brief.get_by_role("radio", name="Siwis")).to_be_visible()
    expect(brief.get_by_role("radio", name="Heart")).to_be_hidden()


def test_a_voice_that_was_chosen_by_keyboard_is_the_ads(brief: Page, who: Identity) -> None:
    brief.get_by_role("radio", name="Heart").focus()
    brief.keyboard.press("ArrowDown")
    brief.get_by_role("button", name="Make the ad").click()
    brief.wait_for_url("**/ads/*")

    run_id = brief.url.rpartition("/")[2]
    assert queries.ad_for(str(who.pk), run_id).the_brief.voice == "af_bella"
