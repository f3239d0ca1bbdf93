"""The script over the API: read before anything is made, changed, asked for again, chosen among variants."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import documents, queries, scripts
from ads.desk import SceneText
from ads.models import Ad
from ads.states import Stage, Status

BRIEF = {
    "name": "Nordwind Coffee",
    "desc": "Small-batch coffee, roasted on Tuesdays and at your door by Friday. Three beans: Harbour, Meadow "
    "and Fjord. Free delivery over €30. The bags keep it fresh for 8 weeks.",
    "audience": "People who make coffee at home",
    "offer": "First bag half price",
    "call_to_action": "Taste the first bag",
    "draft": True,
    "seed": 5,
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")


@pytest.fixture
def drafted(api: APIClient) -> str:
    """The address of the script of a draft."""
    answer = api.post("/api/ads", BRIEF, format="json")
    assert answer.json()["status"] == "DRAFT", answer.json()
    return f"/api/ads/{answer.json()['run_id']}/script"


def stored(api: APIClient, address: str) -> Ad:
    return queries.ad_for(api.person.user_id, address.split("/")[3])  # type: ignore[attr-defined]


def scenes(script: dict[str, Any]) -> list[dict[str, Any]]:
    keys = ("number", "on_screen_text", "narration")
    return [{key: scene[key] for key in keys} for scene in script["scenes"]]


def test_a_draft_has_a_script_with_its_review_and_nothing_is_being_made(api: APIClient, drafted: str) -> None:
    script = api.get(drafted).json()

    assert script["writer"] == "Written by rules (embedded copywriter)"
    assert len(script["scenes"]) >= 3
    assert script["review"]["approved"] is True
    assert len(script["review"]["scores"]) == 7
    assert all(score["evidence"] for score in script["review"]["scores"])
    assert script["review"]["scores"][0]["name"] == "relevance_to_product_and_brand"
    assert script["review"]["claims"]
    assert all(claim["source"] for claim in script["review"]["claims"])
    assert {claim["kind"] for claim in script["review"]["claims"]} <= set(documents.KINDS)
    assert queries.running_count(api.person.user_id) == 0  # type: ignore[attr-defined]


def test_the_same_key_makes_one_draft_and_stands_in_no_orders_way(api: APIClient) -> None:
    def send(**parts: Any) -> dict[str, Any]:
        body = {**BRIEF, **parts}
        return api.post("/api/ads", body, format="json", headers={"Idempotency-Key": "one"}).json()

    first, second, order = send(), send(), send(draft=False)

    assert first["run_id"] == second["run_id"] != order["run_id"]
    assert order["status"] == "IN_PROGRESS"


def test_a_draft_is_made_from_the_review_on(api: APIClient, drafted: str) -> None:
    run = drafted.removesuffix("/script")

    answer = api.post(f"{run}/retry", {}, format="json")

    ad = stored(api, drafted)
    assert (answer.status_code, answer.json()["status"]) == (202, "IN_PROGRESS")
    assert (ad.stages_done, set(ad.artefacts)) == (1, {"script.json", "review.json"})
    assert api.get(f"{run}/status").json()["crew_status"]["script_generation_status"] == "COMPLETED"


def test_a_scene_in_ones_own_words_is_kept_with_all_that_was_not_touched(
    api: APIClient, drafted: str
) -> None:
    before = api.get(drafted).json()
    wanted = scenes(before)
    wanted[0] |= {"on_screen_text": "Hello from the roastery", "narration": "Hello from Nordwind’s roastery."}

    answer = api.put(drafted, {"version": before["version"], "scenes": wanted}, format="json")

    after = answer.json()
    assert answer.status_code == 200
    assert after["scenes"][0]["narration"] == "Hello from Nordwind’s roastery."
    assert [scene["edited"] for scene in after["scenes"]] == [True] + [False] * (len(wanted) - 1)
    assert after["scenes"][1:] == before["scenes"][1:]
    assert after["writer"] == "Written by rules (embedded copywriter), changed by you"
    assert after["version"] > before["version"]


def test_a_scene_can_be_added_and_another_taken_out(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()
    wanted = scenes(before)
    new = {"on_screen_text": "Open on Sundays", "narration": "We are open on Sundays."}

    after = api.put(
        drafted, {"version": before["version"], "scenes": [wanted[0], new, *wanted[2:]]}, format="json"
    ).json()

    assert len(after["scenes"]) == len(before["scenes"])
    assert (after["scenes"][1]["on_screen_text"], after["scenes"][1]["edited"]) == ("Open on Sundays", True)


def test_what_no_ad_may_say_is_told_at_once(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()
    wanted = scenes(before)
    wanted[1] |= {"narration": "Nordwind Coffee cures headaches, guaranteed."}

    after = api.put(drafted, {"version": before["version"], "scenes": wanted}, format="json").json()

    assert after["review"]["approved"] is False
    assert any("cures" in note for note in after["review"]["stops"])


def test_the_second_of_two_windows_does_not_overwrite_the_first(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()
    first, second = scenes(before), scenes(before)
    first[0] |= {"narration": "The first window wrote this."}
    second[0] |= {"narration": "The second window wrote this."}

    api.put(drafted, {"version": before["version"], "scenes": first}, format="json")
    refused = api.put(drafted, {"version": before["version"], "scenes": second}, format="json")

    assert (refused.status_code, refused.json()["error_code"]) == (409, "script_changed")
    assert api.get(drafted).json()["scenes"][0]["narration"] == "The first window wrote this."


def test_two_changes_at_the_very_same_moment_are_one_change(api: APIClient, drafted: str) -> None:
    ad = stored(api, drafted)
    texts = [SceneText(0, "One", "This is one."), SceneText(0, "Two", "This is two.")]
    raced = queries.ad_for(ad.user_id, ad.run_id)

    scripts.save(user_id=ad.user_id, run_id=ad.run_id, version=int(ad.version), scenes=texts)

    with pytest.raises(scripts.ScriptChanged):
        scripts.script_files.store(raced, scripts.Pages({"script": {"scenes": [{}]}}, {}))


def test_kept_scenes_stay_when_the_others_are_written_again(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()

    after = api.post(
        drafted, {"action": "rewrite", "version": before["version"], "keep": [1]}, format="json"
    ).json()
    once_more = api.post(drafted, {"action": "rewrite", "version": after["version"]}, format="json").json()

    assert after["scenes"][0] == before["scenes"][0]
    assert scenes(once_more) != scenes(before)
    assert once_more["review"]["approved"] is True


def test_a_persons_own_words_are_theirs_after_the_others_are_written_again(
    api: APIClient, drafted: str
) -> None:
    before = api.get(drafted).json()
    wanted = scenes(before)
    wanted[-2] |= {"narration": "My grandmother chose these beans."}
    mine = api.put(drafted, {"version": before["version"], "scenes": wanted}, format="json").json()

    after = api.post(
        drafted,
        {"action": "rewrite", "version": mine["version"], "keep": [len(wanted) - 1]},
        format="json",
    ).json()

    [own] = [scene for scene in after["scenes"] if scene["edited"]]
    assert own["narration"] == "My grandmother chose these beans."


def test_three_variants_open_differently_and_one_is_chosen(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()

    offered = api.post(drafted, {"action": "variants", "version": before["version"]}, format="json").json()
    chosen = api.post(
        drafted, {"action": "choose", "version": offered["version"], "number": 2}, format="json"
    ).json()

    openings = [variant["opening"] for variant in offered["variants"]]
    assert len({*openings, before["scenes"][0]["narration"]}) == 4
    assert scenes(offered) == scenes(before)
    assert chosen["scenes"][0]["narration"] == openings[1]
    assert chosen["variants"][1]["opening"] == before["scenes"][0]["narration"]


def test_variants_of_another_brief_are_not_offered(api: APIClient, drafted: str) -> None:
    before = api.get(drafted).json()
    api.post(drafted, {"action": "variants", "version": before["version"]}, format="json")

    api.patch(drafted.removesuffix("/script"), {"offer": "Second bag free"}, format="json")

    after = api.get(drafted).json()
    answer = api.post(drafted, {"action": "choose", "version": after["version"], "number": 1}, format="json")
    assert after["variants"] == []
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "body", "field"),
    [
        ("put", {"scenes": []}, "version"),
        ("put", {"version": 0, "scenes": "x"}, "scenes"),
        ("put", {"version": 0, "scenes": ["x"]}, "scenes"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": 3}]}, "scenes"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": "One", "narration": "Only one."}]}, "scenes"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": "a " * 9, "narration": "b."}] * 2}, "scene-1"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": "", "narration": "b."}] * 2}, "scene-2"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": "a", "narration": ""}] * 2}, "scene-1"),
        ("put", {"version": 0, "scenes": [{"on_screen_text": "a", "narration": "b" * 401}] * 2}, "scene-2"),
        ("post", {"version": 0}, "action"),
        ("post", {"version": "0", "action": "rewrite"}, "version"),
        ("post", {"version": 0, "action": "rewrite", "keep": [99]}, "keep"),
        ("post", {"version": 0, "action": "rewrite", "keep": 1}, "keep"),
        ("post", {"version": 0, "action": "choose", "number": "one"}, "number"),
    ],
)
def test_what_cannot_be_a_script_is_refused_at_its_field(
    api: APIClient, drafted: str, method: str, body: dict[str, Any], field: str
) -> None:
    version = api.get(drafted).json()["version"]
    sent = {**body, "version": version} if body.get("version") == 0 else body

    answer = getattr(api, method)(drafted, sent, format="json")

    assert answer.status_code == 400
    assert field in answer.json()["errors"]
    assert api.get(drafted).json()["version"] == version


def test_nothing_is_changed_while_the_ad_is_made(
    api: APIClient, order: Callable[..., Ad], worker: Any
) -> None:
    ad = order(api.person)  # type: ignore[attr-defined]
    worker(ad).take().do_until(Stage.SCRIPT)
    version = int(queries.ad_for(ad.user_id, ad.run_id).version)
    address = f"/api/ads/{ad.run_id}/script"
    two = [{"on_screen_text": "One", "narration": "This is one."}] * 2

    answers = [
        api.put(address, {"version": version, "scenes": two}, format="json"),
        *(
            api.post(address, {"version": version, "action": each}, format="json")
            for each in ("rewrite", "variants")
        ),
    ]

    assert [(each.status_code, each.json()["error_code"]) for each in answers] == [(409, "in_progress")] * 3


def test_somebody_elses_script_is_not_there(
    api: APIClient, drafted: str, person: Callable[..., Identity], api_for: Callable[[Identity], APIClient]
) -> None:
    other = api_for(person())

    answers = [
        call(address, {"version": 0, "action": "rewrite", "scenes": []}, format="json")
        for address in (drafted, f"/api/ads/{uuid.uuid4()}/script", "/api/ads/nonsense/script")
        for call in (other.put, other.post)
    ]

    assert {answer.status_code for answer in [*answers, other.get(drafted)]} == {404}


def test_an_ad_without_a_script_says_so(api: APIClient, order: Callable[..., Ad]) -> None:
    ad = order(api.person)  # type: ignore[attr-defined]

    assert api.get(f"/api/ads/{ad.run_id}/script").status_code == 404


def test_a_draft_of_a_brief_that_says_too_little_is_asked_instead(api: APIClient) -> None:
    answer = api.post("/api/ads", {**BRIEF, "desc": "really good stuff", "offer": ""}, format="json")

    body = answer.json()
    assert (answer.status_code, body["error_code"]) == (400, "too_little_said")
    assert body["questions"][0] == "What is Nordwind Coffee, in one sentence?"
    assert len(body["questions"]) == 2
    assert queries.ads_of(api.person.user_id).ads == ()  # type: ignore[attr-defined]


def test_a_script_changed_after_the_film_leaves_the_film_and_goes_back_to_the_review(
    api: APIClient, order: Callable[..., Ad], finished: Callable[[Ad], Ad]
) -> None:
    ad = finished(order(api.person))  # type: ignore[attr-defined]
    address = f"/api/ads/{ad.run_id}/script"
    before = api.get(address).json()
    wanted = scenes(before)
    wanted[0] |= {"narration": "Another beginning for Nordwind Coffee."}

    api.put(address, {"version": before["version"], "scenes": wanted}, format="json")
    between = queries.ad_for(ad.user_id, ad.run_id)
    api.post(f"/api/ads/{ad.run_id}/retry", {}, format="json")

    after = queries.ad_for(ad.user_id, ad.run_id)
    assert (between.status, between.stages_done, "ad.mp4" in between.artefacts) == (Status.GENERATED, 1, True)
    assert (after.status, after.stages_done) == (Status.IN_PROGRESS, 1)
    assert api.get(address).json()["scenes"][0]["narration"] == "Another beginning for Nordwind Coffee."


def test_another_voice_keeps_a_persons_own_words_and_another_product_does_not(
    api: APIClient, drafted: str
) -> None:
    before = api.get(drafted).json()
    wanted = scenes(before)
    wanted[0] |= {"narration": "My own beginning for Nordwind Coffee."}
    api.put(drafted, {"version": before["version"], "scenes": wanted}, format="json")
    run = drafted.removesuffix("/script")

    api.patch(run, {"voice": "bm_george", "format": "1:1"}, format="json")
    other_voice = stored(api, drafted).stages_done
    api.patch(run, {"desc": "Loose-leaf tea, picked by hand in Nepal and packed in tins."}, format="json")

    assert (other_voice, stored(api, drafted).stages_done) == (1, 0)
