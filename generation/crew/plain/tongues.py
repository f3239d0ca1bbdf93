"""What the plain writer knows of each language: few words, by which a sentence shows what it is for."""

import re
from dataclasses import dataclass

_SHORT = 6
_TOO = re.compile(r"\b(?:también|aussi|auch|anche|também)\.?$", re.IGNORECASE)
"""A short sentence that ends in "too" adds to the one before it: "Edredões e tapetes também"."""


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """One language.

    ``orders``: how a call to action begins; ``offers`` and ``places``: what gives an offer or a place and hours
    away; ``says``: the words between a quote and its source; ``leans``: how a sentence begins that points back at
    the one before it; ``breaks``: words before which a phrase may be cut without losing what it needs; ``bound``:
    words that no phrase may end with, nor with ``helpers``, verbs that wait for another; ``pace``: spoken words a
    second; ``and_``: for "&".

    ``discover``, ``come``, ``visit``, ``call`` and ``write`` make a call to action where the brief has none, each
    said as to a friend and as to a stranger, and so do ``come_to`` (a town with its preposition) and ``message``
    (somebody who answers on WhatsApp); ``familiar``: words of a brief that speaks as to a friend, ``polite``: as to a
    stranger.
    """

    code: str
    pace: float
    orders: str
    offers: str
    places: str
    says: str
    leans: str
    breaks: frozenset[str]
    helpers: frozenset[str]
    bound: frozenset[str]
    discover: tuple[str, str]
    come: tuple[str, str]
    come_to: tuple[str, str]
    visit: tuple[str, str]
    call: tuple[str, str]
    message: tuple[str, str]
    write: tuple[str, str]
    familiar: str
    polite: str
    and_: str

    def orders_something(self, sentence: str) -> bool:
        """Whether the sentence tells the viewer what to do next."""
        return re.match(rf"(?:{self.orders})\b", sentence, re.IGNORECASE) is not None

    def offers_something(self, sentence: str) -> bool:
        """Whether the sentence holds a discount, something free or a trial."""
        return re.search(rf"(?:{self.offers})", sentence, re.IGNORECASE) is not None

    def tells_a_place(self, sentence: str) -> bool:
        """Whether the sentence says where or when the doors are open."""
        return re.search(rf"\b(?:{self.places})\b", sentence, re.IGNORECASE) is not None

    def leans_back(self, sentence: str) -> bool:
        """Whether the sentence needs the one before it: "Elles brûlent 45 heures"."""
        added = len(sentence.split()) <= _SHORT and _TOO.search(sentence)
        return bool(added) or re.match(rf"(?:{self.leans})\b", sentence) is not None

    def speaks_to(self, text: str) -> int:
        """1 where a brief speaks as to a stranger, 0 where it speaks as to a friend; else as its ads usually do."""
        if re.search(rf"\b(?:{self.familiar})\b", text, re.IGNORECASE):
            return 0
        return int(re.search(rf"\b(?:{self.polite})\b", text, re.IGNORECASE) is not None)

    @property
    def never_last(self) -> frozenset[str]:
        """Words that no text on the picture may end with."""
        return self.bound | self.breaks | self.helpers


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


# German verbs end in these: "Rufen Sie uns an."
SEPARABLE = word_set("an auf aus bei mit zu vor ab ein")

