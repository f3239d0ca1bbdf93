"""The ads' pages without a browser: what is shown, what is refused, and that nothing typed is lost."""

import re
import uuid
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings

from accounts.models import Identity
from ads import lifecycle, queries, services
from ads.models import Ad
from ads.states import Stage, Status

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def text(response: Any) -> str:
    return unescape(response.content.decode())


def mine(client: Client) -> list[Ad]:
    return list(queries.ads_of(client.person.user_id).ads)  # type: ignore[attr-defined]


@pytest.fixture
def ad(signed_in: Client, order: Callable[..., Ad]) -> Ad:
    return order(signed_in.person)  # type: ignore[attr-defined]


# --- Who may come in ----------------------------------------------------------------------------------


def test_a_visitor_is_told_what_this_is(client: Client, database: str) -> None:
    page = client.get("/")

    assert page.status_code == 200
    assert "From a product brief to a finished video ad" in text(page)


@pytest.mark.parametrize("path", ["/new", "/ads/x", "/ads/x/edit", "/ads/x/watch", "/ads/x/download/mp4"])
def test_a_visitor_is_asked_to_sign_in(client: Client, database: str, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 302
    assert "next=" in answer["Location"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", ""),
        ("get", "/edit"),
        ("get", "/watch"),
        ("get", "/captions.vtt"),
        ("get", "/film.mp4"),
        ("get", "/download/mp4"),
        ("post", "/edit"),
        ("post", "/cancel"),
        ("post", "/retry"),
        ("post", "/delete"),
    ],
)
def test_somebody_elses_ad_is_not_there(
    signed_in: Client,
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    method: str,
    path: str,
) -> None:
    theirs = order(person())

    answers = [
        getattr(signed_in, method)(f"/ads/{run_id}{path}")
        for run_id in (theirs.run_id, str(uuid.uuid4()), "not-an-id")
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert not any("Nordwind" in text(answer) for answer in answers)
    assert queries.ad_for(theirs.user_id, theirs.run_id).status == Status.IN_PROGRESS


@pytest.mark.parametrize("path", ["cancel", "retry", "delete"])
def test_a_link_alone_changes_nothing(signed_in: Client, ad: Ad, path: str) -> None:
    assert signed_in.get(f"/ads/{ad.run_id}/{path}").url == f"/ads/{ad.run_id}"
    assert queries.ad_for(ad.user_id, ad.run_id).version == ad.version


def test_a_form_from_elsewhere_is_refused(ad: Ad) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Identity.objects.get(pk=ad.user_id))

    assert strict.post(f"/ads/{ad.run_id}/cancel").status_code == 403
    assert queries.ad_for(ad.user_id, ad.run_id).status == Status.IN_PROGRESS


# --- The list -----------------------------------------------------------------------------------------


def test_the_empty_list_invites(signed_in: Client) -> None:
    assert "Make your first ad" in text(signed_in.get("/"))


def test_the_list_shows_a_card_an_ad_and_filters(
    signed_in: Client, order: Callable[..., Ad], finished: Callable[[Ad], Ad]
) -> None:
    who = signed_in.person  # type: ignore[attr-defined]
    finished(order(who, name="Finished one"))
    order(who, name="One <b>in</b> the making")

    everything = text(signed_in.get("/"))
    ready = text(signed_in.get("/?status=generated"))

    assert everything.index("One <b>in</b> the making") < everything.index("Finished one")
    assert "One &lt;b&gt;in&lt;/b&gt; the making" in signed_in.get("/").content.decode()
    assert "Finished one" in ready
    assert "in</b> the making" not in ready
    assert "poster" in ready or "/media/" in ready


def test_a_filter_without_ads_says_so(signed_in: Client, ad: Ad) -> None:
    page = text(signed_in.get("/?status=failed"))

    assert "No ad has failed." in page
    assert "Make your first ad" not in page


@pytest.mark.parametrize("query", ["status=nonsense", "cursor=nonsense", "status=GENERATED&cursor=x"])
def test_an_address_with_a_slip_shows_the_list(signed_in: Client, ad: Ad, query: str) -> None:
    assert signed_in.get(f"/?{query}").status_code == 200


def test_older_ads_are_a_page_further(signed_in: Client, order: Callable[..., Ad]) -> None:
    for number in range(queries.PAGE_SIZE + 1):
        order(signed_in.person, name=f"Ad number {number:02}")  # type: ignore[attr-defined]

    first = text(signed_in.get("/"))
    address = re.search(r'href="([^"]+)" rel="next"', first)
    assert address
    second = text(signed_in.get(address[1]))

    assert "Ad number 00" not in first
    assert re.findall(r"Ad number \d\d(?=</a>)", second) == ["Ad number 00"]


