"""One sentence of a brief and what it is for."""

from dataclasses import dataclass

from generation.crew.copywriter.facts.fact import Kind


@dataclass(frozen=True)
class Statement:
    """One sentence of the brief. ``words`` are as typed; ``source`` is who said it, if it is a quote.

    ``due``: it has what must be said. ``asked``: it tells the offer of the offer field. ``is_what``: it says what is
    advertised. ``where``: the town or district that no other sentence names before it; no shorter version is without.
    """

    kind: Kind
    sentence: str
    words: str
    order: int
    source: str = ""
    due: bool = False
    asked: bool = False
    is_what: bool = False
    where: str = ""
