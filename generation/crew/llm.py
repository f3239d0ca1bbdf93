"""The choice of the model, by one string: "embedded/copywriter" or any model that CrewAI knows."""

from typing import Any

from generation.crew.copywriter import LABEL
from generation.crew.embedded import EmbeddedCopywriter
from generation.crew.errors import ModelFailed
from generation.crew.quiet import LLM

EMBEDDED = "embedded/copywriter"


def make_llm(
    spec: str = EMBEDDED, *, api_key: str | None = None, base_url: str | None = None, timeout: float = 60
) -> Any:
    """The model named by ``spec`` ("provider/model"), ready for a crew.

    ``timeout`` is in seconds for each request. Raises ModelFailed when the
    name, or the package that its provider needs, is unknown here.
    """
    if spec.strip().partition("/")[0] == "embedded":
        return EmbeddedCopywriter(model=spec.strip(), provider="embedded")
    options: dict[str, Any] = {"model": spec.strip(), "timeout": timeout, "max_retries": 0}
    options |= {name: value for name, value in (("api_key", api_key), ("base_url", base_url)) if value}
    try:
        return LLM(**options)
    except (ImportError, ValueError) as error:
        raise ModelFailed("model_unknown", _unknown(spec), permanent=True) from error


def is_embedded(llm: object) -> bool:
    """Whether this is the rule-based copywriter."""
    return isinstance(llm, EmbeddedCopywriter)


def label_of(llm: Any) -> str:
    """Who wrote it, in words for the person who sees the result."""
    return LABEL if is_embedded(llm) else f"Written by the model {getattr(llm, 'model', 'unknown')}"


def _unknown(spec: str) -> str:
    return (
        f"The model “{spec}” cannot be used here. Write it as provider/model, for example openai/gpt-4o "
        f"or ollama/llama3.2; "
        "check that its key is set and that the package of its provider is installed."
    )
