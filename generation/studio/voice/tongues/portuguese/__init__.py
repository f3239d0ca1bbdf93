"""Brazilian Portuguese: accents and endings give the stress, and the stress the vowels."""

import re
import unicodedata

from generation.studio.voice.tongues.letters import (
    Letters,
    one_stress,
    plain,
    rules,
    stress,
    unstressed,
    with_second_stress,
)
from generation.studio.voice.tongues.listed import listed

_ACCENTS = dict(zip("áéíóúâêôà", "aeiouaeoa", strict=True))
# Small words that lean on the next one.
_LEANING = frozenset(
    listed("o a os as um de do da dos das em no na nos nas por para com sem que se e ou me te lhe ao aos")
)
_NUCLEI = re.compile(
    r"(?<=[qg])u(?=[eiéíê])|(?:(?<=[qg])u)?[aeoãõ](?:i(?![rlzmn](?![aeiou])|nh)|u(?![rlzmn](?![aeiou]))|[oe](?=s?$)(?<=[ãõ].))?|[iu]"
)
_OPEN = {"á": "a", "é": "ɛ", "ó": "ɔ"}
_CONSONANT = "[bcçdfgjklmnpqrstvxz]"
_LETTERS = Letters(
    rules("""
    _ch_ ʃ
    _lh_ lj
    _nh_ ɲ
    _ph_ f
    _rr_ x
    _ss_ s
    _sc_[eiEIéíêÉ] s
    _sç_ s
    _xc_[eiEIéíêÉ] s
    _ç_ s
    _c_[eiEIéíêÉ] s
    _c_ k
    _k_ k
    _qu_[eiEIéíêÉ] k
    _q_ k
    _gu_[eiEIéíêÉ] ɡ
    _g_[eiEIéíêÉ] ʒ
    _g_ ɡ
    _j_ ʒ
    ^_r_ x
    [nls]_r_ x
    [aeiouAEIOUãõÉÓéóáâêôíú]_r_[bcçdfgjklmnpqstvxz] ɾə
    [aeiouAEIOUãõÉÓéóáâêôíú]_r_$ r
    [aeiouAEIOUãõÉÓéóáâêôíú]_r_ ɾ
    _r_ r
    ^e_x_[aeiouAEIOUáéíóúâêôãõ] z
    _x_[pt] s
    (^|ai|ei|en|Ai|Ei|En|ou|Ou|[iIuUaAeE])_x_ ʃ
    _x_ ks
    [aeiouAEIOUãõÉÓéóáâêôíú]_s_[aeiouAEIOUãõÉÓéóáâêôíú] z
    _s_[bdgjlmnrvz] z
    _s_ s
    _z_$ s
    _z_ z
    _t_[iIí]|e(s?$) ʧ
    _d_[iIí]|e(s?$) ʤ
    _t_ t
    _d_ d
    _b_ b
    _f_ f
    _h_ -
    _al_([^aeiouAEIOUãõÃÕáéíóúâêôh]|$) W
    _Al_([^aeiouAEIOUãõÃÕáéíóúâêôh]|$) ˈW
    [aeoAEOÉÓéóáâêô]_l_([^aeiouAEIOUãõáéíóúâêôh]|$) ʊ
    [iIí]_l_([^aeiouAEIOUãõáéíóúâêôh]|$) ʊ
    [uUú]_l_([^aeiouAEIOUãõáéíóúâêôh]|$) w
    _l_ l
    _m_([^aeiouAEIOUãõÃÕáéíóúâêô]|$) @
    _m_ m
    _n_([^aeiouAEIOUãõÃÕáéíóúâêôh]|$) @
    _n_ n
    _p_ p
    _v_ v
    _w_ w
    _y_ i
    _ão_ ɐ̃ʊ̃
    _Ão_ ˈɐ̃ʊ̃
    _ãe_ ɐ̃y
    _Ãe_ ˈɐ̃y
    _õe_ õj
    _Õe_ ˈõj
    _ã_ ɐ̃
    _Ã_ ˈɐ̃
    _õ_ õ
    _Õ_ ˈõ
    _ai_ I
    _Ai_ ˈI
    _au_ W
    _Au_ ˈW
    _ei_ A
    _Ei_ ˈA
    _éi_ ˈɛɪ
    _éu_ ˈɛʊ
    _Eu_ ˈeʊ
    _eu_ eʊ
    _oi_ oɪ
    _Oi_ ˈoɪ
    _ói_ ˈɔɪ
    _ou_ ow
    _Ou_ ˈow
    ^m_Ui_t wˈiŋ
    ^m_uI_t wˈiŋ
    _Ui_ ˈui
    _ui_ uɪ
    _iu_$ iʊ
    _Iu_$ ˈiʊ
    [qg]_u_[aoAO] w
    _i_[aeouAEOUáéóâêôã] j
    _u_[aeoAEOáéâê] u
    _á_ ˈa
    _é_ ˈɛ
    _ó_ ˈɔ
    _â_ ˈɐ̃
    _ê_ ˈe
    _ô_ ˈo
    _í_ ˈi
    _ú_ ˈu
    _à_ ˈa
    _A_nh|[mn][aeiou] ˈɐ̃
    _A_ ˈa
    _E_l$ ˈɛ
    ^_E_las?$ ˈɛ
    qu_E_r ˈɛ
    _E_rr|rt|rd|rv|rs|rn|ss[ao]|lh[oa]r|b[re]|ct ˈɛ
    _E_ ˈe
    _O_l$ ˈɔ
    _O_ras?$|jas?$|ss[ao]|vas?$|l[ao]s?$|d[e]s?$|rm|i[sr]$|tas?$|rt[ae]|st[ae]s?$|lt|ç ˈɔ
    _O_ ˈo
    _I_ ˈi
    _U_ ˈu
    _a_s?$ æ
    _a_ a
    _e_s?$ y
    _e_ e
    _o_s?$ ʊ
    _o_ o
    _i_ i
    _u_ u
    """)
)
# A nasal vowel: the letter m or n behind it was written as @.
_NASALS = (
    ("ˈɛ@", "ˈA@"),
    ("ˈe@", "ˈA@"),
    ("e@", "A@"),
    ("ˈɐ̃@", "ˈɐ̃@"),
    ("a@", "ɐ̃@"),
    ("æ@", "ɐ̃@"),
    ("ˈɔ@", "ˈo@"),
    ("ʊ@", "o@"),
    ("y@", "A@"),
    ("u@", "ũ@"),
)


