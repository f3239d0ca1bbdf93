"""``manage.py try_provider``: one real call, told in sentences."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from generation import providers

sys.path.insert(0, str(Path(__file__).parent))
from stub_server import Reply, vendor


@pytest.fixture
def open_ai(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes the configured voice an OpenAI-compatible one at an address."""

    def choose(url: str) -> None:
        monkeypatch.setenv("VIGEN_VOICE_BASE_URL", f"{url}/v1")
        backend = "generation.providers.voice.openai_speech.OpenAIVoice"
        settings.PROVIDERS = {**settings.PROVIDERS, "voice": {"BACKEND": backend}}
        providers._maker.cache_clear()

    yield choose
    providers._maker.cache_clear()


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("try_provider", *arguments, stdout=out)
    return out.getvalue()


def test_it_says_what_the_voice_sent_and_what_it_billed(
    open_ai: Any, recorded_wav: bytes, tmp_path: Path
) -> None:
    with vendor(Reply(200, recorded_wav)) as place:
        open_ai(place.url)
        said = run("voice", "--text", "Fresh bread.", "--out", str(tmp_path / "said.wav"))

    assert "coral (tts-1) (OpenAIVoice): 1." in said
    assert "Words begin at: Fresh@" in said
    assert "Billed: 12 characters in 1 request; the price is the vendor's to say." in said
    assert (tmp_path / "said.wav").read_bytes()[:4] == b"RIFF"


def test_a_refusal_is_one_sentence(open_ai: Any) -> None:
    with vendor(Reply(401, b"{}")) as place:
        open_ai(place.url)
        with pytest.raises(CommandError, match="refused the key"):
            run("voice")


def test_the_embedded_copywriter_says_what_it_is() -> None:
    assert "rules on this machine, which cost nothing" in run("text")
