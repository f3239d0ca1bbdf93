"""A link for somebody who has forgotten their password: made by whoever runs the site, good once."""

import io

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from accounts import leaving, services

SITE = "https://ads.example"


def link_for(email: str) -> str:
    out = io.StringIO()
    call_command("password_link", email=email, site=SITE, stdout=out)
    return out.getvalue().strip().removeprefix(SITE)


def test_a_link_sets_a_new_password_and_ends_every_other_sign_in(client, person, api_for):
    who = person()
    other, api = Client(), api_for(who)
    other.force_login(who)
    link = link_for(who.email)

    shown = client.get(link)
    answer = client.post(link, {"new_password": "another horse 10"})

    assert who.email in shown.content.decode()
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302
    assert api.get("/api/auth/me").status_code == 401
    assert services.authenticate(who.email, password="another horse 10").pk == who.pk


def test_a_link_is_good_once_and_looking_does_not_use_it_up(client, person):
    link = link_for(person().email)

    looks = [client.get(link).status_code for _ in range(2)]
    weak = client.post(link, {"new_password": "password1"})
    first = client.post(link, {"new_password": "another horse 10"})
    second = Client().post(link, {"new_password": "a third horse 11"})

    assert looks == [200, 200]
    assert (weak.status_code, list(weak.context["form"].errors)) == (200, ["new_password"])
    assert (first.status_code, second.status_code) == (302, 403)
    assert "no longer good" in second.content.decode()


@pytest.mark.parametrize("token", ["", "x", "%00", "a" * 500])
def test_no_other_link_opens_anything(client, database, token):
    assert client.get(f"/account/new-password/{token}").status_code in (403, 404)


def test_a_sign_in_link_is_no_password_link(client, person):
    token = services.sign_in_link(person().pk)

    assert client.get(f"/account/new-password/{token}").status_code == 403


def test_a_link_ends_with_its_hour(client, person):
    link = link_for(person().email)
    cache.clear()

    assert client.get(link).status_code == 403


def test_there_is_no_link_for_nobody(database):
    with pytest.raises(CommandError, match="There is no account with the address"):
        link_for("nobody@example.com")


def test_the_sign_in_page_says_what_to_do_without_a_password(client, database):
    assert "Forgotten your password?" in client.get("/account/sign-in").content.decode()


def test_a_link_does_not_open_an_account_that_is_being_deleted(client, person):
    who = person()
    link = link_for(who.email)
    leaving._mark(who)

    answer = client.post(link, {"new_password": "another horse 10"})

    assert answer.status_code == 403
    assert "_auth_user_id" not in client.session


def test_a_new_password_spends_every_other_link_for_one(client, person):
    who = person()
    first, second = link_for(who.email), link_for(who.email)

    client.post(first, {"new_password": "another horse 10"})
    answer = Client().post(second, {"new_password": "a third horse 11"})

    assert answer.status_code == 403
    assert services.authenticate(who.email, password="another horse 10").pk == who.pk
