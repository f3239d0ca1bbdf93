"""A finding: one thing the program measured in a script, with the words that show it."""

from dataclasses import dataclass
from enum import StrEnum


class Score(StrEnum):
    """The seven scores of a review."""

    RELEVANCE = "relevance_to_product_and_brand"
    CLARITY = "clarity_and_simplicity"
    HOOK = "attention_grabbing_hook"
    CONSISTENCY = "consistency_and_tone"
    FLOW = "logical_story_flow"
    CREATIVITY = "uniqueness_and_creativity"
    SAFETY = "sensory_and_content_safety"


@dataclass(frozen=True)
class Finding:
    """``cost`` is taken off the score; ``stops`` means that no judgement of a model can outweigh it.

    ``evidence`` is what was found, ``advice`` a sentence on what to do about it.
    """

    score: Score
    code: str
    evidence: str
    cost: float
    stops: bool = False
    advice: str = ""

    @property
    def sentence(self) -> str:
        """The finding as it is told to people: what was found, and what to do."""
        return f"{self.evidence[:1].upper()}{self.evidence[1:]}. {self.advice}".strip()
