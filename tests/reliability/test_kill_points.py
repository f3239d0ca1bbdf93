"""A process that makes an ad is killed after each thing that it asks of database, storage or queue, one by one."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from pynamodb.connection.base import Connection
from pytest_django import Settings

from ads import artefacts, briefs, lifecycle, queries, services
from ads.models import TABLES
from ads.states import Stage, StageStatus, Status
from generation.pipeline import reporting, runner
from vigen_site import queue
from vigen_site.dynamo import new_id

pytestmark = pytest.mark.fault

MOVES = ("claim", "begin", "report", "commit", "finish")
OF_EACH_SORT = (
    "create: TransactWriteItems",
    "claim: UpdateItem",
    "begin script_generation: UpdateItem",
    "store soundtrack.wav",
    "commit audio_generation: UpdateItem",
    "finish: UpdateItem",
)
BRIEF = {"name": "Loaf", "desc": "Sourdough baked every morning."}
ONCE = "the-only-order"


@pytest.fixture(autouse=True)
def rehearsing(database: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PIPELINE = "rehearsal"
    settings.REHEARSAL_MILLISECONDS = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(queue, "ring", lambda *arguments: True)
    monkeypatch.setattr(reporting, "SECONDS_BETWEEN_REPORTS", 3600.0)


class Points:
    """Names every call to the outside as it is made; kills this process after the one called ``last``."""

    def __init__(self, *, last: str = ""):
        self.last = last
        self.passed: list[str] = []
        self._move = "create"

    def watch(self) -> None:
        """Listen at the doors. In a forked process only: nothing is put back."""
        for name in MOVES:
            setattr(lifecycle, name, self._named(name, getattr(lifecycle, name)))
        Connection._make_api_call = self._after(Connection._make_api_call, lambda of: of[1])
        artefacts.store = self._after(artefacts.store, lambda of: f"store {of[0].name}", move=False)
        queue.ring = self._after(queue.ring, lambda of: "ring")
        runner.work_of = self._working(runner.work_of)

    def _named(self, name: str, move: Callable[..., Any]) -> Callable[..., Any]:
        def named(*arguments: Any, **options: Any) -> Any:
            stage = next((a for a in arguments if isinstance(a, Stage)), "")
            self._move = f"{name} {stage}".strip()
            return move(*arguments, **options)

        return named

    def _working(self, work_of: Callable[..., Any]) -> Callable[..., Any]:
        return lambda stage: self._after(work_of(stage), lambda of: f"work {stage}", move=False)

    def _after(
        self, call: Callable[..., Any], name: Callable[..., str], *, move: bool = True
    ) -> Callable[..., Any]:
        def called(*arguments: Any, **options: Any) -> Any:
            answer = call(*arguments, **options)
            self._pass(f"{self._move}: {name(arguments)}" if move else name(arguments))
            return answer

        return called

    def _pass(self, point: str) -> None:
        number = sum(point == passed.partition(" #")[0] for passed in self.passed)
        self.passed.append(f"{point} #{number + 1}" if number else point)
        if self.passed[-1] == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def make(user_id: str, points: Points) -> None:
    """Order and make an ad, as the web process and the worker do."""
    for table in TABLES:
        table._connection = None  # No connection may cross a fork.
    points.watch()
    ad, _ = services.create(user_id=user_id, brief=briefs.read(BRIEF), once_key=ONCE)
    runner.run(ad.user_id, ad.run_id)


def in_a_fork(work: Callable[[], None]) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.fixture
def points(tmp_path: Path) -> list[str]:
    """The names of all points, from a run in which nobody is killed."""
    listed = tmp_path / "points.json"

    def note() -> None:
        seen = Points()
        make(new_id(), seen)
        listed.write_text(json.dumps(seen.passed))

    assert in_a_fork(note) == 0
    return json.loads(listed.read_text())


def wrong_after_kills_at(points: list[str]) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    for point in points:
        user_id = new_id()
        assert in_a_fork(lambda: make(user_id, Points(last=point))) == -signal.SIGKILL, point  # noqa: B023
        if found := amiss_after_going_on(user_id):
            wrong[point] = found
    return wrong


def test_a_kill_at_a_point_of_each_sort_loses_and_doubles_nothing(points: list[str]) -> None:
    assert set(OF_EACH_SORT) <= set(points)

    assert wrong_after_kills_at(list(OF_EACH_SORT)) == {}


@pytest.mark.storm
def test_a_kill_at_any_point_loses_and_doubles_nothing(points: list[str], record_property: Any) -> None:
    record_property("points", points)
    assert len(points) >= 30

    assert wrong_after_kills_at(points) == {}


def amiss_after_going_on(user_id: str) -> list[str]:
    """The client sends its order again, a reaper looks, a worker goes on; gives what is not as it should be."""
    ad, _ = services.create(user_id=user_id, brief=briefs.read(BRIEF), once_key=ONCE)
    kept = {stage: ad.stage(stage) for stage in list(Stage)[: int(ad.stages_done)]}
    lifecycle.free_runs_of_dead(lifecycle.is_dead)
    end = time.monotonic() + 10
    while queries.ad_for(user_id, ad.run_id).status == Status.IN_PROGRESS and time.monotonic() < end:
        runner.run(user_id, ad.run_id)
    after = queries.ad_for(user_id, ad.run_id)
    ads = queries.ads_of(user_id).ads
    checks = {
        "there is one ad": len(ads) == 1,
        "it is finished": after.status == Status.GENERATED,
        "every stage is committed": all(
            after.stage(stage)["status"] == StageStatus.COMPLETED for stage in Stage
        ),
        "what was committed stayed": {stage: after.stage(stage) for stage in kept} == kept,
        "every file is there": all(default_storage.exists(key) for key in after.artefacts.values()),
        "it was claimed at most twice": after.fence <= 2,
    }
    return [promise for promise, kept_ in checks.items() if not kept_]
