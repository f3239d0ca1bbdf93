"""An ad in another format takes over what the first one has: storyboard, pictures, timeline and sound."""

import functools
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pydantic import TypeAdapter
from pytest_django import Settings

from ads import briefs, formats, lifecycle, queries, services
from ads.formats import Cut
from ads.models import Ad
from ads.states import Stage, Status
from generation.pipeline import runner
from generation.pipeline.audio import FILES, produce_sound
from generation.pipeline.bench import LENT, Bench
from generation.pipeline.script import write_script
from generation.pipeline.visuals import design_scenes
from generation.studio.scenes.contact_sheet import spoken
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline
from vigen_site.dynamo import new_id

BRIEF = briefs.read(
    {
        "name": "QuickFix Mobile",
        "desc": "Phone repair while you wait. Cracked screen? We replace it in 30 minutes with a 12-month warranty.",
        "length": 6,
        "seed": 3,
    }
)


def _tell_nobody(done: float, message: str) -> None:
    del done, message


def _bring(here: Path, lent: Path | None, name: str, path: Path) -> Path:
    source = lent / name.removeprefix(LENT) if lent and name.startswith(LENT) else here / name
    return Path(shutil.copyfile(source, path))


def bench_at(folder: Path, brief: briefs.Brief, *, lent: Path | None = None) -> Bench:
    fetch = functools.partial(_bring, folder, lent)
    return Bench(brief, folder, seed=99, report=_tell_nobody, fetch=fetch)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script, storyboard and sound of a finished ad."""
    folder = tmp_path_factory.mktemp("master")
    bench = bench_at(folder, BRIEF)
    write_script(bench)
    design_scenes(bench)
    scenes = bench.kept("storyboard.json", Storyboard).scenes
    times = [spoken(scene.narration, start=2.0 * place, seconds=2.0) for place, scene in enumerate(scenes)]
    timeline = Timeline(tuple(times), 2.0 * len(times))
    (folder / "timeline.json").write_bytes(TypeAdapter(Timeline).dump_json(timeline))
    for name in FILES[1:]:
        (folder / name).write_bytes(name.encode())
    return folder


@pytest.mark.render
def test_the_storyboard_is_the_first_ads_in_another_format(master: Path, tmp_path: Path) -> None:
    bench = bench_at(tmp_path, Cut("16:9").of(BRIEF), lent=master)

    outcome = design_scenes(bench)

    first = TypeAdapter(Storyboard).validate_json((master / "storyboard.json").read_bytes())
    with Image.open(tmp_path / "still-01.jpg") as picture:
        assert picture.width / picture.height == pytest.approx(16 / 9, abs=0.01)
    assert bench.kept("storyboard.json", Storyboard) == replace(first, format_name="16:9")
    assert outcome.notes["scenes"] == len(first.scenes)


@pytest.mark.render
def test_one_for_paid_placements_says_so_in_its_storyboard(master: Path, tmp_path: Path) -> None:
    bench = bench_at(tmp_path, Cut("9:16", is_paid=True).of(BRIEF), lent=master)

    design_scenes(bench)

    assert bench.kept("storyboard.json", Storyboard).is_paid


def test_the_sound_is_the_first_ads_and_costs_nothing(master: Path, tmp_path: Path) -> None:
    shutil.copyfile(master / "storyboard.json", tmp_path / "storyboard.json")
    bench = bench_at(tmp_path, Cut("16:9").of(BRIEF), lent=master)

    outcome = produce_sound(bench)

    assert [(tmp_path / name).read_bytes() == (master / name).read_bytes() for name in FILES] == [True] * 3
    assert outcome.files == FILES
    assert set(outcome.notes) == {"length", "overrun"}


@pytest.fixture
def made(database: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ad:
    """An ad that a rehearsal has made."""
    settings.PIPELINE, settings.REHEARSAL_MILLISECONDS = "rehearsal", 0
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "media", tmp_path
    monkeypatch.setattr("vigen_site.queue.async_task", lambda *arguments, **options: None)
    ad = services.create(user_id=new_id(), brief=BRIEF)[0]
    runner.run(ad.user_id, ad.run_id)
    return queries.ad_for(ad.user_id, ad.run_id)


def adapted(ad: Ad) -> Ad:
    return formats.adapt(user_id=ad.user_id, run_id=ad.run_id, cut=Cut("16:9"))[0]


def test_a_worker_goes_straight_to_the_pictures(made: Ad, caplog: pytest.LogCaptureFixture) -> None:
    other = adapted(made)
    script = other.artefacts["script.json"]

    assert runner.run(other.user_id, other.run_id) == "finished"

    other = queries.ad_for(other.user_id, other.run_id)
    assert (other.status, other.artefacts["script.json"]) == (Status.GENERATED, script)
    assert other.stage(Stage.SCRIPT)["taken_from"] == made.run_id


def borrowed(ad: Ad, folder: Path, *names: str) -> bool:
    bench: Callable[..., Bench] = runner._bench
    return bench(ad, folder, dict(ad.artefacts), _Silent(), _tell_nobody).borrow(*names)


class _Silent:
    """A reporter to whom nobody listens."""

    def report(self, done: float, message: str) -> None:
        """Nothing is told."""


def test_files_are_lent_as_long_as_the_first_ad_is_there(made: Ad, tmp_path: Path) -> None:
    other = adapted(made)

    before = borrowed(other, tmp_path / "before", *FILES)
    services.delete(user_id=made.user_id, run_id=made.run_id)

    assert before
    assert (tmp_path / "before" / "voice.wav").read_text() == '{"rehearsal": "audio_generation"}'
    assert not borrowed(other, tmp_path / "after", *FILES)


def test_a_cancelled_one_goes_on_where_it_stopped(made: Ad) -> None:
    other = adapted(made)
    lifecycle.cancel(other)

    services.retry(user_id=other.user_id, run_id=other.run_id)

    assert runner.run(other.user_id, other.run_id) == "finished"
