"""How often one may try: guessing is slow, and nobody is locked out of their own account."""

import time
from types import SimpleNamespace

import pytest

LOGIN = "/api/auth/login"
PASSWORD = "correct horse battery 9"
HOME, STRANGER = "192.0.2.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def _one_window(monkeypatch):
    """Counts begin anew with each window; none may begin in the middle of a test."""
    now = time.time()
    monkeypatch.setattr("django_ratelimit.core.time", SimpleNamespace(time=lambda: now))


def login(client, email, password, *, address=STRANGER, **headers):
    sent = {"email": email, "password": password}
    return client.post(LOGIN, sent, format="json", REMOTE_ADDR=address, **headers)


def test_the_sixth_try_from_one_address_has_to_wait(visitor, person):
    email = person().email

    answers = [login(visitor, email, "wrong horse") for _ in range(6)]

    assert [each.status_code for each in answers] == [401] * 5 + [429]
    assert 0 < int(answers[5]["Retry-After"]) <= 300
    assert answers[5].json()["error_code"] == "rate_limited"


def test_another_account_does_not_reset_the_count(visitor, person):
    answers = [login(visitor, f"nobody-{n}@example.com", "wrong horse") for n in range(6)]

    assert answers[5].status_code == 429


def test_a_stranger_does_not_lock_the_owner_out(visitor, person):
    email = person().email
    for _ in range(8):
        last = login(visitor, email, "wrong horse")
    assert last.status_code == 429

    assert login(visitor, email, PASSWORD, address=HOME).status_code == 200


def test_a_network_of_strangers_is_stopped_and_the_owner_still_gets_in_at_home(visitor, person):
    email = person().email
    login(visitor, email, PASSWORD, address=HOME)

    answers = [login(visitor, email, "wrong horse", address=f"203.0.113.{n // 4}") for n in range(50)]

    assert [each.status_code for each in answers] == [401] * 49 + [
        429
    ]  # The first of fifty was the owner's own.
    assert login(visitor, email, PASSWORD, address=HOME).status_code == 200


def test_a_made_up_forwarding_header_does_not_make_a_new_address(visitor, person):
    email = person().email

    answers = [login(visitor, email, "wrong horse", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}") for n in range(6)]

    assert answers[5].status_code == 429


def test_behind_our_own_proxy_its_word_counts(visitor, person, settings):
    settings.TRUSTED_PROXIES = 1
    email = person().email

    for _ in range(6):
        last = login(visitor, email, "wrong horse", HTTP_X_FORWARDED_FOR="10.9.9.9, 10.0.0.1")
    other = login(visitor, email, "wrong horse", HTTP_X_FORWARDED_FOR="10.9.9.9, 10.0.0.2")

    assert (last.status_code, other.status_code) == (429, 401)


@pytest.mark.parametrize(
    ("path", "allowed", "expected"),
    [("/api/auth/register", 3, 400), ("/api/auth/refresh", 20, 401), ("/api/auth/logout", 20, 204)],
)
def test_each_endpoint_counts_for_itself(visitor, path, allowed, expected):
    sent = {"refresh_token": "nonsense"}

    answers = [visitor.post(path, sent, format="json").status_code for _ in range(allowed + 1)]

    assert answers == [expected] * allowed + [429]
    assert login(visitor, "nobody@example.com", "wrong horse").status_code == 401


def test_reading_oneself_is_counted_by_person(api, person, api_for):
    answers = [api.get("/api/auth/me").status_code for _ in range(31)]

    assert answers == [200] * 30 + [429]
    assert api_for(person()).get("/api/auth/me").status_code == 200


def test_the_page_and_the_api_count_apart(visitor, client, person):
    email = person().email
    for _ in range(6):
        login(visitor, email, "wrong horse", address=HOME)

    answer = client.post("/account/sign-in", {"username": email, "password": PASSWORD}, REMOTE_ADDR=HOME)

    assert answer.status_code == 302


def test_the_sixth_try_on_the_page_has_to_wait(client, person):
    sent = {"username": person().email, "password": "wrong horse"}

    answers = [client.post("/account/sign-in", sent) for _ in range(6)]

    assert [each.status_code for each in answers] == [200] * 5 + [429]
    assert 0 < int(answers[5]["Retry-After"]) <= 300
    assert "Too many tries" in answers[5].content.decode()
