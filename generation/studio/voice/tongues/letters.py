"""Letter-to-sound rules: a word is read from left to right, and the first rule that fits is taken."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

PRIMARY, SECONDARY = "ˈ", "ˌ"
_STRESSED = "AEIOU"


@dataclass(frozen=True)
class LetterRule:
    """``letters`` sound like ``sound`` between ``before`` and ``after`` (regular expressions).

    A stressed vowel is written as a capital; a rule for capitals puts the
    stress mark before the vowel itself.
    """

    letters: str
    sound: str
    before: str = ""
    after: str = ""

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.before})$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)

    def fits(self, word: str, place: int) -> bool:
        end = place + len(self.letters)
        if not word.startswith(self.letters, place):
            return False
        if self.before and not self._before.search(word[:place]):
            return False
        return not self.after or self._after.match(word, end) is not None


class Letters:
    """The rules of a language, ordered: the first that fits is taken. Letters without a rule are silent."""

    def __init__(self, rules: Iterable[LetterRule]):
        self._by_letter: defaultdict[str, list[LetterRule]] = defaultdict(list)
        for rule in rules:
            self._by_letter[rule.letters[0]].append(rule)

    def sounds(self, word: str) -> str:
        """The sounds of a word whose stressed vowel is a capital."""
        place, found = 0, ""
        while place < len(word):
            rule = next((rule for rule in self._by_letter[word[place]] if rule.fits(word, place)), None)
            found += rule.sound if rule else ""
            place += len(rule.letters) if rule else 1
        return found


def rules(table: str) -> tuple[LetterRule, ...]:
    """Rules from a table, one a line: ``before_letters_after sound``; "-" is no sound, # begins a comment.

    The blank in front of ``letters`` and behind is an underscore: ``[ae]_c_[ei] θ``.
    """
    found = []
    for line in table.splitlines():
        text = line.partition(" #")[0].strip()
        if text and not text.startswith("#"):
            pattern, sound = text.split()
            before, letters, after = pattern.split("_")
            found.append(LetterRule(letters, "" if sound == "-" else sound, before, after))
    return tuple(found)


def plain(text: str, *, keep: str = "") -> str:
    """Lower-case letters without accents, but for those in ``keep``."""
    signs = []
    for sign in unicodedata.normalize("NFC", text.lower()):
        if sign in keep:
            signs.append(sign)
        else:
            signs += [
                part for part in unicodedata.normalize("NFKD", sign) if part.isalpha() and part.isascii()
            ]
    return "".join(signs)


def stress(word: str, place: int) -> str:
    """The word with the vowel at ``place`` as a capital."""
    return word[:place] + word[place].upper() + word[place + 1 :]


def with_second_stress(phonemes: str, *, vowels: str) -> str:
    """A lighter stress on the first syllable where the main one comes two or more syllables later."""
    head, mark, tail = phonemes.partition(PRIMARY)
    places = [index for index, sign in enumerate(head) if sign in vowels]
    if not mark or len(places) < 2 or SECONDARY in head:
        return phonemes
    return head[: places[0]] + SECONDARY + head[places[0] :] + mark + tail


def one_stress(phonemes: str) -> str:
    """With a single main stress: a name with several accents keeps the last."""
    *before, last = phonemes.split(PRIMARY)
    return "".join(before) + PRIMARY * bool(before) + last


def unstressed(phonemes: str) -> str:
    """The sounds of a small word that leans on the next one."""
    return phonemes.replace(PRIMARY, "").replace(SECONDARY, "")
