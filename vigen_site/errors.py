"""One family of errors: what a person did or met that the product refuses, with a stable code and a status."""

from collections.abc import Mapping, Sequence


class DomainError(Exception):
    """Something was refused. The message is a sentence that may be shown to the person who asked."""

    code = "error"
    status = 400
    message = "That did not work."

    def __init__(self, message: str = "", *, errors: Mapping[str, Sequence[str]] | None = None):
        super().__init__(message or self.message)
        self.errors = dict(errors or {})

    @property
    def retry_after(self) -> int | None:
        """Seconds until asking again may succeed, where that is known."""
        return None


class Invalid(DomainError):
    """What was sent breaks a rule; ``errors`` says which, field by field."""

    code = "invalid"
    message = "Some fields need another look."


class NotFound(DomainError):
    """There is no such thing, or not for this person: the answer is the same."""

    code = "not_found"
    status = 404
    message = "Not found"


class Conflict(DomainError):
    """The thing is in a state in which this cannot be done, or somebody else was faster."""

    code = "conflict"
    status = 409
    message = "That is not possible right now."


class TooMany(DomainError):
    """A limit was reached."""

    code = "too_many"
    status = 429
    message = "That is too many at once. Try again a little later."

    def __init__(self, message: str = "", *, seconds: int = 60):
        super().__init__(message)
        self.seconds = seconds

    @property
    def retry_after(self) -> int | None:
        return self.seconds


class Unavailable(DomainError):
    """A part that the product needs does not answer."""

    code = "unavailable"
    status = 503
    message = "The service is busy or restarting. Nothing was lost; try again in a moment."

    @property
    def retry_after(self) -> int | None:
        return 5
