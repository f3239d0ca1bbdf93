"""What every page shares: errors in words, headers that guard, and a frame that stands on its own."""

import gzip
import re
import socket

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from pynamodb.exceptions import GetError

from accounts.models import TABLES, Identity
from vigen_site import pages


@pytest.fixture
def unplugged(monkeypatch, database):
    """The database's address answers nobody."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for table in TABLES:
        connection = table._get_connection().connection
        monkeypatch.setattr(connection, "_client", None)
        monkeypatch.setattr(connection, "host", f"http://127.0.0.1:{port}")
        monkeypatch.setattr(connection, "_retry_configuration", {"total_max_attempts": 1, "mode": "legacy"})


def test_an_unknown_address_gets_a_page_or_json(client, signed_in):
    page = signed_in.get("/no/such/page")
    json = client.get("/api/no-such-call")

    assert (page.status_code, json.status_code) == (404, 404)
    assert "There is nothing at this address" in page.content.decode()
    assert json.json()["error_code"] == "not_found"


def test_a_database_that_does_not_answer_is_503_in_words(client, unplugged):
    answer = client.post(reverse("accounts:sign_in"), {"username": "ada@example.com", "password": "horse"})

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "Nothing was lost" in answer.content.decode()


def test_it_is_503_as_well_where_the_database_fails_before_any_view_is_reached(rf, unplugged):
    try:
        Identity.objects.get(pk="somebody")
    except GetError:
        answer = pages.server_error(rf.get("/account/"))

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"


def test_the_api_says_503_too(api, unplugged):
    answer = api.get("/api/auth/me")

    assert answer.status_code == 503
    assert answer.json()["error_code"] == "unavailable"
    assert answer["Retry-After"] == "5"


def _break(*_: object) -> None:
    raise ZeroDivisionError("division by zero")


def test_what_nobody_foresaw_is_500_without_its_text(signed_in, api, monkeypatch):
    signed_in.raise_request_exception = api.raise_request_exception = False
    monkeypatch.setattr("accounts.views.forms_for", _break)
    monkeypatch.setattr("accounts.api.views.UserOutput", _break)

    page, json = signed_in.get("/account/"), api.get("/api/auth/me")

    assert (page.status_code, json.status_code) == (500, 500)
    assert "Something went wrong on our side" in page.content.decode()
    assert json.json()["error_code"] == "internal_error"
    assert "division" not in page.content.decode() + json.content.decode()


def test_the_page_for_a_broken_site_needs_nothing_but_files_that_exist():
    text = (settings.BASE_DIR / "templates/500.html").read_text()

    named = re.findall(r'(?:href|src)="/static/([^"]+)"', text)

    assert "{% load" not in text
    assert len(named) >= 4
    assert [name for name in named if finders.find(name) is None] == []


def test_pages_carry_the_headers_that_guard_them(client):
    answer = client.get(reverse("accounts:sign_in"))

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Permissions-Policy"].startswith("microphone=(self), camera=()")


def test_cookies_are_kept_from_scripts_and_other_sites(client, person):
    client.post(
        reverse("accounts:sign_in"), {"username": person().email, "password": "correct horse battery 9"}
    )

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_no_template_brings_a_style_or_a_script_of_its_own():
    templates = list((settings.BASE_DIR / "templates").rglob("*.html"))

    inline = re.compile(
        r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|hx-on|javascript:", re.IGNORECASE
    )

    assert len(templates) > 15
    assert [path.name for path in templates if inline.search(path.read_text())] == []


def test_pages_are_closed_unless_they_say_otherwise(client):
    answers = {path: client.get(path) for path in ("/new", "/account/")}

    assert {path: answer.url for path, answer in answers.items()} == {
        "/new": "/account/sign-in?next=/new",
        "/account/": "/account/sign-in?next=/account/",
    }


@pytest.mark.parametrize("current", ["http://testserver/ads/1?tab=2", "https://evil.example/ads/1"])
def test_a_fragment_after_the_session_has_ended_leads_the_page_to_the_sign_in(client, settings, current):
    django_guard = "django.contrib.auth.middleware.LoginRequiredMiddleware"
    settings.MIDDLEWARE = [
        "vigen_site.pages.SignInFirst" if each == django_guard else each for each in settings.MIDDLEWARE
    ]

    answer = client.get("/account/", headers={"HX-Request": "true", "HX-Current-URL": current})

    assert answer.status_code == 200
    assert answer["HX-Redirect"] == "/account/sign-in?next=%2Fads%2F1"
    assert client.get("/account/").url == "/account/sign-in?next=/account/"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/ads/01890000-0000-7000-8000-000000000000/retry", "/ads/01890000-0000-7000-8000-000000000000"),
        ("/account/leave", "/account/"),
        ("/account/sign-out", "/account/"),
        ("/new/picture", "/new"),
        ("/begin", "/"),
    ],
)
def test_who_looks_at_an_address_that_only_takes_forms_is_led_to_the_form(signed_in, address, page):
    answer = signed_in.get(address)

    assert (answer.status_code, answer.url) == (302, page)


def test_a_program_is_told_which_methods_there_are(api):
    assert api.put("/api/ads", {}).status_code == 405
    assert api.get("/api/auth/login").status_code == 405


def test_a_page_is_compressed_and_a_file_keeps_its_length(signed_in):
    page = signed_in.get("/new", headers={"Accept-Encoding": "gzip"})
    plain = signed_in.get("/new")
    json = signed_in.get("/api/schema", headers={"Accept-Encoding": "gzip"})

    assert page["Content-Encoding"] == "gzip"
    assert len(page.content) * 3 < len(plain.content)
    assert "What should the ad be about?" in gzip.decompress(page.content).decode()
    assert (plain.get("Content-Encoding"), json.get("Content-Encoding")) == (None, None)
