"""The content credential of a small real film."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from generation.studio.inspection.container import read as container
from generation.studio.provenance import keys_from, read, self_made, sign
from generation.studio.provenance.keys import CHAIN_FILE, KEY_FILE, KeysUnusable

pytestmark = pytest.mark.render


@pytest.fixture
def film(tmp_path: Path) -> Path:
    out = tmp_path / "film.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=180x320:d=1"]
    command += ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(out)]
    subprocess.run(command, check=True)
    return out


def test_a_signed_film_says_that_it_was_generated(film: Path, tmp_path: Path) -> None:
    sign(film, self_made(tmp_path / "keys"), title="AeroStride")

    found = read(film)

    assert found is not None
    assert found.is_generated
    assert found.is_intact


def test_a_self_made_certificate_is_intact_but_not_trusted(film: Path, tmp_path: Path) -> None:
    sign(film, self_made(tmp_path / "keys"), title="AeroStride")

    found = read(film)

    assert found is not None
    assert (found.is_intact, found.is_trusted, found.signer) == (True, False, "Vigen, self-made")


def test_a_signed_film_still_plays_while_it_loads(film: Path, tmp_path: Path) -> None:
    sign(film, self_made(tmp_path / "keys"), title="AeroStride")

    assert container(film).starts_fast


def test_a_changed_byte_breaks_the_credential(film: Path, tmp_path: Path) -> None:
    sign(film, self_made(tmp_path / "keys"), title="AeroStride")
    changed = bytearray(film.read_bytes())
    changed[-200] ^= 0xFF
    film.write_bytes(changed)

    found = read(film)

    assert found is None or not found.is_intact


def test_a_film_without_a_credential_has_none(film: Path) -> None:
    assert read(film) is None


def test_the_installations_own_keys_are_made_once_and_for_nobody_else(tmp_path: Path) -> None:
    first, again = self_made(tmp_path / "keys"), self_made(tmp_path / "keys")

    assert first == again
    assert (tmp_path / "keys" / KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_key_of_somebody_elses_certificate_is_refused(tmp_path: Path) -> None:
    self_made(tmp_path / "one")
    self_made(tmp_path / "other")

    with pytest.raises(KeysUnusable, match="belong together"):
        keys_from(tmp_path / "one" / CHAIN_FILE, tmp_path / "other" / KEY_FILE)
