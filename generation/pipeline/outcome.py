"""What a stage gives back."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What a stage made: file names in the bench's folder, and notes for the record (tokens, scores …)."""

    files: tuple[str, ...]
    notes: dict[str, Any] = field(default_factory=dict)
