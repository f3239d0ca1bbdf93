"""From pinyin to the phonemes that the voice was taught for Mandarin.

Which sign stands for which sound: Kokoro's vocabulary, and misaki's table for Chinese (hexgrad/misaki, 0.9), which
goes back to S. Duanmu, The Phonology of Standard Chinese, 2nd edition, Oxford 2007. A tone is an arrow behind the
vowel that carries it.
"""

import re

_INITIALS = {
    "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x",
    "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
}  # fmt: skip
# "0" is where the tone goes.
_FINALS = {
    "a": "a0", "ai": "ai0", "an": "a0n", "ang": "a0ŋ", "ao": "au0", "e": "ɤ0", "ei": "ei0", "en": "ə0n",
    "eng": "ə0ŋ", "er": "ɚ0", "i": "i0", "ia": "ja0", "ian": "jɛ0n", "iang": "ja0ŋ", "iao": "jau0", "ie": "je0",
    "in": "i0n", "iou": "jou0", "ing": "i0ŋ", "iong": "jʊ0ŋ", "ong": "ʊ0ŋ", "ou": "ou0", "u": "u0", "uei": "wei0",
    "ua": "wa0", "uai": "wai0", "uan": "wa0n", "uen": "wə0n", "uang": "wa0ŋ", "ueng": "wə0ŋ", "uo": "wo0",
    "o": "wo0", "v": "y0", "ve": "ɥe0", "van": "ɥɛ0n", "vn": "y0n",
}  # fmt: skip
_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘"}
_HISSED = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
"""Behind these an i is no vowel of its own."""
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?([a-zü]+?)([1-5])?")
_WRITTEN_SHORT = {"iu": "iou", "ui": "uei", "un": "uen"}


def phonemes(syllable: str) -> str:
    """The phonemes of a syllable such as "zhong1" or "lv4"; empty for what is none."""
    match = _SYLLABLE.fullmatch(_with_initial(syllable.lower().replace("ü", "v")))
    if match is None:
        return ""
    initial, final, tone = match[1] or "", match[2], match[3] or "5"
    final = _WRITTEN_SHORT.get(final, final)
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = {"uen": "vn"}.get(final, "v" + final[1:])
    special = {"ɨ0": initial in _HISSED and final == "i", "ɔ0": final == "o" and not initial}
    sound = next((sound for sound, holds in special.items() if holds), _FINALS.get(final))
    return "" if sound is None else _INITIALS.get(initial, "") + sound.replace("0", _TONES.get(tone, ""))


def _with_initial(syllable: str) -> str:
    """Syllables that begin with a vowel are written with y or w: "yuan" is "van", "you" is "iou", "wei" is "uei"."""
    if syllable.startswith("yu"):
        return "v" + syllable[2:]
    if syllable.startswith(("yi", "wu")):
        return syllable[1:]
    if syllable.startswith("y"):
        return "i" + syllable[1:]
    return "u" + syllable[1:] if syllable.startswith("w") else syllable
