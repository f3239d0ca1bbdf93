"""Numbers and times with what they count, as five languages write them."""

import re

MORE_THAN = (
    r"(?:(?:más de|hasta|desde|plus de|jusqu'à|dès|über|mehr als|bis zu|ab|rund|oltre|più di|fino a|da|mais de|até|"
    r"a partir de|à partir de|só|solo|nur|seulement|höchstens|máximo|menos de|moins de|weniger als|meno di|"
    r"en menos de|em menos de|en moins de|in weniger als|in meno di)\s)?"
)
_NUMERAL = (
    r"(?:\d{1,3}(?:[  .,]?\d{3})*|un'|un[ae]?|uma?|eine[rm]?|d'une|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|"
    r"veinte|deux|trois|quatre|cinq|six|dix|quinze|vingt|zwei|drei|vier|fünf|sechs|zehn|fünfzehn|zwanzig|due|tre|quattro|cinque|sei|dieci|"
    r"quindici|venti|dois|duas|três|quatro|dez|vinte)"
)
_UNIT = (
    r"(?:horas?|heures?|Stunden?|or[ae]|minut\w+|min|días?|jours?|Tagen?|giorn[io]|dias?|semanas?|semaines?|Wochen?|settiman[ae]|"
    r"meses|mes|mois|Monaten?|mes[ei]|mês|años|ans|Jahren?|ann[io]|anos)"
)
DURATION = re.compile(
    rf"(?<!\w)(?i:{MORE_THAN})(?i:{_NUMERAL}) ?(?i:{_UNIT})(?: (?:de|di|d'|laborables)\s?[^\W\d_]{{4,}})?(?!\w)"
)
NUMBER = re.compile(
    rf"(?<!\w)(?:[^\W\d_]{{4,}} (?:in|en|em) )?(?i:{MORE_THAN})"
    r"\d{1,3}(?:[  .,]?\d{3})* [^\W\d_]{3,}(?: [^\W\d_]{5,}[sé])?(?!\w)"
)
DONE_IN = re.compile(rf"(?<!\w)[^\W\d_]{{4,}} (?i:en|in|em) \d+ ?(?i:{_UNIT})(?!\w)")
MONTHS = re.compile(
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|uhr|heures|horas",
    re.IGNORECASE,
)
TIME = re.compile(rf" (?=(?:en |in |em |à |a )?(?i:{_NUMERAL}) (?i:{_UNIT})\b)")
SHARE = re.compile(
    r"\b(?:\d+|nueve|ocho|neuf|huit|neun|acht|nove|otto|oito)(?: [^\W\d_]{4,})? "
    r"(?:de cada|em cada|von|sur|su|de) "
    r"\d+(?: [^\W\d_]{4,}){1,2}",
    re.IGNORECASE,
)


SINCE_YEAR = re.compile(r"\b(?:desde|depuis|seit|dal|dai)(?: \w+)? (?:1[5-9]|20)\d\d\b", re.IGNORECASE)
FROM_TO = re.compile(
    r"\b(?:de|da|von) (?:une? |una |einer |)\d[\d.,]*(?: [^\W\d_]{4,})? (?:a|à|auf|zu) (?:une? |una |einer )?\d[\d.,]*"
)
"""A change in figures: "(Mi hija ha pasado) de un 3 a un 8"."""
