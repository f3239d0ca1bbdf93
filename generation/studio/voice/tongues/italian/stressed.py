"""Where an Italian word is stressed. Only a stress on the last syllable is written; most words have it on the
last but one; the rest are told by their endings, or listed.
"""

import re

from generation.studio.voice.tongues.letters import stress
from generation.studio.voice.tongues.listed import listed

_ACCENTS = dict(zip("àèéìòóù", "aeeioou", strict=True))
# A glide or a silent letter belongs to the vowel behind it.
_NUCLEI = re.compile(r"(?:(?<=[qg])u|i(?=[aeou])|u(?=[oe]))?[aeiou](?:i(?![aeou])|u)?")
_THIRD_FROM_LAST = re.compile(
    r"(?:[ai]bil[ei]|evol[ei]|issim[oaie]|[tcflmnprsdvgb]ic[oai]|(?:[tflmnprs])ich[ei]|(?:ol|r)og[oaih]e?|[oi]graf[oia]|"
    r"esim[oaie]|udin[ei]|[aio]gin[ei]|[aei]vano|[aei]ssero|[aei]rono|dici|"
    r"[tcgvp]c?ol[oaei]|[bdfgmt]ul[oaie]|[lp]id[oaie]|[tsnl]im[oaie]|"
    r"(?:end|ett|egl|iv|eg|rd|nd|ng|sc|ed|id|ov|st|lv|og|um)ere|[tsn]sero|[aeiou](?:ng|nd|gg|ll|st|sc|gl[i]|cc|ss)ono)$"
)
# fmt: off
_THIRD = frozenset(
    listed("facile facili difficile difficili utile utili inutile simile simili mobile mobili fragile agile semplice "
    "semplici codice indice ordine ordini termine termini pagina pagine giovane giovani numero numeri libero libera "
    "povero genere camera camere opera opere lettera lettere tenero albero alberi tessera subito credito solito "
    "merito debito spirito limite limiti anima animo attimo sabato tavolo tavoli tavola zucchero angelo lampada "
    "scatola fragola mandorla visita visite vendita vendite essere vivere leggere scrivere prendere mettere "
    "scegliere chiudere perdere vincere correre crescere conoscere chiedere rispondere ridere muovere nascere "
    "togliere raccogliere cogliere ricevere rompere scendere possono vengono vogliono dicono hanno fanno prendono "
    "parlano portano trovano cercano aiutano usano arrivano mancano restano diventano pensano amano lavorano "
    "costano bastano entrano passano cambiano siano abbiano vengano possano comodo comoda metodo periodo episodio "
    "zenzero basilico pomodoro gratis ultimo ultima ultimi prossimo minimo massimo ottimo intimo giovedi cellula "
    "macchina macchine femmina maschera polvere cenere vipera pecora anatra cattedra chiacchiere titolo secolo "
    "popolo piccolo piccola piccoli angolo articolo simbolo nuvola favola regola isola singolo singola pentola "
    "credere rendere telefono compito edera umido rapido valido solido liquido splendido morbido timido tiepido "
    "interprete sindaco stomaco monaco manico carico traffico gomito abito abiti edificio origano organo cibo "
    "modulo formula musica musiche medico medica unico unica tecnico tecnica pubblico pubblica logica politica "
    "fascino fascini cardine margine vergine immagine immagini origine disordine grandine vitamina "
    "edile nobile stabile immobile automobile automobili")
) - {"pomodoro", "giovedi", "cibo", "vitamina", "hanno", "fanno", "edile"}
_SECOND = frozenset(
    listed("amico amici amica nemico antico antica antichi piatto figliolo spagnolo parola parole scuola scuole sapere "
    "potere volere dovere avere vedere piacere temere cadere tenere rimanere godere quartiere mestiere primo cugino "
    "pericoloso ruolo suolo consola mattina capito servizio marito infido grido nido ombrellone voluto sicura "
    "abbandono perdono sano piano umano perdona verano arrivo attivo motivo vivo divano")
)
# fmt: on
_IA = frozenset(
    listed(
        "via mia sia zia follia polizia farmacia bugia regia simpatia gelosia malattia periferia energia economia "
        "allegria compagnia garanzia magia terapia fantasia poesia democrazia tecnologia ideologia psicologia "
        "fotografia geografia "
        "pizzeria libreria trattoria gelateria panetteria pasticceria batteria galleria lotteria gioielleria cortesia "
        "melodia armonia autonomia dinastia teoria categoria mio tuo suo zio io addio rio pendio brusio"
    )
)
_NOT_IA = frozenset(listed("materia miseria arteria storia memoria vittoria gloria"))


def stressed(word: str) -> str:
    """The word (lower case, with its accents) with the stressed vowel as a capital and no accents."""
    bare = "".join(_ACCENTS.get(sign, sign) for sign in word)
    accented = next((place for place, sign in enumerate(word) if sign in _ACCENTS), None)
    if accented is not None:
        return stress(bare, accented)
    if bare in _IA or (bare not in _NOT_IA and re.search(r"(?:eri|logi|grafi|nomi)[ae]$", bare)):
        return stress(bare, len(bare) - 2)
    nuclei = list(_NUCLEI.finditer(bare))
    if not nuclei:
        return bare
    nucleus = nuclei[-min(len(nuclei), _from_last(bare, len(nuclei)))]
    return stress(bare, nucleus.start() + _peak(nucleus[0]))


def _from_last(word: str, syllables: int) -> int:
    if not word.endswith(("a", "e", "i", "o", "u")):
        return 1
    if word in _THIRD or (syllables > 2 and word not in _SECOND and _THIRD_FROM_LAST.search(word)):
        return 3
    return 2


def _peak(nucleus: str) -> int:
    """The vowel of a nucleus that carries the stress: not the glide in front, not the one behind."""
    strong = re.search(r"[aeo]", nucleus)
    if strong:
        return strong.start()
    return 1 if len(nucleus) > 1 and nucleus[0] in "iu" else 0
