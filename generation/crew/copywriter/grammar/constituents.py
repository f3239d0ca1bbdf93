"""Where a phrase may begin and end: only at the borders of its constituents, never inside one."""

from spacy.tokens import Token

from generation.crew.copywriter.grammar.lexicon import words

_COMPLEMENTS = {
    "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative", "prt", "agent", "neg", "pobj", "pcomp", "auxpass",
    "quantmod", "nummod", "case",
}  # fmt: skip
_WITH_BOTH = {
    "replace", "swap", "turn", "trade", "exchange", "combine", "compare", "transform", "convert", "make", "protect",
    "confuse", "separate", "pair", "mix", "provide", "equip", "fill", "cover",
}  # fmt: skip
_VAGUE = {"people", "those", "anyone", "everyone", "adults", "things", "ones", "somebody", "someone", "all"}
TRADES = words("trades")
"""What is done for a living: "maths tutoring", "carpet cleaning" are one thing, though the parser may not see it."""
_NEVER_LAST = {"cc", "punct", "det", "aux", "mark", "preconj", "poss"}


def ends(head: Token) -> list[int]:
    """Token positions at which the phrase of ``head`` may end, longest first.

    Adjuncts and further conjuncts may be left off from the right, complements
    may not ("cuts" needs what it cuts), and a list is kept whole or cut back
    to its first entry.
    """
    right = [child for child in head.children if child.i > head.i]
    found: list[int] = []
    for kept in range(len(right), -1, -1):
        if kept < len(right) and not _may_go(right[kept], head):
            break
        if kept == 0:
            found.append(head.i)
        elif right[kept - 1].dep_ not in _NEVER_LAST:
            found += _ends_in(right[kept - 1], right, kept)
    return list(dict.fromkeys(found))


def _ends_in(last: Token, right: list[Token], kept: int) -> list[int]:
    if last.dep_ != "conj":
        return ends(last)
    joined = any(child.dep_ == "cc" for child in right[:kept])
    whole = last.right_edge
    # "A, B and C" hangs C on B: an end inside B would leave "A, B".
    return (
        ends(last)
        if joined and whole == last
        else [_without_sign(whole).i]
        if joined or _closes(last)
        else []
    )


def _closes(token: Token) -> bool:
    return any(inner.dep_ == "cc" for inner in token.subtree)


def _without_sign(token: Token) -> Token:
    return token.nbor(-1) if token.is_punct and token.i > 0 else token


def _may_go(child: Token, head: Token) -> bool:
    if _belongs(child, head):
        return False
    after_comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    if child.dep_ in {"punct", "cc"} or after_comma:
        return True
    built = child.dep_ == "advcl" and child.left_edge.lower_ == "to" and child.left_edge.i == head.i + 1
    if built or child.dep_ == "prep":  # "built | to order"
        return not built and not _aimed(child, head) and not _needs_preposition(child, head)
    if child.dep_ == "agent":
        adjuncts = {"prep", "oprd", "advmod"}
        return any(other.dep_ in adjuncts and head.i < other.i < child.i for other in head.children)
    # "no credit card required" without its end would say something else.
    denied = child.dep_ == "acl" and any(other.lower_ == "no" for other in head.children)
    for_whom = head.dep_ == "pobj" and head.head.lower_ == "for"
    if child.dep_ == "relcl" and (for_whom or head.lower_ in _VAGUE):
        return False  # "for people who have never touched clay"
    compared = child.dep_ == "advmod" and any(one.lower_ == "as" for one in child.children)
    bound = compared or (
        child.dep_ == "advmod" and (head.pos_ == "ADP" or child.lower_ == "back" or head.lemma_ == "be")
    )
    # "used to take me | a whole Sunday"
    bound = bound or (child.dep_ == "npadvmod" and head.lemma_ in {"take", "cost", "last", "spend", "wait"})
    return not denied and not bound and child.dep_ not in _COMPLEMENTS


def _belongs(child: Token, head: Token) -> bool:
    """ "something | sour", "cash | or card", "comes off the boat | that morning", "maths | tutoring"."""
    if child.i == head.i + 1 and child.lower_ in TRADES and head.pos_ in {"NOUN", "PROPN"}:
        return True
    if child.dep_ == "npadvmod" and child.left_edge.lower_ in {"that", "this", "same", "the"}:
        return True
    if head.lower_ in {"something", "anything", "nothing", "everything"} and child.dep_ == "amod":
        return True
    return (
        child.dep_ == "conj"
        and child.pos_ in {"NOUN", "PROPN", "ADJ"}
        and any(one.dep_ == "cc" and one.lower_ == "or" for one in head.children)
    )


def _aimed(child: Token, head: Token) -> bool:
    """ "adapts each session | to you", "replace gas boilers | with heat pumps" say something else when cut."""
    if head.dep_ == "attr" and child.lower_ in {"with", "without"}:
        return True  # "our favorite is beef | with olives"
    if head.lemma_ in {"keep", "leave", "put", "hold"} and any(one.dep_ == "dobj" for one in head.children):
        return True  # "we keep two techs | on call"
    if head.lemma_ == "spend" and child.lower_ == "on":
        return True  # "spends all summer | on a screen"
    if head.lemma_ in _WITH_BOTH and child.lower_ in {"with", "for", "into", "from"}:
        return True
    return child.lower_ in {"to", "into"} and head.pos_ == "VERB"


def _needs_preposition(child: Token, head: Token) -> bool:
    """ "Range of 80 km" and "connects to your bank" fall apart without their preposition."""
    if child.lower_ == "of":
        return True
    if head.dep_ == "xcomp" and head.head.pos_ == "ADJ":
        return False  # "free to download" is whole without "on iOS"
    if head.pos_ == "ADV" and child.lower_ == "to":
        return True  # "next | to the library"
    if head.pos_ in {"VERB", "ADJ"}:
        has_object = any(
            other.dep_ in (_COMPLEMENTS | {"npadvmod"}) - {"neg", "prt"}
            for other in head.children
            if other.i > head.i
        )
        first = next(other for other in head.children if other.i > head.i and other.dep_ == "prep")
        return not has_object and first == child
    return False


def starts(head: Token) -> list[int]:
    """Token positions at which the phrase of ``head`` may begin: with its subject, or at its own first
    word.
    """
    left = [child for child in head.children if child.i < head.i]
    whole = head.left_edge.i
    if head.pos_ in {"VERB", "AUX"}:
        own = [child for child in left if child.dep_ in {"advmod", "npadvmod"} and child.i == head.i - 1]
        bare = own[0].left_edge.i if own and own[0].lower_ not in {"when", "how", "why", "where"} else head.i
        # "If we make a mistake, | we pay the penalty"
        told = [child.left_edge.i for child in left if child.dep_ in {"nsubj", "nsubjpass", "expl"}]
        return list(dict.fromkeys([whole, *told, bare]))
    first = head.doc[whole]
    if whole + 1 < len(head.doc) and head.doc[whole + 1].lower_ in {"little", "few", "bit", "lot"}:
        return [whole]  # "a little different" is not "little different"
    if first.lower_ in {"a", "an", "the", "our"} and whole < head.i:
        return [whole + 1]
    return [whole]
