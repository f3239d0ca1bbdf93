"""Which of a vendor's voices speaks for which of ours: by language, accent and gender."""

from collections.abc import Mapping

from generation.studio.errors import VoiceFailed
from generation.studio.voice import VOICES

Cast = Mapping[tuple[str, str], str]
"""(accent or language, gender) to the vendor's name; the language "*" speaks everything."""


def cast_for(name: str, *, language: str, cast: Cast, vendor: str) -> str:
    """The vendor's voice for one of ours; any other name is taken as the vendor's own.

    Raises VoiceFailed when the vendor has no voice for the language.
    """
    if name not in VOICES:
        return name
    ours = VOICES[name]
    accent = ours.accent if language.startswith(ours.language) else language
    found = next(
        (
            cast[key, ours.gender]
            for key in (accent, accent.partition("-")[0], "*")
            if (key, ours.gender) in cast
        ),
        None,
    )
    if found is None:
        raise VoiceFailed(f"{vendor} has no voice for the language {language!r} here.", permanent=True)
    return found