def sounds(word: str) -> str:
    """The phonemes of one word."""
    letters = plain(word, keep="áéíóúâêôàãõç")
    spoken = one_stress(_nasal(_LETTERS.sounds(_stressed(letters))))
    spoken = with_second_stress(spoken, vowels="aeiouɛɔɐæAIOW")
    # The model knows the tilde as a sign of its own.
    spoken = unicodedata.normalize("NFD", spoken)
    return unstressed(spoken) if letters in _LEANING else spoken


def _nasal(spoken: str) -> str:
    for written, said in _NASALS:
        spoken = spoken.replace(written, said)
    # Final -am is spoken like -ão.
    spoken = re.sub(r"ɐ̃@$", "ɐ̃ʊ̃", spoken)
    return re.sub(r"@(?=[pb])", "m", spoken).replace("@", "ŋ")


def _stressed(word: str) -> str:
    if set(word) & set("áéíóúâêô"):
        return word
    nuclei = [match for match in _NUCLEI.finditer(word) if not _is_silent(match, word)]
    if not nuclei:
        return word
    is_last = (
        len(nuclei) == 1 or not re.search(r"(?:[aeo]s?|[ae]m|ens)$", word) or re.search(r"[ãõ][oe]?s?$", word)
    )
    nucleus = nuclei[-1 if is_last else -2]
    return stress(word, nucleus.start() + _peak(nucleus[0]))


def _is_silent(nucleus: re.Match[str], word: str) -> bool:
    """The u of "que" and "guia"."""
    start, end = nucleus.span()
    return nucleus[0] == "u" and word[start - 1 : start] in {"q", "g"} and word[end : end + 1] in set("eiéíê")


def _peak(nucleus: str) -> int:
    strong = re.search(r"[aeoãõ]", nucleus)
    return strong.start() if strong else 0
