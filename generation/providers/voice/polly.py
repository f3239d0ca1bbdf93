"""Amazon Polly: neural voices, with the vendor's own marks for the time of every word."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, PartialCredentialsError
from django.conf import settings

from generation.providers.voice import Recording
from generation.providers.voice.cast import Cast, cast_for
from generation.providers.voice.marked_text import MarkedText, marked_text
from generation.providers.voice.scenes import Bought, Shelf, record
from generation.studio.errors import VoiceFailed
from generation.studio.voice.decoding import decode
from generation.studio.voice.hearing import hear

# Neural voices of Polly's documentation ("Available voices").
CAST: Cast = {
    ("en-US", "female"): "Joanna",
    ("en-US", "male"): "Matthew",
    ("en-GB", "female"): "Amy",
    ("en-GB", "male"): "Arthur",
    ("en", "female"): "Joanna",
    ("en", "male"): "Matthew",
    ("es", "female"): "Lucia",
    ("es", "male"): "Sergio",
    ("fr", "female"): "Lea",
    ("fr", "male"): "Remi",
    ("it", "female"): "Bianca",
    ("it", "male"): "Adriano",
    ("pt", "female"): "Camila",
    ("pt", "male"): "Thiago",
    ("hi", "female"): "Kajal",
    ("de", "female"): "Vicki",
    ("de", "male"): "Daniel",
}
# List price of neural voices: 16 dollars a million characters, speech marks are billed as well.
DOLLARS_PER_CHARACTER = 16 / 1_000_000
# Polly takes 3000 billed characters in one request.
MOST_CHARACTERS = 3000
_CONNECT_SECONDS, _READ_SECONDS = 5, 30
_DENIED = {"AccessDeniedException", "UnrecognizedClientException", "InvalidSignatureException"}
_DENIED |= {"ExpiredTokenException", "ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"}
_BUSY = {"ThrottlingException", "Throttling", "TooManyRequestsException", "ServiceFailureException"}


class PollyVoice:
    """Speaks through Amazon Polly. ``client`` is a boto3 client; without one, it is made for the region."""

    def __init__(self, *, client: Any = None, region: str = ""):
        self._client = client or boto3.client(
            "polly",
            region_name=region or settings.AWS_REGION,
            config=Config(
                connect_timeout=_CONNECT_SECONDS,
                read_timeout=_READ_SECONDS,
                # One retry of what may pass, by botocore's own knowledge of its errors.
                retries={"mode": "standard", "total_max_attempts": 2},
            ),
        )
        self._shelf = Shelf()

    def speaks(self, language: str) -> bool:
        """Whether one of the voices named here speaks it."""
        return any(key.partition("-")[0] == language.partition("-")[0] for key, _ in CAST)

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
        """Speak each scene: one request for the sound and one for the marks."""
        name = cast_for(voice, language=language, cast=CAST, vendor="Amazon Polly")

        def buy(text: str) -> Bought:
            marked = marked_text(text, speed=speed, pronunciations=pronunciations or {})
            return self._buy(marked, voice=name)

        order = (name, speed, tuple(sorted((pronunciations or {}).items())))
        made_by = f"{name} (Amazon Polly)"
        return record(
            scenes, shelf=self._shelf, order=order, buy=buy, made_by=made_by, on_progress=on_progress
        )

    def _buy(self, marked: MarkedText, *, voice: str) -> Bought:
        if marked.characters > MOST_CHARACTERS:
            raise VoiceFailed("This scene is longer than Amazon Polly speaks in one go.", permanent=True)
        # Ogg, as MP3 begins with a silence that the marks do not count.
        sound, billed = self._ask(marked.ssml, voice, OutputFormat="ogg_vorbis", SampleRate="24000")
        marks, billed_marks = self._ask(marked.ssml, voice, OutputFormat="json", SpeechMarkTypes=["word"])
        samples = decode(sound)
        characters = billed + billed_marks
        scene = hear(samples, marked.words(marks.decode(), samples=samples))
        return Bought(scene, characters, requests=2, dollars=characters * DOLLARS_PER_CHARACTER)

    def _ask(self, ssml: str, voice: str, **wanted: Any) -> tuple[bytes, int]:
        try:
            reply = self._client.synthesize_speech(
                Text=ssml, TextType="ssml", VoiceId=voice, Engine="neural", **wanted
            )
            return reply["AudioStream"].read(), int(reply.get("RequestCharacters", 0))
        except ClientError as error:
            raise _failure(error) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise VoiceFailed(
                "Amazon Polly needs credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role.",
                permanent=True,
            ) from error
        except (BotoCoreError, OSError) as error:
            raise VoiceFailed("Amazon Polly did not answer in time or could not be reached.") from error


def _failure(error: ClientError) -> VoiceFailed:
    """Polly's refusal in a sentence. What it answered is not repeated where it could name a key."""
    code = str(error.response.get("Error", {}).get("Code", ""))
    status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
    if code in _DENIED or status in {401, 403}:
        return VoiceFailed(
            "Amazon Polly refused the credentials. Check the key and that it may use polly:SynthesizeSpeech.",
            permanent=True,
        )
    if code in _BUSY or status == 429 or status >= 500:
        return VoiceFailed("Amazon Polly is busy or has a fault of its own. Try again later.")
    if code == "TextLengthExceededException":
        return VoiceFailed("This scene is longer than Amazon Polly speaks in one go.", permanent=True)
    said = str(error.response.get("Error", {}).get("Message", ""))[:200]
    return VoiceFailed(f"Amazon Polly did not take the request ({code}): {said}", permanent=True)
