"""Make one real call to a configured voice or model, and say what came back and what it cost."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from pydantic import BaseModel, Field

SENTENCE = "Fresh bread at five, for $4.50. Come by today."
EMBEDDED = (
    "VIGEN_LLM names the embedded copywriter: rules on this machine, which cost nothing and take no free questions. "
    "Try it with: manage.py write_script examples/briefs/bakery.json"
)
QUESTION = "Write one sentence that invites people to a bakery."


class Answer(BaseModel):
    """What a model is asked for here."""

    text: str = Field(min_length=1, max_length=2000)


class Command(BaseCommand):
    """``manage.py try_provider voice`` or ``manage.py try_provider text``."""

    help = (
        "Makes one real call to the voice of VIGEN_VOICE or the model of VIGEN_LLM, which may cost a fraction of a "
        "cent, and says what came back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which maker, and what to ask of it."""
        kinds = parser.add_subparsers(dest="kind", required=True)
        voice = kinds.add_parser("voice", help="speak a sentence")
        voice.add_argument("--text", default=SENTENCE)
        voice.add_argument("--voice", default="af_heart", help="one of ours, or a name of the vendor's own")
        voice.add_argument("--language", default="en")
        voice.add_argument("--speed", type=float, default=1.0)
        voice.add_argument("--out", type=Path, help="write the sound to this WAV file")
        text = kinds.add_parser("text", help="ask the model for a sentence")
        text.add_argument("question", nargs="?", default=QUESTION)

    def handle(self, *args: Any, **options: Any) -> None:
        """Call, and report."""
        del args
        began = time.monotonic()
        lines = _voice(options) if options["kind"] == "voice" else _text(options["question"])
        for line in [*lines, f"It took {time.monotonic() - began:.1f} s."]:
            self.stdout.write(line)


def _voice(options: dict[str, Any]) -> list[str]:
    from generation.providers import voice_for
    from generation.studio.errors import VoiceFailed
    from generation.studio.voice.sample import wav

    try:
        recording = voice_for(options["voice"]).narrate(
            [options["text"]],
            voice=options["voice"],
            language=options["language"],
            speed=options["speed"],
            on_progress=lambda _: None,
        )
    except VoiceFailed as error:
        raise CommandError(_refusal(str(error), permanent=error.permanent)) from error
    (scene,) = recording.narration.scenes
    if options["out"]:
        options["out"].write_bytes(wav(scene.samples))
    times = " ".join(f"{word.text}@{word.start:.2f}" for word in scene.words)
    heard = f"{scene.seconds:.2f} s of sound" if scene.is_heard else "no sound"
    maker = settings.PROVIDERS["voice"]["BACKEND"].rpartition(".")[2]
    return [
        f"{recording.made_by} ({maker}): {heard}, {len(scene.words)} words.",
        f"Words begin at: {times}",
        _cost(recording.requests, f"{recording.characters} characters", recording.dollars),
    ]


def _text(question: str) -> list[str]:
    if settings.LLM.startswith("embedded/"):
        return [EMBEDDED]
    from generation.crew.calls import Persona, ask
    from generation.crew.errors import WritingError
    from generation.crew.llm import label_of
    from generation.crew.usage import dollars
    from generation.pipeline.models_in_use import writer

    try:
        llm = writer()
        persona = Persona("Copywriter", "Answer in one sentence.", "You write plainly.")
        reply = ask(llm, persona=persona, task=question, schema=Answer)
    except WritingError as error:
        raise CommandError(_refusal(str(error), permanent=error.permanent)) from error
    cost, whose = dollars(reply.call, settings.LLM_PRICES), "the price in VIGEN_LLM_PRICES"
    return [
        f"{label_of(llm)}:",
        reply.answer.text,
        _cost(1, f"{reply.call.input_tokens} tokens in and {reply.call.output_tokens} out", cost, whose),
    ]


def _cost(requests: int, amount: str, dollars: float | None, whose: str = "the vendor's list price") -> str:
    if not requests:
        return "It cost nothing."
    price = "the price is the vendor's to say" if dollars is None else f"${dollars:.6f} at {whose}"
    return f"Billed: {amount} in {requests} {'request' if requests == 1 else 'requests'}; {price}."


def _refusal(message: str, *, permanent: bool) -> str:
    return message if permanent else f"{message} (Trying again may help.)"
