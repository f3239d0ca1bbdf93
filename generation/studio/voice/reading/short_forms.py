"""Short forms and what they stand for."""

from collections.abc import Sequence

from generation.studio.voice.reading.pieces import Piece, Sound, Told, say, spell

_ALWAYS = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "@": "at",
    "%": "percent",
    "e.g": "for example",
    "e.g.": "for example",
    "i.e": "that is",
    "i.e.": "that is",
    "etc": "et cetera",
    "vs": "versus",
    "w/": "with",
    "w/o": "without",
    "approx": "approximately",
    "incl": "including",
    "excl": "excluding",
    "dept": "department",
    "tel": "telephone",
    "ext": "extension",
    "mr": "mister",
    "mrs": "missus",
    "ave": "avenue",
    "rd": "road",
    "blvd": "boulevard",
    "sq": "square",
    "jr": "junior",
    "ltd": "limited",
    "wi-fi": "why fye",
    "wifi": "why fye",
}
# Only with the full stop are these short forms and not words.
_WITH_FULL_STOP = {
    "min": "minutes",
    "max": "maximum",
    "hrs": "hours",
    "inc": "incorporated",
    "co": "company",
    "est": "established",
    "ft": "featuring",
    "mon": "Monday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_STREETS = {"St": "Street", "Dr": "Drive"}
DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
# The full stop behind these ends no sentence.
# fmt: off
NEVER_LAST = frozenset({
    "st", "dr", "mr", "mrs", "ms", "no", "nr", "vs", "approx", "incl", "excl", "e.g",
    "i.e", "tel", "ext", "min", "max", "est", "ft",
})
# fmt: on
# In capitals these are letters, though each of them is also a word.
_LETTERS = frozenset(
    {"US", "IT", "VAT", "ID", "AI", "OS", "ER", "HR", "PR", "UK", "EU", "TV", "DIY", "FAQ", "ATM"}
)
_MIXED = {
    "iOS": (Sound("I", spelled=True), Sound("OS", spelled=True)),
    "macOS": (Sound("mac"), Sound("OS", spelled=True)),
    "eBook": say("e book"),
    "PhD": spell("PHD"),
    "GmbH": spell("GMBH"),
    "SaaS": say("sass"),
}


def short_form(pieces: Sequence[Piece], before: str) -> Told | None:
    """ "&", "e.g.", "Mr.", "St.", "iOS", "VAT"."""
    piece = pieces[0]
    if piece.core in _MIXED:
        return (_MIXED[piece.core],)
    if piece.core in _LETTERS and not _is_shouted(pieces, before):
        return (spell(piece.core),)
    if piece.lower in _ALWAYS:
        return (say(_ALWAYS[piece.lower]),)
    if piece.tail.startswith(".") and len(pieces) > 1:
        return _with_full_stop(pieces, before)
    if piece.tail.startswith(".") and piece.core in _STREETS and before[:1].isupper():
        return (say(_STREETS[piece.core]),)
    return None


def _is_shouted(pieces: Sequence[Piece], before: str) -> bool:
    """ "GIVE US A CALL" is not about the United States."""
    around = [piece.core for piece in pieces[1:3]] + [before]
    return any(
        len(word) > 1 and word.isalpha() and word.isupper() and word not in _LETTERS for word in around
    )


def _with_full_stop(pieces: Sequence[Piece], before: str) -> Told | None:
    piece, after = pieces[0], pieces[1].core
    if piece.core == "St":
        return (say("Street" if before[:1].isupper() else "Saint"),)
    if piece.core == "Dr":
        return (say("Doctor" if after[:1].isupper() else "Drive"),)
    if piece.lower in {"no", "nr"} and after[:1].isdigit():
        return (say("number"),)
    # At the end of a sentence the full stop ends the sentence, and "co" is a word.
    if piece.lower in _WITH_FULL_STOP and not after[:1].isupper():
        return (say(_WITH_FULL_STOP[piece.lower]),)
    return None


def days(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "Mon–Fri" and a short day that stands before a time or another day."""
    first, dash, last = pieces[0].core.replace("–", "-").partition("-")
    if dash and first in DAYS and last in DAYS:
        return (say(f"{DAYS[first]} to {DAYS[last]}"),)
    if pieces[0].core in DAYS.keys() - {"Sat", "Sun"}:
        return (say(DAYS[pieces[0].core]),)
    return None
