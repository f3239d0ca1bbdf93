"""Proper names are not things: no rosette for Rosa, no jaguar for the Jaguar Café."""

import re

_WORD = re.compile(r"[\w’'-]+")
_SENTENCE_ENDS = '.!?…:•|–—\n“"('
# Above this share of capitals a text is a headline in title case, and its capitals say nothing.
_TITLE_CASE = 0.6


def without_names(text: str, *, brand: str, about: str) -> str:
    """``text`` with its proper names blanked: the brand's words, and words with a capital inside a sentence.

    A word that ``about`` also writes in lower case is a thing after all:
    the bakery in “Rosa's Bakery”.
    """
    things = {word for word in _WORD.findall(about) if word[:1].islower()}
    own = {_plain(word) for word in _WORD.findall(brand)}
    words = list(_WORD.finditer(text))
    titled = _is_titled([match.group() for match in words])

    def is_name(match: re.Match[str]) -> bool:
        word = match.group()
        if _plain(word) in things or word.lower() in things or not word[:1].isupper():
            return False
        return _plain(word) in own or (not titled and not _begins(text, match.start()))

    kept, last = [], 0
    for match in words:
        if is_name(match):
            kept.append(text[last : match.start()] + "·")
            last = match.end()
    return "".join(kept) + text[last:]


def _plain(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower()


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at``: there a capital says nothing."""
    before = text[:at].rstrip(" ‘'¿¡«„“")
    return not before or before[-1] in _SENTENCE_ENDS


def _is_titled(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) > 3 and sum(word[:1].isupper() for word in long) >= _TITLE_CASE * len(long)
