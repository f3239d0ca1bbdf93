"""One question to a model: a crew of one agent with one task, and one bounded retry that knows what is
worth repeating.
"""

import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generation.crew.errors import ModelFailed, WritingError
from generation.crew.failures import failure_of
from generation.crew.quiet import Agent, Crew, Task, one_request_each
from generation.crew.usage import Call

ATTEMPTS = 2
LONGEST_WAIT = 20.0
_SHORT_WAIT = 1.0

AnswerT = TypeVar("AnswerT", bound=BaseModel)


@dataclass(frozen=True)
class Persona:
    """Who the agent is."""

    role: str
    goal: str
    backstory: str


@dataclass(frozen=True)
class Reply(Generic[AnswerT]):
    """A model's answer in its schema, and what it took."""

    answer: AnswerT
    call: Call

    @property
    def tokens(self) -> int:
        """All tokens of the question."""
        return self.call.tokens


def ask(
    llm: Any,
    *,
    persona: Persona,
    task: str,
    schema: type[AnswerT],
    sleep: Callable[[float], None] = time.sleep,
) -> Reply[AnswerT]:
    """Put one task to the model and hold its answer to ``schema``.

    A failure that may pass (busy, slow, down, malformed) is tried once more;
    a refused key, a refusal or a truncated answer is not. Raises ModelFailed.
    """
    before, began = _usage(llm), time.monotonic()
    for attempt in range(1, ATTEMPTS + 1):
        try:
            answer = _ask_once(llm, persona, task, schema)
            spent = [now - then for now, then in zip(_usage(llm), before, strict=True)]
            took = round(time.monotonic() - began, 2)
            return Reply(
                answer, Call(schema.__name__, str(getattr(llm, "model", "")), spent[0], spent[1], took)
            )
        except ModelFailed as failure:
            wait = failure.retry_after if failure.retry_after is not None else _SHORT_WAIT
            if failure.permanent or attempt == ATTEMPTS or wait > LONGEST_WAIT:
                raise
            sleep(wait)
    raise AssertionError("unreachable: the last attempt returns or raises")


def _ask_once(llm: Any, persona: Persona, task: str, schema: type[AnswerT]) -> AnswerT:
    try:
        with one_request_each(), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # CrewAI's own, about its own fields
            output = _crew(llm, persona, task, schema).kickoff()
    except WritingError:
        raise
    except Exception as error:  # every provider has exceptions of its own
        raise failure_of(error) from error
    if not isinstance(output.pydantic, schema):
        raise ModelFailed(
            "bad_answer", "The model's answer did not have the form that was asked for.", permanent=False
        )
    return output.pydantic


def _usage(llm: Any) -> tuple[int, int]:
    """Tokens in and out since this model was made; CrewAI adds up over all crews that share it."""
    summary = llm.get_token_usage_summary()
    return int(summary.prompt_tokens), int(summary.completion_tokens)


def _crew(llm: Any, persona: Persona, task: str, schema: type[BaseModel]) -> Any:
    agent = Agent(
        role=persona.role,
        goal=persona.goal,
        backstory=persona.backstory,
        llm=llm,
        max_iter=1,
        max_retry_limit=0,
        allow_delegation=False,
        respect_context_window=False,  # a brief too long is an error, not something to summarise
        verbose=False,
    )
    work = Task(
        description=task,
        expected_output="One JSON object in the schema.",
        agent=agent,
        output_pydantic=schema,
    )
    return Crew(agents=[agent], tasks=[work], memory=False, cache=False, tracing=False, verbose=False)
