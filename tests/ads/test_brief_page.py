"""The page on which a brief is written: nothing typed is lost, and one press makes one ad."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from ads import queries
from ads.models import Ad
from ads.states import Stage, Status

FORM = {
    "name": "Nordwind Coffee",
    "desc": "Small-batch coffee, roasted on Tuesdays.",
    "format": "1:1",
    "length": "20",
    "tone": "warm",
    "voice": "",
    "language": "en",
    "captions": "on",
    "brand_colors": ["#3B2418", "", "#e8b04b"],
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def text(response: Any) -> str:
    return unescape(response.content.decode())


def once(response: Any) -> str:
    found = re.search(r'name="once" value="([^"]+)"', text(response))
    assert found
    return found[1]


def mine(client: Client) -> list[Ad]:
    return list(queries.ads_of(client.person.user_id).ads)  # type: ignore[attr-defined]


@pytest.fixture
def ad(signed_in: Client, order: Callable[..., Ad]) -> Ad:
    return order(signed_in.person)  # type: ignore[attr-defined]


# --- The brief ----------------------------------------------------------------------------------------


def test_a_brief_becomes_an_ad(signed_in: Client) -> None:
    answer = signed_in.post("/new", FORM)

    [ad] = mine(signed_in)
    assert answer["Location"] == f"/ads/{ad.run_id}"
    brief = ad.the_brief
    assert (brief.name, brief.format, brief.length, brief.tone) == ("Nordwind Coffee", "1:1", 20, "warm")
    assert brief.brand_colors == ("#3b2418", "#e8b04b")
    assert brief.captions


def test_captions_can_be_left_out_and_a_length_be_ones_own(signed_in: Client) -> None:
    form = {name: value for name, value in FORM.items() if name != "captions"}

    signed_in.post("/new", {**form, "length": "other", "length_other": "42"})

    [ad] = mine(signed_in)
    assert (ad.the_brief.captions, ad.the_brief.length) == (False, 42)


def test_an_ad_for_paid_placements_is_asked_for_with_a_tick(signed_in: Client) -> None:
    for form in (FORM, {**FORM, "paid": "on"}):
        signed_in.post("/new", form)

    paid = {ad.the_brief.paid: ad for ad in mine(signed_in)}
    assert set(paid) == {False, True}
    page = text(signed_in.get(f"/ads/{paid[True].run_id}/edit"))
    assert re.search(r'<input type="checkbox" name="paid"[^>]* checked', page)
    assert "Keep words and captions above the buttons" in page


def test_pressing_the_button_twice_makes_one_ad(signed_in: Client) -> None:
    key = once(signed_in.get("/new"))

    first, second = (signed_in.post("/new", {**FORM, "once": key}) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert len(mine(signed_in)) == 1


def test_going_back_and_changing_the_brief_makes_another_ad(signed_in: Client) -> None:
    key = once(signed_in.get("/new"))

    first = signed_in.post("/new", {**FORM, "once": key})
    second = signed_in.post("/new", {**FORM, "once": key, "name": "Another"})

    assert first["Location"] != second["Location"]
    assert len(mine(signed_in)) == 2


def test_every_error_is_shown_at_its_field_and_nothing_typed_is_lost(signed_in: Client) -> None:
    typed = {
        "name": "",
        "desc": "short <b>",
        "format": "16:9",
        "length": "other",
        "length_other": "9000",
        "audience": "People & pets",
        "offer": "x" * 300,
        "brand_colors": ["reddish", "#123456"],
        "tone": "calm",
        "contact": "nordwind.example",
    }

    page = signed_in.post("/new", typed)

    shown = text(page)
    assert page.status_code == 400
    assert mine(signed_in) == []
    assert "The name is missing." in shown
    assert "The length in seconds must be a whole number from 6 to 60." in shown
    assert "The offer has 300 characters; 200 are the most." in shown
    assert "Write colours as #rrggbb" in shown
    for value in ("short <b>", "9000", "People & pets", "x" * 300, "reddish", "#123456", "nordwind.example"):
        assert value in shown
    assert 'value="16:9" checked' in shown
    assert '<option value="calm" selected>' in shown
    assert 'name="captions"' in shown
    assert "<b>" not in re.sub(r"&lt;b&gt;", "", page.content.decode()).replace("<body", "")


@pytest.mark.parametrize(
    "name", ["x" * 100_000, "\x00", "\ud83d\ude00", "<script>alert(1)</script>", "٣" * 50]
)
def test_the_strangest_name_is_answered_with_a_page(signed_in: Client, name: str) -> None:
    safe = name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    answer = signed_in.post("/new", {**FORM, "name": safe})

    assert answer.status_code in (302, 400)
    assert b"<script>alert" not in answer.content


def test_an_empty_form_is_answered_with_its_errors(signed_in: Client) -> None:
    page = signed_in.post("/new", {})

    assert page.status_code == 400
    assert "The name is missing." in text(page)


def test_a_refusal_keeps_what_was_typed(signed_in: Client, ad: Ad, settings: Settings) -> None:
    settings.RUNS_AT_ONCE = 1

    page = signed_in.post("/new", {**FORM, "name": "One too many"})

    assert page.status_code == 429
    assert "You have 1 ad in the making. Wait for it to finish" in text(page)
    assert 'value="One too many"' in text(page)


def test_a_limit_keeps_what_was_typed(signed_in: Client, settings: Settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "create": "1/600s"}
    signed_in.post("/new", FORM)

    page = signed_in.post("/new", {**FORM, "name": "One too many"})

    assert page.status_code == 429
    assert 'value="One too many"' in text(page)


@pytest.mark.parametrize("example", ["coffee", "repair", "app"])
def test_every_example_makes_an_ad_as_it_is(signed_in: Client, example: str) -> None:
    page = text(signed_in.get(f"/new?example={example}"))
    name = re.search(r'name="name" value="([^"]+)"', page)
    desc = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)
    assert name
    assert desc

    answer = signed_in.post("/new", {"name": name[1], "desc": desc[1], "format": "9:16", "length": "15"})

    assert answer.status_code == 302


def test_a_brief_can_be_saved_without_making_the_ad_again(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)
    assert 'value="Nordwind Coffee"' in text(signed_in.get(f"/ads/{ad.run_id}/edit"))

    signed_in.post(f"/ads/{ad.run_id}/edit", {**FORM, "name": "New name"})

    after = queries.ad_for(ad.user_id, ad.run_id)
    assert (after.name, after.status) == ("New name", Status.GENERATED)


def test_a_brief_that_is_saved_and_made_again_begins_with_a_new_script(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    worker(ad).take().do_until(Stage.VISUALS).fail(Stage.AUDIO, code="overdue", message="Too long.")

    signed_in.post(f"/ads/{ad.run_id}/edit", {**FORM, "name": "New name", "again": "1"})

    after = queries.ad_for(ad.user_id, ad.run_id)
    assert (after.name, after.status, after.artefacts) == ("New name", Status.IN_PROGRESS, {})


def test_a_brief_cannot_be_changed_while_the_ad_is_made(signed_in: Client, ad: Ad) -> None:
    page = signed_in.post(f"/ads/{ad.run_id}/edit", {**FORM, "name": "Typed in vain?"})

    assert page.status_code == 409
    assert 'value="Typed in vain?"' in text(page)
    assert "This ad is being made." in text(page)


# --- Too little to say, and what must or must not be said ---------------------------------------------


def test_a_brief_with_too_little_to_say_is_asked_its_questions_at_the_field(signed_in: Client) -> None:
    page = signed_in.post("/new", {**FORM, "desc": "It is really good stuff."})

    shown = text(page)
    assert page.status_code == 400
    assert mine(signed_in) == []
    assert shown.count("<li>What is Nordwind Coffee, in one sentence?</li>") == 1
    assert shown.count("<li>Who is it for?</li>") == 1
    assert shown.count("<li>What should people do after the ad?</li>") == 1
    assert shown.index("Who is it for?") < shown.index("It is really good stuff.</textarea>")


def test_words_that_must_and_must_not_be_said_are_kept_and_shown(signed_in: Client) -> None:
    signed_in.post(
        "/new", {**FORM, "must_say": "No subscription\r\nOpen on Sundays", "must_not_say": "cheap"}
    )

    [ad] = mine(signed_in)
    page, edit = (text(signed_in.get(f"/ads/{ad.run_id}{path}")) for path in ("", "/edit"))
    assert ad.the_brief.must_say == ("No subscription", "Open on Sundays")
    assert ad.the_brief.must_not_say == ("cheap",)
    assert "“No subscription”" in page
    assert "“cheap”" in page
    assert "No subscription\nOpen on Sundays</textarea>" in edit


def test_a_contradiction_in_what_must_be_said_is_told_at_its_field(signed_in: Client) -> None:
    page = signed_in.post("/new", {**FORM, "must_say": "Not cheap", "must_not_say": "cheap"})

    assert page.status_code == 400
    assert set(page.context["form"].errors) == {"must_say"}
    assert '<details class="more" open>' in text(page)


def test_a_slip_in_the_description_leaves_the_rest_folded(signed_in: Client) -> None:
    untouched = {"must_say": "", "must_not_say": "", "pronunciations": "", "script": "", "speed": "1.0"}
    page = text(
        signed_in.post("/new", {**FORM, **untouched, "tone": "friendly", "desc": "", "brand_colors": ""})
    )

    assert "Describe what you sell" in page
    assert '<details class="more">' in page


def test_another_ad_begins_with_the_brief_of_one_and_leaves_that_one_alone(
    signed_in: Client, order: Callable[..., Ad], person: Callable[..., Any]
) -> None:
    first = order(signed_in.person, audience="Night owls", seed=7)  # type: ignore[attr-defined]
    foreign = order(person())

    page = signed_in.get(f"/new?from={first.run_id}")
    sent = {**FORM, "name": first.name, "desc": first.desc, "audience": "Night owls", "once": once(page)}
    signed_in.post("/new", sent)

    assert 'value="Night owls"' in text(page)
    assert 'name="seed" value="0"' in text(page)
    assert len(mine(signed_in)) == 2
    assert signed_in.get(f"/new?from={foreign.run_id}").status_code == 404
    assert signed_in.get("/new?from=nonsense").status_code == 404
