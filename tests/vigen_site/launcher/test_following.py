"""What the launcher says of an ad while it is made."""

import io
import threading
import time
from collections.abc import Callable

import pytest

from accounts.models import Identity
from ads import briefs, services
from vigen_site.launcher import first_ad
from vigen_site.launcher.console import Console


def test_whoever_waits_for_the_worker_is_told_so_once_and_of_the_end(
    person: Callable[..., Identity], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(first_ad, "LONG_SECONDS", 0.0)
    monkeypatch.setattr(first_ad, "LOOK_SECONDS", 0.02)
    brief = briefs.read({"name": "Loaf", "desc": "Sourdough baked every morning."})
    ad, _ = services.create(user_id=person().user_id, brief=brief)
    told = io.StringIO()
    following = threading.Thread(target=first_ad.follow, args=(ad, Console(told)))

    following.start()
    deadline = time.monotonic() + 20
    while told.getvalue().count("\n") < 1 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.2)
    services.cancel(user_id=ad.user_id, run_id=ad.run_id)
    following.join(20)

    said = [line.partition("│")[2].strip() for line in told.getvalue().splitlines()]
    assert said[0].startswith("Waiting for the worker")
    assert [line.partition(":")[0] for line in said[1:]] == ["“Loaf” was not finished"]
