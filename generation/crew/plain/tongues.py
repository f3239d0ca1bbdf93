"""What the plain writer knows of each language: few words, by which a sentence shows what it is for."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """One language.

    ``orders``: how a call to action begins; ``offers`` and ``places``: what gives an offer or a place and hours
    away; ``says``: the words between a quote and its source; ``breaks``: words before which a phrase may be cut
    without losing what it needs; ``bound``: words that no phrase may end with; ``pace``: spoken words a second;
    ``discover``, ``visit`` and ``call`` make a call to action where the brief has none; ``and_``: for "&";
    ``idea``: the plan of an ad in one sentence, with ``first``, ``middle`` and ``end``.
    """

    code: str
    pace: float
    orders: str
    offers: str
    places: str
    says: str
    breaks: frozenset[str]
    bound: frozenset[str]
    small: frozenset[str]
    discover: str
    visit: str
    call: str
    and_: str
    idea: str

    def orders_something(self, sentence: str) -> bool:
        """Whether the sentence tells the viewer what to do next."""
        return re.match(rf"(?:{self.orders})\b", sentence, re.IGNORECASE) is not None

    def offers_something(self, sentence: str) -> bool:
        """Whether the sentence holds a discount, something free or a trial."""
        return re.search(rf"(?:{self.offers})", sentence, re.IGNORECASE) is not None

    def tells_a_place(self, sentence: str) -> bool:
        """Whether the sentence says where or when the doors are open."""
        return re.search(rf"\b(?:{self.places})\b", sentence, re.IGNORECASE) is not None


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# German verbs end in these: "Rufen Sie uns an."
SEPARABLE = _set("an auf aus bei mit zu vor ab ein")

TONGUES = {
    one.code: one
    for one in (
        Tongue(
            "es",
            3.2,
            "reserv[ae]|llam[ae]|visit[ae]|ven(?:ga)?|compr[ae]|pid[ae]|descarg[ae](?:la|lo)?|descubr[ae]|"
            "pruéb[ae]l[oa]|prueb[ae]|suscríb[ae](?:te|se)|apúnt[ae](?:te|se)|regístr[ae](?:te|se)|solicit[ae]|"
            "contáct[ae]|consult[ae]|empieza|haz tu|[a-zñ]*[áéíú][a-zñ]*[aeé](?:nos|me|te|se)|"
            "(?:resérva|píde|cómpra|descárga)l[oa]s?",
            r"\bgratis|gratuit|descuento|\bprueba\b|regalo|\b\d+ ?x ?\d\b|mitad de precio|\bdevolu|código|oferta|ahorr",
            "abiert[oa]s?|abrimos|horario|encuéntranos|estamos en|calle|plaza|avenida",
            "dice|según|afirma|cuenta|comenta|escribe",
            _set("en cuando desde hasta cada mientras porque donde para sin"),
            _set("de del la el los las un una unos unas y e o u con en a al por para sin que su sus tu tus mi se más"),
            _set("de la el los las y en con para que una por del sin tu su más nuestro nuestra"),
            "Descubre {brand}",
            "Visita {address}",
            "Llama al {phone}",
            "y",
            "Abrir con “{first}”, mostrar “{middle}” y cerrar con “{end}”.",
        ),
        Tongue(
            "fr",
            3.0,
            "réserve[zr]?|appele[zr]|visite[zr]|vene[zr]|achete[zr]|command(?:e|ez|er)|télécharge[zr]?|découvr(?:e|ez|ir)|"
            "essaye[zr]?|essai[e]?s?|inscri(?:s|vez)|demand(?:e|ez)|contacte[zr]?|rejoign(?:ez|s)|"
            "retrouve[zr]|passe[zr]|prene[zr]|profite[zr]",
            r"gratuit|offert|remise|réduction|\bessai\b|moitié prix|rembours|code promo|satisfait|cadeau|\d ?% de",
            "ouvert[es]*|horaires?|retrouvez-nous|rue|place|avenue|situé[es]*",
            "dit|selon|d'après|affirme|écrit|raconte|témoigne|confie",
            _set("à au dans quand depuis jusqu'à chaque pendant parce où pour sans"),
            _set("de du des la le les un une et ou avec en à au aux par pour sans que qui sa ses votre vos se plus"),
            _set("de la le les et en avec pour que une des du sans votre vos nos notre dans sur"),
            "Découvrez {brand}",
            "Rendez-vous sur {address}",
            "Appelez le {phone}",
            "et",
            "Ouvrir sur « {first} », montrer « {middle} » et finir sur « {end} ».",
        ),
        Tongue(
            "de",
            2.4,
            "buch(?:en|e|t)|ruf(?:en|e|t)?|besuch(?:en|e|t)|komm(?:en|e|t)?|kauf(?:en|e|t)|bestell(?:en|e|t)|"
            "lad(?:en|e)|entdeck(?:en|e|t)|probier(?:en|e|t)|test(?:en|e|et)|meld(?:en|e|et)|vereinbar(?:en|e)|"
            "fordern? sie|schreib(?:en)?|reservier(?:en|e|t)|start(?:en|e|et)|jetzt",
            r"gratis|kostenlos|rabatt|probe(?:zeit|monat|abo|tag)|schenk|halber preis|geld zurück|"
            r"gutschein|\d ?% (?:auf|rabatt|günstiger)|sparen",
            "geöffnet|öffnungszeiten|straße|platz|geöffnet von|finden sie uns",
            "sagt|laut|schreibt|meint|erzählt|findet",
            _set("in im wenn seit bis während weil wo für ohne"),
            _set("der die das den dem des ein eine einen einem und oder mit in im an am auf von vom zu zum zur für "
                 "ohne ihr ihre ihren dein deine sein bei aus"),
            _set("der die das und mit für ist ein eine wir sie in im auf den von zu ohne ihr ihre unsere"),
            "Entdecken Sie {brand}",
            "Besuchen Sie {address}",
            "Rufen Sie uns an: {phone}",
            "und",
            "Mit „{first}“ beginnen, „{middle}“ zeigen und mit „{end}“ enden.",
        ),
        Tongue(
            "it",
            3.1,
            "prenot[ai](?:te)?|chiam[ai](?:te|ci)?|visit[ai](?:te|ci)?|vien[ie](?:te)?|compr[ai]|ordin[ai]|scaric[ai](?:la|lo)?|"
            "scopr[ai]|prov[ai](?:l[oa])?|iscrivi(?:ti)?|richied[ai]|contatt[ai](?:ci)?|passa|trov[ai](?:ci|te)?|scriv[ai](?:ci)?|seguici",
            r"gratis|gratuit|sconto|omaggio|\bprova\b|metà prezzo|rimbors|codice|offerta|risparmi|soddisfatti",
            "apert[oiae]|orari[oi]?|siamo in|ci trovi|via|piazza|corso",
            "dice|secondo|scrive|afferma|racconta",
            _set("in nel nella quando dal fino ogni mentre perché dove per senza"),
            _set("di del della dei delle il lo la i gli le un una uno e ed o con in a al alla da per senza che suo sua "
                 "tuo tua si più nel nella"),
            _set("di il la le e in con per che una del della dei senza tuo nostro nostra sono è"),
            "Scopri {brand}",
            "Visita {address}",
            "Chiama il {phone}",
            "e",
            "Aprire con “{first}”, mostrare “{middle}” e chiudere con “{end}”.",
        ),
        Tongue(
            "pt",
            3.0,
            "reserve|marque|ligue|encomende|envie|mande|chame|garanta|visite|venha|vem|compre|peça|baixe|descarregue|descubra|experimente|inscreva-se|"
            "[a-zç]{3,}[ae]-(?:nos|me|se|[oa]s?)|agende|solicite|contate|contacte|encontre-nos|fale|comece|cadastre-se|acesse",
            r"grátis|gratuit|desconto|\bteste\b|brinde|metade do preço|reembols|devolvemos|código|oferta|economiz",
            "abert[oa]s?|abrimos|horário|encontre-nos|estamos n[ao]|rua|praça|avenida",
            "diz|segundo|afirma|conta|escreve",
            _set("em no na quando desde até cada enquanto porque onde para sem"),
            _set("de do da dos das o a os as um uma e ou com em no na nos nas por para sem que seu sua se mais ao à"),
            _set("de o a os as e em com para que uma do da no na sem seu sua nosso nossa são é"),
            "Descubra {brand}",
            "Visite {address}",
            "Ligue para {phone}",
            "e",
            "Abrir com “{first}”, mostrar “{middle}” e fechar com “{end}”.",
        ),
    )
}  # fmt: skip
