"""Files are given out to whoever holds a signed address, whole or in ranges, until it expires."""

import errno
from pathlib import Path

import pytest
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from vigen_site.media.storage import SALT, SignedFileStorage, StorageFull
from vigen_site.media.views import _span

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def key(settings: Settings, tmp_path: Path) -> str:
    settings.MEDIA_ROOT = tmp_path
    return default_storage.save("users/1/ads/2/film.mp4", ContentFile(CONTENT))


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_signed_address_gives_the_whole_file(client: Client, key: str):
    response = client.get(default_storage.url(key))

    assert response.status_code == 200
    assert response["Content-Type"] == "video/mp4"
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Length"] == str(len(CONTENT))
    assert body(response) == CONTENT


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=1000-", 1000, len(CONTENT) - 1),
        ("bytes=-10", len(CONTENT) - 10, len(CONTENT) - 1),
        ("bytes=10-99999999", 10, len(CONTENT) - 1),
    ],
)
def test_a_player_gets_the_range_that_it_asks_for(
    client: Client, key: str, asked: str, first: int, last: int
):
    response = client.get(default_storage.url(key), headers={"Range": asked})

    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(CONTENT)}"
    assert body(response) == CONTENT[first : last + 1]


def test_a_range_beyond_the_end_is_refused_with_the_size(client: Client, key: str):
    response = client.get(default_storage.url(key), headers={"Range": "bytes=99999999-"})

    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=a-b", "chunks=1-2", "bytes=1-2,5-6"])
def test_a_range_that_makes_no_sense_gives_the_whole_file(client: Client, key: str, asked: str):
    response = client.get(default_storage.url(key), headers={"Range": asked})

    assert response.status_code == 200
    assert body(response) == CONTENT


@given(asked=st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True), size=st.integers(1, 2000))
def test_a_span_never_leaves_the_file(asked: str, size: int):
    span = _span(asked, size)

    assert span is None or span[0] > span[1] or (0 <= span[0] <= span[1] < size)


def test_an_expired_address_is_refused(client: Client, key: str):
    assert client.get(default_storage.url(key, expire=-120)).status_code == 403


def test_a_changed_address_is_refused(client: Client, key: str):
    address = default_storage.url(key)
    changed = address[:-1] + ("A" if address[-1] != "A" else "B")

    assert client.get(changed).status_code == 403


def test_a_name_that_leaves_the_folder_is_refused_even_when_signed(client: Client, key: str, tmp_path: Path):
    outside = tmp_path.parent / "secret"
    outside.write_text("secret")
    token = signing.Signer(salt=SALT).sign_object({"name": "../secret", "until": 9e12})

    assert client.get(f"/media/{token}").status_code in {400, 404}


def test_a_file_that_is_gone_says_so(client: Client, key: str):
    address = default_storage.url(key)
    default_storage.delete(key)

    assert client.get(address).status_code == 404


def test_a_download_carries_its_name(client: Client, key: str):
    disposition = 'attachment; filename="ad.mp4"'
    address = default_storage.url(key, parameters={"ResponseContentDisposition": disposition})

    response = client.get(address)

    assert response["Content-Disposition"] == disposition
    assert body(response) == CONTENT


def test_an_address_stays_the_same_within_its_minute(key: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("vigen_site.media.storage.time.time", lambda: 1_000_000_010.0)
    first = default_storage.url(key)
    monkeypatch.setattr("vigen_site.media.storage.time.time", lambda: 1_000_000_015.0)

    assert default_storage.url(key) == first


def test_a_full_disk_is_said_in_words_and_leaves_no_part_of_the_file(
    tmp_path: Path,
):
    class FillsTheDisk(ContentFile):
        def chunks(self, chunk_size=None):
            yield CONTENT
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StorageFull, match="no room left"):
        SignedFileStorage(location=tmp_path).save("film.mp4", FillsTheDisk(CONTENT))

    assert list(tmp_path.iterdir()) == []
