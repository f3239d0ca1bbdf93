"""When somebody is there, and when nobody is."""

import re

_SHUT = re.compile(
    r"\bgeschlossen\b|\bRuhetag\b|\bfermée?s? (?:le|les|du|en|pour|au)\b|\bchius[oaie] (?:il|la|i|le|nei|dal)\b|"
    r"\bfechad[oa]s? (?:a|o|ao|aos|às)\b|\bcerrad[oa]s? (?:los?|las?|el|por)\b",
    re.IGNORECASE,
)
_DAY = (
    r"(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|"
    r"dimanches?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?|lunedì|martedì|mercoledì|giovedì|venerdì|"
    r"sabato|domenica|segundas?|terças?|quartas?|quintas?|sextas?|todos os dias|todos los días|tous les jours|täglich|"
    r"tutti i giorni|Mo|Di|Mi|Do|Fr|Sa|So|lun|mar|mié|mer|jeu|ven|sam|gio|sab|seg|ter|qua|qui|sex)"
)
_HOURS = re.compile(
    r"(?:(?:abiert[oa]s?|abrimos|horarios?|ouvert[es]*|geöffnet|öffnungszeiten|apert[oiae]|orari[oi]?|abert[oa]s?|abrimos|"
    r"siamo apert[ie]|atendimento)\W+)?(?:d[aeiou]l?s?|dal|von|du|os|las?|los|le|am|as|às|kurse von|kurse)?\s?"
    rf"{_DAY}\b.*(?:\d|\b{_DAY}\b)",
    re.IGNORECASE,
)
_LONGEST_HOURS = 16
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?(?: ?h(?: ?\d\d)?)?"
_FROM_TO = re.compile(
    rf",? (?:de|von|das|des|dalle|dès|from) (?P<opens>{_CLOCK}) (?:a|à|bis|às|alle|al) (?P<shuts>{_CLOCK}(?: Uhr)?)\b"
)


def is_hours(text: str) -> bool:
    """Whether a sentence says little else than on which days and at what time somebody is there."""
    return len(text.split()) <= _LONGEST_HOURS and _HOURS.match(text) is not None


def is_shut(text: str) -> bool:
    """Whether a sentence says when nobody is there."""
    return _SHUT.search(text) is not None


def clock_of(text: str) -> list[tuple[str, float]]:
    """ "Montag bis Samstag von 9 bis 18 Uhr" as it stands on a door, with how well it stands there: "…, 9–18 Uhr"; and
    the days alone.
    """
    bare = re.sub(r"(\d) h(?: (\d\d))?\b", r"\1h\2", text.rstrip("."))
    hours = _FROM_TO.search(bare)
    if hours is None or not is_hours(text):
        return []
    days = bare[: hours.start()]
    return [
        (f"{days}, {hours['opens']}–{hours['shuts']}{bare[hours.end() :]}", 9.6),
        (f"{days}, {hours['opens']}–{hours['shuts']}", 9.4),
        (days, 7.0),
    ]
