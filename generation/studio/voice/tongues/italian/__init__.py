"""Italian: regular letters; where the stress is not written, endings and a list tell it."""

from generation.studio.voice.tongues.italian.stressed import stressed
from generation.studio.voice.tongues.letters import (
    Letters,
    one_stress,
    plain,
    rules,
    unstressed,
    with_second_stress,
)
from generation.studio.voice.tongues.listed import listed

# Small words that lean on the next one.
_LEANING = frozenset(
    listed(
        "il lo la i gli le l un uno una di a da in con su per tra fra e ed o ma mi ti si ci vi ne del dello della dei "
        "degli delle al allo alla ai agli alle dal dalla dai nel nella nei nelle sul sulla sui che"
    )
)
_LETTERS = Letters(
    rules("""
    _sch_[eiEI] sk
    _sci_[aouAOU] ʃ
    _sc_[eiEI] ʃ
    _cch_ kː
    _ch_ k
    _cci_[aouAOU] ʧː
    _ci_[aouAOU] ʧ
    _cc_[eiEI] ʧː
    _c_[eiEI] ʧ
    _cc_ kː
    _cq_ kː
    _c_ k
    _q_ k
    _k_ k
    _ggh_ ɡː
    _gh_ ɡ
    [aeiouAEIOU]_gn_ ɲɲ
    _gn_ ɲ
    _gli_[aeouAEOU] ʎ
    _gl_[iI] ʎ
    _ggi_[aouAOU] ʤː
    _gi_[aouAOU] ʤ
    _gg_[eiEI] ʤː
    _g_[eiEI] ʤ
    _gg_ ɡː
    _g_ ɡ
    ^(mE|me|ra|ro|a|gA|ga)_zz_ ʣː
    _zz_ ʦː
    ^_z_ ʣ
    _z_ ʦ
    _ss_ S
    [aeiouAEIOU]_s_[aeiouAEIOU] z
    _s_[bdglmnrv] z
    _s_ s
    _bb_ bː
    _dd_ dː
    _ff_ fː
    _ll_ ll
    _mm_ mm
    _nn_ nn
    _pp_ pː
    _rr_ rɾ
    _tt_ tː
    _vv_ vː
    _b_ b
    _d_ d
    _f_ f
    _h_ -
    _j_ j
    _l_ l
    _m_ m
    _n_[gG]([^neiEI]|h) ŋ
    _n_ n
    _p_ p
    [aeiou]_r_[aeiouAEIOU] ɾ
    _r_ r
    _t_ t
    _v_ v
    _w_ w
    _x_ ks
    _y_ i
    _i_[aeouAEOU] j
    q_u_ w
    g_u_[aeioAEIO] w
    _uO_ ʊˈɔ
    ^_u_[oO] w
    _u_[aeiAEI] w
    [aeoAEO]_u_ ʊ
    [aeouAEOU]_i_$ ɪ
    _i_$ ɪ
    i_E_ ˈɛ
    qu_E_(st|ll) ˈe
    _E_re$ ˈe
    m_E_nt[ei]$ ˈe
    [^u]_E_tt[aoie]$ ˈe
    _E_(n(te|ti|za|ze)|m[bp]|ll[aoe]|rt[aoei]|rs|rn|rr|st[aie]|zz[oi]|ss[ei]) ˈɛ
    _E_(r[oiea]$|n[ei]$|ttr|[^aeiou]+[aeiou][^aeiou]+) ˈɛ
    _E_ ˈe
    u_O_ ˈɔ
    _O_(tt|rt|s[at]|rm|rn|ld|lt[aeo]|g[lo]|pp|[^aeiou]+[aeiou][^aeiou]+) ˈɔ
    _O_ ˈo
    _A_ ˈa
    _I_ ˈi
    _U_ ˈu
    _a_ a
    _e_ e
    _i_ i
    _o_ o
    _u_ u
    """)
)
_ENDS_OPEN = {"è": "ˈɛ", "é": "ˈe", "ò": "ˈɔ", "ó": "ˈo"}


def sounds(word: str) -> str:
    """The phonemes of one word."""
    letters = plain(word, keep="àèéìòóù")
    if letters in _LEANING:
        return unstressed(_LETTERS.sounds(letters))
    spoken = _LETTERS.sounds(stressed(letters))
    if letters[-1:] in _ENDS_OPEN:
        spoken = spoken[:-2] + _ENDS_OPEN[letters[-1]]
    return with_second_stress(one_stress(spoken), vowels="aeiouɛɔ")


def elided(word: str) -> str:
    """What stands before an apostrophe: "l'", "un'", "c'"."""
    letters = plain(word, keep="àèéìòóù")
    return {"c": "ʧ", "gl": "ʎ"}.get(letters) or unstressed(_LETTERS.sounds(letters))
