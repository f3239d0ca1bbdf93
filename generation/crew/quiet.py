"""CrewAI, told to stay at home and to bring less. Import this module, never ``crewai`` itself, and only in a worker.

Without these settings CrewAI looks up a telemetry host and replaces the
process's signal handlers when it is imported. The settings must stand before
the import, which is why both live here.

It would bring a catalogue of other firms' services (8 MB of program text), a second way to send traces, and a door of
OpenAI's that has been closed: 30 MB and half a second of CPU that no crew of ours asks for.
"""

import contextlib
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

from generation.studio.sparing import importing_without

_SETTINGS = {
    "CREWAI_DISABLE_TELEMETRY": "true",
    "CREWAI_DISABLE_TRACKING": "true",
    "CREWAI_DISABLE_VERSION_CHECK": "true",
    "CREWAI_TRACING_ENABLED": "false",
    "OTEL_SDK_DISABLED": "true",
}
_UNUSED: dict[str, dict[str, object]] = {
    "crewai_core.platform_apps": {"PlatformApp": str},
    "opentelemetry.exporter.otlp.proto.grpc.trace_exporter": {"OTLPSpanExporter": None},
    "openai.lib.streaming._assistants": dict.fromkeys(
        (
            "AssistantEventHandler",
            "AssistantEventHandlerT",
            "AssistantStreamManager",
            "AsyncAssistantEventHandler",
            "AsyncAssistantEventHandlerT",
            "AsyncAssistantStreamManager",
        )
    ),
}


def _settle() -> None:
    """Set the environment; the storage folder must be absolute, whoever names it."""
    os.environ.update(_SETTINGS)
    named = os.environ.get("CREWAI_STORAGE_DIR", "")
    storage = Path(named) if named else Path(tempfile.gettempdir()) / "vigen-crewai"
    os.environ["CREWAI_STORAGE_DIR"] = str(storage.absolute())
    # CrewAI asks for the home folder on import; a container's user may have none.
    os.environ.setdefault("HOME", str(storage.absolute()))


_settle()
with warnings.catch_warnings(), importing_without(_UNUSED):
    warnings.simplefilter("ignore")  # its own import warnings are nobody's business here
    import crewai
    from crewai.llms import retry as _crewai_retry

Agent, BaseLLM, Crew, LLM, Task = crewai.Agent, crewai.BaseLLM, crewai.Crew, crewai.LLM, crewai.Task


@contextlib.contextmanager
def one_request_each() -> Iterator[None]:
    """No retries inside CrewAI: it would sleep for as long as a provider asks, without a limit.

    The retry that counts is ours (see ``calls``). The switch is private to
    CrewAI; its version is pinned, and a test counts the requests.
    """
    switch = _crewai_retry._active_llm_rate_limit_retry  # noqa: SLF001  # there is no public switch
    token = switch.set(True)
    try:
        yield
    finally:
        switch.reset(token)
