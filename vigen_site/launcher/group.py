"""The whole product on one machine: parts started in their order, watched together, stopped together."""

import io
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from vigen_site import site_address
from vigen_site.embedded.address import embedded_database_url, give_name, noted_port, port_file
from vigen_site.launcher.console import Console
from vigen_site.launcher.part import Part
from vigen_site.launcher.ports import listen, port_of

READY_SECONDS = 60.0
STOP_SECONDS = 8.0
THREADS = 8


class Group:
    """Database, web server and worker. ``start`` and ``stop`` say what they do on the console."""

    def __init__(self, console: Console, *, port: int):
        self._console = console
        self._web_listener = listen(port)
        self._listeners = [self._web_listener]
        self.port = port_of(self._web_listener)
        self.address = f"http://127.0.0.1:{self.port}"
        if self.port != port:
            console.say("vigen", f"Port {port} is taken, so this is {self.port}.")
        self._parts: list[Part] = []
        self._stopping = False

    def start(self) -> None:
        """Bring everything up, each part once the one before it answers."""
        began = time.monotonic()
        call_command("migrate", "django_q", verbosity=0, interactive=False)
        if settings.EMBEDDED_DATABASE_IS_OURS:
            self._bring_up(self._database(), began)
        call_command("create_tables", stdout=io.StringIO())
        collect_static()
        self._bring_up(self._web(), began)
        site_address.note(self.address)
        self._bring_up(self._worker(), began)

    def watch(self) -> None:
        """Restart what ends, until ``stop``. Raises PartFailed when a part cannot be kept alive."""
        while not self._stopping:
            for part in self._parts:
                if not part.is_running and not self._stopping:
                    self._console.say("vigen", f"The {part.name} ended; starting it again.")
                    part.start()
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop worker and web server together, then the database that they need."""
        self._stopping = True
        deadline = time.monotonic() + STOP_SECONDS
        for wave in (self._parts[1:], self._parts[:1]):
            for part in wave:
                part.ask_to_end()
            for part in wave:
                part.end(max(1.0, deadline - time.monotonic()))
                self._console.say("vigen", f"{part.name} stopped")
        for listener in self._listeners:
            listener.close()

    def _bring_up(self, part: Part, began: float) -> None:
        part.start()
        self._parts.append(part)
        part.wait_until_ready(READY_SECONDS)
        self._console.say("vigen", f"{part.name} is up ({time.monotonic() - began:.1f} s)")

    def _part(
        self, name: str, command: list[str], is_ready: Callable[[], bool], *listeners: socket.socket
    ) -> Part:
        return Part(
            name,
            command,
            folder=settings.BASE_DIR,
            console=self._console,
            is_ready=is_ready,
            sockets=listeners,
        )

    def _database(self) -> Part:
        folder: Path = settings.EMBEDDED_DATABASE_DIR
        give_name(folder)
        listener = listen(noted_port(folder))
        self._listeners.append(listener)
        port_file(folder).write_text(str(port_of(listener)), encoding="utf-8")
        address = os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = embedded_database_url(folder)
        server = [sys.executable, "-m", "vigen_site.embedded.server"]
        server += ["--socket", str(listener.fileno()), "--data", str(folder)]
        return self._part("database", server, lambda: _answers(address), listener)

    def _web(self) -> Part:
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "vigen_site.wsgi",
            "--bind",
            f"fd://{self._web_listener.fileno()}",
        ]
        command += ["--worker-class", "gthread", "--workers", "1", "--threads", str(THREADS)]
        command += ["--log-level", "warning", "--graceful-timeout", "3"]
        return self._part("web", command, lambda: _answers(f"{self.address}/health"), self._web_listener)

    def _worker(self) -> Part:
        return self._part("worker", [sys.executable, "manage.py", "worker"], lambda: True)


def collect_static() -> None:
    """Collect the static files when any is newer than the last collection."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    sources = [path for folder in settings.STATICFILES_DIRS for path in Path(folder).rglob("*")]
    newest = max((path.stat().st_mtime for path in sources), default=0.0)
    if stamp.exists() and stamp.stat().st_mtime > newest:
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.touch()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2):  # noqa: S310 -- our own loopback address.
            return True
    except urllib.error.HTTPError:
        return True  # It answers; what it says of the other parts is not asked here.
    except OSError:
        return False
