"""A whole installation in a folder of its own, to be broken on purpose: database, broker, workers.

One plant a process. Everything that it starts is in process groups of its own,
and ``close`` ends every one of them.
"""

import contextlib
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import psutil

BASE = Path(__file__).resolve().parents[2]
REDIS = "redis-server"
BOUND = [sys.executable, "-m", "vigen_site.kinship"]
"""Ends what it starts when this process ends, in whatever way."""
BRIEF = {"name": "Loaf", "desc": "Sourdough baked every morning."}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(true: Callable[[], Any], *, seconds: float, what: str, every: float = 0.05) -> Any:
    """Wait for something; AssertionError names it when it does not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(every)
    raise AssertionError(f"Not within {seconds:.0f} s: {what}")


class Worker:
    """One ``manage.py worker``."""

    def __init__(self, plant: "Plant", **environment: str):
        self.log = plant.folder / f"worker-{time.monotonic_ns()}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*BOUND, sys.executable, "manage.py", "worker"],
                cwd=BASE,
                env={**os.environ, **environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._pulse = plant.data / "run" / f"pulse-{self.process.pid}.json"

    def beat(self) -> Any:
        """Who is who in its cluster; None while it is coming up."""
        from generation.worker.pulse import last_beat

        return last_beat(self._pulse)

    def wait_until_up(self, seconds: float = 60) -> "Worker":
        """Wait for the guard's first pulse."""
        wait_until(self.beat, seconds=seconds, what=f"a worker that is up ({self.text()[-600:]})")
        return self

    def text(self) -> str:
        """What it has printed."""
        return self.log.read_text(errors="replace")

    def processes(self) -> list[psutil.Process]:
        """It and all its descendants."""
        with contextlib.suppress(psutil.NoSuchProcess):
            main = psutil.Process(self.process.pid)
            return [main, *main.children(recursive=True)]
        return []

    def kill_all(self) -> None:
        """kill -9 of everything at once."""
        for process in self.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait()

    def stop(self, seconds: float = 40) -> float:
        """SIGTERM; how long it took to end."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=seconds)
        return time.monotonic() - began


class Plant:
    """Settings come from ``environment`` (VIGEN_… without the prefix, in small letters)."""

    def __init__(self, *, broker: str = "sqlite", settings: str = "vigen_site.settings", **environment: Any):
        self.folder = Path(tempfile.mkdtemp(prefix="vigen-plant-"))
        self.data = self.folder / "var"
        self.workers: list[Worker] = []
        self.database: subprocess.Popen[bytes] | None = None
        self.redis: subprocess.Popen[bytes] | None = None
        self.database_port = free_port()
        self.redis_port = free_port()
        self.copies: list[Path] = []
        self._environment(broker, settings, environment)

    def _environment(self, broker: str, settings: str, given: dict[str, Any]) -> None:
        for name in [name for name in os.environ if name.startswith(("VIGEN_", "AWS_"))]:
            del os.environ[name]
        chosen: dict[str, Any] = {
            "env_file": os.devnull,
            "data_dir": self.data,
            "log_level": "INFO",
            "queue": broker,
            "pipeline": "rehearsal",
            "rehearsal_milliseconds": 100,
            "workers": 2,
            "run_lease_seconds": 3,
            "run_max_attempts": 20,
            "runs_at_once": 1000,
            "runs_per_day": 0,
            **given,
        }
        os.environ.update({f"VIGEN_{name.upper()}": str(value) for name, value in chosen.items()})
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = f"http://127.0.0.1:{self.database_port}"
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
        os.environ["PYTHONPATH"] = str(BASE)
        if broker == "redis":
            os.environ["VIGEN_REDIS_URL"] = f"redis://127.0.0.1:{self.redis_port}/0"

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        if os.environ["VIGEN_QUEUE"] == "redis":
            self.start_redis()
        self.start_database()
        import django

        django.setup()
        import logging

        from django.core.management import call_command

        logging.getLogger("vigen").setLevel("ERROR")
        call_command("migrate", "django_q", verbosity=0, interactive=False)
        call_command("create_tables", stdout=io.StringIO())

    # --- Parts ----------------------------------------------------------------------------------------

    def start_database(self) -> None:
        """Start the embedded database, and wait until it answers."""
        folder = self.folder / "database"
        command = [*BOUND, sys.executable, "-m", "vigen_site.embedded.server"]
        command += ["--port", str(self.database_port), "--data", str(folder)]
        with (self.folder / "database.log").open("ab") as log:
            self.database = subprocess.Popen(
                command, cwd=BASE, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(lambda: _listens(self.database_port), seconds=60, what="the database")

    def kill_database(self) -> None:
        """kill -9; its journal is kept for the audit, as a start folds it."""
        assert self.database is not None
        self.database.kill()
        self.database.wait()
        self._copy()

    def start_redis(self) -> None:
        """Start a Redis of our own."""
        if shutil.which(REDIS) is None:
            raise SystemExit("redis-server is missing. Run: bash deploy/system_packages.sh redis-server")
        command = [*BOUND, str(shutil.which(REDIS)), "--port", str(self.redis_port), "--bind", "127.0.0.1"]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        with (self.folder / "redis.log").open("ab") as log:
            self.redis = subprocess.Popen(command, cwd=BASE, stdout=log, stderr=log, start_new_session=True)
        wait_until(lambda: _listens(self.redis_port), seconds=20, what="Redis")

    def kill_redis(self) -> None:
        """kill -9: with it go all rings."""
        assert self.redis is not None
        self.redis.kill()
        self.redis.wait()

    def worker(self, **environment: str) -> Worker:
        """Start a worker."""
        self.workers.append(Worker(self, **environment))
        return self.workers[-1]

    def orphans(self) -> list[str]:
        """Processes of this plant that live although no worker does."""
        kept = {process.pid for process in (self.database, self.redis) if process is not None}
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                ours = process.environ().get("VIGEN_DATA_DIR") == str(self.data)
                if ours and process.pid not in kept and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(" ".join(process.cmdline()))
        return found

    def close(self) -> None:
        """End every process, and remove the folder."""
        for worker in self.workers:
            if worker.process.poll() is None:
                worker.kill_all()
        for process in (self.database, self.redis):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()
        if os.environ.get("KEEP_PLANT"):
            print(f"Kept: {self.folder}", file=sys.stderr)  # noqa: T201
            return
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- Runs -----------------------------------------------------------------------------------------

    def order(self, name: str = "Loaf", *, user_id: str = "", once_key: str = "") -> Any:
        """Order an ad as the API does; gives its record."""
        from ads import briefs, services
        from vigen_site.dynamo import new_id

        brief = briefs.read({**BRIEF, "name": name})
        return services.create(user_id=user_id or new_id(), brief=brief, once_key=once_key)[0]

    def look(self, ad: Any) -> Any:
        """An ad's record as it is now."""
        from ads import queries

        return queries.ad_for(ad.user_id, ad.run_id)

    def open_count(self) -> int:
        """How many runs are in the making."""
        from ads import lifecycle

        return len(lifecycle.open_runs())

    def wait_for(self, ad: Any, *, status: str, seconds: float = 60) -> Any:
        """Wait for an ad to enter a status; gives its record."""

        def there() -> Any:
            now = self.look(ad)
            return now if now.status == status else None

        try:
            return wait_until(there, seconds=seconds, what=f"{status} of {ad.run_id}", every=0.1)
        except AssertionError as error:
            now = self.look(ad)
            how = f"{now.status}, attempt {now.attempt}, fence {now.fence}, {now.lease_owner}: {now.message}"
            logs = "".join(worker.text()[-1500:] for worker in self.workers)
            raise AssertionError(f"{error}; it is {how}\n{logs}") from None

    def wait_for_all(self, seconds: float) -> float:
        """Wait until no run is in the making; how long it took."""
        began = time.monotonic()
        wait_until(lambda: self.open_count() == 0, seconds=seconds, what="the end of all runs", every=0.25)
        return time.monotonic() - began

    # --- The account ----------------------------------------------------------------------------------

    def _copy(self) -> Path:
        target = self.folder / f"copy-{len(self.copies)}"
        shutil.copytree(self.folder / "database", target)
        self.copies.append(target)
        return target

    def audit(self) -> dict[str, Any]:
        """Stop the database and replay its journal: what was really written, in order (tests.reliability.audit)."""
        if self.database is not None and self.database.poll() is None:
            self.kill_database()
        from tests.reliability.audit import audit

        return audit(self.copies)

    def missing_files(self, ads: Iterable[Any]) -> int:
        """How many files that records name are not there."""
        from django.core.files.storage import default_storage

        return sum(not default_storage.exists(key) for ad in ads for key in ad.artefacts.values())


def cpu_seconds(workers: Iterable[Worker]) -> float:
    """What workers and all that they started have used of a core until now, those that were waited for included."""
    return sum(sum(process.cpu_times()[:4]) for worker in workers for process in worker.processes())


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """A stop-watch."""
    began = time.monotonic()
    yield lambda: time.monotonic() - began
