"""What a run has cost, as far as its record says: tokens, paid calls to a voice, and dollars. Nothing is guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Cost:
    """``dollars`` is what is known; ``is_whole`` is False when something was paid for whose price nobody said."""

    tokens: int = 0
    voice_requests: int = 0
    dollars: float = 0.0
    is_whole: bool = True

    @classmethod
    def of_stage(cls, record: Mapping[str, Any]) -> Self:
        """Of a stage's record, as ``generation.crew.usage.bill`` and the audio stage fill it in."""
        paid = [
            record.get(price)
            for amount, price in (("tokens", "dollars"), ("voice_requests", "voice_dollars"))
            if record.get(amount)
        ]
        known = [float(price) for price in paid if price is not None]
        return cls(
            tokens=int(record.get("tokens", 0)),
            voice_requests=int(record.get("voice_requests", 0)),
            dollars=sum(known),
            is_whole=len(known) == len(paid),
        )

    @classmethod
    def of_run(cls, records: Iterable[Mapping[str, Any]]) -> Self:
        """Of all stages of a run together."""
        stages = [cls.of_stage(record) for record in records]
        return cls(
            tokens=sum(stage.tokens for stage in stages),
            voice_requests=sum(stage.voice_requests for stage in stages),
            dollars=sum(stage.dollars for stage in stages),
            is_whole=all(stage.is_whole for stage in stages),
        )

    @property
    def money(self) -> str:
        """In words: "$0.001234", "at least $0.001234", "price unknown", or nothing where nothing was paid for."""
        if not self.tokens and not self.voice_requests:
            return ""
        if self.is_whole:
            return f"${self.dollars:.6f}"
        return f"at least ${self.dollars:.6f}" if self.dollars else "price unknown"

    def __str__(self) -> str:
        amounts = {"tokens": self.tokens, "calls to a voice": self.voice_requests}
        said = [f"{count:,} {what}" for what, count in amounts.items() if count]
        return ", ".join([*said, self.money]) if said else "nothing that is paid for"
