"""Three or more things named in one breath: the entries of a list."""

import re

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.shape import Shape

_TAIL = re.compile(
    r"\s+(?:under|in|at|from|for|with|on|too|all|as well|included|available)\b.*$", re.IGNORECASE
)
_LONGEST_ITEM = 5
_THOUSANDS = "\u2009"  # stands for the comma of "2,100" while commas divide
_LONGEST_SENTENCE = 26
_CITY_AND_COUNTRY = re.compile(
    r"(\b(?:in|from|near|at) [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?), [A-ZÀ-Þ][\w'-]+(?=[.,]|$)"
)


def items_in(sentence: str, shape: Shape) -> tuple[str, ...]:
    """The entries of a list inside the sentence (three to six of them), or nothing."""
    if shape is Shape.QUESTION or sentence.count(",") < 1:
        return ()
    sentence = _CITY_AND_COUNTRY.sub(r"\1", sentence)
    if shape is Shape.CLAUSE and len(sentence.split()) > _LONGEST_SENTENCE:
        return ()
    plain = shape in {Shape.NOUN, Shape.IDIOM}
    found = (
        [item.replace(_THOUSANDS, ",") for item in _plain(sentence)] if plain else _parsed(parse(sentence))
    )
    if any(re.match(r"n't\b|\W", item) for item in found) or (shape is Shape.CLAUSE and _one_worded(found)):
        return ()
    if any(re.search(r"\b(?:who|which|that|where)\b", item) for item in found):
        return ()  # "coaches who know your name and knees"
    if not _all_told(sentence, found) or (plain and _of_two_kinds(found)):
        return ()
    good = 3 <= len(found) <= 6 and all(1 <= len(item.split()) <= _LONGEST_ITEM for item in found)
    return tuple(_capital(item.strip("'")) for item in found) if good else ()


def _of_two_kinds(found: list[str]) -> bool:
    """ "One hour a week, online or at your kitchen table": a thing, and where it takes place."""
    opens = [parse(item)[0].pos_ for item in found]
    return "ADP" in opens and any(kind != "ADP" for kind in opens)


def _all_told(sentence: str, found: list[str]) -> bool:
    """Whether no entry is missing: of "German, French, Italian, Dutch to English" three would not be all."""
    bare = re.sub(r"^[^:]{2,40}:\s*", "", sentence.replace(_THOUSANDS, ",")).lower()
    row = re.split(r"(?<!\d),\s|,\s(?!\d)", bare)
    first = next((place for place, part in enumerate(row) if any(item.lower() in part for item in found)), 0)
    if first > 0 and not re.match(r"(?:in|at|with|on|for|if|when|from|after|every|by)\b", row[0]):
        return False  # "We handle the vaccinations, the forms …"
    return all(any(item.lower() in part for item in found) for part in row[first:])


def _capital(item: str) -> str:
    """A capital at the front, but "eBay" stays as it is."""
    item = re.sub(r"^(?:your|our|an?) (?=\w)", "", item, flags=re.IGNORECASE)
    return item if re.match(r"[a-z]+[A-Z]", item) else item[:1].upper() + item[1:]


def _one_worded(found: list[str]) -> bool:
    """ "We pack, lift and drive" says one thing, not three."""
    return all(len(item.split()) == 1 and item.islower() for item in found)


def _plain(sentence: str) -> list[str]:
    bare = re.sub(r"^[^:]{2,30}:\s*", "", sentence.rstrip("."))
    bare = re.sub(r"(?<=\d),(?=\d{3}\b)", _THOUSANDS, bare)
    if not re.search(r",? (?:and|or|&) ", bare) and bare.count(",") < 2:
        return []
    if not re.search(r"\b(?:and|or)\b|&", bare.rsplit(",", 1)[-1]):
        # "fig leaf, cedar and smoke, sea salt": the commas divide, the "and" belongs to one entry.
        return [part.strip() for part in bare.split(",") if part.strip()]
    parts = [
        part.strip() for part in re.split(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+", bare) if part.strip()
    ]
    return [*parts[:-1], _TAIL.sub("", parts[-1])]


def _parsed(doc: Doc) -> list[str]:
    for token in doc:
        row = [token, *token.conjuncts]
        if (
            len(row) >= 3
            and token.i == min(one.i for one in row)
            and token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}
        ):
            told = any(child.dep_ == "nsubj" for one in row[1:] for child in one.children)
            return [] if told or any(_goes_on(one) for one in row) else [_entry(one, row) for one in row]
    return []


def _goes_on(token: Token) -> bool:
    """ "the odd sea | shanty": the parse ended an entry too soon."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.pos_ == "NOUN" and following is not None and following.pos_ == "NOUN"


def _entry(token: Token, row: list[Token]) -> str:
    """One entry without its subject, its conjunction and the entries after it."""
    others = {inner for one in row if one != token for inner in one.subtree if one in token.subtree}
    dropped = {
        inner
        for child in token.children
        if child.dep_ in {"nsubj", "cc", "punct", "aux", "mark"}
        for inner in child.subtree
    }
    kept = [one for one in token.subtree if one not in others and one not in dropped]
    if token.pos_ in {"PROPN", "NOUN"}:
        tail = next((child for child in token.children if child.lower_ == "of" and child.i > token.i), None)
        end = tail.right_edge.i if tail is not None else token.i  # "the smell of frying onions"
        kept = [one for one in kept if one.i <= end]
    return "".join(one.text_with_ws for one in kept).strip(" ,.")
