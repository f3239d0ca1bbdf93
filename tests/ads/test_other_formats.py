"""A finished ad in another format: an ad of its own, ordered once, with nothing written again."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import artefacts, formats, queries, scripts, services
from ads.formats import Cut
from ads.models import Ad
from ads.states import Stage, Status

WIDE = Cut("16:9")


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


@pytest.fixture
def who(person: Callable[..., Identity]) -> Identity:
    return person()


@pytest.fixture
def first(who: Identity, order: Callable[..., Ad], finished: Callable[[Ad], Ad]) -> Ad:
    return finished(order(who))


def adapted(ad: Ad, cut: Cut = WIDE) -> Ad:
    return formats.adapt(user_id=ad.user_id, run_id=ad.run_id, cut=cut)[0]


def now(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


def text(response: Any) -> str:
    return unescape(response.content.decode())


def statuses(ad: Ad) -> dict[str, str | None]:
    return {member.cut.name: member.ad and member.ad.status for member in formats.family(ad)}


def test_another_format_begins_with_the_pictures_and_leaves_the_first_as_it_was(first: Ad) -> None:
    before = now(first).version

    other = adapted(first)

    assert (other.status, other.stages_done, other.the_brief.format) == (Status.IN_PROGRESS, 2, "16:9")
    assert other.progress == 15
    assert artefacts.read_json(other, "script.json") == artefacts.read_json(first, "script.json")
    assert artefacts.read_json(other, "review.json") == artefacts.read_json(first, "review.json")
    assert set(other.artefacts.values()).isdisjoint(first.artefacts.values())
    assert now(first).version == before


def test_a_second_press_finds_the_ad_that_the_first_has_made(first: Ad) -> None:
    one, is_new = formats.adapt(user_id=first.user_id, run_id=first.run_id, cut=WIDE)
    two, is_new_again = formats.adapt(user_id=first.user_id, run_id=first.run_id, cut=WIDE)

    assert (is_new, is_new_again) == (True, False)
    assert one.run_id == two.run_id
    assert len(queries.ads_of(first.user_id).ads) == 2


def test_an_ad_in_another_format_is_another_format_of_every_member_of_its_family(
    first: Ad, finished: Callable[[Ad], Ad]
) -> None:
    wide = finished(adapted(first))
    square = adapted(wide, Cut("1:1"))

    assert adapted(first, Cut("1:1")).run_id == square.run_id
    assert adapted(wide, Cut("9:16")).run_id == first.run_id
    assert statuses(wide) == {
        "9:16": Status.GENERATED,
        "4:5": None,
        "1:1": Status.IN_PROGRESS,
        "9:16 paid": None,
    }


def test_an_ad_for_paid_placements_is_another_one_than_the_ad_itself(first: Ad) -> None:
    paid = adapted(first, Cut("9:16", is_paid=True))

    assert (paid.the_brief.format, paid.the_brief.paid) == ("9:16", True)
    assert adapted(first, Cut("9:16", is_paid=True)).run_id == paid.run_id


def test_an_ad_in_another_format_can_be_deleted_and_ordered_once_more(first: Ad) -> None:
    gone = adapted(first)
    services.cancel(user_id=gone.user_id, run_id=gone.run_id)
    assert adapted(first).run_id == gone.run_id
    services.delete(user_id=gone.user_id, run_id=gone.run_id)

    anew = adapted(first)

    assert anew.run_id != gone.run_id
    assert statuses(now(first))["16:9"] == Status.IN_PROGRESS


def test_both_ads_stay_whole_when_the_other_is_deleted(first: Ad, finished: Callable[[Ad], Ad]) -> None:
    wide = finished(adapted(first))

    services.delete(user_id=first.user_id, run_id=first.run_id)

    assert all(default_storage.exists(key) for key in now(wide).artefacts.values())
    assert statuses(now(wide))["9:16"] is None


def test_what_is_lent_is_lent_for_this_script_and_brief_alone(
    first: Ad, finished: Callable[[Ad], Ad]
) -> None:
    wide = finished(adapted(first))
    changes: dict[str, Any] = {"captions": False, "format": "4:5"}
    services.update(user_id=wide.user_id, run_id=wide.run_id, changes=changes)
    as_it_was = formats.lent_to(now(wide))

    services.update(user_id=wide.user_id, run_id=wide.run_id, changes={"tone": "calm"})

    assert "timeline.json" in as_it_was
    assert not any(name.startswith("still-") for name in as_it_was)
    assert formats.lent_to(now(wide)) == {}


def test_an_ad_whose_script_was_changed_since_lends_and_borrows_nothing(
    first: Ad, finished: Callable[[Ad], Ad]
) -> None:
    wide = finished(adapted(first))
    rows = [("Hello", "Hello there."), ("Taste it", "Taste it today.")]
    texts = [scripts.SceneText(number, *row) for number, row in enumerate(rows, start=1)]
    scripts.save(user_id=wide.user_id, run_id=wide.run_id, version=int(wide.version), scenes=texts)

    assert formats.lent_to(now(wide)) == {}
    with pytest.raises(formats.NotAsFilmed):
        adapted(wide, Cut("1:1"))


@pytest.mark.parametrize("status", ["made", "changed"])
def test_without_a_film_of_its_brief_an_ad_has_no_other_format(
    who: Identity, order: Callable[..., Ad], finished: Callable[[Ad], Ad], status: str
) -> None:
    ad = order(who)
    if status == "changed":
        finished(ad)
        services.update(user_id=ad.user_id, run_id=ad.run_id, changes={"tone": "calm"})

    with pytest.raises(formats.NotAsFilmed):
        adapted(ad)
    assert formats.family(now(ad)) == ()


def test_the_page_offers_every_other_format_and_leads_to_those_that_there_are(first: Ad) -> None:
    client = Client()
    client.force_login(Identity.objects.get(pk=first.user_id))

    offered = text(client.get(f"/ads/{first.run_id}"))
    answer = client.post(f"/ads/{first.run_id}/formats", {"format": "16:9"})
    working = text(client.get(answer["Location"]))
    after = text(client.get(f"/ads/{first.run_id}"))

    assert [f"Make it {name} too" in offered for name in ("16:9", "1:1", "4:5", "9:16")] == [True] * 3 + [
        False
    ]
    assert "For paid placements" in offered
    assert offered.count('<button class="format"') == 4
    assert working.count(">taken over</p>") == 2
    assert f'href="/ads/{first.run_id}"' in working
    assert "Make it 16:9 too" not in after
    assert f'href="{answer["Location"]}"' in after


@pytest.mark.parametrize("sent", [{}, {"format": "21:9"}, {"format": "9:16"}])
def test_a_format_that_cannot_be_is_refused_in_words_on_the_page(first: Ad, sent: dict[str, str]) -> None:
    client = Client()
    client.force_login(Identity.objects.get(pk=first.user_id))

    answer = client.post(f"/ads/{first.run_id}/formats", sent, follow=True)

    assert answer.redirect_chain == [(f"/ads/{first.run_id}", 302)]
    assert "Choose" in text(answer)


def test_somebody_elses_ad_has_no_formats(first: Ad, signed_in: Client, api: APIClient) -> None:
    assert signed_in.post(f"/ads/{first.run_id}/formats", {"format": "16:9"}).status_code == 404
    assert api.get(f"/api/ads/{first.run_id}/formats").status_code == 404
    assert api.post(f"/api/ads/{first.run_id}/formats", {"format": "16:9"}, format="json").status_code == 404
    assert len(queries.ads_of(first.user_id).ads) == 1


def test_the_api_makes_lists_and_names_other_formats(
    first: Ad, api_for: Callable[[Identity], APIClient], who: Identity
) -> None:
    api, address = api_for(who), f"/api/ads/{first.run_id}/formats"

    made = api.post(address, {"format": "16:9"}, format="json")
    again = api.post(address, {"format": "16:9", "paid": True}, format="json")
    listed = api.get(address).json()
    other = api.get(f"/api/ads/{made.json()['run_id']}").json()
    refused = api.post(address, {"format": "16:10", "paid": "x"}, format="json")

    assert (made.status_code, again.json()) == (201, made.json())
    assert listed[2] == {"format": "16:9", "paid": False, **made.json()}
    assert [one["run_id"] for one in (*listed[:2], *listed[3:])] == [None, None, None]
    assert (other["format_of"], other["format"]) == (first.run_id, "16:9")
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["format"])


def test_what_a_script_cost_is_counted_once(first: Ad) -> None:
    record = {**first.stage(Stage.SCRIPT), "tokens": 900, "dollars": 0.2, "written_by": "a model"}
    first.script_generation = record
    first.save()

    copied = adapted(first).stage(Stage.SCRIPT)

    assert copied["written_by"] == "a model"
    assert not {"tokens", "dollars", "seconds"} & set(copied)
