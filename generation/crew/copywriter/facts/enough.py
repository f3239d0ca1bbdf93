"""Whether a brief says enough to write from, and what to ask when it does not."""

import re
from collections.abc import Sequence

from ads import questions
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.errors import LanguageNotWritten, NothingToSay
from generation.crew.plain.tongues import TONGUES

WRITTEN = frozenset({"en", *TONGUES})
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
    if len(said) < questions.FEWEST_WORDS:
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
    """The different words that tell something about the product, as the brief page counts them."""
    return questions.telling_words(f"{brief.desc}\n{brief.offer}", name=brief.name)


def _questions(brief: Brief, said: set[str]) -> tuple[str, ...]:
    return questions.questions(brief.name, brief.audience, brief.call_to_action, begun=bool(said))
