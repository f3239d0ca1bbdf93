"""Hindi: Devanagari says nearly everything; what it does not say is which inherent vowels are silent.

Schwa deletion after Ohala (1983): the last one is silent, and one between
vowel-consonant and consonant-vowel, found from right to left.
"""

import re
import unicodedata

from generation.studio.voice.tongues.listed import listed

_CONSONANTS = {
    **dict(zip("कखगघङचछजझञटठडढण", listed("k kʰ ɡ ɡʰ ŋ c cʰ ɟ ɟʰ ɲ ʈ ʈʰ ɖ ɖʰ ɳ"), strict=True)),
    **dict(zip("तथदधनपफबभमयरलवशषसह", listed("t tʰ d dʰ n p pʰ b bʰ m j ɾ l ʋ ʃ ʃ s h"), strict=True)),
}
_DOTTED = {"क": "k", "ख": "x", "ग": "ɡ", "ज": "z", "ड": "ɽ", "ढ": "ɽʰ", "फ": "f"}
_VOWELS = dict(zip("अआइईउऊऋएऐओऔऑऍ", listed("ə aː ɪ iː ʊ uː ɾɪ eː ɛː oː ɔː ɔː ɛ"), strict=True))
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", listed("aː ɪ iː ʊ uː ɾɪ eː ɛː oː ɔː ɔː ɛ"), strict=True))
_NUKTA, _VIRAMA, _ANUSVARA, _CANDRABINDU, _VISARGA = "़", "्", "ं", "ँ", "ः"
_TILDE = "\u0303"
_SCHWA = "ə"
_NASALS = (("kɡx", "ŋ"), ("cɟ", "n"), ("ʈɖ", "ɳ"), ("tdnszʃlɾjʋh", "n"), ("pbmf", "m"))
_IS_VOWEL = re.compile(r"[əaɪiʊueɛoɔ]")
_WORDS = {"यह": "jeː", "वह": "ʋoː", "और": "ɔːɾ", "ये": "jeː", "वे": "ʋeː"}
_LEANING = frozenset(listed("का की के को से में पर ने और है हैं ही भी तो"))


def sounds(word: str) -> str:
    """The phonemes of one word in Devanagari; other letters are silent."""
    text = unicodedata.normalize("NFD", word)
    if text in _WORDS:
        return _WORDS[text]
    units = _shortened(_kept(_units(text)))
    if word in _LEANING:
        return "".join(units)
    return _stressed(units)


def _units(text: str) -> list[str]:
    """Consonants and vowels one by one; every bare consonant with its schwa."""
    units: list[str] = []
    for place, sign in enumerate(text):
        after = text[place + 1 : place + 2]
        if sign in _CONSONANTS:
            dotted = after == _NUKTA
            units.append(_DOTTED.get(sign, _CONSONANTS[sign]) if dotted else _CONSONANTS[sign])
            follows = text[place + 2 : place + 3] if dotted else after
            if follows not in _SIGNS and follows != _VIRAMA:
                units.append(_SCHWA)
        elif sign in _VOWELS or sign in _SIGNS:
            units.append(_VOWELS.get(sign) or _SIGNS[sign])
        elif sign in (_ANUSVARA, _CANDRABINDU) and units:
            units.append(_nasal(text[place + 1 : place + 2], sign))
        elif sign == _VISARGA:
            units.append("h")
    return units


def _nasal(after: str, sign: str) -> str:
    """Before a consonant a nasal of the same place, otherwise the vowel itself is nasal."""
    consonant = _CONSONANTS.get(after, "")[:1]
    if sign == _CANDRABINDU or not consonant:
        return _TILDE
    return next((nasal for group, nasal in _NASALS if consonant in group), "n")


def _kept(units: list[str]) -> list[str]:
    """Leave out the schwas that nobody says."""
    kept = list(units)
    if len(kept) > 2 and kept[-1] == _SCHWA:
        kept.pop()
    for place in range(len(kept) - 3, 1, -1):
        if kept[place] == _SCHWA and _is_between(kept, place):
            kept[place] = ""
    return [unit for unit in kept if unit]


def _shortened(units: list[str]) -> list[str]:
    """The long i is short at the end of a word, and nasal vowels have no length."""
    short = [
        unit.removesuffix("ː") if units[place + 1 : place + 2] == [_TILDE] else unit
        for place, unit in enumerate(units)
    ]
    return [*short[:-1], "i" if short[-1] == "iː" else short[-1]] if short else short


def _is_between(units: list[str], place: int) -> bool:
    """Whether the pattern is vowel, consonant, schwa, consonant, vowel."""
    before, after = [unit for unit in units[:place] if unit], [unit for unit in units[place + 1 :] if unit]
    around = [*before[-2:], *after[:2]]
    return (
        len(before) > 1
        and len(after) > 1
        and [_is_vowel(unit) for unit in around] == [True, False, False, True]
    )


def _is_vowel(unit: str) -> bool:
    return unit == _TILDE or _IS_VOWEL.match(unit) is not None


def _stressed(units: list[str]) -> str:
    """A last syllable that is long and closed, the first other heavy one, or else the first."""
    places = [place for place, unit in enumerate(units) if _is_vowel(unit) and unit != _TILDE]
    if not places:
        return "".join(units)
    heavy = [place for place in places[:-1] if "ː" in units[place] or _is_closed(units, place)]
    is_superheavy = "ː" in units[places[-1]] and places[-1] < len(units) - 1
    chosen = places[-1] if is_superheavy else heavy[0] if heavy else places[0]
    spoken = [*units]
    spoken[chosen] = "ˈ" + spoken[chosen].replace(_SCHWA, "ʌ")
    return "".join(spoken)


def _is_closed(units: list[str], place: int) -> bool:
    after = units[place + 1 : place + 3]
    return len(after) == 2 and not any(_is_vowel(unit) for unit in after)
