"""What can go wrong while writing, in words that a person can act on."""


class WritingError(Exception):
    """No script came out.

    ``code`` is stable and for programs; the message is for people;
    ``permanent`` says that the same call would fail another time as well.
    """

    code = "writing_error"
    permanent = False


class NothingToSay(WritingError):
    """The brief holds too little to make an ad of. ``questions`` (at most three) ask for what is missing."""

    code = "nothing_to_say"
    permanent = True

    def __init__(self, questions: tuple[str, ...]):
        super().__init__("The brief says too little for an ad. Please answer: " + " ".join(questions))
        self.questions = questions


class LanguageNotWritten(WritingError):
    """The embedded copywriter does not write this language."""

    code = "language_not_written"
    permanent = True

    def __init__(self, language: str):
        super().__init__(
            "The embedded copywriter writes English and, plainly, Spanish, French, German, Italian and Portuguese; "
            f"this brief asks for “{language}”. "
            "Name a hosted or local model that writes this language, or bring a script of your own."
        )
        self.language = language


class ModelFailed(WritingError):
    """The model did not give a usable answer.

    ``permanent``: asking again cannot help. ``retry_after``: seconds that the
    provider asked us to wait, when it said so.
    """

    def __init__(self, code: str, message: str, *, permanent: bool, retry_after: float | None = None):
        super().__init__(message)
        self.code = code
        self.message = message
        self.permanent = permanent
        self.retry_after = retry_after
