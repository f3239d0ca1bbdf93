"""What is spelled out or taken apart: web and e-mail addresses, telephone numbers, codes, tags."""

import re
from collections.abc import Sequence

from generation.studio.voice.numbers import cardinal, digits
from generation.studio.voice.reading.pieces import Piece, Sound, Told, say, spell

# fmt: off
_ENDINGS = (
    "com", "org", "net", "example", "co", "io", "uk", "us", "eu", "de", "fr", "es", "it", "pt", "nl",
    "be", "at", "br", "mx", "ar", "in", "ca",
    "ch", "shop", "store", "app", "dev", "ai", "info", "biz", "health", "cafe", "studio", "online",
    "care", "fit",
    "garden", "kids", "restaurant",
)
# fmt: on
_ENDING = "|".join(sorted(_ENDINGS, key=len, reverse=True))
WEB = re.compile(
    rf"(?:https?://)?(?P<host>(?:[\w-]+\.)+(?:{_ENDING}))(?P<path>/[^\s]*)?",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SIGNS = {
    ".": "dot",
    "/": "slash",
    "@": "at",
    "-": "dash",
    "_": "underscore",
    "+": "plus",
    "?": "",
    "=": "equals",
}
_PHONE_PART = re.compile(r"\+?\(?\d[\d()./-]*")
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z\d]+")
_LONG_CAPITALS = re.compile(r"[A-Z]{6,}")
_TAG = re.compile(r"([#@])(\w+)")
_RUNS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\w\s]|_|\w")
_VOWELS = frozenset("aeiouyAEIOUY")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


def web_addresses(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "vigen.example/shop", "www.rosas-bakery.com", "hello@vigen.example"."""
    text = pieces[0].core.rstrip("/")
    if EMAIL.fullmatch(text):
        return (_spoken_address(text),)
    if match := WEB.fullmatch(text):
        host = re.sub(r"^www\.", "", match["host"], flags=re.IGNORECASE)
        return (_spoken_address(host + (match["path"] or "")),)
    return None


def _spoken_address(text: str) -> tuple[Sound, ...]:
    sounds: list[Sound] = []
    for run in _RUNS.findall(text):
        if run in _SIGNS:
            sounds += say(_SIGNS[run])
        elif run.isalnum():
            sounds += _run(run)
    return tuple(sounds)


def _run(run: str) -> tuple[Sound, ...]:
    """A run of letters or of digits inside an address or a code."""
    if run.isdigit():
        return say(cardinal(int(run)) if len(run) <= 2 and run[0] != "0" else digits(run))
    if run.lower() in {"io", "uk", "us", "eu", "de", "ai", "tv"} or not _VOWELS & set(run):
        return spell(run)
    return (Sound(run),)


def telephone_numbers(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "+1 555 0134", "(020) 7946 0958", "555-0134": digit by digit."""
    parts = phone_parts(pieces)
    return tuple(say(digits(piece.core)) for piece in parts) if parts else None


def phone_parts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces from here on that are one telephone number; none if there is no such number here."""
    parts = _dialled(pieces)
    written = [piece.lead[-1:].replace("“", "") + piece.core + piece.tail for piece in parts]
    joined = " ".join(written)
    count = sum(sign.isdigit() for sign in joined)
    if not _FEWEST_DIGITS <= count <= _MOST_DIGITS:
        return []
    looks_dialled = joined[0] in "+(0" or re.match(r"\d{3}[ .-]\d{3,4}(?:[ .-]\d{4})?\b", joined)
    return parts if looks_dialled else []


def _dialled(pieces: Sequence[Piece]) -> list[Piece]:
    parts: list[Piece] = []
    for piece in pieces:
        if not _PHONE_PART.fullmatch(piece.core):
            break
        parts.append(piece)
        if set(piece.tail) & set(".,;:!?"):
            break
    return parts


def codes(pieces: Sequence[Piece], before: str) -> Told | None:  # noqa: ARG001 - every rule has this shape
    """ "WOOF10", "B2B", "MP3", "4K"; "#RunFree" and "@vigen"; "HELLOPAWS"."""
    text = pieces[0].core
    if _LONG_CAPITALS.fullmatch(text) and _VOWELS & set(text):
        return ((Sound(text.lower()),),)  # In capitals the dictionary would spell what it does not know.
    if match := _TAG.fullmatch(text):
        return (say("hashtag" if match[1] == "#" else "at") + _spoken_code(match[2]),)
    return (_spoken_code(text),) if _CODE.fullmatch(text) else None


def _spoken_code(text: str) -> tuple[Sound, ...]:
    # "B2B", "P2P": the 2 is "to".
    if re.fullmatch(r"[A-Z]2[A-Z]", text):
        return (Sound(text[0], spelled=True), Sound("to"), Sound(text[2], spelled=True))
    sounds: list[Sound] = []
    for run in _RUNS.findall(text):
        sounds += _run(run)
    return tuple(sounds)
