"""The small dictionary answers as the large one does."""

import importlib
import importlib.resources
import json
from typing import Any

import pytest

from generation.studio.voice.word_list import WordList

WORDS: dict[str, Any] = {
    "bread": "bɹˈɛd",
    "Porto": "pˈɔɹɾO",
    "read": {"DEFAULT": "ɹˈid", "VBD": "ɹˈɛd", "ADJ": None},
    "IBM": "ˌIbˌiˈɛm",
    "a": "ɐ",
}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("bread", "bɹˈɛd"),
        ("Bread", "bɹˈɛd"),
        ("BREAD", None),
        ("porto", "pˈɔɹɾO"),
        ("read", WORDS["read"]),
        ("Read", WORDS["read"]),
        ("ibm", None),
        ("IBM", "ˌIbˌiˈɛm"),
        ("a", "ɐ"),
        ("A", None),
        ("breads", None),
        ("", None),
        ("zz", None),
    ],
)
def test_a_word_is_found_with_either_first_letter(word: str, said: object) -> None:
    words = WordList(WORDS)

    assert words.get(word) == said
    assert (word in words) == (said is not None)


def test_a_word_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError, match="cake"):
        WordList(WORDS)["cake"]
    assert WordList(WORDS).get("cake", "kˈAk") == "kˈAk"
    assert WordList({}).get("cake") is None


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_dictionary_itself_says_the_same() -> None:
    english = importlib.import_module("misaki.en")
    listed = json.loads((importlib.resources.files("misaki.data") / "gb_gold.json").read_text("utf-8"))

    theirs, ours = english.Lexicon.grow_dictionary(listed), WordList(listed)

    assert all(ours.get(word) == said for word, said in theirs.items())
