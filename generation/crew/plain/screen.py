"""What stands on the picture, cut only where a reader without grammar can be sure that nothing is lost."""

import re
from collections.abc import Iterator

from generation.crew.plain.tongues import Tongue

MOST_WORDS = 6
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:[  .,]?\d{3})* [^\W\d_]{3,}(?: [^\W\d_]{5,}[sné])?(?!\w)")


def screen_text(sentence: str, tongue: Tongue, *, instead: str, avoid: frozenset[str] = frozenset()) -> str:
    """One to six words: the whole sentence, a part of it between commas, or all before an adjunct; else
    ``instead`` (the brand's name).
    """
    bare = re.sub(r"[“”]", "", sentence).strip().rstrip(".")
    for phrase in _phrases(bare, tongue):
        shown = phrase[:1].upper() + phrase[1:]
        if shown.lower() not in avoid and _whole(phrase, tongue):
            return shown
    return instead


def _phrases(bare: str, tongue: Tongue) -> Iterator[str]:
    yield bare
    number = _NUMBER.search(bare)
    parts = [part.strip() for part in re.split(r"[,;:]\s+|\s[–—]\s", bare)]
    yield parts[0] if len(parts) < 3 else ""  # of a row of three, one part alone would say something else
    yield number.group() if number else ""
    words = parts[0].split()
    for end in range(min(MOST_WORDS, len(words) - 1), 2, -1):
        following = words[end].lower()
        # "… | en 30 minutos" and "… | desde 1987" stand apart from what they follow.
        numbered = end + 1 < len(words) and words[end + 1][:1].isdigit() and following in tongue.bound
        if following in tongue.breaks or numbered:
            yield " ".join(words[:end])


def _whole(phrase: str, tongue: Tongue) -> bool:
    words = phrase.split()
    if not 1 <= len(words) <= MOST_WORDS or (
        len(words) == 1 and not phrase.endswith("?") and len(phrase) < 5
    ):
        return False
    return words[-1].lower().strip("?") not in tongue.bound and not re.search(r"\d$", words[-1])
