"""The script in a real browser: read, changed, kept, asked for again and chosen, then made."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Identity
from ads import documents, queries
from ads.states import Status

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESC = (
    "Small-batch coffee, roasted on Tuesdays and at your door by Friday. Three beans: Harbour, Meadow and "
    "Fjord. Free delivery over €30."
)


def test_from_the_brief_over_the_script_to_the_making(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    who = person()
    page = page_of(who)
    page.goto("/new")
    page.get_by_label("Product or brand").fill("Nordwind Coffee")
    page.get_by_label("What should people know?").fill(DESC)
    page.get_by_role("button", name="Read the script first").click()
    page.wait_for_url("**/script")
    expect(page.get_by_text("Written by rules (embedded copywriter)")).to_be_visible()

    page.get_by_role("group", name="Scene 1").get_by_label("Spoken").fill("Good morning, coffee lovers.")
    page.get_by_role("button", name="Save and check").click()
    expect(page.get_by_text("Your words")).to_be_visible()
    second = page.get_by_role("group", name="Scene 2").get_by_label("Spoken").input_value()
    page.get_by_role("group", name="Scene 2").get_by_label("Keep this scene").check()
    page.get_by_role("button", name="Write the other scenes again").click()
    expect(page.get_by_text("Here is another script.")).to_be_visible()
    lines = [field.input_value() for field in page.get_by_label("Spoken").all()]
    page.get_by_role("button", name="Show me other openings").click()
    expect(page.get_by_role("button", name="Use this one")).to_have_count(3)
    page.get_by_role("button", name="Use this one").nth(1).click()
    expect(page.get_by_text("That script is yours now.")).to_be_visible()
    chosen = page.get_by_role("group", name="Scene 1").get_by_label("Spoken").input_value()
    page.get_by_role("button", name="Make the video").click()
    expect(page.get_by_role("progressbar")).to_be_visible()

    [ad] = queries.ads_of(who.user_id).ads
    script = documents.script(ad)
    assert "Good morning, coffee lovers." in lines
    assert second in lines
    assert script
    assert (ad.status, ad.stages_done, script.scenes[0].spoken) == (Status.IN_PROGRESS, 1, chosen)


def test_leaving_with_words_that_are_not_saved_is_asked_about(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.goto("/new?example=coffee")
    page.get_by_role("button", name="Read the script first").click()
    page.wait_for_url("**/script")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.get_by_role("group", name="Scene 1").get_by_label("Spoken").press_sequentially("!")
    page.get_by_role("link", name="Change the brief").click()
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert page.url.endswith("/script")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_script_fits_every_screen(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity], scheme: str
) -> None:
    page = page_of(person())
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/new?example=app")
    page.get_by_label("Product or brand").fill("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen")
    page.get_by_role("button", name="Read the script first").click()
    page.wait_for_url("**/script")
    page.get_by_role("button", name="Show me other openings").click()
    page.wait_for_url("**#variants")

    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")

    for width in (320, 375, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) <= 0, width


def test_on_a_phone_the_script_is_made_from_wherever_one_reads(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto("/new?example=coffee")
    page.get_by_role("button", name="Read the script first").click()
    page.wait_for_url("**/script")

    first, last = page.get_by_label("Spoken").first, page.get_by_label("Spoken").last
    first.scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Make the video")).to_be_in_viewport()
    last.focus()
    make, field = page.get_by_role("button", name="Make the video").bounding_box(), last.bounding_box()

    assert make
    assert field
    assert field["y"] + field["height"] <= make["y"]
