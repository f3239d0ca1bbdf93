"""The API in a browser: the same answer, as a page of the site."""

from typing import Any

from django.test import Client

from ads import briefs, scripts

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
BRIEF = {
    "name": "<b>Nordwind</b>",
    "desc": "Small-batch coffee, roasted on Tuesdays and at your door by Friday.",
}


def text(response: Any) -> str:
    return str(response.content.decode())


def test_an_answer_is_a_page_of_the_site_with_links_to_what_it_names(signed_in: Client) -> None:
    who = str(signed_in.person.pk)  # type: ignore[attr-defined]
    ads = [scripts.draft(user_id=who, brief=briefs.read(BRIEF)) for _ in range(2)]

    listed = text(signed_in.get("/api/ads?limit=1", headers=BROWSER))
    one = text(signed_in.get(f"/api/ads/{ads[1].run_id}", headers=BROWSER))

    assert f'<a href="/api/ads/{ads[1].run_id}">{ads[1].run_id}</a>' in listed
    assert f"cursor={ads[1].run_id}" in listed
    assert f'href="/api/ads/{ads[1].run_id}/status"' in one
    assert "&lt;b&gt;Nordwind&lt;/b&gt;" in one
    assert "<b>Nordwind" not in one
    assert "Django REST framework" not in listed + one


def test_a_refusal_is_a_page_too(client: Client, visitor: object) -> None:
    answer = client.get("/api/ads", headers=BROWSER)

    assert answer.status_code == 401
    assert "not_authenticated" in text(answer)
    assert "Create account" in text(answer)


def test_a_program_gets_json(signed_in: Client) -> None:
    for accept in ("application/json", "*/*"):
        answer = signed_in.get("/api/ads", headers={"Accept": accept})
        assert (answer["Content-Type"], answer.json()) == ("application/json", [])
