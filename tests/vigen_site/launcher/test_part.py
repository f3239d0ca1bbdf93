"""One part of the group: what it prints is told under its name, and noise is not."""

import io
import sys
import time

from django.conf import settings

from vigen_site.launcher.console import Console
from vigen_site.launcher.part import Part

SPEAKS = "print('Fontconfig warning: line 6: unknown element'); print(); print('Ready to work')"


def test_what_a_part_prints_is_told_without_empty_lines_and_noise() -> None:
    told = io.StringIO()
    command = [sys.executable, "-c", SPEAKS]
    part = Part("worker", command, folder=settings.BASE_DIR, console=Console(told), is_ready=lambda: True)

    part.start()
    deadline = time.monotonic() + 20
    while "\n" not in told.getvalue() and time.monotonic() < deadline:
        time.sleep(0.02)
    part.end(20)

    assert [line.partition("│")[2].strip() for line in told.getvalue().splitlines()] == ["Ready to work"]
