"""What the tests of every room share: an embedded database, people, clients, a running site, a browser."""

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker
from rest_framework.test import APIClient

from accounts import services, sign_ins
from accounts.models import Identity

# What a test takes depends on what else the machine does; no test is held against a clock.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

PASSWORD = "correct horse battery 9"
CHROMIUM = "/usr/bin/chromium"
QUIET_BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real embedded database with every table, one for each test process."""
    assert settings.TABLE_PREFIX.startswith("tests-"), "Run the tests with tests.settings, never the site's."
    port = _free_port()
    folder = tmp_path_factory.mktemp("database")
    command = [sys.executable, "-m", "vigen_site.embedded.server", "--port", str(port), "--data", str(folder)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=log, stderr=log)
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = f"http://127.0.0.1:{port}"
    try:
        _wait_for(port, process, folder / "log")
        call_command("create_tables", stdout=io.StringIO())
        yield os.environ["AWS_ENDPOINT_URL_DYNAMODB"]
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"The embedded database did not start:\n{log.read_text()}")


@pytest.fixture
def fresh_cache() -> Iterator[None]:
    """Counts, sessions and links of one test are none of the next one's."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def person(database: str, fresh_cache: None) -> Callable[..., Identity]:
    """Opens an account: ``person()``, or ``person("Ada Lovelace")``."""
    counter = iter(range(1000))

    def open_account(full_name: str = "Pat Probe", *, email: str = "") -> Identity:
        address = email or f"person-{next(counter)}-{time.monotonic_ns()}@example.com"
        return services.register(address, full_name=full_name, password=PASSWORD)

    return open_account


@pytest.fixture
def signed_in(person: Callable[..., Identity], client: Client) -> Client:
    """A browser's client that is signed in. ``client.person`` is who."""
    client.person = person()  # type: ignore[attr-defined]
    client.force_login(client.person)  # type: ignore[attr-defined]
    return client


@pytest.fixture
def api_for() -> Callable[[Identity], APIClient]:
    """A Bearer client of a person."""

    def client_of(who: Identity) -> APIClient:
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {sign_ins.start(who).access_token}")
        return client

    return client_of


@pytest.fixture
def api(person: Callable[..., Identity], api_for: Callable[[Identity], APIClient]) -> APIClient:
    """A Bearer client. ``api.person`` is who."""
    who = person()
    client = api_for(who)
    client.person = who  # type: ignore[attr-defined]
    return client


@pytest.fixture
def visitor(database: str, fresh_cache: None) -> APIClient:
    """An API client that nobody has signed in with."""
    return APIClient()


@pytest.fixture(scope="session")
def _server(database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    with django_db_blocker.unblock():
        call_command("migrate", verbosity=0)
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def site(_server: LiveServer, fresh_cache: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the running site. Its queue is real, and nobody works on it."""
    with django_db_blocker.unblock():
        yield _server.url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the browser tests of a module.

    No longer than that: while Playwright runs, its event loop runs in this
    thread. Django would refuse its own database in such a thread, and
    ``asyncio.run`` of other tests would fail.
    """
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_BROWSER)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a fresh browser profile at the site. A script error or a CSP report fails the test."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def page_of(page: Page, site: str) -> Callable[[Identity], Page]:
    """Signs a person in on the page, past the form."""

    def sign_in(who: Identity) -> Page:
        client = Client()
        client.force_login(who)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
        return page

    return sign_in
