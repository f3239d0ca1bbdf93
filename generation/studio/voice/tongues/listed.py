"""Lists of words, written as they are read."""


def listed(words: str) -> tuple[str, ...]:
    """The words between the blanks."""
    return tuple(words.split())
