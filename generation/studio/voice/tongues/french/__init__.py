"""French: letters to sounds, silent endings, and the links between words.

The rules are those of school grammars, written down for this voice; what they
cannot know (verbs in -ent, women and dames) is listed.
"""

import unicodedata

from generation.studio.voice.tongues.french.listed import LISTED, SILENT_ENT
from generation.studio.voice.tongues.letters import PRIMARY, Letters, plain, rules
from generation.studio.voice.tongues.listed import listed

_ACCENTED = "àâäéèêëîïôöùûüçœæÿ"
# Small words that lean on the next one.
_LEANING = frozenset(
    listed(
        "le la les l un de du des d et ou à au aux en que qu ne n ce c se s je j te t me m y mon ma mes ton ta tes son "
        "sa ses nos vos leur leurs nous vous il ils elle elles on dans par sur qui si"
    )
)
_VOWEL = "[aeiouyàâäéèêëîïôöùûüœæ]"
_LETTERS = Letters(
    rules("""
    _eaux_$ o
    _eau_ o
    _aux_$ o
    _au_ o
    _oeu_(fs|x|ds)$ ø
    _oeu_d|t$|x?$ ø
    _oeu_ œ
    _œu_(fs$|x$|ds?$|t|$) ø
    _œu_ œ
    _œil_ œj
    _œ_ e
    _æ_ e
    _euil_le œj
    _euille_ œj
    _euil_ œj
    _ueill_ œj
    c_ueil_ œj
    g_ueil_ œj
    _eu_(s?$|x$|t$|ts$|se|z|tr|d|ment) ø
    _eu_ œ
    _eû_ ø
    _aill_ aj
    _ail_s?$ aj
    _eill_ ɛj
    _eil_s?$ ɛj
    _ouill_ uj
    _ouil_ uj
    ^(v|m)_ill_ il
    ju_ill_ ij
    [^aeou]_ill_ ij
    _oin_([^aeiouyàâéèêîôûnm]|$) wɛ̃
    _oy_[aeiouéèê] waj
    _oî_ wa
    _oi_ wa
    _oy_ wa
    _ouï_ wi
    _ou_[aeiéèê] w
    _ou_ u
    _où_ u
    _oû_ u
    _ay_[aeiouéè] ɛj
    _aï_ ai
    _aîn_([^aeiouy]|$) ɛ̃
    _ai[nm]_([^aeiouyàâéèêîôûnm]|$) ɛ̃
    _aîne_ ɛn
    _ain_([^aeiouyàâéèêîôûnm]|$) ɛ̃
    _aim_([^aeiouyàâéèêîôûnm]|$) ɛ̃
    _ein_([^aeiouyàâéèêîôûnm]|$) ɛ̃
    _ai_ ɛ
    _aî_ ɛ
    _ay_ ɛ
    _ei_ ɛ
    _ey_ ɛ
    [iyé]_en_(s?$|t$|ts$|dr|d) ɛ̃
    [iy]_en_[^aeiouyàâéèêîôûn] ɑ̃
    _an_([^aeiouyàâéèêîôûhn]|$) ɑ̃
    _am_[bp] ɑ̃
    _en_([^aeiouyàâéèêîôûhn]|$) ɑ̃
    _enn_u ɑ̃n
    ^_emm_ ɑ̃m
    _em_[bp] ɑ̃
    _emm_ent am
    ^_in_([^aeiouyàâéèêîôûhn]|$) ɛ̃
    _in_([^aeiouyàâéèêîôûhn]|$) ɛ̃
    _im_([bp]|$) ɛ̃
    _yn_([^aeiouyàâéèêîôûhn]|$) ɛ̃
    _ym_([bp]|$) ɛ̃
    _on_([^aeiouyàâéèêîôûhn]|$) ɔ̃
    _om_([bp]|s?$) ɔ̃
    _un_([^aeiouyàâéèêîôûhn]|$) œ̃
    _um_([bp]) œ̃
    _um_$ ɔm
    s_ti_o tj
    _tion_([^aeiouné]|$) sjɔ̃
    _ti_(on|el|eu|al|en[ct]) sj
    _th_ t
    _ph_ f
    _sch_ ʃ
    _ch_[rlnm] k
    _ch_ ʃ
    _gn_e?s?$ ɲ
    _gn_ nj
    _gu_[eiéèêî] ɡ
    _ge_[aoâô] ʒ
    _g_[eiyéèê] ʒ
    _gg_ ɡ
    _g_s?$ -
    _g_ ɡ
    _qu_ k
    _q_ k
    _cc_[eiéèê] ks
    _cc_ k
    _ct_s?$ kt
    _cqu_ k
    _ç_ s
    _c_[eiyéèêîœ] s
    [rn]_c_s?$ -
    _c_ k
    _k_ k
    _sc_[eiéè] s
    _ss_ s
    [aeiouyéèêàâîôûùœ]_s_[aeiouyéèêàâîôûœ] z
    _s_$ -
    _s_ s
    ^e_x_[aeiouéèh] ɡz
    ^e_x_ ks
    _x_$ -
    _x_ ks
    _zz_ dz
    _z_$ -
    _z_ z
    _tt_ t
    _t_s?$ -
    _t_ t
    _dd_ d
    _d_s?$ -
    _d_ d
    _pp_ p
    _p_s?$ -
    _p_t[s]?$ -
    _p_ p
    _bb_ b
    _b_ b
    _ff_ f
    _f_ f
    _ll_ l
    _l_ l
    _mm_ m
    _m_ m
    _nn_ n
    _n_ n
    _er_s?$ e
    _ez_$ e
    _es_$ -
    _e_$ -
    _rr_ ʁ
    _r_ ʁ
    _v_ v
    _w_ w
    _j_ ʒ
    _h_ -
    _é_ e
    _è_ ɛ
    _ê_ ɛ
    _ë_ ɛ
    _e_(ll|ss|tt|rr|nn|ff|x|zz|c[ct]|ss) ɛ
    _e_(t|ts)$ ɛ
    _e_[^aeiouyàâéèêîôûrl]?[rlcspgbxfmn][^aeiouyàâéèêîôûhrl] ɛ
    _e_[rlcxfmnk]s?$ ɛ
    _e_s[tpc] ɛ
    [aeiouyéèêàô][^aeiouyéèê]_e_(ment|rie|té)s?$ -
    [^aeiouyé]_e_(ment|rie|té)s?$ ə
    (^.?.?.?|[^aeiouéèy][^aeiouéèy])_e_ ə
    _e_[^aeiouyàâéèêîôû][aeiouyàâéèêîôû] ə
    _e_ -
    _à_ a
    _â_ a
    _a_ a
    _ï_ i
    _î_ i
    _i_es?$ i
    _i_[aeouéèêàâôœ] j
    _i_ i
    ^_y_[aeiouéèê] j
    _y_[aeiouéèê] j
    _y_ i
    _ô_ o
    _ö_ o
    _o_(s?$|t$|ts$|s[aeié]|tion|p$|mm?ent) o
    _o_ ɔ
    _û_ y
    _ü_ y
    _u_[aeéèêoâ] y
    _u_ y
    _ù_ y
    """)
)
_PHONEME_VOWELS = "aeiouyøœɔɛɑə"


