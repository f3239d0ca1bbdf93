"""Whether a brief says enough to make an ad of, and what to ask when it does not, before anything is spent."""

import re
from collections.abc import Sequence

from vigen_site.errors import Invalid

INTRODUCTION = "This says too little for an ad. Please answer here:"

FEWEST_WORDS = 3
"""Fewer different words than this that tell something, and no writer could write without padding."""

_FILLER = {
    "a", "amazing", "an", "and", "are", "as", "at", "awesome", "be", "best", "buy", "by", "can", "cool",
    "do", "for", "from", "get", "good", "great", "has", "have", "in", "is", "it", "its", "my", "new",
    "nice", "of", "on", "or", "our", "product", "service", "so", "that", "the", "thing", "things",
    "this", "to", "very", "we", "with", "you", "your", "stuff", "something", "anything", "everything",
    "really", "just", "some", "more", "many", "much", "lot", "lots",
}  # fmt: skip


class TooLittleSaid(Invalid):
    """The brief says too little for an ad. ``questions`` (at most three) ask for what is missing."""

    code = "too_little_said"
    message = "This says too little for an ad. Answer the questions in the description."

    def __init__(self, asked: Sequence[str]):
        super().__init__(errors={"desc": [INTRODUCTION, *asked]})
        self.questions = tuple(asked)


def missing(*, name: str, desc: str, offer: str, audience: str, call_to_action: str) -> tuple[str, ...]:
    """At most three questions for what the brief leaves open; none when it says enough."""
    said = telling_words(f"{desc}\n{offer}", name=name)
    return () if len(said) >= FEWEST_WORDS else questions(name, audience, call_to_action, begun=bool(said))


def telling_words(text: str, *, name: str) -> set[str]:
    """The different words that tell something: no filler, no name, no keyboard mash."""
    own = {word.lower() for word in re.findall(r"\w+", name)}
    used = {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}
    return {word for word in used - _FILLER - own if _is_word(word)}


def questions(name: str, audience: str, call_to_action: str, *, begun: bool) -> tuple[str, ...]:
    """What to ask about ``name``; ``begun``: the brief says a word or two already."""
    asked = [f"What is {name.strip() or 'it'}, in one sentence{', and what does it do' if begun else ''}?"]
    people = audience.strip().rstrip(".")
    why = f"Why would {people} want it: a number, a feature, something people say?"
    asked.append(why if people else "Who is it for?")
    if not call_to_action.strip():
        asked.append("What should people do after the ad?")
    return tuple(asked)


def _is_word(word: str) -> bool:
    if re.search(r"(.)\1\1", word) or re.fullmatch(r"(\w{1,2})\1+", word):
        return False
    foreign = re.search(r"[^\x00-\u024f]", word) is not None  # of other scripts nothing is known here
    has_vowel = re.search(r"[aeiouyàâäáãéèêëíìîïóòôöõúùûüœæøåı]", word) is not None
    mash = re.search(r"[bcdfghjklmnpqrstvwxz]{6,}|(?:asdf|qwer|zxcv|hjkl)", word) is not None
    return foreign or (has_vowel and not mash)
