"""Reading English: one parser for the whole process, and questions asked of a parsed sentence."""

from functools import cache, lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from generation.studio.english import pipeline


def _one_sentence(doc: Doc) -> Doc:
    # Sentences are split before parsing (see tidy); the parser may not split them again.
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


Language.component("vigen_one_sentence", func=_one_sentence)


@cache
def parser() -> Language:
    """The small English pipeline, told that what it reads is one sentence."""
    english = pipeline()
    english.add_pipe("vigen_one_sentence", before="parser")
    return english


@lru_cache(maxsize=2048)
def parse(sentence: str) -> Doc:
    """The parse of one sentence."""
    return parser()(sentence)


def root(doc: Doc) -> Token:
    """The word that the whole sentence hangs from."""
    return next(token for token in doc if token.dep_ == "ROOT")


def subject(token: Token) -> Token | None:
    """The subject of a verb, or None."""
    return next(
        (child for child in token.children if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None
    )


def conjuncts(token: Token) -> list[Token]:
    """A word and everything joined to it by "and" or commas, in order."""
    return [token, *token.conjuncts]


def is_finite(token: Token) -> bool:
    """Whether a verb carries tense, alone or through a helper ("is", "can")."""
    if token.tag_ in {"VBZ", "VBP", "VBD", "MD"}:
        return True
    return any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBZ", "VBP", "VBD", "MD"}
        for child in token.children
    )
