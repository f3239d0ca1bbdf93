"""Work that takes memory waits for room."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from generation.studio.voice.budget import Budget


def most_at_once(sizes: list[int], *, budget: int) -> tuple[int, int]:
    """How large all work together was at most, and of how many pieces, when everything wants to begin at once."""
    room, seen, running = Budget(budget), [(0, 0)], []
    guard = threading.Lock()

    def work(size: int) -> None:
        with room.of(size):
            with guard:
                running.append(size)
                seen.append((sum(running), len(running)))
            time.sleep(0.01)
            with guard:
                running.remove(size)

    with ThreadPoolExecutor(len(sizes)) as pool:
        list(pool.map(work, sizes))
    return max(size for size, _ in seen), max(count for _, count in seen)


def test_no_more_begins_than_there_is_room_for() -> None:
    together, count = most_at_once([90, 72, 53, 37, 90, 60], budget=180)

    assert together <= 180
    assert count > 1


def test_what_is_larger_than_all_room_works_alone() -> None:
    assert most_at_once([300, 300, 20], budget=180) == (300, 1)


def test_what_fails_gives_its_room_back() -> None:
    room = Budget(10)

    with pytest.raises(ValueError, match="no"), room.of(10):
        raise ValueError("no")

    with room.of(10):
        pass
