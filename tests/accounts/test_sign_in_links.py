"""One-time links: once, on this machine only, and not for long."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts import links, services
from accounts.models import User


@pytest.fixture
def token(person):
    return services.sign_in_link(person().pk)


def enter(token, **headers):
    client = Client(**headers)
    answer = client.get(reverse("accounts:enter", args=[token]))
    return answer, client.get("/account/").status_code == 200


def test_a_link_signs_in_and_leads_to_the_ads(token):
    answer, signed_in = enter(token, REMOTE_ADDR="127.0.0.1")

    assert (answer.status_code, answer.url) == (302, reverse("ads:dashboard"))
    assert signed_in


def test_a_link_works_once(token):
    assert enter(token)[1]

    answer, signed_in = enter(token)

    assert answer.status_code == 403
    assert "no longer good" in answer.content.decode()
    assert not signed_in


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.1"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"REMOTE_ADDR": "::1", "HTTP_FORWARDED": "for=192.0.2.1"},
    ],
)
def test_a_link_works_on_this_machine_only_and_is_not_spent_elsewhere(token, elsewhere):
    answer, signed_in = enter(token, **elsewhere)

    assert answer.status_code == 403
    assert not signed_in
    assert enter(token, REMOTE_ADDR="::1")[1]


def test_a_link_is_kept_as_a_digest_and_for_a_quarter_of_an_hour(token, monkeypatch):
    kept = []
    monkeypatch.setattr(cache, "set", lambda *given: kept.append(given))

    token = links.make("somebody")

    [(key, user_id, seconds)] = kept
    assert token not in key
    assert (user_id, seconds) == ("somebody", 15 * 60)


def test_a_link_of_a_deleted_account_opens_nothing(token):
    [user] = User.scan()
    user.delete()

    answer, signed_in = enter(token)

    assert answer.status_code == 403
    assert not signed_in


def test_looking_ahead_does_not_spend_a_link(token):
    assert Client().head(reverse("accounts:enter", args=[token])).status_code == 405

    assert enter(token)[1]


def test_a_link_leads_on_to_an_address_of_ours(token):
    answer = Client().get(reverse("accounts:enter", args=[token]) + "?next=/account/")

    assert answer.url == "/account/"


def test_whoever_is_signed_in_is_led_from_a_spent_link_to_the_ads(person):
    client = Client()
    client.force_login(person())

    page = client.get(reverse("accounts:enter", args=["spent"])).content.decode()

    assert "Go to your ads" in page
    assert "Sign in with a password" not in page


@pytest.mark.parametrize(
    ("elsewhere", "is_told"), [({}, True), ({"HTTP_X_FORWARDED_FOR": "10.0.0.9"}, False)]
)
def test_the_sign_in_page_tells_of_links_where_they_work(client, database, elsewhere, is_told):
    page = client.get("/account/sign-in", **elsewhere).content.decode()

    assert ("manage.py sign_in_link" in page) is is_told
