"""One thing that a brief says, and what it is."""

from dataclasses import dataclass
from enum import StrEnum

from generation.crew.copywriter.facts.figures import Figure
from generation.crew.copywriter.grammar.shape import Shape


class Kind(StrEnum):
    """What a fact is, and so which scene suits it."""

    QUESTION = "question"
    PAIN = "pain"
    PRODUCT = "product"
    BENEFIT = "benefit"
    NUMBER = "number"
    QUOTE = "quote"
    LIST = "list"
    STEPS = "steps"
    PLACE = "place"
    PRICE = "price"
    OFFER = "offer"
    CHANGE = "change"
    TERMS = "terms"
    ACTION = "action"


@dataclass(frozen=True)
class Fact:
    """One thing that the brief says.

    ``sentence`` is clean and whole; ``words`` are the brief's own. ``leans``:
    it points back at the sentence before it ("We replace it…"). ``asked``: it stands in the
    offer field, so the ad may not do without it; ``due``: it holds words that must be said.
    ``items``: the entries of a list, the steps, or what was and what is now. ``code`` and ``deadline`` are
    those of an offer; ``told`` is how the brief itself names who said a quote.
    """

    kind: Kind
    sentence: str
    words: str
    shape: Shape
    order: int
    items: tuple[str, ...] = ()
    figure: Figure | None = None
    source: str = ""
    leans: bool = False
    asked: bool = False
    due: bool = False
    code: str = ""
    deadline: str = ""
    told: str = ""
