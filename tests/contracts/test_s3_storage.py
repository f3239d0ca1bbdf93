"""The S3 half of media, against a server that verifies signatures: what the settings build really works there."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

import boto3
import pytest
from botocore.config import Config
from django.conf import settings
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage

from ads import artefacts
from ads.states import Stage

BUCKET = "vigen-contract"
KEYS = {"AWS_ACCESS_KEY_ID": "contract", "AWS_SECRET_ACCESS_KEY": "contract-secret"}
CONTENT = bytes(range(256)) * 400


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("s3")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        **KEYS,
        "AUTH": "true",
        "SERVICES": "s3",
        "GATEWAY_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "LOG_LEVEL": "ERROR",
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "STATE_DIR": str(folder),
    }
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "ministack"], env=environment, stdout=log, stderr=log
        )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the S3 server did not come up")


@pytest.fixture(scope="module")
def storage(endpoint: str, tmp_path_factory: pytest.TempPathFactory) -> S3Storage:
    """The storage as the settings build it when a bucket is named."""
    script = "import json; from vigen_site import settings; print(json.dumps(settings.STORAGES['default']['OPTIONS']))"
    environment = {
        "PATH": os.environ["PATH"],
        "VIGEN_ENV_FILE": os.devnull,
        "VIGEN_BUCKET": BUCKET,
        "VIGEN_DATA_DIR": str(tmp_path_factory.mktemp("var")),
    }
    built = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    options = json.loads(built.stdout)
    boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        config=Config(signature_version="s3v4"),
    ).create_bucket(Bucket=BUCKET)
    return S3Storage(
        **options,
        endpoint_url=endpoint,
        access_key=KEYS["AWS_ACCESS_KEY_ID"],
        secret_key=KEYS["AWS_SECRET_ACCESS_KEY"],
    )


@pytest.fixture
def key(storage: S3Storage) -> str:
    return storage.save("users/1/ads/2/film.mp4", ContentFile(CONTENT))


def get(address: str, **headers: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, b""


def changed(address: str, **parameters: str) -> str:
    parts = urllib.parse.urlsplit(address)
    query = dict(urllib.parse.parse_qsl(parts.query)) | {
        name.replace("_", "-"): v for name, v in parameters.items()
    }
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def test_what_was_stored_comes_back(storage: S3Storage, key: str):
    with storage.open(key, "rb") as file:
        assert file.read() == CONTENT


def test_a_file_is_copied_from_key_to_key(storage: S3Storage, key: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(artefacts, "default_storage", storage)

    copied = artefacts.copy(key, user_id="1", run_id="3", stage=Stage.SCRIPT)

    assert copied.startswith("users/1/ads/3/script_generation/0-")
    with storage.open(copied, "rb") as file:
        assert file.read() == CONTENT


def test_two_files_of_one_name_do_not_overwrite_each_other(storage: S3Storage, key: str):
    assert storage.save("users/1/ads/2/film.mp4", ContentFile(b"other")) != key
    with storage.open(key, "rb") as file:
        assert file.read() == CONTENT


def test_the_address_is_signed_with_version_four_for_fifteen_minutes(storage: S3Storage, key: str):
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(storage.url(key)).query))

    assert query["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256"
    assert query["X-Amz-Expires"] == "900"


def test_the_address_opens_the_file_whole_and_in_ranges(storage: S3Storage, key: str):
    address = storage.url(key)

    assert get(address) == (200, CONTENT)
    assert get(address, Range="bytes=10-19") == (206, CONTENT[10:20])


def test_a_longer_life_cannot_be_written_into_an_address(storage: S3Storage, key: str):
    assert get(changed(storage.url(key), X_Amz_Expires="86400"))[0] == 403


def test_a_forged_signature_opens_nothing(storage: S3Storage, key: str):
    assert get(changed(storage.url(key), X_Amz_Signature="0" * 64))[0] == 403


def test_an_address_for_one_file_opens_no_other(storage: S3Storage, key: str):
    other = storage.save("users/9/ads/9/film.mp4", ContentFile(b"secret"))

    assert get(storage.url(key).replace(key, other))[0] == 403


def test_an_unsigned_address_opens_nothing(storage: S3Storage, key: str):
    assert get(storage.url(key).partition("?")[0])[0] == 403


def test_a_download_carries_its_name(storage: S3Storage, key: str):
    disposition = 'attachment; filename="ad.mp4"'
    address = storage.url(key, parameters={"ResponseContentDisposition": disposition})

    with urllib.request.urlopen(address, timeout=10) as answer:
        assert answer.headers["Content-Disposition"] == disposition


def test_a_deleted_file_is_gone(storage: S3Storage, key: str):
    storage.delete(key)

    assert not storage.exists(key)
    assert get(storage.url(key))[0] == 404
