"""What questions to a model cost."""

from collections.abc import Mapping, Sequence
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


Prices = Mapping[str, tuple[float, float]]
"""Dollars a million tokens in and out, by model: with its provider ("openai/gpt-4o") or without."""


def dollars(call: Call, prices: Prices) -> float | None:
    """What a call cost, or None when nobody said what its model costs."""
    price = _price_of(call.model, prices)
    if price is None:
        return None
    return round((call.input_tokens * price[0] + call.output_tokens * price[1]) / 1_000_000, 6)


def _price_of(model: str, prices: Prices) -> tuple[float, float] | None:
    """CrewAI leaves the provider off the name of some models, so the name alone is enough, if it is one model's."""
    if model in prices:
        return prices[model]
    named = {price for name, price in prices.items() if name.partition("/")[2] == model}
    return named.pop() if len(named) == 1 else prices.get(model.partition("/")[2])


def bill(calls: Sequence[Call], *, prices: Prices | None = None) -> dict[str, Any]:
    """The calls as notes for a stage's record; nothing when no model was asked that counts tokens.

    ``dollars`` stands where the price is known, in a call and for all of them; it is never a guess.
    """
    counted = [(call, dollars(call, prices or {})) for call in calls if call.tokens]
    if not counted:
        return {}
    costs = [cost for _, cost in counted]
    whole = {} if None in costs else {"dollars": round(sum(cost for cost in costs if cost is not None), 6)}
    return {
        "tokens": sum(call.tokens for call, _ in counted),
        "input_tokens": sum(call.input_tokens for call, _ in counted),
        "output_tokens": sum(call.output_tokens for call, _ in counted),
        **whole,
        "calls": [asdict(call) | ({} if cost is None else {"dollars": cost}) for call, cost in counted],
    }
