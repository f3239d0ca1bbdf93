"""An ad told in one sentence, as somebody would to the one who makes it: by what it opens with, in five languages."""

from collections.abc import Mapping
from types import MappingProxyType

ANGLES = (
    "question", "quote", "number", "promise", "offer", "price", "what", "detail", "list", "place", "action"
)  # fmt: skip
"""What a film may build on, in the order of the templates below."""


def _told(*templates: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(ANGLES, templates, strict=True)))


IDEAS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "es": _told(
        "Empezar por la pregunta «{said}» y dejar que responda {brand}.",
        "Dejar hablar primero a quien ya lo conoce, «{said}», y solo después decir el nombre: {brand}.",
        "Una sola cifra en grande, «{said}», y {brand} la explica.",
        "Abrir con la promesa, «{said}», y enseñar cómo la cumple {brand}.",
        "Poner la oferta por delante, «{said}», y contar después qué es {brand}.",
        "Decir el precio sin rodeos, «{said}», y enseñar lo que da {brand} por él.",
        "Presentar {brand} como a un vecino nuevo: «{said}».",
        "Acercarse a un detalle, «{said}», antes de nombrar {brand}.",
        "Enseñar una cosa tras otra, «{said}», y cerrar con {brand}.",
        "Llevar a quien mira hasta la puerta de {brand}: «{said}».",
        "Ir al grano con {brand}: «{said}».",
    ),
    "fr": _told(
        "Partir de la question « {said} » et laisser {brand} y répondre.",
        "Laisser parler d'abord quelqu'un qui connaît, « {said} », et ne dire le nom qu'ensuite : {brand}.",
        "Un seul chiffre en grand, « {said} », et {brand} l'explique.",
        "Ouvrir sur la promesse, « {said} », et montrer comment {brand} la tient.",
        "Mettre l'offre en avant, « {said} », puis raconter qui est {brand}.",
        "Dire le prix sans détour, « {said} », et montrer ce que {brand} donne en échange.",
        "Présenter {brand} comme un nouveau voisin : « {said} ».",
        "S'approcher d'un détail, « {said} », avant de nommer {brand}.",
        "Montrer une chose après l'autre, « {said} », et finir sur {brand}.",
        "Emmener le spectateur jusqu'à la porte de {brand} : « {said} ».",
        "Aller droit au but avec {brand} : « {said} ».",
    ),
    "de": _told(
        "Mit der Frage „{said}“ beginnen und {brand} antworten lassen.",
        "Zuerst spricht jemand, der es kennt, „{said}“, und erst danach fällt der Name {brand}.",
        "Eine Zahl ganz groß, „{said}“, und {brand} erklärt, was dahintersteckt.",
        "Mit dem Versprechen beginnen, „{said}“, und zeigen, wie {brand} es hält.",
        "Das Angebot an den Anfang stellen, „{said}“, und dann erzählen, wer {brand} ist.",
        "Den Preis offen sagen, „{said}“, und zeigen, was es bei {brand} dafür gibt.",
        "{brand} vorstellen wie neue Nachbarn: „{said}“.",
        "Ganz nah an eine Einzelheit gehen, „{said}“, bevor der Name {brand} fällt.",
        "Eins nach dem anderen zeigen, „{said}“, und mit {brand} enden.",
        "Bis vor die Tür von {brand} führen: „{said}“.",
        "Ohne Umwege zu {brand}: „{said}“.",
    ),
    "it": _told(
        "Partire dalla domanda «{said}» e lasciare la risposta a {brand}.",
        "Far parlare prima chi lo conosce già, «{said}», e solo dopo fare il nome: {brand}.",
        "Una sola cifra in grande, «{said}», e {brand} la spiega.",
        "Aprire con la promessa, «{said}», e mostrare come {brand} la mantiene.",
        "Mettere davanti l'offerta, «{said}», e poi raccontare chi è {brand}.",
        "Dire il prezzo senza giri di parole, «{said}», e mostrare che cosa dà {brand} in cambio.",
        "Presentare {brand} come un nuovo vicino: «{said}».",
        "Avvicinarsi a un dettaglio, «{said}», prima di fare il nome di {brand}.",
        "Mostrare una cosa dopo l'altra, «{said}», e chiudere con {brand}.",
        "Portare chi guarda fino alla porta di {brand}: «{said}».",
        "Andare dritti al punto con {brand}: «{said}».",
    ),
    "pt": _told(
        "Começar pela pergunta “{said}” e deixar a resposta com {brand}.",
        "Deixar falar primeiro quem já conhece, “{said}”, e só depois dizer o nome: {brand}.",
        "Um só número em grande, “{said}”, e {brand} explica o resto.",
        "Abrir com a promessa, “{said}”, e mostrar como {brand} a cumpre.",
        "Pôr a oferta à frente, “{said}”, e depois contar quem é {brand}.",
        "Dizer o preço sem rodeios, “{said}”, e mostrar o que {brand} dá por ele.",
        "Apresentar {brand} como um vizinho novo: “{said}”.",
        "Chegar perto de um detalhe, “{said}”, antes de dizer o nome {brand}.",
        "Mostrar uma coisa depois da outra, “{said}”, e terminar em {brand}.",
        "Levar quem vê até à porta de {brand}: “{said}”.",
        "Ir direto ao assunto com {brand}: “{said}”.",
    ),
})  # fmt: skip
"""By language and angle: ``brand`` is the name, ``said`` the brief's own words."""
