"""Every page is checked with axe for what keeps people out: names, roles, contrast, order, targets (WCAG 2.2 AA)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Page

from accounts.models import Identity
from ads import scripts, uploads
from ads.briefs import read
from ads.models import Ad
from ads.sounds import SOUND
from ads.states import Stage
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent.parent / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
RULES = {"light": ALL, "dark": {"type": "rule", "values": ["color-contrast"]}}
"""The dark scheme differs in its colours only."""
ASK = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.map(
  each => `${each.id}: ${each.nodes.map(node => node.html.slice(0, 120)).join(" … ")}`))"""
OPEN_ALL = "document.querySelectorAll('main details').forEach(each => { each.open = true })"


def hum() -> bytes:
    """Two seconds of sound."""
    return wav(0.1 * np.random.default_rng(1).standard_normal(2 * SAMPLE_RATE).clip(-3, 3).astype(np.float32))


def faults(page: Page, path: str, scheme: str) -> list[str]:
    """What axe finds on a page with everything on it unfolded."""
    page.goto(path)
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE)
    found: list[str] = page.evaluate(ASK, RULES[scheme])
    return [f"{path}: {each}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_visitor_keeps_anybody_out(page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    paths = [
        "/",
        "/account/sign-in",
        "/account/sign-up",
        "/account/new-password/spent",
        "/nowhere",
        "/api/docs",
    ]

    assert [fault for path in paths for fault in faults(page, path, scheme)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_person_keeps_anybody_out(
    page_of: Callable[[Identity], Page],
    person: Callable[..., Identity],
    order: Callable[..., Ad],
    worker: Callable[[Ad], Any],
    finished: Callable[[Ad], Ad],
    scheme: Any,
) -> None:
    who = person()
    page = page_of(who)
    page.set_viewport_size({"width": 375, "height": 800})
    page.emulate_media(color_scheme=scheme)
    empty = faults(page, "/", scheme)
    desc = "Small-batch coffee, roasted on Tuesdays and at your door by Friday. Three beans."
    draft = scripts.draft(
        user_id=who.pk, brief=read({"name": "Nordwind Coffee", "desc": desc, "voice": "own"})
    )
    scripts.suggest(user_id=who.pk, run_id=draft.run_id, version=int(draft.version))
    spoken = uploads.receive(user_id=who.pk, file=SimpleUploadedFile("me.wav", hum()), kind=SOUND).picture_id
    done, going, refused, stopped = finished(order(who, recording=spoken)), order(who), order(who), order(who)
    worker(going).take().do_until(Stage.REVIEW).begin(Stage.VISUALS)
    worker(refused).take().do_until(Stage.SCRIPT).fail(
        Stage.REVIEW, code="script_refused", message="Too fast."
    )
    worker(stopped).take().fail(Stage.SCRIPT, code="nothing_to_say", message="Too little.")
    ads = [f"/ads/{ad.run_id}" for ad in (done, going, refused, stopped)]
    paths = ["/", "/new?example=coffee", "/account/", f"/ads/{draft.run_id}/script", *ads, f"{ads[0]}/edit"]
    paths += ["/api/ads", f"/api{ads[0]}"]

    assert empty + [fault for path in paths for fault in faults(page, path, scheme)] == []
