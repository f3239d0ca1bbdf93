"""Letter-to-sound rules: which sounds a letter stands for between its neighbours."""

from collections.abc import Mapping, Sequence

# How many letters to the left and right a rule looks at, widest first. A rule
# learnt from many letters of context is an exception to the narrower ones.
WINDOWS = ((3, 3), (2, 3), (3, 2), (2, 2), (1, 2), (2, 1), (1, 1), (0, 1), (1, 0), (0, 0))
_EDGE = "#"
_PAD = max(max(window) for window in WINDOWS)


def context(padded: str, position: int, window: tuple[int, int]) -> str:
    """The key of the rule for the letter at ``position``: its neighbours with the letter between bars."""
    left, right = window
    before, after = padded[position - left : position], padded[position + 1 : position + 1 + right]
    return f"{before}|{padded[position]}|{after}"


def pad(word: str) -> str:
    """Mark the edges of a word, so that rules can tell a beginning from a middle."""
    return _EDGE * _PAD + word + _EDGE * _PAD


def positions(word: str) -> range:
    """Where the letters of ``word`` stand in its padded form."""
    return range(_PAD, _PAD + len(word))


def sounds(word: str, rules: Mapping[str, str], windows: Sequence[tuple[int, int]] = WINDOWS) -> list[str]:
    """The sounds of each letter of a lower-case word; a letter no rule knows is silent."""
    padded = pad(word)
    found: list[str] = []
    for position in positions(word):
        keys = (context(padded, position, window) for window in windows)
        found.append(next((rules[key] for key in keys if key in rules), ""))
    return found
