"""One's own voice, recorded on the page: heard before it is sent, and never in the way of choosing a file."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django import Settings

from accounts.models import Identity
from ads import briefs, queries, scripts, uploads
from ads.models import Ad
from ads.sounds import SOUND
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav
from tests.ads.test_accessibility import ASK, AXE, RULES
from tests.conftest import CHROMIUM, QUIET_BROWSER

pytestmark = pytest.mark.browser

BRIEF = {
    "name": "Fjord Tonic",
    "desc": "A sparkling tonic from the Norwegian coast.",
    "script": ["Fjord Tonic | Fjord Tonic, from the Norwegian coast.", "Taste it | Taste it today."],
    "voice": "own",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium whose microphone hears a file."""
    spoken = tmp_path_factory.mktemp("microphone") / "spoken.wav"
    noise = 0.2 * np.random.default_rng(1).standard_normal(5 * SAMPLE_RATE)
    spoken.write_bytes(wav(noise.clip(-1, 1).astype(np.float32)))
    microphone = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={spoken}"]
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET_BROWSER, *microphone])
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")


@pytest.fixture
def who(person: Callable[..., Identity]) -> Identity:
    return person()


@pytest.fixture
def draft(who: Identity) -> Ad:
    return scripts.draft(user_id=str(who.pk), brief=briefs.read(BRIEF))


@pytest.fixture
def script_page(page_of: Callable[[Identity], Page], who: Identity, draft: Ad) -> Page:
    page = page_of(who)
    page.goto(f"/ads/{draft.run_id}/script")
    return page


def record(page: Page, *, seconds: int = 2) -> None:
    page.context.grant_permissions(["microphone"])
    page.get_by_role("button", name="Record it here").click()
    expect(page.locator("[data-clock]")).to_have_text(f"0:0{seconds}")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_label("What you have just recorded")).to_be_visible()


def kept(draft: Ad) -> briefs.Brief:
    return queries.ad_for(draft.user_id, draft.run_id).the_brief


def test_the_script_is_read_to_the_microphone_heard_and_sent(script_page: Page, draft: Ad) -> None:
    script_page.context.grant_permissions(["microphone"])
    script_page.get_by_label("Spoken").first.fill("Fjord Tonic, from the coast of Norway.")
    script_page.get_by_role("button", name="Record it here").click()
    lines = script_page.locator("[data-lines] li")
    expect(lines).to_have_text(["Fjord Tonic, from the coast of Norway.", "Taste it today."])
    expect(script_page.get_by_role("button", name="Stop")).to_be_focused()
    expect(script_page.locator("[data-clock]")).to_have_text("0:02")
    script_page.keyboard.press("Enter")

    take = script_page.get_by_label("What you have just recorded")
    take.evaluate("sound => { sound.muted = true; return sound.play(); }")
    script_page.get_by_role("button", name="Use this recording").click()
    expect(script_page.get_by_label("Use this recording")).to_be_checked()
    script_page.get_by_role("button", name="Save and check").click()
    expect(script_page.get_by_text("The script is saved.")).to_be_visible()

    (upload,) = uploads.known(draft.user_id, [kept(draft).recording], kind=SOUND)
    assert 1.5 < upload.facts["seconds"] < 4
    assert upload.ads == {draft.run_id}


def test_who_sends_the_form_without_listening_sends_the_recording_too(script_page: Page, draft: Ad) -> None:
    record(script_page)
    script_page.get_by_role("button", name="Make the video").click()
    script_page.wait_for_url(f"**/ads/{draft.run_id}")

    assert uploads.known(draft.user_id, [kept(draft).recording], kind=SOUND)


def test_a_recording_that_is_discarded_is_not_sent(script_page: Page, draft: Ad) -> None:
    record(script_page)
    script_page.get_by_role("button", name="Discard").click()
    expect(script_page.get_by_role("button", name="Record it here")).to_be_focused()
    script_page.get_by_role("button", name="Make the video").click()

    expect(script_page.get_by_role("alert")).to_contain_text("Choose a recording, or another voice.")
    assert kept(draft).recording == ""


def test_a_recording_survives_a_site_that_does_not_answer(script_page: Page, draft: Ad) -> None:
    record(script_page)
    script_page.route("**/new/picture", lambda route: route.abort())
    script_page.get_by_role("button", name="Use this recording").click()
    expect(script_page.get_by_text("It was not taken, but it is still here.")).to_be_visible()
    script_page.unroute("**/new/picture")
    script_page.get_by_role("button", name="Use this recording").click()

    expect(script_page.get_by_label("Use this recording")).to_be_checked()


def test_a_blocked_microphone_is_explained_and_a_file_still_goes(script_page: Page) -> None:
    script_page.get_by_role("button", name="Record it here").click()

    expect(script_page.get_by_text("The microphone is blocked for this page.")).to_be_visible()
    expect(script_page.get_by_label("Choose a recording")).to_be_attached()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NotFoundError", "No microphone was found."),
        ("NotReadableError", "Another program holds the microphone."),
        ("AbortError", "The microphone could not be opened."),
    ],
)
def test_what_is_wrong_with_a_microphone_is_said(script_page: Page, name: str, words: str) -> None:
    failing = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', name); }"
    script_page.evaluate(f"name => {{ {failing} }}", name)
    script_page.get_by_role("button", name="Record it here").click()

    expect(script_page.get_by_text(words)).to_be_visible()
    expect(script_page.get_by_role("button", name="Record it here")).to_be_visible()


def test_a_browser_that_cannot_record_shows_the_file_alone(script_page: Page) -> None:
    script_page.add_init_script("delete window.MediaRecorder")
    script_page.reload()

    expect(script_page.get_by_text("Choose a recording")).to_be_visible()
    expect(script_page.get_by_role("button", name="Record it here")).to_be_hidden()


def test_at_an_address_without_https_the_page_says_why_it_cannot_record(script_page: Page) -> None:
    insecure = (
        "Object.defineProperty(window, 'isSecureContext', {value: false});"
        "Object.defineProperty(navigator, 'mediaDevices', {value: undefined});"
    )
    script_page.add_init_script(insecure)
    script_page.reload()

    expect(script_page.get_by_text("Browsers record only at secure addresses")).to_be_visible()
    expect(script_page.get_by_role("button", name="Record it here")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_recording_and_listening_keep_nobody_out(script_page: Page, scheme: Any) -> None:
    script_page.emulate_media(color_scheme=scheme)
    script_page.context.grant_permissions(["microphone"])
    script_page.evaluate(AXE)

    script_page.get_by_role("button", name="Record it here").click()
    expect(script_page.get_by_role("button", name="Stop")).to_be_visible()
    recording = script_page.evaluate(ASK, RULES[scheme])
    script_page.get_by_role("button", name="Stop").click()
    expect(script_page.get_by_label("What you have just recorded")).to_be_visible()

    assert recording + script_page.evaluate(ASK, RULES[scheme]) == []
