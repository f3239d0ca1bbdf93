"""The ads in a real browser: from the brief to the film, on narrow and wide screens, by keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Identity
from ads import queries
from ads.models import Ad
from ads.states import Stage

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 1440)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def once(page: Page, question: str) -> Any:
    """The answer about the film once it is not nothing. The page's policy forbids Playwright's own waiting."""
    wait = "film => new Promise(tell => setInterval(() => { const now = (QUESTION)(film); if (now) tell(now) }, 50))"
    return page.locator("video").evaluate(wait.replace("QUESTION", question))


def test_from_the_brief_to_the_film_without_a_reload(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    worker: Callable[[Ad], Any],
) -> None:
    who = person()
    page = page_of(who)
    page.goto("/new")
    page.get_by_label("Product or brand").fill("Nordwind Coffee")
    page.get_by_label("What should people know?").fill("Small-batch coffee, roasted on Tuesdays.")
    page.get_by_role("radio", name="1:1").check()
    page.get_by_role("button", name="Make the ad").click()
    page.wait_for_url("**/ads/*")
    [ad] = queries.ads_of(who.user_id).ads
    page.evaluate("window.sameDocument = true")

    expect(page.get_by_role("progressbar")).to_have_attribute("value", "0")
    hand = worker(ad).take()
    hand.do(Stage.SCRIPT)
    hand.begin(Stage.REVIEW)
    expect(page.get_by_text("Your Friday coffee was roasted on Tuesday.")).to_be_visible()
    expect(page.locator("#ad-news")).to_have_text("Step 2 of 5: Review")
    hand.do(Stage.REVIEW)
    hand.begin(Stage.VISUALS)
    hand.publish(Stage.VISUALS, range(2, 3))
    expect(page.get_by_role("img", name="Scene 2: Nordwind Coffee")).to_be_visible()
    expect(page.get_by_role("img", name="Scene 1: Friday tastes better")).to_have_count(0)
    hand.do_until(Stage.VISUALS)
    expect(page.get_by_role("img", name="Scene 1: Friday tastes better")).to_be_visible()
    hand.do_until(Stage.EDITING)
    expect(page.locator("video")).to_be_visible()

    assert once(page, "film => film.readyState && film.duration") == pytest.approx(4, abs=0.3)
    assert page.evaluate("window.sameDocument") is True
    assert page.title() == "Nordwind Coffee · Vigen"


def test_what_was_typed_is_there_after_a_step_back(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.goto("/new")
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_label("Product or brand").fill("Nordwind Coffee")
    page.get_by_label("What should people know?").fill("Small-batch coffee, roasted on Tuesdays.")
    page.get_by_role("link", name="Your ads").click()
    page.wait_for_url(lambda address: not address.endswith("/new"))

    page.go_back()

    expect(page.get_by_label("Product or brand")).to_have_value("Nordwind Coffee")
    expect(page.get_by_label("What should people know?")).to_have_value(
        "Small-batch coffee, roasted on Tuesdays."
    )


def test_a_scene_of_the_script_leads_to_its_place_in_the_film(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    finished: Callable[[Ad], Ad],
) -> None:
    who = person()
    ad = finished(order(who))
    page = page_of(who)
    page.goto(f"/ads/{ad.run_id}")

    page.get_by_role("button", name="Scene 3").click()

    assert once(page, "film => film.currentTime >= 2 && film.currentTime") < 4.5


@pytest.mark.parametrize("leave", ["Escape", "press beside it", "go on by keyboard"])
def test_a_question_over_the_page_can_be_left(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    finished: Callable[[Ad], Ad],
    leave: str,
) -> None:
    who = person()
    ad = finished(order(who))
    page = page_of(who)
    page.goto(f"/ads/{ad.run_id}")
    question = page.locator("summary").filter(has_text="Delete")
    answer = page.get_by_role("button", name="Delete “")

    question.focus()
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    page.keyboard.press("Tab")
    expect(answer).to_be_focused()
    if leave == "press beside it":
        page.mouse.click(5, 300)
    else:
        page.keyboard.press("Escape" if leave == "Escape" else "Tab")

    expect(answer).to_be_hidden()
    if leave == "Escape":
        expect(question).to_be_focused()


def test_a_card_in_the_list_follows_its_ad(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    worker: Callable[[Ad], Any],
) -> None:
    who = person()
    ad = order(who)
    page = page_of(who)
    page.goto("/")

    worker(ad).take().do_until(Stage.EDITING)

    expect(page.locator(f"#card-{ad.run_id}").get_by_text("Ready")).to_be_visible()
    expect(page.locator(f"#card-{ad.run_id}")).not_to_have_attribute("hx-get", "")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_card_moves_while_it_is_pointed_at_for_those_who_want_motion(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    finished: Callable[[Ad], Ad],
    motion: Any,
) -> None:
    who = person()
    finished(order(who))
    page = page_of(who)
    page.emulate_media(reduced_motion=motion)
    page.goto("/")
    moves = 1 if motion == "no-preference" else 0

    page.locator(".ad-card").hover()
    page.wait_for_timeout(400)
    pointed = page.locator(".is-moving").count()
    page.mouse.move(5, 5)
    expect(page.locator(".is-moving")).to_have_count(0)
    page.get_by_role("link", name="Nordwind Coffee").focus()
    page.wait_for_timeout(400)

    assert (pointed, page.locator(".is-moving").count()) == (moves, moves)


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until something that fits the selector has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def test_a_brief_can_be_written_and_sent_by_keyboard_alone(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    who = person()
    page = page_of(who)
    page.goto("/new")
    page.get_by_label("Product or brand").focus()
    page.keyboard.type("Nordwind Coffee")
    page.keyboard.press("Tab")
    page.keyboard.type("Small-batch coffee, roasted on Tuesdays.")
    tab_to(page, "[name=format]")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[name=length]")
    page.keyboard.press("ArrowRight")
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Audience")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("People who make coffee at home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ads/*")

    [ad] = queries.ads_of(who.user_id).ads
    brief = ad.the_brief
    assert (brief.format, brief.length, brief.audience) == ("4:5", 20, "People who make coffee at home")


def test_a_colour_that_is_picked_is_written_into_its_field(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.goto("/new")
    page.get_by_text("More about the ad").click()

    page.get_by_label("Pick colour 1").fill("#e8b04b")

    expect(page.get_by_role("textbox", name="Colour 1", exact=True)).to_have_value("#e8b04b")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_screen(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    worker: Callable[[Ad], Any],
    finished: Callable[[Ad], Ad],
    scheme: Any,
) -> None:
    who = person()
    long_name = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungs-Ltd"
    done = finished(order(who, name=long_name, format="16:9"))
    going = order(who, desc="Small-batch coffee, roasted on Tuesdays. https://example.com/" + "a" * 300)
    worker(going).take().do_until(Stage.VISUALS)
    refused = order(who, name=long_name, format="4:5")
    hand = worker(refused).take().do_until(Stage.SCRIPT)
    hand.fail(
        Stage.REVIEW, code="script_refused", message=f"The review did not approve the script: {long_name}."
    )
    page = page_of(who)
    page.emulate_media(color_scheme=scheme)
    paths = [
        "/",
        "/?status=failed",
        "/new",
        f"/ads/{done.run_id}",
        f"/ads/{done.run_id}/edit",
        f"/ads/{refused.run_id}",
    ]

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for path in [*paths, f"/ads/{going.run_id}"]:
            page.goto(path)
            assert page.evaluate(OVERFLOW) <= 0, (path, width)


def test_the_errors_of_a_brief_lead_to_their_fields(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.goto("/new")
    page.get_by_role("button", name="Make the ad").click()

    expect(page.get_by_role("alert")).to_contain_text("Some fields need another look")
    page.get_by_role("alert").get_by_role("link", name="Product or brand").click()

    expect(page.get_by_label("Product or brand")).to_be_focused()
    expect(page.get_by_label("Product or brand")).to_have_accessible_description("The name is missing.")


PHONE = """
window.shared = [];
navigator.canShare = () => true;
navigator.share = async (what) => {
  if (window.refuseOnce) { window.refuseOnce = false; throw new DOMException("", "NotAllowedError"); }
  window.shared.push([what.title, ...what.files.map((file) => [file.name, file.type, file.size > 1000])]);
};
"""


def test_a_phone_hands_the_film_to_another_app(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    finished: Callable[[Ad], Ad],
) -> None:
    who = person()
    ad = finished(order(who))
    page = page_of(who)
    page.goto(f"/ads/{ad.run_id}")
    expect(page.get_by_role("link", name="Download video")).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.add_init_script(PHONE)
    page.reload()
    page.evaluate("window.refuseOnce = true")

    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Ready: press to share").click()
    expect(page.get_by_role("button", name="Share", exact=True)).to_be_visible()

    assert page.evaluate("shared") == [["Nordwind Coffee", ["nordwind-coffee.mp4", "video/mp4", True]]]


HOLD = """() => {
  window.sent = 0;
  window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) window.sent += 1;
    event.preventDefault();
  });
}"""


def test_a_second_press_on_a_slow_line_is_not_sent(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
) -> None:
    who = person()
    page = page_of(who)
    page.goto(f"/ads/{order(who).run_id}")
    page.evaluate(HOLD)
    button = page.get_by_role("button", name="Cancel")

    button.dblclick()
    expect(button).to_have_attribute("aria-busy", "true")
    assert page.evaluate("sent") == 1

    page.evaluate("window.dispatchEvent(new Event('pageshow'))")  # Back from where it led.
    expect(button).not_to_have_attribute("aria-busy", "true")
    button.click()
    assert page.evaluate("sent") == 2


def test_a_page_that_hears_nothing_says_so_until_it_does(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity], order: Callable[..., Ad]
) -> None:
    ad = order(who := person())
    page = page_of(who)
    page.goto(f"/ads/{ad.run_id}")
    silence = page.get_by_text("The server does not answer right now.")

    page.context.set_offline(True)
    expect(silence).to_be_visible()
    page.context.set_offline(False)

    expect(silence).to_have_count(0)


def test_another_format_is_one_ad_however_often_it_is_pressed(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    finished: Callable[[Ad], Ad],
) -> None:
    ad = finished(order(who := person()))
    page = page_of(who)
    page.goto(f"/ads/{ad.run_id}")

    page.get_by_role("button", name="Make it 16:9 too").dblclick()
    page.wait_for_url(lambda address: ad.run_id not in address)
    page.go_back()
    page.reload()
    page.get_by_role("link", name="16:9").click()

    expect(page.get_by_text("Script, voice and music are those of your ad in 9:16.")).to_be_visible()
    assert len(queries.ads_of(who.user_id).ads) == 2


def test_the_chosen_filter_is_in_sight_on_a_narrow_screen(
    page_of: Callable[[Identity], Page], person: Callable[..., Identity]
) -> None:
    page = page_of(person())
    page.set_viewport_size({"width": 320, "height": 700})

    page.goto("/?status=cancelled")

    expect(page.get_by_role("link", name="Cancelled")).to_be_in_viewport(ratio=1)
