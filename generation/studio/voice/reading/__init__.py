"""From what is written to what is spoken, without losing track of which word is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generation.studio.voice.reading.addresses import codes, telephone_numbers, web_addresses
from generation.studio.voice.reading.amounts import compounds, measures, money, plain_numbers
from generation.studio.voice.reading.fractions import fractions
from generation.studio.voice.reading.moments import around_the_clock, dates, times, years
from generation.studio.voice.reading.pieces import Piece, Rule, Sound, Told, take_apart
from generation.studio.voice.reading.respelled import respelling
from generation.studio.voice.reading.short_forms import NEVER_LAST, days, short_form

__all__ = ["Reading", "Sound", "read", "read_by"]

# The first rule that recognises something wins, so the narrow ones come first.
_RULES: tuple[Rule, ...] = (
    around_the_clock,
    web_addresses,
    telephone_numbers,
    times,
    dates,
    years,
    money,
    measures,
    fractions,
    plain_numbers,
    compounds,
    days,
    short_form,
    codes,
)
_PAUSES = ".!?…;:,—"
_OPENS = frozenset("«„“‘「『([")
_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Reading:
    """One written word, the words spoken for it, and the pause behind it.

    ``pause`` is empty or one of ``. ! ? … ; : , —``, the signs the voice knows.
    """

    written: str
    sounds: tuple[Sound, ...]
    pause: str


def read(text: str, *, pronunciations: Mapping[str, str] | None = None) -> tuple[Reading, ...]:
    """Say how an English ``text`` is read out; see ``read_by``.

    ``pronunciations`` says how single words or phrases are said, in plain
    letters ({"Nguyen": "win"}); it is asked before everything else.
    """
    return read_by(_RULES, text, pronunciations=pronunciations, never_last=NEVER_LAST)


def read_by(
    rules: Sequence[Rule],
    text: str,
    *,
    pronunciations: Mapping[str, str] | None = None,
    never_last: frozenset[str] = frozenset(),
) -> tuple[Reading, ...]:
    """Read ``text`` out by the rules of a language: one Reading for each written word, in order.

    Joining ``written`` with blanks gives the text back, but for its white
    space; signs that stand alone are written with the word beside them. The
    full stop behind a word of ``never_last`` ends no sentence.
    """
    if pronunciations:
        rules = (respelling(pronunciations), *rules)
    pieces = take_apart(text)
    readings: list[Reading] = []
    position, before = 0, ""
    while position < len(pieces):
        told, between = _tell(pieces[position:], before, rules)
        for offset, sounds in enumerate(told, start=position):
            after = pieces[offset + 1].core if offset + 1 < len(pieces) else None
            pause = _pause(pieces[offset], after, never_last)
            is_inside = offset + 1 < position + len(told)
            _append(readings, pieces[offset], sounds, pause or (between if is_inside else ""))
        position += len(told)
        before = pieces[position - 1].core
    return tuple(_closed(readings))


def _closed(readings: list[Reading]) -> list[Reading]:
    """Without a sign at the end that opens nothing: it joins the word before."""
    if len(readings) < 2 or readings[-1].sounds:
        return readings
    *others, word, sign = readings
    return [*others, Reading(f"{word.written} {sign.written}", word.sounds, word.pause)]


def _tell(pieces: tuple[Piece, ...], before: str, rules: Sequence[Rule]) -> tuple[Told, str]:
    """What is said for the next pieces, and the pause between them."""
    if not pieces[0].core:
        return ((),), ""
    for rule in rules:
        if told := rule(pieces, before):
            # The groups of a telephone number are set apart, so that one can write along.
            return told, "," if rule is telephone_numbers else ""
    return ((Sound(pieces[0].core),),), ""


def _append(readings: list[Reading], piece: Piece, sounds: tuple[Sound, ...], pause: str) -> None:
    """Add a word. What has no sound (a dash, a smiley) joins the word before it; what opens, the word after."""
    last = readings[-1] if readings else None
    if last and last.sounds and piece.written in _OPENS:
        readings.append(Reading(piece.written, (), ""))
    elif last and not sounds:
        readings[-1] = Reading(f"{last.written} {piece.written}", last.sounds, last.pause or pause)
    elif last and not last.sounds:
        readings[-1] = Reading(f"{last.written} {piece.written}", sounds, pause)
    else:
        readings.append(Reading(piece.written, sounds, pause))


def _pause(piece: Piece, after: str | None, never_last: frozenset[str]) -> str:
    """The strongest sign of the punctuation behind a word; ``after`` is None behind the last."""
    # The danda is the full stop of Hindi.
    tail = piece.tail.replace("।", ".")
    if piece.core.endswith(".") and not tail:
        return "." if after is None or after[:1].isupper() else ""
    if tail == "." and piece.lower in never_last and after is not None:
        return ""
    if set(tail) & _DASHES:
        return "—"
    if "..." in tail:
        return "…"
    found = [sign for sign in _PAUSES if sign in tail]
    if not found:
        return "," if ")" in tail else ""
    return "?" if "?" in found else found[0]
