"""Words that somebody has told how to say: "Nguyen" as "win"."""

import re
from collections.abc import Mapping, Sequence

from generation.studio.voice.reading.pieces import Piece, Rule, Sound, Told, take_apart

_POSSESSIVE = re.compile(r"(?P<word>.+?)['’]s", re.IGNORECASE)


def respelling(pronunciations: Mapping[str, str]) -> Rule:
    """A rule that knows these words, in any case and with an English 's; the longest phrase first."""
    known = {_key(written): _spoken(said) for written, said in pronunciations.items()}
    phrases = sorted((phrase for phrase in known if phrase), key=len, reverse=True)

    def rule(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
        for phrase in phrases:
            ending = _found(phrase, pieces[: len(phrase)])
            if ending is not None:
                return _told(known[phrase], count=len(phrase), ending=ending)
        return None

    return rule


def _key(written: str) -> tuple[str, ...]:
    return tuple(_folded(piece.core) for piece in take_apart(written))


def _folded(core: str) -> str:
    return core.casefold().replace("’", "'")


def _spoken(said: str) -> tuple[str, ...]:
    """Capitals and hyphens only show the syllables: "vee-JEN"."""
    return tuple(said.lower().replace("-", " ").split())


def _found(phrase: tuple[str, ...], pieces: Sequence[Piece]) -> str | None:
    """The ending behind the phrase ("s" or nothing) if it stands here, else None."""
    cores = tuple(_folded(piece.core) for piece in pieces)
    if len(cores) < len(phrase) or any(piece.is_closed for piece in pieces[:-1]):
        return None
    if cores == phrase:
        return ""
    match = _POSSESSIVE.fullmatch(cores[-1])
    return "'s" if match and (*cores[:-1], match["word"]) == phrase else None


def _told(said: tuple[str, ...], *, count: int, ending: str) -> Told:
    """Word for word where the numbers match; otherwise the phrase is shown and heard as one."""
    sounds = [Sound(word) for word in (*said[:-1], said[-1] + ending)]
    if len(sounds) == count:
        return tuple((sound,) for sound in sounds)
    return (tuple(sounds), *(() for _ in range(count - 1)))
