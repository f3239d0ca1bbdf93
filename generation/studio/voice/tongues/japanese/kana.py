"""From katakana to the phonemes that the voice was taught for Japanese.

Which sign stands for which kana: Kokoro's vocabulary and misaki's table for Japanese (hexgrad/misaki, 0.7).
"""

_VOWELS = dict(zip("アイウエオ", ("a", "i", "ɯ", "e", "o"), strict=True))
_ROWS = {
    "カキクケコ": ("k", "kʲ", "k", "k", "k"),
    "ガギグゲゴ": ("ɡ", "ɡʲ", "ɡ", "ɡ", "ɡ"),
    "サシスセソ": ("s", "ɕ", "s", "s", "s"),
    "ザジズゼゾ": ("ʣ", "ʥ", "z", "ʣ", "ʣ"),
    "タチツテト": ("t", "ʨ", "ʦ", "t", "t"),
    "ダヂヅデド": ("d", "ʥ", "z", "d", "d"),
    "ナニヌネノ": ("n", "ɲ", "n", "n", "n"),
    "ハヒフヘホ": ("h", "ç", "ɸ", "h", "h"),
    "バビブベボ": ("b", "bʲ", "b", "b", "b"),
    "パピプペポ": ("p", "pʲ", "p", "p", "p"),
    "マミムメモ": ("m", "mʲ", "m", "m", "m"),
    "ラリルレロ": ("ɾ", "ɾʲ", "ɾ", "ɾ", "ɾ"),
    "ヤユヨ": ("j", "j", "j"),
    "ワヰヱヲ": ("β", "", "", ""),
    "ヴ": ("v",),
}
_OF_ROW = {5: "aiɯeo", 3: "aɯo", 4: "aieo", 1: "ɯ"}
_MIDDLE = frozenset("スズツヅ")
"""Their u is said further to the front, as that of kyu is."""
_SMALL = {"ャ": "a", "ュ": "ɨ", "ョ": "o", "ァ": "a", "ィ": "i", "ゥ": "ɯ", "ェ": "e", "ォ": "o", "ヮ": "a"}
_ROUNDED = {"ク": "kᵝ", "グ": "ɡᵝ", "ウ": "β"}
_PLAIN_ALREADY = ("ɕ", "ʥ", "ʨ", "ɲ", "ç", "β", "kᵝ", "ɡᵝ")
_LONG, _STOP, _NASAL = "ー", "ッ", "ン"


def _single() -> dict[str, tuple[str, str]]:
    """Each kana's consonant and vowel."""
    found = {kana: ("", vowel) for kana, vowel in _VOWELS.items()}
    for row, consonants in _ROWS.items():
        for kana, consonant, vowel in zip(row, consonants, _OF_ROW[len(row)], strict=True):
            found[kana] = (consonant, "ɨ" if kana in _MIDDLE else vowel)
    return found


_KANA = _single()


def phonemes(kana: str) -> str:
    """The phonemes of a word in katakana; signs that are none are left out."""
    found = ""
    for place, sign in enumerate(kana):
        behind = kana[place + 1 : place + 2]
        if sign in _KANA:
            found += _blended(sign, behind) if behind in _SMALL else "".join(_KANA[sign])
        elif sign == _LONG:
            found += "ː"
        elif sign == _STOP:
            found += "ʔ"
        elif sign == _NASAL:
            found += _nasal_before(behind)
    return found


def _blended(sign: str, small: str) -> str:
    """A kana with a small one behind it: キャ, ファ, ティ, ウォ."""
    head, vowel = _ROUNDED.get(sign, _KANA[sign][0]), _SMALL[small]
    is_soft = small in "ャュョ" or vowel == "i"
    if is_soft and not head.endswith(("ʲ", *_PLAIN_ALREADY)):
        head += "ʲ"
    return head + vowel


def _nasal_before(behind: str) -> str:
    """ン takes the place of what follows it."""
    consonant = _KANA.get(behind, ("", ""))[0][:1]
    groups = {"m": "mpb", "ŋ": "kɡ", "ɲ": "ɲʨʥ", "n": "ntdɾzʦʣ"}
    return next((nasal for nasal, before in groups.items() if consonant and consonant in before), "ɴ")
