"""The journal: what was appended comes back, a torn end is passed over, a torn middle is reported."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigen_site.embedded.journal import Journal, JournalDamaged, Record, records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.log"


def write(path: Path, *bodies: str) -> None:
    journal = Journal(path)
    for body in bodies:
        journal.append(Record("PutItem", body))
    journal.close()


def test_what_was_appended_comes_back_in_order(path: Path):
    write(path, "one", "two", "three")

    assert list(records(path)) == [Record("PutItem", body) for body in ("one", "two", "three")]


def test_a_journal_that_was_never_written_is_empty(path: Path):
    assert list(records(path)) == []


@given(body=st.text())
def test_any_text_survives_a_line(body: str):
    record = Record("UpdateItem", body)

    assert Record.from_line(record.as_line()) == record


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_torn_last_record_is_passed_over(path: Path, cut: int):
    write(path, "one", "two")
    os.truncate(path, path.stat().st_size - cut)

    assert list(records(path)) == [Record("PutItem", "one")]


def test_a_record_damaged_in_the_middle_is_reported_with_its_line(path: Path):
    write(path, "one", "two", "three")
    content = path.read_bytes().replace(b'"two"', b'"tvo"')
    path.write_bytes(content)

    with pytest.raises(JournalDamaged, match="Line 2"):
        list(records(path))


def test_a_full_disk_leaves_no_half_record(path: Path):
    write(path, "one")
    size = path.stat().st_size
    journal = Journal(path)

    class FullDisk:
        def __init__(self, file):
            self.file = file

        def write(self, line: bytes) -> int:
            return self.file.write(line[: len(line) // 2])

        def fileno(self) -> int:
            return self.file.fileno()

        def close(self) -> None:
            self.file.close()

    journal._file = FullDisk(journal._file)

    with pytest.raises(OSError, match="fitted"):
        journal.append(Record("PutItem", "two"))

    journal.close()
    assert path.stat().st_size == size
    assert list(records(path)) == [Record("PutItem", "one")]


def test_appending_does_not_wait_for_a_slow_disk(path: Path, monkeypatch: pytest.MonkeyPatch):
    journal, asked, may_go_on, flushed = Journal(path), threading.Event(), threading.Event(), []

    def slow(descriptor: int) -> None:
        asked.set()
        assert may_go_on.wait(10)
        flushed.append(os.fstat(descriptor).st_size)

    monkeypatch.setattr(os, "fdatasync", slow)
    journal.append(Record("PutItem", "one"))
    disk = threading.Thread(target=journal.flush_to_disk)
    disk.start()
    assert asked.wait(10)
    journal.append(Record("PutItem", "two"))  # The disk is not through with the first.
    may_go_on.set()
    disk.join(10)
    journal.close()

    assert [record.body for record in records(path)] == ["one", "two"]
    assert len(flushed) == 2, "What came during a flush is flushed by the next."


def test_a_flush_that_the_disk_refuses_is_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    journal, tries = Journal(path), []

    def refuses_once(descriptor: int) -> None:
        tries.append(descriptor)
        if len(tries) == 1:
            raise OSError("Input/output error")

    monkeypatch.setattr(os, "fdatasync", refuses_once)
    journal.append(Record("PutItem", "one"))
    with pytest.raises(OSError, match="Input/output"):
        journal.flush_to_disk()
    journal.flush_to_disk()
    journal.flush_to_disk()

    assert len(tries) == 2
    journal.close()
    journal.flush_to_disk()
