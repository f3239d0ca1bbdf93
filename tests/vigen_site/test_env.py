"""Variables are read strictly: a wrong value is named, with what would be right."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from vigen_site import env
from vigen_site.env import SettingError


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VIGEN_X", "  ")

    assert env.text("VIGEN_X", "default") == "default"


@pytest.mark.parametrize("value", ["yes", "true", "1", "on"])
def test_a_flag_is_true_or_false_and_nothing_alike(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("VIGEN_X", value)

    with pytest.raises(SettingError, match="VIGEN_X is .* Use True or False"):
        env.flag("VIGEN_X", default=False)


@pytest.mark.parametrize("value", ["ten", "1.5", "-1", "11"])
def test_a_number_outside_its_bounds_is_named(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("VIGEN_X", value)

    with pytest.raises(SettingError, match="VIGEN_X is .*from 0 to 10"):
        env.number("VIGEN_X", 3, least=0, most=10)


def test_a_choice_lists_what_there_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VIGEN_X", "oracle")

    with pytest.raises(SettingError, match="Use one of: embedded, amazon"):
        env.choice("VIGEN_X", "embedded", of=("embedded", "amazon"))


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    path = tmp_path / "key"
    path.write_text("sesame\n")
    monkeypatch.setenv("VIGEN_X_FILE", str(path))

    assert env.secret("VIGEN_X") == "sesame"


def test_a_secret_in_two_places_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("VIGEN_X", "a")
    monkeypatch.setenv("VIGEN_X_FILE", str(tmp_path / "key"))

    with pytest.raises(SettingError, match="not both"):
        env.secret("VIGEN_X")


def test_a_secret_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("VIGEN_X_FILE", str(tmp_path / "missing"))

    with pytest.raises(SettingError, match="VIGEN_X_FILE names .*missing"):
        env.secret("VIGEN_X")


@pytest.mark.parametrize("value", ["5", "5/", "five/1m", "5/1w", "/5s"])
def test_a_rate_is_a_count_and_a_window(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("VIGEN_X", value)

    with pytest.raises(SettingError, match="COUNT/WINDOW"):
        env.rate("VIGEN_X", "1/1s")


@pytest.mark.parametrize("value", ["5/300s", "20/1m", "3/h"])
def test_a_rate_that_reads_well_is_taken(monkeypatch: pytest.MonkeyPatch, value: str):
    monkeypatch.setenv("VIGEN_X", value)

    assert env.rate("VIGEN_X", "1/1s") == value


def test_an_address_needs_its_scheme(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VIGEN_X", "example.com")

    with pytest.raises(SettingError, match="Begin it with http"):
        env.url("VIGEN_X")


def test_every_variable_of_the_settings_is_in_the_example_file():
    used = set()
    for path in [settings.BASE_DIR / "vigen_site/settings.py"]:
        used |= set(re.findall(r'env\.\w+\(\s*"([A-Z][A-Z0-9_]+)"', path.read_text(encoding="utf-8")))
    listed = set(
        re.findall(
            r"^#? ?([A-Z][A-Z0-9_]+)=",
            (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )

    assert used - listed == set()
