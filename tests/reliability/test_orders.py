"""Orders that come at once, twice, too often, or whose answer is lost on its way."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pynamodb.connection.base import Connection
from pytest_django import Settings

from ads import allowances, briefs, lifecycle, queries, services
from ads.models import TABLES, Ad
from ads.services import KeyReused
from ads.states import Stage, Status
from generation.pipeline import runner
from tests.reliability.proxy import FaultProxy
from vigen_site import queue
from vigen_site.dynamo import _connection, new_id

BRIEF = {"name": "Loaf", "desc": "Sourdough baked every morning."}


@pytest.fixture(autouse=True)
def rehearsing(database: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PIPELINE = "rehearsal"
    settings.REHEARSAL_MILLISECONDS = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(queue, "ring", lambda *arguments: True)


def order(user_id: str, *, once_key: str = "", name: str = "Loaf") -> Ad:
    return services.create(user_id=user_id, brief=briefs.read({**BRIEF, "name": name}), once_key=once_key)[0]


def test_twenty_orders_at_once_with_one_key_make_one_ad() -> None:
    user_id = new_id()

    with ThreadPoolExecutor(20) as pool:
        made = list(pool.map(lambda _: order(user_id, once_key="same").run_id, range(20)))

    assert len(set(made)) == 1
    assert len(queries.ads_of(user_id).ads) == 1


def test_a_key_with_another_brief_is_refused() -> None:
    user_id = new_id()
    order(user_id, once_key="same")

    with pytest.raises(KeyReused):
        order(user_id, once_key="same", name="Rye")


def test_twenty_orders_at_once_do_not_pass_the_limit(settings: Settings) -> None:
    settings.RUNS_AT_ONCE = 3
    user_id = new_id()

    def one(_: int) -> bool:
        try:
            order(user_id)
        except allowances.TooManyRuns:
            return False
        return True

    with ThreadPoolExecutor(20) as pool:
        taken = list(pool.map(one, range(20)))

    assert (sum(taken), len(queries.ads_of(user_id).ads)) == (3, 3)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (1, "You have 1 ad in the making. Wait for it to finish, or cancel it."),
        (3, "You have 3 ads in the making. Wait for one to finish, or cancel one."),
    ],
)
def test_the_limit_is_told_as_people_count(settings: Settings, limit: int, words: str) -> None:
    settings.RUNS_AT_ONCE = limit
    user_id = new_id()
    for _ in range(limit):
        order(user_id)

    with pytest.raises(allowances.TooManyRuns) as refusal:
        order(user_id)

    assert str(refusal.value) == words


def test_the_limit_of_a_day_says_when_it_ends(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.RUNS_PER_DAY = 2
    user_id = new_id()
    ad = order(user_id)
    lifecycle.cancel(ad)
    services.retry(user_id=user_id, run_id=ad.run_id)

    with pytest.raises(allowances.EnoughForToday) as refusal:
        order(user_id)

    tomorrow = (datetime.now(UTC) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    left = (tomorrow - datetime.now(UTC)).total_seconds()
    assert refusal.value.status == 429
    assert abs((refusal.value.retry_after or 0) - left) < 5
    monkeypatch.setattr(allowances, "_today", lambda: tomorrow.date().isoformat())
    assert order(user_id).status == Status.IN_PROGRESS


@pytest.fixture
def losing_answers(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultProxy]:
    """Every second call is carried out, and its answer lost."""
    proxy = FaultProxy(int(database.rpartition(":")[2]), share=0.0, seed=1)
    numbers = iter(range(10**6))
    proxy._choose = lambda: "passed" if next(numbers) % 2 else "answer_lost"
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", f"http://127.0.0.1:{proxy.port}")
    forget_connections()
    yield proxy
    monkeypatch.undo()
    forget_connections()
    proxy.close()


def forget_connections() -> None:
    _connection.cache_clear()
    for table in TABLES:
        table._connection = None


def test_an_ad_is_made_as_ever_while_every_answer_has_to_be_asked_for_twice(
    losing_answers: FaultProxy, settings: Settings
) -> None:
    user_id = new_id()

    ad = order(user_id)
    first = runner.run(user_id, ad.run_id)

    after = queries.ad_for(user_id, ad.run_id)
    assert (first, after.status) == ("finished", Status.GENERATED)
    assert (after.fence, len(queries.ads_of(user_id).ads)) == (1, 1)
    assert [after.stage(stage)["attempt"] for stage in Stage] == [1] * 5


def test_a_release_whose_answer_is_lost_takes_one_attempt_off_not_two(losing_answers: FaultProxy) -> None:
    ad = order(new_id())
    for expected in (1, 2):
        claim, held = lifecycle.claim(ad.user_id, ad.run_id, owner="elsewhere:1:1")
        assert held.attempt == expected
        lifecycle.release(claim, Stage.SCRIPT, counts=expected == 1)

    assert queries.ad_for(ad.user_id, ad.run_id).attempt == 1


def test_a_write_that_was_refused_is_not_taken_for_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ad = order(new_id())
    claim, _ = lifecycle.claim(ad.user_id, ad.run_id, owner="elsewhere:1:1")
    lifecycle.cancel(queries.ad_for(ad.user_id, ad.run_id))
    calls: list[str] = []
    send = Connection.dispatch
    monkeypatch.setattr(
        Connection, "dispatch", lambda self, name, request: calls.append(name) or send(self, name, request)
    )

    with pytest.raises(lifecycle.LeaseLost):
        lifecycle.commit(claim, Stage.SCRIPT, artefacts={}, record={})

    assert calls == ["UpdateItem", "GetItem"]


def test_of_two_cancels_at_once_one_is_told_that_there_is_nothing_to_cancel() -> None:
    ad = order(new_id())
    looks: list[Callable[[], Ad]] = [lambda: queries.ad_for(ad.user_id, ad.run_id)] * 2

    def one(look: Callable[[], Ad]) -> bool:
        try:
            lifecycle.cancel(look())
        except lifecycle.RunMoved:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(one, looks)) == [False, True]
