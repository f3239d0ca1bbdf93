"""Commands of an installation whose database does not run: a sentence, and nobody else's records."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from vigen_site.embedded.address import port_file


@pytest.mark.parametrize("command", ["runs", "sign_in_link"])
def test_another_installation_that_has_our_port_is_not_asked(database: str, tmp_path: Path, command: str):
    noted = port_file(tmp_path / "database")
    noted.parent.mkdir()
    noted.write_text(str(urlsplit(database).port), encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "VIGEN_ENV_FILE": os.devnull, "VIGEN_DATA_DIR": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "manage.py", command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert "Start it with “make run”" in done.stderr
    assert "Traceback" not in done.stderr