def sounds(word: str) -> str:
    """The phonemes of one word, stressed on its last full vowel."""
    letters = plain(word, keep=_ACCENTED)
    spoken = _stressed(_phonemes(letters))
    return spoken.replace(PRIMARY, "") if letters in _LEANING else spoken


def elided(word: str) -> str:
    """The sound of a word that has lost its vowel before an apostrophe: "l'", "c'", "qu'"."""
    return _ELIDED.get(plain(word, keep=_ACCENTED), "") or sounds(word).replace(PRIMARY, "")


_ELIDED = {"c": "s", "j": "ʒ", "s": "s", "qu": "k", "jusqu": "ʒysk", "lorsqu": "lɔʁsk", "puisqu": "pɥisk"}
_ELIDED |= {letter: letter for letter in "dlmnt"}


def _phonemes(letters: str) -> str:
    if letters in LISTED:
        return LISTED[letters]
    if letters.endswith("s") and letters[:-1] in LISTED:
        return LISTED[letters[:-1]]
    if letters in SILENT_ENT or letters.endswith(("aient", "èrent", "issent")):
        letters = letters.removesuffix("nt")
    found = unicodedata.normalize("NFD", _LETTERS.sounds(letters))
    return found or _LETTERS.sounds(letters + "e")


def _stressed(phonemes: str) -> str:
    places = [index for index, sign in enumerate(phonemes) if sign in _PHONEME_VOWELS]
    full = [place for place in places if phonemes[place] != "ə"] or places
    if PRIMARY in phonemes or not full:
        return phonemes
    return phonemes[: full[-1]] + PRIMARY + phonemes[full[-1] :]


def linked(word: str, after: str) -> str:
    """The consonant that a small word lends to a vowel behind it: "les enfants" → "z"."""
    begins = plain(after, keep=_ACCENTED)[:1]
    letters = plain(word, keep=_ACCENTED)
    if letters not in _LENDERS or begins not in set(_VOWEL) - set("y"):
        return ""
    return _LENDERS[letters]


_LENDERS = {
    **dict.fromkeys(
        ("les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "aux", "nous", "vous"), "z"
    ),
    **dict.fromkeys(
        ("ils", "elles", "deux", "trois", "dix", "six", "très", "plus", "dans", "sans", "chez"), "z"
    ),
    **dict.fromkeys(("un", "mon", "ton", "son", "on", "en", "bon", "aucun"), "n"),
    **dict.fromkeys(("est", "sont", "quand", "grand", "petit", "tout", "vingt", "cent"), "t"),
}
