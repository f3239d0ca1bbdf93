"""A run from claim to finish: each stage is committed once, a restart goes on, and every end has its reason."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from ads import briefs, lifecycle, queries, services
from ads.models import Ad
from ads.states import Stage, StageStatus, Status
from generation.pipeline import rehearsal, reporting, runner
from generation.pipeline.errors import StageOverdue
from vigen_site.dynamo import new_id


@pytest.fixture(autouse=True)
def rehearsing(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PIPELINE = "rehearsal"
    settings.REHEARSAL_MILLISECONDS = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("vigen_site.queue.async_task", lambda *arguments, **options: None)


@pytest.fixture
def order(database: str) -> Callable[..., Ad]:
    def place(name: str = "Loaf") -> Ad:
        brief = briefs.read({"name": name, "desc": "Sourdough baked every morning."})
        return services.create(user_id=new_id(), brief=brief)[0]

    return place


def run(ad: Ad) -> str:
    return runner.run(ad.user_id, ad.run_id)


def look(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


def test_a_run_goes_through_all_stages_and_delivers_its_film(order: Callable[..., Ad]):
    ad = order()

    assert run(ad) == "finished"

    ad = look(ad)
    assert ad.status == Status.GENERATED
    assert [ad.stage(stage)["status"] for stage in Stage] == [StageStatus.COMPLETED] * 5
    assert ad.progress == 100
    assert ad.final_video_uri == f"media://{ad.artefacts['ad.mp4']}"
    assert set(ad.artefacts) == {name for names in rehearsal.FILES.values() for name in names}
    assert all(default_storage.exists(key) for key in ad.artefacts.values())


def test_a_finished_run_is_not_made_again(order: Callable[..., Ad]):
    ad = order()
    run(ad)
    before = look(ad).artefacts

    assert run(ad) == "nothing"
    assert look(ad).artefacts == before


def test_a_run_that_somebody_holds_is_left_alone(order: Callable[..., Ad]):
    ad = order()
    lifecycle.claim(ad.user_id, ad.run_id, owner="another:1")

    assert run(ad) == "nothing"


def test_a_passing_failure_is_tried_again_after_the_last_finished_stage(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
):
    ad = order("fail at AUDIO")

    assert run(ad) == "released"
    ad = look(ad)
    done = {stage: ad.stage(stage) for stage in (Stage.SCRIPT, Stage.REVIEW, Stage.VISUALS)}
    monkeypatch.setattr(rehearsal, "_make_trouble", lambda name, stage: None)
    monkeypatch.setattr(time, "time", lambda now=time.time: now() + 60)

    assert run(ad) == "finished"
    ad = look(ad)
    assert {stage: ad.stage(stage) for stage in done} == done


def test_a_stage_that_fails_three_times_ends_the_run_with_its_reason(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
):
    ad = order("fail at AUDIO")
    clock = [time.time()]
    monkeypatch.setattr(time, "time", lambda: clock[0])

    ends = []
    for _ in range(3):
        ends.append(run(ad))
        clock[0] += 60

    ad = look(ad)
    assert ends == ["released", "released", "failed"]
    assert ad.status == Status.FAILED
    assert (ad.error_code, ad.error_message) == ("voice_failed", "The rehearsal was asked to fail here.")
    assert ad.stage(Stage.AUDIO)["status"] == StageStatus.FAILED
    assert ad.stage(Stage.EDITING)["status"] == StageStatus.PENDING


def test_a_script_that_is_refused_stops_the_run_at_once_and_nothing_is_rendered(order: Callable[..., Ad]):
    ad = order("refuse at REVIEW")

    assert run(ad) == "failed"

    ad = look(ad)
    assert ad.error_code == "script_refused"
    assert ad.stage(Stage.SCRIPT)["status"] == StageStatus.COMPLETED
    assert ad.stage(Stage.VISUALS)["status"] == StageStatus.PENDING


def test_an_unforeseen_error_is_logged_and_tells_the_person_nothing_of_its_text(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch, settings: Settings
):
    settings.RUN_MAX_ATTEMPTS = 1
    ad = order()

    def explode(name: str, stage: Stage) -> None:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr(rehearsal, "_make_trouble", explode)

    assert run(ad) == "failed"

    ad = look(ad)
    assert ad.error_code == "internal_error"
    assert "hunter2" not in ad.error_message


def test_a_full_disk_is_named(order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch, settings: Settings):
    settings.RUN_MAX_ATTEMPTS = 1
    ad = order()

    def fill(name: str, stage: Stage) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rehearsal, "_make_trouble", fill)

    assert run(ad) == "failed"
    assert look(ad).error_code == "disk_full"


def test_a_cancelled_run_stops_and_writes_nothing_more(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
):
    ad = order()

    def cancel_here(name: str, stage: Stage) -> None:
        if stage is Stage.VISUALS:
            lifecycle.cancel(look(ad))

    monkeypatch.setattr(rehearsal, "_make_trouble", cancel_here)

    assert run(ad) == "lost"

    after = look(ad)
    assert after.status == Status.CANCELLED
    assert after.stages_done == 2
    assert after.stage(Stage.VISUALS)["status"] == StageStatus.PENDING


def test_a_worker_that_is_asked_to_stop_gives_the_run_back_and_it_counts_as_no_attempt(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    ad = order()
    drain = tmp_path / "drain"
    monkeypatch.setenv(reporting.DRAIN_VARIABLE, str(drain))
    monkeypatch.setattr(rehearsal, "_make_trouble", lambda name, stage: drain.touch())

    assert run(ad) == "released"
    given_back = look(ad)
    drain.unlink()
    monkeypatch.setattr(rehearsal, "_make_trouble", lambda name, stage: None)

    assert (given_back.stages_done, given_back.attempt, given_back.lease_until) == (1, 0, 0)
    assert run(ad) == "finished"


def test_a_stage_past_its_deadline_is_stopped_although_it_is_alive(
    order: Callable[..., Ad], settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    settings.RUN_STAGE_SECONDS = dict.fromkeys(Stage, 0)
    ad = order()

    assert run(ad) == "released"
    claim = lifecycle.Claim(ad.user_id, ad.run_id, 99)
    with pytest.raises(StageOverdue):
        reporting.Reporter(claim).report(0.5, "still here")


def test_what_is_done_next_is_told_at_once_and_more_of_the_same_is_not(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reporting, "SECONDS_BETWEEN_REPORTS", 3600.0)
    ad = order()
    claimed = lifecycle.claim(ad.user_id, ad.run_id, owner="worker-1")
    assert claimed is not None
    lifecycle.begin(claimed[0], Stage.SCRIPT, attempt=1)
    reporter, told = reporting.Reporter(claimed[0]), []

    for done, message in ((0.1, "Frame 1 of 9"), (0.9, "Frame 9 of 9"), (0.92, "Checking the film")):
        reporter.report(done, message)
        told.append(look(ad).message)

    assert told == ["Frame 1 of 9", "Frame 1 of 9", "Checking the film"]


def test_a_heartbeat_keeps_the_lease_while_a_stage_works(order: Callable[..., Ad], settings: Settings):
    settings.RUN_LEASE_SECONDS = 3
    settings.REHEARSAL_MILLISECONDS = 900
    ad = order()

    assert run(ad) == "finished"
    assert look(ad).fence == 1


def test_no_working_folder_is_left_behind(order: Callable[..., Ad], tmp_path: Path):
    run(order())
    run(order("refuse at REVIEW"))

    assert list((tmp_path / "work").iterdir()) == []


def test_an_ad_that_is_begun_again_finds_its_earlier_film(order: Callable[..., Ad], tmp_path: Path):
    ad = order()
    run(ad)
    film, pieces = (look(ad).artefacts[name] for name in ("ad.mp4", "ad.pieces.json"))
    services.retry(user_id=ad.user_id, run_id=ad.run_id, start=Stage.SCRIPT)
    assert "ad.mp4" not in look(ad).artefacts

    assert runner._earlier(look(ad), ("ad.mp4", "ad.pieces.json"), tmp_path)

    with default_storage.open(film, "rb") as stored:
        assert (tmp_path / "ad.mp4").read_bytes() == stored.read()
    with default_storage.open(pieces, "rb") as stored:
        assert (tmp_path / "ad.pieces.json").read_bytes() == stored.read()


def test_an_earlier_film_without_all_of_its_files_is_none(order: Callable[..., Ad], tmp_path: Path):
    ad = order()
    assert not runner._earlier(ad, ("ad.mp4", "ad.pieces.json"), tmp_path)
    run(ad)
    default_storage.delete(look(ad).artefacts["ad.pieces.json"])

    assert not runner._earlier(look(ad), ("ad.mp4", "ad.pieces.json"), tmp_path)


def test_a_picture_is_there_to_see_before_its_stage_has_ended(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
):
    ad = order("look at VISUALS")
    seen: list[Ad] = []
    monkeypatch.setitem(rehearsal.TROUBLES, "look", lambda: seen.append(look(ad)))

    assert run(ad) == "finished"

    record = seen[0].stage(Stage.VISUALS)
    assert (record["status"], set(record["artefacts"])) == (StageStatus.RUNNING, {"still-01.jpg"})
    assert seen[0].artefacts["still-01.jpg"] == look(ad).artefacts["still-01.jpg"]


def test_what_was_shown_of_a_stage_that_failed_stays_to_be_seen(order: Callable[..., Ad]):
    ad = order("refuse at VISUALS")

    assert run(ad) == "failed"

    record = look(ad).stage(Stage.VISUALS)
    assert (record["status"], set(record["artefacts"])) == (StageStatus.FAILED, {"still-01.jpg"})


def test_what_was_shown_early_is_stored_once(order: Callable[..., Ad], tmp_path: Path):
    ad = order()

    run(ad)

    assert len(list((tmp_path / "media").rglob("still-01.jpg"))) == 1


def test_a_worker_that_lost_the_run_shows_nothing_more(order: Callable[..., Ad], tmp_path: Path):
    ad = order()
    claimed = lifecycle.claim(ad.user_id, ad.run_id, owner="here:1")
    assert claimed is not None
    lifecycle.cancel(look(ad))
    picture = tmp_path / "still-01.jpg"
    picture.write_bytes(b"a picture")

    with pytest.raises(lifecycle.LeaseLost):
        runner._publish(claimed[0], Stage.SCRIPT, {}, {}, picture.name, picture)

    assert "still-01.jpg" not in look(ad).artefacts
