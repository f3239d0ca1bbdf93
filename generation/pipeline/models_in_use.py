"""The language models that the settings name, made ready for the crew."""

from typing import Any

from django.conf import settings

from generation.crew.llm import make_llm


def writer() -> Any:
    """The model that writes."""
    return _model(settings.LLM)


def reviewer() -> Any:
    """The model that reviews: one of its own if VIGEN_LLM_REVIEWER names it, else the writer's."""
    return _model(settings.LLM_REVIEWER or settings.LLM)


def _model(spec: str) -> Any:
    return make_llm(
        spec,
        api_key=settings.LLM_API_KEY or None,
        base_url=settings.LLM_BASE_URL or None,
        timeout=settings.LLM_TIMEOUT,
    )
