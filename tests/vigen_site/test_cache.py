"""The cache of the embedded default: shared by processes, and exact in its counts."""

import multiprocessing
import sys
import threading
import time

import pytest

from vigen_site.cache import SqliteCache


@pytest.fixture
def make(tmp_path):
    return lambda: SqliteCache(str(tmp_path / "cache.sqlite3"), {})


def count_up(location: str, times: int) -> None:
    cache = SqliteCache(location, {})
    for _ in range(times):
        cache.add("hits", 0, 60)
        cache.incr("hits")


def test_parallel_processes_lose_no_count(tmp_path):
    location = str(tmp_path / "cache.sqlite3")
    context = multiprocessing.get_context("spawn" if sys.platform == "darwin" else "fork")
    processes = [context.Process(target=count_up, args=(location, 200)) for _ in range(4)]

    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert SqliteCache(location, {}).get("hits") == 800


def test_parallel_threads_lose_no_count(make):
    cache = make()
    cache.add("hits", 0, 60)
    threads = [threading.Thread(target=lambda: [cache.incr("hits") for _ in range(200)]) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert cache.get("hits") == 800


def test_of_two_who_add_one_does(make):
    first, second = make(), make()

    assert [first.add("key", "mine", 60), second.add("key", "yours", 60)] == [True, False]
    assert second.get("key") == "mine"


def test_what_has_expired_is_gone_and_can_be_added_again(make):
    cache = make()
    cache.set("key", "old", 0.05)
    assert cache.get("key") == "old"

    time.sleep(0.06)

    assert cache.get("key", "nothing") == "nothing"
    assert not cache.delete("no-such-key")
    assert not cache.touch("key", 60)
    assert cache.add("key", "new", 60)
    assert cache.get("key") == "new"


def test_of_two_who_delete_one_did(make):
    first, second = make(), make()
    first.set("key", "value", 60)

    assert [first.delete("key"), second.delete("key")] == [True, False]


@pytest.mark.parametrize("value", [0, -3, True, None, "text", 2.5, ["a", {"b": (1, 2)}]])
def test_values_come_back_as_they_were(make, value):
    cache = make()
    cache.set("key", value, 60)

    found = cache.get("key", "nothing")

    assert (found, type(found)) == (value, type(value))


def test_counting_what_is_no_number_is_refused(make):
    cache = make()
    cache.set("word", "text", 60)

    for key in ("word", "nothing"):
        with pytest.raises(ValueError, match="no number"):
            cache.incr(key)


def test_clearing_leaves_nothing(make):
    cache = make()
    cache.set_many({"a": 1, "b": 2}, 60)
    assert cache.get_many(["a", "b"]) == {"a": 1, "b": 2}

    cache.clear()

    assert cache.get_many(["a", "b"]) == {}