def test_a_card_is_drawn_again_only_when_something_has_changed(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    seen = queries.ad_for(ad.user_id, ad.run_id).version
    unchanged = signed_in.get(f"/ads/{ad.run_id}/card?seen={seen}", headers=HTMX)
    worker(ad).take().report(Stage.SCRIPT, 0.5, "Reading the brief")
    changed = signed_in.get(f"/ads/{ad.run_id}/card?seen={seen}", headers=HTMX)

    assert (unchanged.status_code, unchanged.content) == (204, b"")
    assert "Reading the brief" in text(changed)


# --- Progress -----------------------------------------------------------------------------------------


def test_progress_is_a_whole_page_without_javascript(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take().do_until(Stage.SCRIPT)
    hand.begin(Stage.REVIEW)

    page = text(signed_in.get(f"/ads/{ad.run_id}"))

    assert '<noscript><meta http-equiv="refresh"' in page
    assert 'max="100" value="10"' in page
    assert "Step 2 of 5" in page
    assert "Your Friday coffee was roasted on Tuesday." in page


def test_a_poll_says_nothing_when_nothing_has_changed(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    worker(ad).take()
    seen = queries.ad_for(ad.user_id, ad.run_id).version

    answer = signed_in.get(f"/ads/{ad.run_id}/progress?seen={seen}&done=0", headers=HTMX)

    assert (answer.status_code, answer.content) == (204, b"")


def test_a_poll_brings_the_script_once_it_is_written(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take()
    hand.do(Stage.SCRIPT)
    hand.begin(Stage.REVIEW)

    first = text(signed_in.get(f"/ads/{ad.run_id}/progress?seen=0&done=0", headers=HTMX))
    second = text(signed_in.get(f"/ads/{ad.run_id}/progress?seen=0&done=1", headers=HTMX))

    assert "Your Friday coffee" in first
    assert 'id="ad-script" hx-swap-oob="outerHTML"' in first
    assert "Step 2 of 5" in second
    assert "Your Friday coffee" not in second


def test_a_poll_brings_each_picture_as_soon_as_there_is_one(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take().do_until(Stage.REVIEW)
    hand.begin(Stage.VISUALS)
    hand.publish(Stage.VISUALS, range(2, 4))

    first = text(signed_in.get(f"/ads/{ad.run_id}/progress?seen=0&done=2&pictures=0", headers=HTMX))
    second = text(signed_in.get(f"/ads/{ad.run_id}/progress?seen=0&done=2&pictures=2", headers=HTMX))

    assert re.findall(r'id="frame-(\d)"[^>]*hx-swap-oob', first) == ["2", "3"]
    assert "pictures=2" in first
    assert "frame-" not in second


def test_the_last_poll_brings_the_film_and_asks_for_no_more(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)

    answer = signed_in.get(f"/ads/{ad.run_id}/progress?seen=0&done=0", headers=HTMX)

    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("#ad", "outerHTML")
    assert "<video" in text(answer)
    assert "hx-trigger" not in text(answer)


def test_a_poll_after_signing_out_or_deleting_leads_away(client: Client, signed_in: Client, ad: Ad) -> None:
    services.cancel(user_id=ad.user_id, run_id=ad.run_id)
    services.delete(user_id=ad.user_id, run_id=ad.run_id)
    deleted = signed_in.get(f"/ads/{ad.run_id}/progress", headers=HTMX)
    signed_out = Client().get(f"/ads/{ad.run_id}/progress", headers=HTMX)

    assert deleted["HX-Redirect"] == "/"
    assert signed_out["HX-Refresh"] == "true"


def test_a_fragment_without_htmx_leads_to_its_page(signed_in: Client, ad: Ad) -> None:
    assert signed_in.get(f"/ads/{ad.run_id}/progress")["Location"] == f"/ads/{ad.run_id}"
    assert signed_in.get(f"/ads/{ad.run_id}/card")["Location"] == "/"


def test_cancelling_is_shown_and_can_be_taken_back(signed_in: Client, ad: Ad) -> None:
    stopped = text(signed_in.post(f"/ads/{ad.run_id}/cancel", follow=True))
    going = text(signed_in.post(f"/ads/{ad.run_id}/retry", follow=True))

    assert "You cancelled this ad." in stopped
    assert "In the making" in going


def test_cancelling_a_finished_ad_is_refused_in_words(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)

    page = text(signed_in.post(f"/ads/{ad.run_id}/cancel", follow=True))

    assert "there is nothing to cancel" in page
    assert "<video" in page


def test_a_failure_says_why_and_what_to_do(signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]) -> None:
    worker(ad).take().fail(Stage.SCRIPT, code="language_not_written", message="Nobody here writes Basque.")

    page = text(signed_in.get(f"/ads/{ad.run_id}"))

    assert "Nobody here writes Basque." in page
    assert page.index("Edit the brief") < page.index("Try again")


def test_a_brief_that_said_too_little_is_asked_its_questions_one_by_one(
    signed_in: Client, ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    worker(ad).take().fail(Stage.SCRIPT, code="nothing_to_say", message="The brief says too little.")

    stopped, edit = (text(signed_in.get(f"/ads/{ad.run_id}{path}")) for path in ("", "/edit"))

    for page in (stopped, edit):
        assert "<li>What is Nordwind Coffee, in one sentence, and what does it do?</li>" in page
        assert "<li>Who is it for?</li>" in page


# --- The finished ad ----------------------------------------------------------------------------------


def test_a_finished_ad_shows_film_script_scores_and_brief(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)

    page = text(signed_in.get(f"/ads/{ad.run_id}"))

    assert f'src="/ads/{ad.run_id}/watch"' in page
    assert f'<track kind="captions" src="/ads/{ad.run_id}/captions.vtt"' in page
    assert "Written by rules (embedded copywriter)" in page
    assert page.count("<meter ") == 7
    assert "What speaks for clarity and simplicity." in page
    assert 'data-seek="1.00"' in page
    assert "roasted on Tuesdays" in page


@pytest.mark.parametrize(("kind", "start"), [("mp4", b"\0\0\0"), ("srt", b"1\n00:"), ("vtt", b"WEBVTT")])
def test_every_download_is_saved_under_the_ads_name(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad], kind: str, start: bytes
) -> None:
    finished(ad)

    file = signed_in.get(f"/ads/{ad.run_id}/download/{kind}", follow=True)

    assert b"".join(file.streaming_content).startswith(start)
    assert file["Content-Disposition"] == f'attachment; filename="nordwind-coffee.{kind}"'


def test_the_caption_track_comes_from_our_own_address(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)

    track = signed_in.get(f"/ads/{ad.run_id}/captions.vtt")

    assert track["Content-Type"] == "text/vtt; charset=utf-8"
    assert b"".join(track.streaming_content).startswith(b"WEBVTT")


@pytest.mark.parametrize("path", ["download/mp4", "download/exe", "captions.vtt", "watch"])
def test_what_is_not_there_yet_is_not_found(signed_in: Client, ad: Ad, path: str) -> None:
    assert signed_in.get(f"/ads/{ad.run_id}/{path}").status_code == 404


def test_a_page_whose_files_are_gone_is_still_a_page(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    for key in finished(ad).artefacts.values():
        default_storage.delete(key)

    assert signed_in.get(f"/ads/{ad.run_id}").status_code == 200
    assert signed_in.get(f"/ads/{ad.run_id}/download/mp4").status_code == 404


def test_another_version_has_another_seed_and_a_new_script(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    before = finished(ad)

    signed_in.post(f"/ads/{ad.run_id}/retry", {"another": "1"})

    after = queries.ad_for(ad.user_id, ad.run_id)
    assert (after.status, after.artefacts, after.final_video_uri) == (Status.IN_PROGRESS, {}, None)
    assert after.the_brief.seed != before.the_brief.seed


def test_deleting_leads_to_the_list_without_the_ad(
    signed_in: Client, ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    finished(ad)

    page = text(signed_in.post(f"/ads/{ad.run_id}/delete", follow=True))

    assert "The ad is deleted." in page
    assert mine(signed_in) == []


def test_deleting_an_ad_in_the_making_is_refused_in_words(signed_in: Client, ad: Ad) -> None:
    page = text(signed_in.post(f"/ads/{ad.run_id}/delete", follow=True))

    assert "cancel it first" in page
    lifecycle.cancel(queries.ad_for(ad.user_id, ad.run_id))


@pytest.mark.parametrize(("bucket", "address"), [("", "download/mp4"), ("films", "film.mp4")])
def test_a_film_is_shared_from_our_own_address_wherever_it_is_kept(
    signed_in: Client,
    ad: Ad,
    finished: Callable[[Ad], Ad],
    settings: Settings,
    bucket: str,
    address: str,
) -> None:
    ad = finished(ad)
    settings.BUCKET = bucket

    page = text(signed_in.get(f"/ads/{ad.run_id}"))
    film = signed_in.get(f"/ads/{ad.run_id}/film.mp4")

    assert f'data-share="/ads/{ad.run_id}/{address}"' in page
    assert film["Content-Type"] == "video/mp4"
    with default_storage.open(ad.artefacts["ad.mp4"], "rb") as stored:
        assert b"".join(film.streaming_content) == stored.read()  # type: ignore[attr-defined]
