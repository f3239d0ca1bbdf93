"""A voice behind the ``/audio/speech`` that OpenAI defined and many servers copy.

The vendor does not say when a word sounds, so the words are aligned with the
sound (docs/voices.md says how precisely).
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import urllib3

from generation.providers.voice import Recording
from generation.providers.voice.cast import Cast, cast_for
from generation.providers.voice.scenes import Bought, Shelf, record
from generation.studio.errors import VoiceFailed
from generation.studio.voice.decoding import decode
from generation.studio.voice.hearing import follow
from generation.studio.voice.reading import read_by
from vigen_site import env

OPENAI = "https://api.openai.com/v1"
# Voices of OpenAI's guide "Text to speech"; each speaks every language.
CAST: Cast = {
    ("en-GB", "male"): "fable",
    ("*", "female"): "coral",
    ("*", "male"): "onyx",
}
# List prices: dollars a character for the tts models. Others are billed by tokens, which the answer does not tell.
DOLLARS_PER_CHARACTER = {"tts-1": 15 / 1_000_000, "tts-1-hd": 30 / 1_000_000}
MOST_CHARACTERS = 4096
ATTEMPTS = 2
_LONGEST_WAIT, _SHORT_WAIT = 10.0, 1.0
# A minute of WAV at 48 kHz stereo is 11 MB; more than this is no scene of an ad.
_LARGEST_ANSWER = 40_000_000


class OpenAIVoice:
    """Speaks through an OpenAI-compatible server.

    What is not given is read from the environment: VIGEN_VOICE_API_KEY,
    VIGEN_VOICE_BASE_URL, VIGEN_VOICE_MODEL and VIGEN_VOICE_NAME (one name for
    every ad, for servers with voices of their own).
    """

    def __init__(
        self,
        *,
        api_key: str = "",
        base_url: str = "",
        model: str = "",
        name: str = "",
        timeout: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._key = api_key or env.secret("VIGEN_VOICE_API_KEY")
        self._url = base_url.rstrip("/") or env.url("VIGEN_VOICE_BASE_URL", OPENAI)
        self._model = model or env.text("VIGEN_VOICE_MODEL", "tts-1")
        self._name = name or env.text("VIGEN_VOICE_NAME")
        self._sleep = sleep
        self._http = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=min(5.0, timeout), read=timeout), retries=False
        )
        self._shelf = Shelf()

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the contract's
        """These voices try every language."""
        return True

    def prepare(self, language: str) -> None:
        """Nothing to load."""

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str,
        language: str,
        speed: float = 1.0,
        pronunciations: Mapping[str, str] | None = None,
        on_progress: Callable[[float], None],
    ) -> Recording:
        """Speak each scene in one request."""
        name = self._name or cast_for(voice, language=language, cast=CAST, vendor=self._model)
        said = dict(pronunciations or {})

        def buy(text: str) -> Bought:
            words = _respelled(text, said)
            sound = decode(self._speech(words, voice=name, speed=speed))
            scene = follow(sound, text, language=language, pronunciations=said)
            price = DOLLARS_PER_CHARACTER.get(self._model) if self._url == OPENAI else None
            return Bought(scene, len(words), 1, None if price is None else price * len(words))

        order = (name, language, speed, tuple(sorted(said.items())))
        made_by = f"{name} ({self._model})"
        return record(
            scenes,
            shelf=self._shelf,
            order=order,
            buy=buy,
            made_by=made_by,
            on_progress=on_progress,
            is_estimated=True,
        )

    def _speech(self, text: str, *, voice: str, speed: float) -> bytes:
        """The sound; tried once more when the failure may pass."""
        if len(text) > MOST_CHARACTERS:
            raise VoiceFailed("This scene is longer than the hosted voice speaks in one go.", permanent=True)
        order = {
            "model": self._model,
            "input": text,
            "voice": voice,
            "response_format": "wav",
            "speed": speed,
        }
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._ask(order)
            except _Passing as failure:
                if attempt == ATTEMPTS or failure.wait > _LONGEST_WAIT:
                    raise VoiceFailed(str(failure)) from failure
                self._sleep(failure.wait)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _ask(self, order: dict[str, Any]) -> bytes:
        headers = {"Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        try:
            reply = self._http.request(
                "POST",
                f"{self._url}/audio/speech",
                body=json.dumps(order),
                headers=headers,
                redirect=False,
                preload_content=False,
            )
            content = reply.read(_LARGEST_ANSWER)
            reply.release_conn()
        except urllib3.exceptions.ReadTimeoutError as error:
            raise _Passing("The hosted voice did not answer in time.") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise _Passing("The hosted voice could not be reached. Check its address.") from error
        if reply.status != 200:
            raise _refusal(reply.status, content, str(reply.headers.get("retry-after", "")))
        return content


class _Passing(Exception):
    """A failure that the next attempt may not meet. ``wait`` in seconds."""

    def __init__(self, message: str, *, wait: float = _SHORT_WAIT):
        super().__init__(message)
        self.wait = wait


def _respelled(text: str, said: Mapping[str, str]) -> str:
    """The text with the told pronunciations in place of their words."""
    parts = []
    for reading in read_by((), text, pronunciations=said):
        spoken = " ".join(sound.text for sound in reading.sounds)
        parts.append(reading.written if spoken in reading.written else spoken + reading.pause)
    return " ".join(parts)


def _refusal(status: int, content: bytes, retry_after: str) -> VoiceFailed | _Passing:
    """The vendor's "no" in a sentence. Of a refused key nothing is repeated: the answer may quote it."""
    code, said = _told(content)
    if status in {401, 403}:
        return VoiceFailed("The hosted voice refused the key. Check VIGEN_VOICE_API_KEY.", permanent=True)
    if code == "insufficient_quota":
        return VoiceFailed("The account of the hosted voice has no credit left.", permanent=True)
    if status == 429:
        wait = float(retry_after) if retry_after.replace(".", "", 1).isdigit() else _SHORT_WAIT
        return _Passing("The hosted voice is busy (too many requests). Try again later.", wait=wait)
    if status == 408 or status >= 500:
        return _Passing("The hosted voice has a fault of its own. Try again later.")
    return VoiceFailed(f"The hosted voice did not take the request ({status}): {said}", permanent=True)


def _told(content: bytes) -> tuple[str, str]:
    """Code and message of an error in OpenAI's shape: {"error": {"message": …, "type": …, "code": …}}."""
    try:
        error = json.loads(content)["error"]
        return str(error.get("code") or error.get("type") or ""), str(error.get("message", ""))[:200]
    except (ValueError, KeyError, TypeError, AttributeError):
        return "", "it gave no reason"
