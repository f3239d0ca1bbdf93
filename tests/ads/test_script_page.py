"""The page of a script, without JavaScript: nothing typed is lost, whichever button is pressed."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import Identity
from ads import desk, documents, lifecycle, queries, scripts
from ads.briefs import read
from ads.lifecycle.writing import update
from ads.models import Ad
from ads.states import Stage, Status
from generation.pipeline.bench import Bench
from generation.pipeline.errors import ScriptRefused
from generation.pipeline.review import review_script

BRIEF = {
    "name": "Nordwind Coffee",
    "desc": "Small-batch coffee, roasted on Tuesdays and at your door by Friday. Three beans: Harbour, Meadow "
    "and Fjord. Free delivery over €30. The bags keep it fresh for 8 weeks.",
    "offer": "First bag half price",
    "format": "1:1",
    "length": "15",
    "seed": "5",
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")


@pytest.fixture
def draft(signed_in: Client) -> Ad:
    return scripts.draft(user_id=signed_in.person.user_id, brief=read(BRIEF))  # type: ignore[attr-defined]


def text(response: Any) -> str:
    return unescape(response.content.decode())


def form(page: Any) -> dict[str, str]:
    """What the form would send as it stands, without a button."""
    shown = page.content.decode()
    inputs = re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', shown)
    areas = re.findall(r'<textarea[^>]* name="((?:shown|spoken)-[^"]+)"[^>]*>([^<]*)</textarea>', shown)
    return {name: unescape(value) for name, value in [*inputs, *areas] if name != "csrfmiddlewaretoken"}


def now(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


def spoken(ad: Ad) -> list[str]:
    found = documents.script(now(ad))
    assert found
    return [scene.spoken for scene in found.scenes]


def test_the_script_can_be_read_first(signed_in: Client) -> None:
    answer = signed_in.post("/new", {**BRIEF, "draft": "1"}, follow=True)

    [ad] = queries.ads_of(signed_in.person.user_id).ads  # type: ignore[attr-defined]
    page = text(answer)
    assert ad.status == Status.DRAFT
    assert answer.redirect_chain[-1][0] == f"/ads/{ad.run_id}/script"
    assert "Written by rules (embedded copywriter)" in page
    assert all(f">{line}</textarea>" in page for line in spoken(ad))
    assert page.count("<meter ") == 7
    assert "Checked: everything it states is in your brief" in page
    assert "Draft" in text(signed_in.get("/?status=draft"))


def test_what_is_changed_is_what_is_made(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    sent = form(signed_in.get(address)) | {"spoken-1": "Good morning from Nordwind Coffee.", "do": "make"}

    answer = signed_in.post(address, sent)

    after = now(draft)
    assert answer["Location"] == f"/ads/{draft.run_id}"
    assert (after.status, after.stages_done) == (Status.IN_PROGRESS, 1)
    assert spoken(draft)[0] == "Good morning from Nordwind Coffee."


def test_saving_says_what_the_review_would(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    sent = form(signed_in.get(address)) | {"spoken-2": "It cures everything, guaranteed.", "do": "save"}

    page = text(signed_in.post(address, sent, follow=True))

    assert "The script is saved." in page
    assert "This script would be refused." in page
    assert "Your words" in page


def test_what_the_brief_does_not_say_is_told_and_may_stand(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    sent = form(signed_in.get(address)) | {"spoken-2": "Loved by 900 people in Bergen.", "do": "save"}

    page = text(signed_in.post(address, sent, follow=True))

    assert "It can be made as it is." in page
    assert "“900 people” in scene 2: the brief does not say it." in page
    assert "everything it states is in your brief" not in page


def test_a_slip_in_a_scene_is_told_there_and_every_word_stays(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    sent = form(signed_in.get(address)) | {
        "shown-1": "one two three four five six seven eight nine",
        "spoken-2": "",
        "spoken-3": "Typed <b>& kept</b>.",
        "do": "make",
    }

    page = signed_in.post(address, sent)

    shown = text(page)
    assert page.status_code == 400
    assert "9 words are too many for the picture" in shown
    assert "Nothing is said." in shown
    assert "one two three four five six seven eight nine" in shown
    assert "Typed &lt;b&gt;&amp; kept&lt;/b&gt;." in page.content.decode()
    assert now(draft).version == draft.version


def test_the_second_window_is_warned_with_its_words_in_place_and_can_save_again(
    signed_in: Client, draft: Ad
) -> None:
    address = f"/ads/{draft.run_id}/script"
    first = second = form(signed_in.get(address))
    signed_in.post(address, {**first, "spoken-1": "The first window.", "do": "save"})

    warned = signed_in.post(address, {**second, "spoken-1": "The second window.", "do": "save"})
    between = spoken(draft)[0]
    signed_in.post(address, {**form(warned), "do": "save"})

    assert warned.status_code == 409
    assert "changed in another window" in text(warned)
    assert ">The second window.</textarea>" in text(warned)
    assert (between, spoken(draft)[0]) == ("The first window.", "The second window.")


def test_ticked_scenes_and_changed_ones_stay_when_the_others_are_written_again(
    signed_in: Client, draft: Ad
) -> None:
    address = f"/ads/{draft.run_id}/script"
    before = spoken(draft)
    sent = form(signed_in.get(address)) | {"spoken-1": "My own first words.", "keep-2": "on", "do": "rewrite"}

    page = text(signed_in.post(address, sent, follow=True))

    after = spoken(draft)
    assert "Here is another script." in page
    assert "My own first words." in after
    assert before[1] in after


def test_nothing_is_left_to_write_when_every_scene_is_kept(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    every = {f"keep-{number}": "on" for number in range(1, len(spoken(draft)) + 1)}

    page = signed_in.post(address, {**form(signed_in.get(address)), **every, "do": "rewrite"})

    assert page.status_code == 400
    assert "Every scene is kept" in text(page)
    assert text(page).count('" checked>') == len(every)


def test_another_opening_is_chosen_and_the_script_before_is_not_lost(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    before = spoken(draft)
    offered = signed_in.post(address, {**form(signed_in.get(address)), "do": "variants"}, follow=True)
    openings = [script.scenes[0].spoken for script, _ in documents.variants(now(draft))]

    page = text(signed_in.post(address, {**form(offered), "do": "use-1"}, follow=True))

    assert len(openings) == 3
    assert all(f"“{line}”" in text(offered) for line in openings)
    assert spoken(draft)[0] == openings[0]
    assert f"“{before[0]}”" in page


def test_a_scene_is_added_before_the_ending(signed_in: Client, draft: Ad) -> None:
    address = f"/ads/{draft.run_id}/script"
    ending = spoken(draft)[-1]
    more = signed_in.post(address, {**form(signed_in.get(address)), "do": "add"})
    sent = form(more)
    place = int(sent["count"]) - 1

    signed_in.post(
        address,
        {**sent, f"shown-{place}": "Open on Sundays", f"spoken-{place}": "We open on Sundays.", "do": "save"},
    )

    assert spoken(draft)[-2:] == ["We open on Sundays.", ending]


@pytest.mark.parametrize("wish", ["nonsense", "use-99", "use-x", "rewrite", "variants", "make", "save"])
def test_a_form_that_holds_nothing_breaks_nothing(signed_in: Client, draft: Ad, wish: str) -> None:
    answer = signed_in.post(f"/ads/{draft.run_id}/script", {"do": wish, "count": "9" * 20, "version": "x"})

    assert answer.status_code in (302, 400, 404, 409)
    assert spoken(draft)


def test_a_script_that_was_refused_is_changed_where_its_reasons_stand(
    signed_in: Client, order: Callable[..., Ad], worker: Callable[[Ad], Any]
) -> None:
    ad = order(signed_in.person)  # type: ignore[attr-defined]
    hand = worker(ad).take().do_until(Stage.SCRIPT)
    hand.fail(Stage.REVIEW, code="script_refused", message="The review did not approve the script: Too fast.")

    page = signed_in.get(f"/ads/{ad.run_id}")
    sent = form(page) | {"spoken-1": "Nordwind Coffee, by Friday.", "do": "save"}
    saved = signed_in.post(f"/ads/{ad.run_id}/script", sent)
    between = now(ad)
    signed_in.post(f"/ads/{ad.run_id}/retry")

    assert "Too fast." in text(page)
    assert text(page).count("<meter ") == 7
    assert "What the script states" in text(page)
    assert ">Your Friday coffee was roasted on Tuesday.</textarea>" in text(page)
    assert saved.status_code == 302
    assert "It was changed after that" in between.error_message
    assert (now(ad).status, now(ad).stages_done) == (Status.IN_PROGRESS, 1)
    assert spoken(ad)[0] == "Nordwind Coffee, by Friday."


def test_why_a_script_was_refused_is_said_once_and_the_way_out_is_the_first_button(
    signed_in: Client, order: Callable[..., Ad], worker: Callable[[Ad], Any]
) -> None:
    ad = order(signed_in.person)  # type: ignore[attr-defined]
    hand = worker(ad).take().do_until(Stage.SCRIPT)
    heals = "“small batches” heals."
    told = {"scores": {"clarity": 0.9}, "approved": False, "stops": [heals], "rounds": 3}
    kept = hand.store_json("review.json", {**told, "notes": [heals, "Scene 2 is long."]})
    lifecycle.begin(hand.claim, Stage.REVIEW, attempt=1)
    lifecycle.fail(
        hand.claim, Stage.REVIEW, code="script_refused", message="Refused.", record={"artefacts": kept}
    )

    page = text(signed_in.get(f"/ads/{ad.run_id}"))
    first = page.index("button-primary", page.index(heals))

    assert re.findall(r"Scene (\d)</span>(?:(?!</legend>).)*Change this one", page) == ["2"]
    assert (page.count(heals), page.count("Scene 2 is long.")) == (1, 1)
    assert page.index("Edit the script") < page.index("Edit the brief")
    assert 'href="#script-form"' in page[first : first + 80]


def test_an_ad_in_the_making_has_no_script_to_change(
    signed_in: Client, order: Callable[..., Ad], worker: Callable[[Ad], Any]
) -> None:
    ad = order(signed_in.person)  # type: ignore[attr-defined]
    worker(ad).take().do_until(Stage.SCRIPT)

    shown = signed_in.get(f"/ads/{ad.run_id}/script")
    sent = {
        "do": "save",
        "count": "1",
        "version": str(int(now(ad).version)),
        "shown-1": "One",
        "spoken-1": "One.",
    }
    refused = text(signed_in.post(f"/ads/{ad.run_id}/script", sent, follow=True))

    assert shown["Location"] == f"/ads/{ad.run_id}"
    assert "This ad is being made." in refused


def test_somebody_elses_script_is_not_there(draft: Ad, person: Callable[..., Identity]) -> None:
    stranger = Client()
    stranger.force_login(person())

    assert stranger.get(f"/ads/{draft.run_id}/script").status_code == 404
    assert stranger.post(f"/ads/{draft.run_id}/script", {"do": "make"}).status_code == 404
    assert now(draft).status == Status.DRAFT


def test_a_draft_whose_brief_changed_says_that_its_script_is_of_the_old_one(
    signed_in: Client, draft: Ad
) -> None:
    signed_in.post(f"/ads/{draft.run_id}/edit", {**BRIEF, "offer": "Second bag free"})

    page = signed_in.get(f"/ads/{draft.run_id}/script")
    signed_in.post(f"/ads/{draft.run_id}/script", {**form(page), "do": "rewrite"})

    assert "The brief has changed since this script was written." in text(page)
    assert any("second bag" in line.lower() for line in spoken(draft))


def test_the_review_of_a_run_leaves_a_persons_words_alone(draft: Ad, tmp_path: Path) -> None:
    texts = [
        scripts.SceneText(0, "Soup today", "Today there is soup."),
        scripts.SceneText(0, "Come by", "Come by."),
    ]
    ad = scripts.save(user_id=draft.user_id, run_id=draft.run_id, version=int(draft.version), scenes=texts)
    content = scripts.script_files.read(ad, "script.json")

    def fetch(name: str, path: Path) -> Path:
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    bench = Bench(ad.the_brief, tmp_path / "bench", seed=1, report=lambda *_: None, fetch=fetch)
    outcome = review_script(bench)

    assert set(outcome.files) == {"script.json", "review.json"}
    assert documents.script_in(json.loads(bench.path("script.json").read_text())).is_edited


def test_a_review_that_refuses_shows_what_it_found(draft: Ad, tmp_path: Path) -> None:
    texts = [
        scripts.SceneText(0, "Soup", "This soup cures colds."),
        scripts.SceneText(0, "Come by", "Come by."),
    ]
    ad = scripts.save(user_id=draft.user_id, run_id=draft.run_id, version=int(draft.version), scenes=texts)
    content = json.dumps(scripts.script_files.read(ad, "script.json"))
    shown: dict[str, str] = {}

    def fetch(_name: str, path: Path) -> Path:
        path.write_text(content, encoding="utf-8")
        return path

    def publish(name: str, path: Path) -> None:
        shown[name] = path.read_text()

    bench = Bench(
        ad.the_brief, tmp_path / "bench", seed=1, report=lambda *_: None, fetch=fetch, publish=publish
    )
    with pytest.raises(ScriptRefused, match="cures"):
        review_script(bench)

    found = documents.review_in(json.loads(shown["review.json"]))
    assert found
    assert not found.approved
    assert any("cures" in note for note in found.stops)
    assert json.loads(shown["script.json"])["edited"] == [1, 2]


def test_a_script_that_the_review_had_rewritten_is_the_one_that_is_made_again(
    signed_in: Client, order: Callable[..., Ad], finished: Callable[[Ad], Ad]
) -> None:
    ad = finished(order(signed_in.person))  # type: ignore[attr-defined]
    rewritten = json.loads(json.dumps(scripts.script_files.read(ad, "script.json")))
    rewritten["script"]["scenes"][0]["narration"] = "What the review asked for."
    key = scripts.script_files._write(ad, {"script.json": rewritten})
    reviewed = ad.stage(Stage.REVIEW) | {"artefacts": ad.stage(Stage.REVIEW)["artefacts"] | key}
    assert update(ad, [Ad.script_evaluation.set(reviewed)], condition=Ad.run_id.exists())
    address = f"/ads/{ad.run_id}/script"

    signed_in.post(address, form(signed_in.get(address)) | {"do": "make"})

    assert now(ad).status == Status.IN_PROGRESS
    assert spoken(ad)[0] == "What the review asked for."


def test_a_writer_that_is_not_installed_is_told_and_nothing_typed_is_lost(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "DESK", "generation.pipeline.no_such_desk")

    page = signed_in.post("/new", {**BRIEF, "audience": "Night owls", "draft": "1"})

    assert page.status_code == 503
    assert "the writer is not installed beside the web server" in text(page)
    assert 'value="Night owls"' in text(page)
    assert queries.ads_of(signed_in.person.user_id).ads == ()  # type: ignore[attr-defined]


def test_a_model_that_does_not_answer_is_told_and_the_script_stays(
    signed_in: Client, draft: Ad, settings: Settings
) -> None:
    settings.LLM, settings.LLM_API_KEY, settings.LLM_BASE_URL = (
        "openai/gpt-4o-mini",
        "key",
        "http://127.0.0.1:9/v1",
    )
    address = f"/ads/{draft.run_id}/script"
    before = spoken(draft)

    for wish in ("rewrite", "variants"):
        page = signed_in.post(address, {**form(signed_in.get(address)), "do": wish})

        assert page.status_code == 503
        assert page.context["refusal"]
        assert f">{before[0]}</textarea>" in text(page)
    assert spoken(draft) == before
