"""The account pages in a real browser."""

import pytest

from accounts import services
from accounts.models import Identity

PASSWORD = "correct horse battery 9"
pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 1440)


def overflow(page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_from_nobody_to_ones_own_ads_and_out_again(page):
    page.goto("/account/sign-up")
    page.get_by_label("Name").fill("Ada Lovelace")
    page.get_by_label("E-mail address").fill("ada@example.com")
    page.get_by_label("Password").fill("correct horse battery 9")
    page.get_by_role("button", name="Create account").click()

    page.wait_for_url("**/")
    page.get_by_label("Your account").click()
    page.get_by_role("button", name="Sign out", exact=True).click()

    page.wait_for_url("**/account/sign-in*")
    page.get_by_label("E-mail address").fill("ada@example.com")
    page.get_by_label("Password").fill("correct horse battery 9")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    assert page.get_by_role("link", name="New ad").first.is_visible()


def test_a_slip_is_told_to_whoever_reads_by_ear(page):
    page.goto("/account/sign-up")
    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Create account").click()

    field = page.get_by_label("E-mail address")
    described_by = field.get_attribute("aria-describedby").split()

    assert field.get_attribute("aria-invalid") == "true"
    assert "Enter an e-mail address" in page.locator(f"#{described_by[-1]}").inner_text()
    assert field.input_value() == "nobody"


def test_the_menu_closes_with_a_click_beside_it(page, page_of, person):
    page_of(person()).goto("/account/")
    page.get_by_label("Your account").click()
    assert page.get_by_role("button", name="Sign out", exact=True).is_visible()

    page.mouse.click(300, 600)

    assert not page.get_by_role("button", name="Sign out", exact=True).is_visible()


def test_the_keyboard_reaches_the_content_first(page, person, page_of):
    page_of(person()).goto("/account/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert skip == "Skip to the content"
    assert page.evaluate("document.activeElement.name") == "name-full_name"


def test_an_account_is_deleted_by_its_owner(page, page_of, person):
    who = person()
    page_of(who).goto("/account/")
    page.get_by_role("button", name="Delete my account").click()
    page.get_by_text("Tick this if you really want").wait_for()
    page.get_by_label("Delete my account, all my ads").check()
    page.get_by_role("region", name="Delete the account").get_by_label("Current password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account").click()

    page.wait_for_url("**/account/sign-in*")
    assert page.get_by_text("Your account is deleted, with everything in it.").is_visible()
    with pytest.raises(Identity.DoesNotExist):
        Identity.objects.get(pk=who.pk)


def test_a_forgotten_password_is_set_anew_by_a_link(page, person):
    who = person()
    page.goto(f"/account/new-password/{services.password_link(who.pk)}")
    page.get_by_label("New password").fill("another horse 10")
    page.get_by_role("button", name="Save password").click()

    page.wait_for_url("**/")
    assert page.get_by_text("Your new password is saved.").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(page, page_of, person, width):
    page.set_viewport_size({"width": width, "height": 700})
    visitors = ["/account/sign-in", "/account/sign-up", "/account/enter/spent", "/api/docs", "/nowhere"]

    too_wide = {path: overflow(page) for path in visitors if page.goto(path) and overflow(page) > 0}
    page_of(person("Wolfeschlegelsteinhausenbergerdorff " * 2))
    for path in ("/", "/account/", "/nowhere"):
        page.goto(path)
        page.get_by_label("Your account").click()
        if overflow(page) > 0:
            too_wide[f"{path} signed in"] = overflow(page)

    assert too_wide == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(page, page_of, person, scheme):
    page.emulate_media(color_scheme=scheme)
    page_of(person()).goto("/account/")

    ratios = page.evaluate(CONTRASTS)

    assert len(ratios) == 14
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


# Paints each colour, reads it back as sRGB, and compares luminances as WCAG 2.2 defines contrast.
CONTRASTS = """() => {
  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement("div");
  document.body.append(probe);
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const luminance = (name) => {
    probe.style.color = `var(--${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pairs = [["ink", "canvas"], ["ink-soft", "canvas"], ["ink-faint", "canvas"], ["ink-faint", "surface"],
    ["ink-faint", "surface-sunk"], ["ink-soft", "surface-sunk"], ["link", "canvas"], ["link", "surface"],
    ["on-accent", "accent"], ["on-stage", "stage"], ["positive", "positive-wash"],
    ["negative", "negative-wash"], ["warning", "warning-wash"], ["busy", "busy-wash"]];
  return Object.fromEntries(pairs.map(([a, b]) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return [`${a} on ${b}`, (light + 0.05) / (dark + 0.05)];
  }));
}"""
