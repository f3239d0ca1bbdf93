"""The API's description, for programs and for people."""

import json

import pytest
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from drf_spectacular.generators import SchemaGenerator

from vigen_site.api_docs import groups


@pytest.fixture
def calls():
    return {
        (call.method, call.path): call for group in groups("https://ads.example") for call in group.operations
    }


def test_every_auth_call_is_described(calls):
    auth = {key: call.open for key, call in calls.items() if key[1].startswith("/api/auth/")}

    assert auth == {
        ("POST", "/api/auth/register"): True,
        ("POST", "/api/auth/login"): True,
        ("POST", "/api/auth/refresh"): True,
        ("POST", "/api/auth/logout"): True,
        ("GET", "/api/auth/me"): False,
        ("DELETE", "/api/auth/me"): False,
    }


def test_every_call_has_words_and_an_example(calls):
    assert len(calls) >= 13
    for call in calls.values():
        assert call.summary[0].isupper()
        assert call.curl.startswith("curl ")
        assert call.answers


def test_the_example_of_registering_can_be_pasted(calls):
    call = calls["POST", "/api/auth/register"]

    sent = {"email": "ada@example.com", "full_name": "Ada Lovelace", "password": "correct horse battery"}
    assert call.curl == f"curl https://ads.example/api/auth/register \\\n  --json '{json.dumps(sent)}'"
    assert [(each.name, each.required) for each in call.body] == [
        ("email", True),
        ("full_name", True),
        ("password", True),
    ]


def test_a_password_never_appears_in_an_answer(calls):
    for call in calls.values():
        assert not any('"password"' in answer.example for answer in call.answers)


def test_the_page_and_the_schema_are_public(client):
    page = client.get("/api/docs")
    schema = client.get("/api/schema")

    assert page.status_code == schema.status_code == 200
    assert "/api/auth/register" in page.content.decode()
    assert schema["Content-Type"].startswith("application/vnd.oai.openapi")


def test_the_schema_is_made_without_a_warning():
    reset_generator_stats()

    SchemaGenerator().get_schema(request=None, public=True)

    assert [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache] == []


def test_refusals_stand_apart_from_what_one_hopes_for(calls):
    call = calls["POST", "/api/auth/login"]

    assert [each.status for each in call.answers] == ["200"]
    assert [each.status for each in call.refusals] == ["400", "401", "429"]


def test_required_fields_come_first(calls):
    body = [each.required for each in calls["POST", "/api/ads"].body]

    assert True in body
    assert body == sorted(body, reverse=True)


def test_choices_are_named_once(calls):
    [tone] = [each for each in calls["POST", "/api/ads"].body if each.name == "tone"]

    assert tone.kind.startswith("one of ")
    assert "*" not in tone.about
