"""What a provider's error means for the person who waits: a stable code, a sentence, and whether to try
again.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from generation.crew.errors import ModelFailed

_BUSY = "The model is busy (too many requests). Wait a moment and try again."
_KEY = "The model's provider refused the key. Check that the key is set, valid and allowed to use this model."
_TIME = "The model did not answer in time. Try again, or allow it more time."
_REFUSED = (
    "The model refused to write this, or answered with nothing. Change the brief, or choose another model."
)
_FORM = (
    "The model's answer did not have the form that was asked for. Try again, or choose a more capable model."
)
_CUT = "The model's answer was cut off before its end. Allow it longer answers, or choose another model."
_AWAY = "The model's provider could not be reached. Check the address and the network."
_DOWN = "The model's provider has a fault of its own. Try again later."
_UNKNOWN = (
    "The model's provider does not know this model or did not accept the request. Check the model's name."
)
_TOO_LONG = "The brief is longer than this model can read. Shorten it, or choose another model."
_ODD = "The model failed in a way that was not foreseen."

_CUT_SHORT = {"LengthFinishReasonError"}
_FILTERED = {"ContentFilterFinishReasonError"}
_TIMED_OUT = {"APITimeoutError", "ReadTimeout", "ConnectTimeout", "TimeoutException", "TimeoutError"}
_LOST = {"APIConnectionError", "ConnectError"}
_MALFORMED = {"ConverterError", "JSONDecodeError"}


def failure_of(error: BaseException) -> ModelFailed:
    """The error of a provider or of CrewAI as one of ours."""
    chain = list(_chain(error))
    names = {type(one).__name__ for one in chain}
    status = next((code for one in chain if (code := _status(one)) is not None), None)
    if status is not None:
        return _by_status(status, _retry_after(chain))
    return _by_name(names, " ".join(str(one) for one in chain).lower(), chain)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _retry_after(chain: list[BaseException]) -> float | None:
    for error in chain:
        headers = getattr(getattr(error, "response", None), "headers", None)
        value = headers.get("retry-after") if headers is not None else None
        if value is not None:
            try:
                return max(0.0, float(value))
            except ValueError:
                return None
    return None


def _by_status(status: int, retry_after: float | None) -> ModelFailed:
    if status in {401, 403}:
        return ModelFailed("key_refused", _KEY, permanent=True)
    if status == 429:
        return ModelFailed("model_busy", _BUSY, permanent=False, retry_after=retry_after)
    if status == 408:
        return ModelFailed("model_timeout", _TIME, permanent=False)
    if status >= 500:
        return ModelFailed("provider_fault", _DOWN, permanent=False, retry_after=retry_after)
    return ModelFailed("model_unknown", _UNKNOWN, permanent=True)


def _by_name(names: set[str], said: str, chain: list[BaseException]) -> ModelFailed:
    """What carries no status is told by the names of the exceptions and, at worst, by what they say."""
    lost = any(isinstance(one, ConnectionError) for one in chain)
    malformed = any(isinstance(one, ValidationError) for one in chain)
    meant = (
        ("answer_truncated", _CUT, True, names & _CUT_SHORT or "length limit was reached" in said),
        ("brief_too_long", _TOO_LONG, True, "LLMContextLengthExceededError" in names),
        ("model_refused", _REFUSED, True, names & _FILTERED or "none or empty" in said),
        ("model_timeout", _TIME, False, names & _TIMED_OUT or "timed out" in said),
        ("model_unreachable", _AWAY, False, names & _LOST or lost),
        ("bad_answer", _FORM, False, names & _MALFORMED or malformed),
        ("model_failed", _ODD, False, True),
    )
    code, message, permanent = next((code, text, lasts) for code, text, lasts, holds in meant if holds)
    return ModelFailed(code, message, permanent=permanent)
