"""A form that is sent after its writer's sign-in has run out: not a word is lost."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from accounts.models import Identity
from ads import queries, scripts
from ads.briefs import read
from ads.models import Ad

PASSWORD = "correct horse battery 9"
FORM = {
    "name": "Nordwind & Söhne",
    "desc": "Small-batch coffee, roasted on Tuesdays <b>and</b> at your door by Friday.",
    "format": "1:1",
    "length": "other",
    "length_other": "21",
    "must_say": "No subscription\r\nOpen on Sundays",
    "brand_colors": ["#3b2418", "", "#e8b04b"],
}


def text(response: Any) -> str:
    return unescape(response.content.decode())


def sign_in(client: Client, who: Identity, then: str) -> Any:
    sent = {"username": who.email, "password": PASSWORD, "next": then}
    return client.post("/account/sign-in", sent, follow=True)


def test_a_brief_is_there_again_after_signing_in(person: Callable[..., Identity]) -> None:
    client, who = Client(), person()

    door = client.post("/new", FORM, follow=True)
    page = text(sign_in(client, who, "/new"))
    again = text(client.get("/new"))

    assert "What you wrote is kept" in text(door)
    assert "Your sign-in had changed." in page
    for typed in (
        "Nordwind & Söhne",
        FORM["desc"],
        'value="21"',
        "No subscription\r\nOpen on Sundays",
        "#e8b04b",
    ):
        assert str(typed).replace("\r\n", "\n") in page.replace("\r\n", "\n")
    assert "Söhne" not in again
    assert queries.ads_of(who.user_id).ads == ()


def test_a_script_is_there_again_after_signing_in(person: Callable[..., Identity]) -> None:
    client, who = Client(), person()
    ad = scripts.draft(user_id=who.pk, brief=read({"name": "Nordwind", "desc": FORM["desc"]}))
    address = f"/ads/{ad.run_id}/script"
    sent = {
        "version": "0",
        "count": "2",
        "shown-1": "Hello",
        "spoken-1": "Hello there.",
        "shown-2": "By",
        "do": "save",
    }

    client.post(address, sent)
    page = text(sign_in(client, who, address))

    assert ">Hello there.</textarea>" in page
    assert "Your sign-in had changed." in page


def test_what_is_kept_is_for_its_own_page_only(
    person: Callable[..., Identity], order: Callable[..., Ad]
) -> None:
    client, who = Client(), person()
    ad = order(who)
    client.post("/new", FORM)

    page = text(sign_in(client, who, f"/ads/{ad.run_id}/edit"))

    assert "Söhne" not in page


@pytest.mark.parametrize("path", ["/account/", "/ads/x/delete", "/ads/x/cancel"])
def test_no_password_and_no_order_to_delete_is_kept(
    client: Client, fresh_cache: None, database: str, path: str
) -> None:
    client.post(path, {"password-new_password": "secret horse"})

    assert "kept_form" not in client.session


def test_a_form_from_before_signing_in_anew_in_another_window_is_shown_again(
    person: Callable[..., Identity],
) -> None:
    client = Client(enforce_csrf_checks=True, HTTP_ORIGIN="http://testserver")
    client.force_login(person())

    answer = client.post("/new", {**FORM, "csrfmiddlewaretoken": "stale" * 8}, follow=True)

    assert answer.redirect_chain == [("/new", 302)]
    assert "Nordwind & Söhne" in text(answer)
    assert "Your sign-in had changed." in text(answer)


@pytest.mark.parametrize("origin", ["https://evil.example", "http://testserver.evil.example", ""])
def test_a_form_from_elsewhere_is_refused_and_not_kept(person: Callable[..., Identity], origin: str) -> None:
    client = (
        Client(enforce_csrf_checks=True, HTTP_ORIGIN=origin) if origin else Client(enforce_csrf_checks=True)
    )
    client.force_login(person())

    answer = client.post("/new", FORM)

    assert answer.status_code == 403
    assert "kept_form" not in client.session
