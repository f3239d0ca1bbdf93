"""Parts of speech for the pronunciation dictionary."""

from typing import TYPE_CHECKING

from generation.studio import english
from generation.studio.errors import VoiceFailed

if TYPE_CHECKING:
    from spacy.tokens import Doc


def tagged(text: str) -> "Doc":
    """The words of a text with their parts of speech. Raises VoiceFailed when the language package is missing."""
    try:
        return english.tagged(text)
    except ModuleNotFoundError as error:
        raise VoiceFailed(str(error)) from error
