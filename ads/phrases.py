"""What an ad must say word for word, and what it must never say."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from ads.clean_text import clean

MOST_PHRASES, LONGEST_PHRASE = 5, 80
MOST_WORDS_A_SECOND = 1.6
"""More words than this that must be said, for each second of the ad, leave no room for anything else."""

_RISKY = re.compile(
    r"(?<!\w)(?:guarantee[ds]?|guaranteed|cures?|cured|miracles?|miraculous|risk[- ]free|no risk|"
    r"#\s?1|number one|no\. ?1|"
    r"best in the world|world's best|100\s?% (?:safe|effective|natural)|clinically proven|"
    r"scientifically proven|"
    r"get rich|lose \d+ (?:kilos?|pounds|kg|lbs)|never fails?|instant(?:ly)? (?:cures?|results?)|heals?|"
    r"doctors? recommended|fda[- ]approved|side[- ]effects?[- ]free)(?!\w)",
    re.IGNORECASE,
)
"""Promises that no ad may make, whoever asks for them; but see ``_WARRANTY``."""

_TERM = r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty)[ -](?:year|month|week|day)s?"
_WARRANTY = re.compile(
    rf"\b{_TERM}(?: (?!results?\b|success\b|cure\b|weight\b)[\w-]+){{0,3}} guarantee\b|"
    rf"\bguaranteed? (?:of|for|lasts|is) (?:a full |up to )?{_TERM}",
    re.IGNORECASE,
)
"""A guarantee with its term ("a 10-year written guarantee", "guaranteed for two years") is a fact, and may be told."""

PROFANE = re.compile(
    r"(?<!\w)(?:f+u+c+k\w*|s+h+i+t+\w*|bitch\w*|bastards?|assholes?|cunts?|dickheads?|motherf\w+|"
    r"bullshit|wank\w*|"
    r"twats?|slut\w*|whore\w*|nigg\w+|fagg\w+)(?!\w)",
    re.IGNORECASE,
)
"""Words that no ad may use."""


def read(value: Any) -> tuple[str, ...] | None:
    """Short phrases, as one text of lines or a list; each counts once; None for None.

    Raises ValueError with a sentence when it is something else, or too much.
    """
    if value is None:
        return None
    lines = value.splitlines() if isinstance(value, str) else value
    if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
        raise ValueError("Write short phrases, one a line.")
    cleaned = [clean(line).replace("\n", " ") for line in lines]
    found = tuple({line.casefold(): line for line in cleaned if line}.values())
    for line in found:
        if len(line) > LONGEST_PHRASE:
            raise ValueError(f"“{line[:40]}…” is too long; {LONGEST_PHRASE} characters are the most.")
        if not any(char.isalnum() for char in line):
            raise ValueError(f"“{line}” has no word in it.")
    if len(found) > MOST_PHRASES:
        raise ValueError(f"Give at most {MOST_PHRASES} phrases.")
    return found


def risky(text: str) -> tuple[str, ...]:
    """The promises in a text that no ad may make, as they stand there."""
    honest = _WARRANTY.sub(lambda match: "·" * len(match.group()), text)
    return tuple(match.group() for match in _RISKY.finditer(honest))


def said(text: str, *, phrase: str) -> str:
    """Where ``text`` says ``phrase``, in its own letters; "" where it does not.

    Case, kind of apostrophe, hyphen or blank make no difference; English endings do not either:
    "discount" is said by "Discounts" and "discounted", not by "discontent".
    """
    found = _pattern(phrase).search(_straight(text))
    return text[found.start() : found.end()] if found else ""


def kept(text: str, *, phrase: str) -> bool:
    """Whether ``text`` has ``phrase`` word for word; only case and kind of apostrophe may differ."""
    wanted = re.sub(r"\s+", r"\\s+", re.escape(_bare(phrase)).replace(r"\ ", " "))
    return re.search(f"{_BEGINS}{wanted}{_ENDS}", _straight(text), re.IGNORECASE) is not None


def contradictions(
    must_say: Sequence[str], must_not_say: Sequence[str], *, promised: Mapping[str, str], seconds: int
) -> dict[str, list[str]]:
    """What of these cannot be kept together, by field; ``promised``: what the ad has to say anyway, by name."""
    wanted = [problem for one in must_say if (problem := _unsayable(one, must_not_say))]
    if sum(len(one.split()) for one in must_say) > MOST_WORDS_A_SECOND * seconds:
        wanted.append(f"That is too much to say in {seconds} seconds. Say less, or make the ad longer.")
    barred = [
        f"“{word}” is in {where}, which the ad has to say: “{text[:80]}”. Take it out of one of them."
        for word in must_not_say
        for where, text in promised.items()
        if said(text, phrase=word)
    ]
    return {name: found for name, found in (("must_say", wanted), ("must_not_say", barred)) if found}


def _unsayable(phrase: str, must_not_say: Sequence[str]) -> str:
    promised, rude = risky(phrase), PROFANE.search(phrase)
    if promised:
        return f"“{phrase}” promises “{promised[0]}”, which no ad may promise. Say it differently."
    if rude:
        return f"“{phrase}” has the word “{rude.group()}”, which no ad may use."
    clash = next((word for word in must_not_say if said(phrase, phrase=word)), "")
    return f"“{phrase}” must be said, but “{clash}” must not. Take one of them out." if clash else ""


# Not inside a word, nor inside a number such as 5.99.
_BEGINS, _ENDS = r"(?<!\w)(?<!\d[.,])", r"(?!\w)(?![.,]\d)"


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(_inflected(word) for word in re.split(r"[\s-]+", _bare(phrase)))
    return re.compile(f"{_BEGINS}{words}{_ENDS}", re.IGNORECASE)


def _inflected(word: str) -> str:
    """A pattern for the word in its simple English forms."""
    if not re.fullmatch(r"[a-zA-Z]{3,}", word):
        return re.escape(word)
    stem = _stem(word.lower())
    if len(stem) == 3:
        return rf"{stem}(?:e?s|{stem[-1]}(?:ed|ing))?(?:'s)?"  # "offer" is no form of "off"
    if stem[-1] == "y" and stem[-2] not in "aeiou":
        return rf"{stem[:-1]}(?:y(?:ing)?|i(?:es|ed|er|est|ly))(?:'s)?"
    if stem[-1] == "e":
        return rf"{stem[:-1]}(?:e(?:s|d|r|st|ly)?|ing)(?:'s)?"
    return rf"{stem}(?:e?s|{stem[-1]}?(?:ed|ing|er|est)|ly)?(?:'s)?"


def _stem(word: str) -> str:
    """The word without a plural's ending."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and re.search(r"(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and re.search(r"[^siu]s$", word) else word


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‐", "-").replace("‑", "-")


def _bare(phrase: str) -> str:
    """The phrase without what may stand around it."""
    return re.sub(r"^[^\w€$£#%]+|[^\w€$£%]+$", "", _straight(phrase)).strip() or phrase
