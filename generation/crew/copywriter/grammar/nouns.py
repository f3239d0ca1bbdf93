"""Noun phrases made ready to stand inside a sentence: first letter, article, "is" or "are"."""

import re

from spacy.tokens import Token

from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.reading import parse

_SOUNDS_LIKE_YOU = re.compile(r"(?:uni[^nm]|use|usu|eu|one\b|ufo)", re.IGNORECASE)
_SPELLED_WITH_VOWEL = re.compile(r"[AEFHILMNORSX][A-Z]+\b|8|11\b|18\b")


def inside(sentence: str) -> str:
    """The phrase as it stands in the middle of a sentence: no full stop, lower case unless a name opens
    it.
    """
    text = sentence.strip().rstrip(".")
    first = parse(sentence)[0]
    word = text.split()[0] if text else ""
    keeps = (
        (word.isupper() and len(word) > 1)
        or any(letter.isupper() for letter in word[1:])
        or word.rstrip(":,") in words("fixed_capitals")
        or word in {"I", "I'm", "I've"}
    )
    if first.ent_type_ == "PERSON" and parse(f"We do {text[:1].lower()}{text[1:]}.")[2].tag_ in {
        "NN",
        "NNS",
        "JJ",
    }:
        return text[:1].lower() + text[1:] if not keeps else text  # "Roof repairs" is nobody
    if keeps or (
        first.ent_type_ in {"GPE", "PERSON", "NORP", "LOC", "LANGUAGE"} and first.tag_ in {"NNP", "JJ"}
    ):
        return text
    return text[:1].lower() + text[1:]


def with_article(sentence: str) -> str:
    """The phrase with "a" or "an" where English wants one: "a family bakery", "phone repair", "soy
    candles".
    """
    text = inside(sentence)
    if re.match(r"[A-ZÀ-Þ][a-z]+(?<!s)(?<!u)(?<!i)s\b(?!')", text):
        return text  # "Tacos al pastor"
    if _is_priced_thing(text):
        return f"{article_for(text.lstrip('€$£'))} {text}"
    head = head_of(sentence)
    named = re.match(r"(?:\w+ )*?(\w+) (?:without|with|for|from|in|by)\b", text)
    row = text.count(",") >= 2 and not re.search(r"\b(?:and|or)\b", text)
    shared = head is not None and re.match(
        rf"(?:\S+ ){{0,3}}{re.escape(head.text)} and (?:\w+ ){{1,3}}", text, re.IGNORECASE
    )
    # "deep tissue, Thai and pregnancy massage": what the row is about comes last.
    listed = head is not None and re.search(rf"\b{re.escape(head.text)}, .* and ", text)
    if row or shared or listed or (named and named.group(1).lower() in patterns.MASS_NOUNS):
        return text
    if head is None or _has_article(list(parse(sentence))[: head.i + 1]) or not _countable(head):
        return text
    return f"{article_for(text)} {text}"


def _is_priced_thing(text: str) -> bool:
    """ "$79 tune-up", "£10 voucher": one thing with its price before it; not "$79 a month", "£5 off"."""
    priced = re.match(
        r"[€$£]\d[\d.,]* (?!off\b|per\b|an?\b|each\b|worth\b|extra\b|cash\b|in\b|of\b)([a-z]+)", text
    )
    if priced is None:
        return False
    named = next(
        token for token in parse(f"We have a {priced.group(1)} here.") if token.text == priced.group(1)
    )
    return named.tag_ in {"NN", "VB", "JJ"} and named.lower_ not in patterns.MASS_NOUNS


def head_of(sentence: str) -> Token | None:
    """The noun that an opening noun phrase is about: "shoe" in "A running shoe for daily use"; None
    without one.

    Found by its right border (a preposition, a clause, a comma), which the
    parser sees more surely than the heads inside a long noun compound.
    """
    last = None
    for token in parse(sentence):
        if token.pos_ in {"ADP", "SCONJ", "CCONJ", "AUX"} or token.tag_ in {"WDT", "WRB", "WP", "TO"}:
            break
        if token.tag_ in {"VBD", "VBN"} and last is not None and token.dep_ not in {"amod", "compound"}:
            break  # "sourdough | made the slow way"
        if (token.is_punct and token.text != "-") or (token.lower_ in {"every", "each"} and last is not None):
            break
        if token.dep_ in {"acl", "relcl"} and last is not None and not _names_a_trade(token):
            break
        if token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBG":
            last = token
    first = parse(sentence)[0]
    # "Range of 80 km": a noun at the very beginning may be taken for a command.
    return first if last is None and first.tag_ == "VB" else last


def _names_a_trade(token: Token) -> bool:
    """ "Car charging for apartment buildings": the end of a compound that looks like the start of a clause."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    plain = token.tag_ == "VBG" and token.doc[0].tag_ != "DT"
    return plain and following is not None and following.lower_ in {"for", "in", "at", "and", "."}


def article_for(text: str) -> str:
    """ "a" or "an", by how the first word sounds."""
    word = text.split(maxsplit=1)[0]
    if _SOUNDS_LIKE_YOU.match(word):
        return "a"
    if (len(word) <= 4 and _SPELLED_WITH_VOWEL.match(word)) or word[:1].lower() in "aeiou":
        return "an"
    return "an" if re.match(r"hour|honest|heir|8|11\b|18\b", word, re.IGNORECASE) else "a"


_NO_ARTICLE = {
    "same",
    "such",
    "most",
    "all",
    "only",
    "half",
    "enough",
    "several",
    "many",
    "few",
    "some",
    "any",
    "both",
}


def _has_article(tokens: list[Token]) -> bool:
    if (
        tokens[0].lower_ == "half"
        and len(tokens) > 1
        and tokens[1].lower_ in {"day", "hour", "year", "dozen"}
    ):
        return False
    if tokens[0].lower_ in _NO_ARTICLE:
        return True
    return (tokens[0].tag_ in {"DT", "PRP$", "CD", "PDT", "WDT"} and not _is_hyphened(tokens)) or tokens[
        0
    ].text in "€$£"


def _is_hyphened(tokens: list[Token]) -> bool:
    """ "30-day free trial" opens with a number and wants an article all the same."""
    return len(tokens) > 1 and str(tokens[1].text) == "-"


def _countable(head: Token) -> bool:
    tag, word = head.tag_, head.lower_
    if opens_as_plural(head):
        return False
    if tag not in {"NN", "NNP", "VB"}:
        return False
    return word not in patterns.MASS_NOUNS and not (
        word.endswith("ing") and word not in {"building", "ring", "wedding"}
    )


def opens_as_plural(head: Token) -> bool:
    """ "Tamales made by hand": a plural at the very beginning, taken for a name because of its capital."""
    word = head.lower_
    return head.i == 0 and head.tag_ == "NNP" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
