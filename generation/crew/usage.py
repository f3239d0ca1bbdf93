"""What questions to a model cost."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """What one question took: tokens in and out (0 where nobody counts), failed attempts with them."""

    task: str
    model: str
    input_tokens: int
    output_tokens: int
    seconds: float

    @property
    def tokens(self) -> int:
        """Both ways together."""
        return self.input_tokens + self.output_tokens


def bill(calls: Sequence[Call]) -> dict[str, Any]:
    """The calls as notes for a stage's record; nothing when no model was asked that counts tokens."""
    counted = [call for call in calls if call.tokens]
    if not counted:
        return {}
    return {
        "tokens": sum(call.tokens for call in counted),
        "input_tokens": sum(call.input_tokens for call in counted),
        "output_tokens": sum(call.output_tokens for call in counted),
        "calls": [asdict(call) for call in counted],
    }