_SPANISH = Tongue(
    code="es",
    pace=3.2,
    orders=(
        "reserv[ae]|llam[ae]|visit[ae]|ven(?:ga)?|compr[ae]|pid[ae]|descarg[ae](?:la|lo)?|descubr[ae]|"
        "pruéb[ae]l[oa]|prueb[ae]|suscríb[ae](?:te|se)|apúnt[ae](?:te|se)|regístr[ae](?:te|se)|solicit[ae]|"
        "contáct[ae]|consult[ae]|empieza|haz tu|escrib[ae]|manda|mande|[a-zñ]*[áéíú][a-zñ]*[aeé](?:nos|me|te|se)|"
        "(?:resérva|píde|cómpra|descárga)l[oa]s?"
    ),
    offers=(
        r"\bgratis|gratuit|descuento|\bprueba\b|regal[oa]|\b\d+ ?x ?\d\b|mitad de precio|\bdevolu|código|oferta|ahorr|"
        r"sin coste|no se paga|no pagan?\b|invita la casa|al precio de un|(?:a|por|de) nuestra cuenta|invitamos"
    ),
    places=r"abiert[oa]s?|abrimos|horario|encuéntranos|estamos en|(?-i:(?:[Cc]alle|[Pp]laza|[Aa]venida) [A-ZÀ-Þ]\w*)",
    says="dice|dijo|según|afirma|cuenta|comenta|escribe|nos dijo",
    leans="Ell[oa]s?|Est[oa]s?|Es[oa]s?|También|Además|Y|Pero|Así|Por eso|Después|Luego",
    breaks=word_set("en cuando desde hasta cada mientras porque donde para sin con por"),
    helpers=word_set("ha han he hemos es son está"),
    bound=word_set(
        "de del la el los las un una unos unas y e o u con en a al por para sin que su sus tu tus mi se más"
    ),
    discover=("Descubre {brand}", "Descubra {brand}"),
    come=("Ven a vernos: {street}", "Venga a vernos: {street}"),
    come_to=("Ven a vernos {town}", "Venga a vernos {town}"),
    visit=("Visita {address}", "Visite {address}"),
    call=("Llama al {phone}", "Llame al {phone}"),
    message=("Escríbenos por WhatsApp: {phone}", "Escríbanos por WhatsApp: {phone}"),
    write=("Escribe a {email}", "Escriba a {email}"),
    familiar="tú|tu|tus|te|contigo|ven|llámanos|escríbenos",
    polite="usted|ustedes|venga|llámenos|escríbanos|consúltenos|visítenos|reserve|pida|solicite",
    and_="y",
)  # fmt: skip
_FRENCH = Tongue(
    code="fr",
    pace=3.0,
    orders=(
        "réserve[zr]?|appele[zr]|visite[zr]|vene[zr]|achete[zr]|command(?:e|ez|er)|télécharge[zr]?|découvr(?:e|ez|ir)|"
        "essaye[zr]?|inscri(?:s|vez)|demand(?:e|ez)|contacte[zr]?|rejoign(?:ez|s)|"
        "retrouve[zr]|passe[zr]|prene[zr]|profite[zr]|écrive[zr]|envoye[zr]"
    ),
    offers=(
        r"gratuit|offert|remise|réduction|\bessai\b|moitié prix|rembours|code promo|satisfait|cadeau|\d ?% de|"
        r"sans frais|ne pai?ent pas|(?:pour le|au) prix d[e']|ne payez? (?:pas|rien)|pour notre compte|on vous l\'offre"
    ),
    places=r"ouvert[es]*|horaires?|retrouvez-nous|"
    r"(?-i:(?:[Rr]ue|[Pp]lace|[Aa]venue)(?: d[eu]s?)?(?: la)? [A-ZÀ-Þ]\w*)|situé[es]*",
    says="dit|a dit|a écrit|selon|d'après|affirme|écrit|raconte|témoigne|confie|nous dit",
    leans="Elles?|Ils?|Celle|Celui|Ceux|Cela|Ça|C'est|Et|Mais|Aussi|Puis|Ensuite|Chacune?|Le tout",
    breaks=word_set("à au dans quand depuis jusqu'à chaque pendant parce où pour sans avec chez dès avant après"),
    helpers=word_set("a ont est sont"),
    bound=word_set(
        "de du des la le les un une et ou avec en à au aux par pour sans que qui sa ses votre vos se plus"
    ),
    discover=("Découvre {brand}", "Découvrez {brand}"),
    come=("Passe nous voir : {street}", "Passez nous voir : {street}"),
    come_to=("Passe nous voir {town}", "Passez nous voir {town}"),
    visit=("Rendez-vous sur {address}", "Rendez-vous sur {address}"),
    call=("Appelle le {phone}", "Appelez le {phone}"),
    message=("Écris-nous sur WhatsApp : {phone}", "Écrivez-nous sur WhatsApp : {phone}"),
    write=("Écris à {email}", "Écrivez à {email}"),
    familiar="tu|toi|ton|ta|tes",
    polite=".",
    and_="et",
)  # fmt: skip
_GERMAN = Tongue(
    code="de",
    pace=2.5,
    orders=(
        "buch(?:en|e|t)|ruf(?:en|e|t)?|besuch(?:en|e|t)|komm(?:en|e|t)?|kauf(?:en|e|t)|bestell(?:en|e|t)|"
        "lad(?:en|e)|entdeck(?:en|e|t)|probier(?:en|e|t)|test(?:en|e|et)|meld(?:en|e|et)|vereinbar(?:en|e)|"
        "fordern? sie|schreib(?:en|t)?|reservier(?:en|e|t)|start(?:en|e|et)|jetzt|schau(?:en|t)?"
    ),
    offers=(
        r"gratis|kostenlos|kostenfrei|rabatt|probe(?:zeit|monat|abo|tag)|geschenk|halber preis|geld zurück|"
        r"zum halben preis|gutschein|zahl(?:t|en) nichts|aufs haus|zum preis von|geht auf uns|"
        r"\d ?% (?:auf|rabatt|günstiger)|sparen|spart|umsonst"
    ),
    places="geöffnet|öffnungszeiten|straße|platz|finden sie uns|Mo(?:ntag)?s?\\.?[ –-]+(?:bis )?(?:Fr|Sa|So|Do)",
    says="sagt|sagte|laut|schreibt|schrieb|meint|erzählt|findet",
    leans="Sie(?! (?:haben|wollen|suchen|möchten|brauchen|sind|können))|Er|Es|Dies\\w*|Und|Aber|Auch|Dazu|Danach|"
    "Dabei|Außerdem|Dann|Damit|Das (?:ist|sind|geht)",
    breaks=word_set("in im wenn seit bis während weil wo für ohne mit auf bei vor nach aus"),
    helpers=word_set("ist sind hat haben wird"),
    bound=word_set(
        "der die das den dem des ein eine einen einem und oder mit in im an am auf von vom zu zum zur für "
        "ohne ihr ihre ihren dein deine sein bei aus nur"
    ),
    discover=("Entdecke {brand}", "Entdecken Sie {brand}"),
    come=("Komm vorbei: {street}", "Kommen Sie vorbei: {street}"),
    come_to=("Besuch uns {town}", "Besuchen Sie uns {town}"),
    visit=("Besuche {address}", "Besuchen Sie {address}"),
    call=("Ruf an: {phone}", "Rufen Sie uns an: {phone}"),
    message=("Schreib uns per WhatsApp: {phone}", "Schreiben Sie uns per WhatsApp: {phone}"),
    write=("Schreib an {email}", "Schreiben Sie an {email}"),
    familiar=r"du|dich|dir|dein\w*|euch|euer|eure\w*",
    polite=".",
    and_="und",
)  # fmt: skip
_ITALIAN = Tongue(
    code="it",
    pace=3.1,
    orders=(
        "prenot[ai](?:te)?|chiam[ai](?:te|ci)?|visit[ai](?:te|ci)?|vien[ie](?:te)?|compr[ai]|ordin[ai]|scaric[ai](?:la|lo)?|"
        "scopr[ai]|prov[ai](?:l[oa])?|iscrivi(?:ti)?|richied[ai]|contatt[ai](?:ci)?|passa|trov[ai](?:ci|te)?|scriv[ai](?:ci)?|"
        "chiamateci|scriveteci|venite|seguici"
    ),
    offers=(
        r"gratis|gratuit|sconto|omaggio|\bprova\b|metà prezzo|rimbors|codice|offerta|risparmi|soddisfatti"
        r"|in regalo|non pag(?:a|ano)\b|offriamo noi|al prezzo di un|offre la casa"
    ),
    places=r"apert[oiae]|orari[oi]?|siamo in|ci trovi|(?-i:(?:[Vv]ia|[Pp]iazza|[Cc]orso) [A-ZÀ-Þ]\w*)",
    says="dice|ha scritto|secondo|scrive|afferma|racconta",
    leans="Ess[oaie]|Quest[oaie]|Anche|E|Ma|Poi|Inoltre|Dopo|Così",
    breaks=word_set("in quando da dal fino ogni mentre perché dove per senza con"),
    helpers=word_set("ha hanno è sono"),
    bound=word_set(
        "di del della dei delle il lo la i gli le un una uno e ed o con in a al alla da per senza che suo sua "
        "tuo tua si più nel nella"
    ),
    discover=("Scopri {brand}", "Scopra {brand}"),
    come=("Vieni a trovarci: {street}", "Venga a trovarci: {street}"),
    come_to=("Vieni a trovarci {town}", "Venga a trovarci {town}"),
    visit=("Visita {address}", "Visiti {address}"),
    call=("Chiama il {phone}", "Chiami il {phone}"),
    message=("Scrivici su WhatsApp: {phone}", "Ci scriva su WhatsApp: {phone}"),
    write=("Scrivi a {email}", "Scriva a {email}"),
    familiar="tu|tuo|tua|tuoi|tue|ti",
    polite="Lei|suo|sua|suoi|vostr[oaie]|chiami|prenoti|venga|chiamateci",
    and_="e",
)  # fmt: skip
_PORTUGUESE = Tongue(
    code="pt",
    pace=3.0,
    orders=(
        "reserve|marque|ligue|encomende|envie|mande|chame|garanta|visite|venha|vem|compre|peça|baixe|descarregue|"
        "descubra|experimente|inscreva-se|[a-zç]{3,}[ae]-(?:nos|me|se|[oa]s?)|agende|solicite|contate|contacte|"
        "encontre-nos|fale|comece|cadastre-se|acesse|escreva|aproveite"
    ),
    offers=(
        r"grátis|gratuit|desconto|\bteste\b|brinde|metade do preço|reembols|devolvemos|código|oferta|economiz|"
        r"oferecemos|sem custo|por nossa conta|pelo preço de|não pagam?\b|por conta da casa"
    ),
    places=r"abert[oa]s?|abrimos|horário|encontre-nos|estamos n[ao]|"
    r"(?-i:(?:[Rr]ua|[Pp]raça|[Aa]venida)(?: d[aeo]s?)? [A-ZÀ-Þ]\w*)",
    says="diz|disse|escreveu|segundo|afirma|conta|escreve",
    leans="El[ae]s?|Est[ae]s?|Ess[ae]s?|Isso|Também|E|Mas|Depois|Além",
    breaks=word_set("em no na quando desde até cada enquanto porque onde para sem com por"),
    helpers=word_set("é são tem foi está"),
    bound=word_set(
        "de do da dos das o a os as um uma e ou com em no na nos nas por para sem que seu sua se mais ao à"
    ),
    discover=("Descobre {brand}", "Descubra {brand}"),
    come=("Visita-nos: {street}", "Visite-nos: {street}"),
    come_to=("Visita-nos {town}", "Visite-nos {town}"),
    visit=("Visita {address}", "Visite {address}"),
    call=("Liga para {phone}", "Ligue para {phone}"),
    message=("Manda WhatsApp para {phone}", "Mande WhatsApp para {phone}"),
    write=("Escreve para {email}", "Escreva para {email}"),
    familiar="tu|teu|tua|teus|tuas|contigo",
    polite=".",
    and_="e",
)  # fmt: skip

TONGUES = {one.code: one for one in (_SPANISH, _FRENCH, _GERMAN, _ITALIAN, _PORTUGUESE)}
