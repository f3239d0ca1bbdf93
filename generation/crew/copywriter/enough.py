"""Whether a brief says enough to write from, and what to ask when it does not."""

import re
from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.copywriter.facts import Fact, Kind
from generation.crew.copywriter.lexicon import words
from generation.crew.copywriter.spoken import spoken_words
from generation.crew.copywriter.tidy import sentences
from generation.crew.errors import LanguageNotWritten, NothingToSay
from generation.crew.plain.tongues import TONGUES

WRITTEN = frozenset({"en", *TONGUES})
_FILLER = words("filler")
_FEWEST = 3
_FEWEST_A_SECOND = 0.6


def require_enough(brief: Brief) -> None:
    """Raise LanguageNotWritten or NothingToSay (with questions) unless the embedded copywriter can write
    this brief.
    """
    if brief.base_language not in WRITTEN:
        raise LanguageNotWritten(brief.language)
    if brief.base_language == "en" and _reads_foreign(brief.desc):
        raise LanguageNotWritten("another language")
    said = telling_words(brief)
    if len(said) < _FEWEST:
        raise NothingToSay(_questions(brief, said))


def require_facts(brief: Brief, facts: Sequence[Fact]) -> None:
    """Raise NothingToSay when the brief only asks and commands, or says nothing that an ad may repeat."""
    if all(fact.kind in {Kind.QUESTION, Kind.ACTION, Kind.PAIN} for fact in facts):
        raise NothingToSay(_questions(brief, telling_words(brief)))


def require_words(brief: Brief, narration: str) -> None:
    """Raise NothingToSay when all that the brief says would leave most of the ad silent."""
    if spoken_words(narration) / max(1.0, brief.length) < _FEWEST_A_SECOND:
        raise NothingToSay(_questions(brief, telling_words(brief)))


def _reads_foreign(text: str) -> bool:
    """Whether a text marked as English has the small words of another language, and none of English."""
    used = set(re.findall(r"[^\W\d_]+", text.lower()))
    return len(used) >= 6 and not used & words("small_english") and len(used & words("small_foreign")) >= 2


def telling_words(brief: Brief) -> set[str]:
    """The different words that tell something about the product: no filler, no brand name, no keyboard
    mash.
    """
    text = " ".join(one.text for source in (brief.desc, brief.offer) for one in sentences(source))
    name = {word.lower() for word in re.findall(r"\w+", brief.name)}
    used = {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}
    return {word for word in used - _FILLER - name if _is_word(word)}


def _is_word(word: str) -> bool:
    if re.search(r"(.)\1\1", word) or re.fullmatch(r"(\w{1,2})\1+", word):
        return False
    has_vowel = re.search(r"[aeiouyàâäáãéèêëíìîïóòôöõúùûü]", word) is not None
    return has_vowel and not re.search(r"[bcdfghjklmnpqrstvwxz]{5,}|(?:asdf|qwer|zxcv|hjkl)", word)


def _questions(brief: Brief, said: set[str]) -> tuple[str, ...]:
    name = brief.name.strip() or "it"
    asked = [f"What is {name}, in one sentence{', and what does it do' if said else ''}?"]
    if not brief.audience.strip():
        asked.append("Who is it for?")
    else:
        asked.append(
            f"Why would {brief.audience.strip().rstrip('.')} want it: a number, a feature, something people say?"
        )
    if not brief.call_to_action.strip():
        asked.append("What should people do after the ad?")
    return tuple(asked[:3])
