"""Short texts for the screen: cut where a reader would pause, never in the middle of a thought."""

import re

LONGEST = 9
"""Words in a headline: more cannot be read while somebody speaks."""

LONGEST_DETAIL = 12
LONGEST_TAIL = 8

_HANGING = {
    "that",
    "which",
    "who",
    "whose",
    "and",
    "or",
    "but",
    "than",
    "of",
    "'s",
    "is",
    "are",
    "que",
    "qui",
    "che",
}

_ADDRESS = re.compile(r"\S+\.[a-z]{2,}(?:/\S*)?")

JOINTS = "with|that|which|while|where|when|so|because|and|but"
BREAK = re.compile(rf"(?<=[,;:.!?…])\s+|\s+[–—-]\s+|\s+(?=(?:{JOINTS})\b)")
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[\"“'A-Z0-9¿¡])")
WEAK_ENDS = {
    "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "your",
    "our", "that", "which", "is", "are", "as", "so", "while", "where", "when", "no", "just", "only", "its",
}  # fmt: skip

ENDS_ABROAD = {
    "y", "e", "o", "u", "de", "del", "la", "el", "los", "las", "en", "con", "para", "por", "un", "una", "que",
    "al", "et", "ou", "le", "les", "des", "du", "à", "au", "aux", "pour", "avec", "sur", "dans", "une", "sans",
    "und", "oder", "der", "das", "dem", "den", "mit", "für", "von", "zu", "zum", "zur", "im", "am", "ein",
    "eine", "einer", "bis", "ohne", "unter", "auf", "bei", "aus", "nach", "vor", "über", "seit", "entre",
    "desde", "hasta", "sobre", "chez", "vers", "dès", "tra", "fra", "até", "ihr", "ihre", "il", "lo", "gli",
    "di", "da", "per", "su", "ed", "dal", "della", "nel", "do", "dos", "em", "com", "uma", "no", "na", "ao",
    "sem", "seu", "sua",
}  # fmt: skip
"""The same in Spanish, French, German, Italian and Portuguese; not those that end sentences in English."""


def tidy(text: str) -> str:
    """The text on one line, without the spaces and markup that models leave around it."""
    return " ".join(text.replace("**", "").replace("#", "").split()).strip(" -–—")


def word_count(text: str) -> int:
    return len(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a text. "5 a.m. sharp" is one."""
    guarded = re.sub(r"\b([ap])\.m\.", r"\1·m·", text)
    return [part.replace("·", ".").strip() for part in SENTENCE.split(guarded) if part.strip()]


def shortened(text: str, *, most: int = LONGEST) -> tuple[str, str]:
    """(headline, rest): as many whole clauses as fit into ``most`` words, and what did not fit."""
    if word_count(text) <= most:
        return text, ""
    borders = [match for match in BREAK.finditer(text) if 2 <= word_count(text[: match.start()]) <= most]
    if borders:
        last = borders[-1]
        return _ended(text[: last.start()]), text[last.end() :].strip()
    words = text.split()
    kept = words[:most]
    while len(kept) > 2 and kept[-1].lower().strip(",;:") in WEAK_ENDS | ENDS_ABROAD:
        kept.pop()
    return _ended(" ".join(kept)), ""


def detail_from(rest: str) -> str:
    """What did not fit into the headline, if it is short enough to stand under it."""
    text = re.sub(r"^(?:and|but|so|which|that)\s+", "", rest)
    return _ended(capitalised(text)) if 2 <= word_count(text) <= LONGEST_DETAIL else ""


def tail_from(narration: str, headline: str) -> str:
    """What the voice goes on to say after the headline's own words, in the same sentence: a second line.

    "We bake sourdough every morning at 5 am." under "Sourdough every morning" is "At 5 am". Empty where
    the sentence ends there, goes on for long, or goes on with a clause that hangs on the word before it.
    """
    wanted = _plain(headline)
    for sentence in sentences(narration) if wanted else ():
        words = sentence.split()
        for first in range(len(words)):
            for end in range(first + 1, len(words)):
                if _plain(" ".join(words[first:end])) == wanted:
                    return _as_tail(" ".join(words[end:]))
    return ""


def _as_tail(text: str) -> str:
    plain = text.strip(" ,;:–—-").rstrip(".!?…").strip()
    if not plain or plain.split()[0].lower() in _HANGING:
        return ""
    short, _ = shortened(plain, most=LONGEST_TAIL)
    return capitalised(_ended(short)) if word_count(short) >= 2 and len(short) <= LONGEST_TAIL * 7 else ""


def capitalised(text: str) -> str:
    """The text with a capital first letter; the rest as it was. An address of the web stays as it is."""
    return text if _ADDRESS.fullmatch(text) else text[:1].upper() + text[1:]


def same(one: str, other: str) -> bool:
    """Whether two texts say the same but for case and punctuation."""
    return _plain(one) == _plain(other)


def contains(text: str, part: str) -> bool:
    """Whether ``part`` is said in ``text``, whatever the case and punctuation."""
    return bool(_plain(part)) and _plain(part) in _plain(text)


def overlaps(one: str, other: str) -> bool:
    """Whether the shorter of two texts has at least half of its words in the longer one."""
    shorter, longer = sorted((set(_plain(one).split()), set(_plain(other).split())), key=len)
    return bool(shorter) and 2 * len(shorter & longer) >= len(shorter)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _ended(text: str) -> str:
    return text.strip().rstrip(",;:–—-").strip()
