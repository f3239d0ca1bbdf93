"""Spanish: how it is spelled says how it is spoken.

Rules after the Real Academia's orthography: accent and ending give the
stress, the neighbours of a consonant its sound. The symbols are those that
the model was taught.
"""

import re

from generation.studio.voice.tongues.letters import (
    Letters,
    plain,
    rules,
    stress,
    unstressed,
    with_second_stress,
)
from generation.studio.voice.tongues.listed import listed

_ACCENTS = dict(zip("áéíóú", "aeiou", strict=True))
# Small words that lean on the next one.
_LEANING = frozenset(
    listed(
        "el la los las de del a al en y e o u que con por para sin se me te le lo les nos os mi tu su mis tus sus "
        "si ni"
    )
)
# A silent u (qu, gue, gui), then one nucleus: a strong vowel with the weak ones beside it.
_NUCLEI = re.compile(r"(?<=[qg])u(?=[eiéí])|[iu]?[aeo][iu]?(?![aeo])|[iu]?[aeo]|[iu]+")
_LETTERS = Letters(
    rules("""
    _ch_ ʧ
    _ll_ ʎ
    _rr_ r
    _sh_ ʃ
    _ph_ f
    _th_ t
    _tz_ ts
    _cc_[eiEI] kθ
    _c_[eiEI] θ
    _c_ k
    _qu_[eiEI] k
    _q_ k
    _k_ k
    ^mE_x_ x
    _z_ θ
    _d_$ d
    _b_$ b
    _gü_ ɡw
    _gu_[eiEI] ɡ
    _g_[eiEI] x
    (^|n)_g_ ɡ
    _g_ ɣ
    _j_ x
    (^|[mn])_b_ b
    _b_ β
    (^|[mn])_v_ b
    _v_ β
    (^|[nl])_d_ d
    _d_ ð
    _ñ_ ɲ
    (^|[nls])_r_ r
    _r_ ɾ
    ^_x_ s
    _x_ ks
    _hu_[aeAE] w
    _h_ -
    _w_ w
    _n_[bpvm] m
    _n_(g[^eiEI]) ŋ
    _n_ n
    [aeoAEO]_y_$ ɪ
    _y_$ i
    ^_y_ ʝ
    _y_[aeiouAEIOU] ʝ
    _y_ i
    _ai_ I
    _Ai_ ˈI
    _ay_$ I
    _Ay_$ ˈI
    _ei_ A
    _Ei_ ˈA
    _ey_$ A
    _Ey_$ ˈA
    _oi_ oɪ
    _Oi_ ˈoɪ
    _oy_$ oɪ
    _Oy_$ ˈoɪ
    _au_ W
    _Au_ ˈW
    _eu_ eʊ
    _Eu_ ˈeʊ
    _ou_ O
    _Ou_ ˈO
    _i_[aeouAEOU] j
    _ü_ w
    _u_[aeioAEIO] w
    _E_n[^aeiouAEIOU] ˈɛ
    _E_ ˈe
    _A_ ˈa
    _I_ ˈi
    _O_ ˈo
    _U_ ˈu
    _a_ a
    _e_ e
    _i_ i
    _o_ o
    _u_ u
    _f_ f
    _l_ l
    _m_ m
    _p_ p
    _s_ s
    _t_ t
    """)
)


def sounds(word: str) -> str:
    """The phonemes of one word as in Spain; see ``american`` for the other side."""
    letters = plain(word, keep="áéíóúñü")
    spoken = with_second_stress(_LETTERS.sounds(_stressed(letters)), vowels="aeiouɛAIOW")
    return unstressed(spoken) if letters in _LEANING else spoken


def american(phonemes: str) -> str:
    """The same as Latin America says it: no lisp, and ll like y."""
    return phonemes.replace("θ", "s").replace("ʎ", "ʝ")


def _stressed(word: str) -> str:
    accented = next((index for index, sign in enumerate(word) if sign in _ACCENTS), None)
    bare = "".join(_ACCENTS.get(sign, sign) for sign in word)
    if accented is not None:
        return stress(bare, accented)
    nuclei = [match for match in _NUCLEI.finditer(word) if not _is_silent(match, word)]
    if not nuclei:
        return word
    is_last = len(nuclei) == 1 or not re.search(r"[aeiouns]$", word)
    nucleus = nuclei[-1 if is_last else -2]
    return stress(word, nucleus.start() + _peak(nucleus[0]))


def _is_silent(nucleus: re.Match[str], word: str) -> bool:
    """The u of "que" and "guerra"."""
    return (
        nucleus[0] == "u"
        and word[nucleus.start() - 1 : nucleus.start()] in {"q", "g"}
        and (word[nucleus.end() : nucleus.end() + 1] in set("eiéí"))
    )


def _peak(nucleus: str) -> int:
    """The strong vowel of a nucleus, or the second of two weak ones."""
    strong = re.search(r"[aeo]", nucleus)
    return strong.start() if strong else len(nucleus) - 1
