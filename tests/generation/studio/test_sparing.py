"""Importing a library without some of its parts."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from generation.studio.sparing import importing_without


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A library that takes one name from a large part of its own."""
    package = tmp_path / "bookcase"
    package.mkdir()
    (package / "__init__.py").write_text("from bookcase.shelf import count\n")
    (package / "shelf.py").write_text("count = 12\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("bookcase", "bookcase.shelf"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return package.name


def test_inside_a_part_has_only_the_names_that_were_given(library: str) -> None:
    with importing_without({"bookcase.shelf": {"count": None}}):
        assert import_module(library).count is None


def test_afterwards_the_real_part_is_imported_as_ever(library: str) -> None:
    with importing_without({"bookcase.shelf": {"count": None}}):
        import_module(library)

    assert import_module("bookcase.shelf").count == 12


def test_a_part_that_is_there_already_stays(library: str) -> None:
    import_module(library)

    with importing_without({"bookcase.shelf": {"count": None}}):
        assert import_module("bookcase.shelf").count == 12
