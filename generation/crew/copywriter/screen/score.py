"""How well a phrase out of a sentence would stand on the picture."""

from spacy.tokens import Doc, Span, Token

from generation.crew.copywriter.grammar.reading import root, subject

_POINTING = {"it", "they", "them", "this", "these", "he", "she", "its", "their"}
# Verbs that say no more than that somebody has or brings what is named.
SUPPLIES = {
    "bake", "make", "sell", "offer", "have", "serve", "cook", "brew", "roast", "build", "provide", "stock", "carry",
    "get", "give", "bring", "deliver", "send", "craft", "sew", "print", "grow", "produce", "include", "feature", "run",
    "come", "mean", "need", "take",
}  # fmt: skip


def last_word(doc: Doc) -> int:
    """The position of the last word; the full stop is parsed, not shown."""
    return len(doc) - 2 if doc[-1].text in {".", "?"} and len(doc) > 1 else len(doc) - 1


def score(doc: Doc, span: tuple[int, int], text: str, *, must: str, brand: str) -> float:
    """The worth of the words from ``span[0]`` to ``span[1]`` (positions in ``doc``), shown as ``text``."""
    start, end = span
    value = _weight_of_words(doc, start, end, text)
    value += 3.5 if must and must.lower() in text.lower() else 0.0
    value -= 4.0 if brand and brand.lower() in text.lower() else 0.0
    value -= 1.5 if "," in text and end < last_word(doc) else 0.0
    return value + _weight_of_build(doc, start, end) - _weight_of_pronouns(text)


def _weight_of_words(doc: Doc, start: int, end: int, text: str) -> float:
    content = sum(
        doc[place].pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} for place in range(start, end + 1)
    )
    return 0.8 * content + {1: -7.0, 2: 0.0, 3: 1.0, 4: 1.2, 5: 0.8, 6: 0.0}.get(len(text.split()), -4.0)


def _weight_of_build(doc: Doc, start: int, end: int) -> float:
    """Whole sentences and whole predicates are best; a bare subject, a leading article or half a pair is
    worst.
    """
    main, last = root(doc), last_word(doc)
    own = subject(main)
    score = 2.0 if start == 0 and end >= last and len(doc[start : end + 1].text.split()) <= 6 else 0.0
    score -= 0.0 if _begins_well(doc, start) else 4.0
    second = doc[start].pos_ == "VERB" and doc[start].dep_ == "conj" and doc[start].head == main
    says_it = second or start <= main.i <= end or _object_of(main, doc[start : end + 1])
    score += 1.2 if says_it else -1.0
    score += 1.0 if says_it and end >= last else 0.0
    score += 0.8 if start == main.i and own is not None else 0.0
    score += 1.2 if start == main.i + 1 and main.lemma_ == "be" and doc[start].pos_ == "ADP" else 0.0
    score -= 3.5 if own is not None and own.left_edge.i <= start and end <= own.right_edge.i else 0.0
    score -= 3.0 if doc[start].lower_ in {"a", "an", "the", "has", "have"} else 0.0
    score -= 3.0 if doc[start].lower_ in {"no", "each"} and start > 0 else 0.0
    score -= 1.5 if end - start == 1 and doc[end].dep_ == "pobj" and not doc[start].like_num else 0.0
    score -= 1.5 if end < last and doc[end + 1].dep_ == "cc" and doc[end + 1].head.dep_ != "amod" else 0.0
    return score


def _begins_well(doc: Doc, start: int) -> bool:
    """Whether a reader who has not heard the sentence can begin here: at its beginning, at its verb or what that has,
    at a clause of its own, at a number; not in the middle ("time in La Chaux-de-Fonds" out of "one at a time in …").
    """
    first, main = doc[start], root(doc)
    begun = start == 0 or (
        start == 1 and doc[0].lower_ in {"a", "an", "the", "our", "your", "my", "and", "so"}
    )
    if first.pos_ == "VERB" and start > 0 and first.dep_ in {"relcl", "acl", "advcl", "ccomp"}:
        return False
    if begun or first == main or first.like_num or first.text in "€$£":
        return True
    if any(
        token.pos_ == "ADP"
        for token in doc[max(0, start - 2) : start]
        if token.i == start - 1 or doc[start - 1].pos_ == "DET"
    ):
        return False  # "from | Rodda's", "on a | Friday night"
    own = subject(main)
    if own is not None and own.left_edge.i == start:
        return True
    if first.pos_ in {"VERB", "AUX"} and first.dep_ == "conj":
        return True
    above = next((token for token in [first, *first.ancestors] if token.left_edge.i == start), first)
    heads = [token for token in (first, *first.ancestors) if token.left_edge.i <= start <= token.i]
    return any(
        token.dep_ in {"attr", "acomp", "ccomp"}
        or (token.dep_ == "dobj" and token.head.lemma_ in SUPPLIES)
        or (token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"})
        or (token.dep_ == "prep" and token == above and main.lemma_ == "be")
        for token in heads
    )


def is_helped(verb: Token) -> bool:
    """Whether "we can" or the like belongs to a verb; "you can" may be left out."""
    own = subject(verb)
    return own is not None and own.lower_ != "you" and any(child.dep_ == "aux" for child in verb.children)


def _object_of(main: Token, span: Span) -> bool:
    """Whether the span holds what the sentence is about to say: the object of its verb, or what it "is"."""
    return any(token.dep_ in {"dobj", "attr"} and token.head == main for token in span)


def _weight_of_pronouns(text: str) -> float:
    words = [word.lower().strip(",") for word in text.split()]
    if words[0] in {"i'm", "we're"} and len(words) <= 3:
        return 6.0  # "I'm Priya", "I'm not one"
    opening = 2.0 if words[0] in _POINTING else 1.6 if words[0] in {"we", "you", "there", "i"} else 0.0
    return opening + 0.8 * sum(word in _POINTING for word in words[1:])
