"""What the brief wants said word for word, and what it wants never said."""

import re
from collections.abc import Iterable, Sequence

from ads.phrases import kept, said
from generation.crew.brief import Brief
from generation.crew.copywriter.lines.shorten import shorter


def barred(brief: Brief, *texts: str) -> str:
    """The first word of the texts that must not be said, as it stands there; "" when all may be said."""
    hits = (said(text, phrase=phrase) for text in texts for phrase in brief.must_not_say)
    return next(filter(None, hits), "")


def sayable_part(brief: Brief, sentence: str) -> str:
    """The sentence, or as much of it as may be said and stays whole; "" when nothing of it may."""
    return next((text for text in shorter(sentence) if not barred(brief, text)), "")


def unsaid(brief: Brief, narrations: Iterable[str]) -> tuple[str, ...]:
    """The phrases that must be said and that no scene says word for word."""
    lines = list(narrations)
    return tuple(phrase for phrase in brief.must_say if not any(kept(line, phrase=phrase) for line in lines))


def as_sentence(phrase: str) -> str:
    """A phrase as a sentence of its own, no word changed."""
    text = f"{phrase[:1].upper()}{phrase[1:]}".strip()
    return text if re.search(r"[.!?…][”\"']?$", text) else f"{text}."


def unsaid_of(phrases: Sequence[str], line: str) -> list[str]:
    """Those of the phrases that a line does not have word for word."""
    return [phrase for phrase in phrases if not kept(line, phrase=phrase)]
