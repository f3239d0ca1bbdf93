"""What a sentence is built like: this decides how it can be said aloud as a whole sentence."""

import re
from enum import StrEnum

from spacy.tokens import Doc, Token

from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.reading import is_finite, parse, root, subject

# Verbs that open feature lines ("Grips wet pavement."), where a small parser often sees a plural noun.
_FEATURE_VERBS = words("feature_verbs")
_COMMANDS = words("commands")


class Shape(StrEnum):
    """The build of a sentence."""

    CLAUSE = "clause"  # "FitLoop tracks your streak."
    COMMAND = "command"  # "Invite your accountant for free."
    QUESTION = "question"  # "Cracked screen?"
    NOUN = "noun"  # "Evening appointments until 8 pm."
    VERB = "verb"  # "Grips wet pavement."
    ADJECTIVE = "adjective"  # "Used by 4,200 companies."
    IDIOM = "idiom"  # "No appointment needed."


_IS_A = re.compile(r"[A-ZÀ-Þ][\w&'’. -]{0,40}? (?:is|are) (?:a|an|the|your)\b")
_SPEAKS = re.compile(
    r"(?:(?:it|they|we|you|i|he|she|this|that)(?:'(?:s|re|ve|ll|d))?|nobody|no one|nothing|every(?:body|one|thing)|"
    r"some(?:body|one)|(?:most|all|each|none|half) of (?:us|them|our \w+)) \w",
    re.IGNORECASE,
)
_IDIOM = re.compile(r"(no|zero|without)\b.*", re.IGNORECASE)


_MADE = re.compile(
    r"(?:freshly |slowly |slow-|hand-?|home-?|locally |double-)?(?:aged|baked|brewed|roasted|made|grown|built|sewn|"
    r"woven|printed|raised|smoked|cooked|sourced|tested|voted|named|featured|pressed|picked|packed|carved|knitted|forged)"
    r" (?:in|for|by|with|on|from|at|since|without|to|over|using|\d)\b",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"(?:water|wind|shock|rain|dust|dishwasher|machine|oven|freezer|child|kid|pet|scratch|heat)[- ]?"
    r"(?:proof|resistant|safe|washable|friendly)(?= (?:to|up|down|at|in|for|and)\b|[.,])",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:(?:fully|proudly|100%|now) )*(?:[\w&]+[- ])?(?:(?:owned|run|operated|certified|licen[sc]ed|insured|"
    r"accredited|registered|qualified|based)(?: (?:and|&) )?)+(?=[.,]|$| (?:in|by|since|for|and|from|under|at|with)\b)",
    re.IGNORECASE,
)


# "Sourdough made the slow way": a thing and how it was made, which looks like a sentence.
_WARE = re.compile(
    r"(?!(?:we|i|he|she|they|it|you|our|my|the|this|every|all|each)\b)[\w-]+(?: [\w-]+){0,2} "
    r"(?:made|baked|grown|brewed|roasted|knitted|woven|sewn|picked|smoked|cooked) "
    r"(?:by hand|fresh|daily|every|from|to order|in small|the (?:slow|old|proper|hard|right|traditional) way)\b",
    re.IGNORECASE,
)


def is_state(sentence: str) -> bool:
    """Whether the sentence only says what somebody is: "Family-run since 1987.", "MCS certified."."""
    match = _STATE.match(sentence)
    return match is not None and not re.match(r"\w+[a-rt-z]s (?!.*and)", match.group())


def shape_of(sentence: str) -> Shape:
    """The shape of one clean sentence."""
    if sentence.endswith("?"):
        return Shape.QUESTION
    if " " not in sentence and not is_state(sentence):
        return Shape.ADJECTIVE if parse(f"It is {sentence.lower()}")[2].pos_ == "ADJ" else Shape.NOUN
    known = next((shape for shape, pattern in _KNOWN if pattern.match(sentence)), None)
    if known is not None or is_state(sentence):
        return known or Shape.ADJECTIVE
    doc = parse(sentence)
    fits = {
        Shape.CLAUSE: bool(_IS_A.match(sentence) or _SPEAKS.match(sentence))
        or _has_modal(doc)
        or _told(doc)
        or _named_doer(doc)
        or _verb_taken_for_a_noun(doc),
        Shape.IDIOM: bool(_IDIOM.match(sentence)) and not _has_own_verb(doc, sentence),
        Shape.VERB: opens_with_feature_verb(sentence),
        Shape.COMMAND: _opens_with_command(doc),
    }
    return next((shape for shape, it_fits in fits.items() if it_fits), _by_root(doc))


_KNOWN = (
    (Shape.NOUN, _WARE),
    (Shape.COMMAND, re.compile(r"(?:don't|do not) [a-z]+ (?:\w|$)", re.IGNORECASE)),
    (
        Shape.ADJECTIVE,
        re.compile(r"open (?:from|every|daily|until|all|seven|on|\d|[A-Z]\w+day)", re.IGNORECASE),
    ),
    (Shape.ADJECTIVE, _MADE),
    (Shape.ADJECTIVE, _PROOF),
)
_THINGS_TOO = {"returns", "repairs", "orders", "ships", "shows", "plans", "tests"}


def opens_with_feature_verb(sentence: str) -> bool:
    """Whether the sentence is a verb phrase without its subject: "Weighs 14 kg."."""
    first, _, rest = sentence.rstrip(".").partition(" ")
    if first.lower() not in _FEATURE_VERBS or rest.startswith(
        ("of ", "from ", "and ", "are ", "have ", "for ages ")
    ):
        return False
    if re.match(r"(?:from )?[€$£]\d", rest):
        return False  # "Cuts £16": things with a price
    if first.lower() in _THINGS_TOO and rest.startswith(("within ", "in ", "for ", "from ")):
        return False
    test = parse(f"It {first.lower()} {rest}.")
    return bool(test[1].tag_ == "VBZ" and test[1].dep_ == "ROOT")


def _has_modal(doc: Doc) -> bool:
    """Whether "can", "should" or "will" stands in the main part of the sentence."""
    aside = {"relcl", "advcl"}
    return any(token.tag_ == "MD" and token.i > 0 and token.head.dep_ not in aside for token in doc)


def _verb_taken_for_a_noun(doc: Doc) -> bool:
    """ "One square metre of green wall cleans as much air as 14 plants": a second opinion by the word list."""
    if any(token.dep_ == "prt" and token.head.pos_ == "NOUN" for token in doc):
        return True  # "94% sign up for the next course"
    return any(
        token.lower_ in _FEATURE_VERBS
        and token.tag_ in {"NNS", "NNPS"}
        and 0 < token.i < len(doc) - 1
        and doc[token.i - 1].tag_ in {"NN", "NNP"}
        and (
            (doc[token.i + 1].pos_ in {"DET", "NUM", "PRON", "ADV"} and doc[token.i + 1].tag_ != "WDT")
            or doc[token.i + 1].lower_ == "as"
        )
        for token in doc
    )


def _named_doer(doc: Doc) -> bool:
    """ "Ledgerly sends your invoices": a name that the parser takes for an adverb."""
    main = root(doc)
    named = main.i > 0 and all(token.pos_ in {"ADV", "PROPN", "ADJ", "INTJ", "X"} for token in doc[: main.i])
    thing = any(child.dep_ == "dobj" and child.i > main.i for child in main.children)
    return named and thing and main.tag_ == "VBZ" and subject(main) is None


def _told(doc: Doc) -> bool:
    """ "If you need one, try it at home", "Herbs and mulch mean you water less": a statement, however it is
    parsed.
    """
    if doc[0].dep_ == "mark" or doc[0].lower_ in {"if", "when", "whether", "because"}:
        return True
    return any(
        token.lower_ in {"we", "you", "they", "i"}
        and token.dep_ == "nsubj"
        and token.head.dep_ in {"ccomp", "conj", "ROOT"}
        and is_finite(token.head)
        for token in doc
    )


def _has_own_verb(doc: Doc, sentence: str) -> bool:
    end = root(doc)
    return end.tag_ in {"VBZ", "VBP", "MD"} or sentence.lower().startswith("no longer")


def _opens_with_command(doc: Doc) -> bool:
    first = doc[0]
    if first.lower_ in {"please", "now", "just", "simply", "never", "don't"} and len(doc) > 1:
        first = doc[1]
    if first.lower_ == "do" or first.lower_ not in _COMMANDS:
        return bool(first.tag_ == "VB" and first.dep_ == "ROOT" and _takes_an_object(first))
    if first.tag_ in {"VB", "VBP"}:
        return True
    following = doc[first.i + 1] if first.i + 1 < len(doc) else None
    return following is not None and following.pos_ in {
        "DET",
        "PRON",
        "ADP",
        "ADV",
        "NUM",
        "SCONJ",
        "CCONJ",
        "PROPN",
    }


def _takes_an_object(verb: Token) -> bool:
    return subject(verb) is None and any(child.dep_ in {"dobj", "xcomp", "prt"} for child in verb.children)


def _by_root(doc: Doc) -> Shape:
    end = root(doc)
    if any(
        token.dep_ == "nsubj"
        and token.head.lemma_ == "be"
        and token.i < token.head.i
        and token.tag_ not in {"WDT", "WP"}
        for token in doc[:8]
    ):
        return Shape.CLAUSE
    if end.pos_ in {"VERB", "AUX"}:
        return _by_verb(doc, end)
    before_noun = end.i == 0 and len(doc) > 1 and doc[1].pos_ in {"NOUN", "PROPN"}
    return Shape.ADJECTIVE if end.pos_ == "ADJ" and not before_noun else Shape.NOUN


def _by_verb(doc: Doc, verb: Token) -> Shape:
    made = verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"by", "from"} and verb.tag_ in {"VBP", "VBD"}
    if made and not any(child.dep_ == "dobj" for child in verb.children) and subject(verb) is not None:
        return Shape.NOUN  # "Strings wound by hand"
    if subject(verb) is not None:
        return Shape.CLAUSE if _truly_finite(verb) else Shape.NOUN
    if verb.tag_ == "VBN" and (verb.i <= 1 or doc[0].tag_ == "RB"):
        return Shape.ADJECTIVE
    return Shape.NOUN


def _truly_finite(verb: Token) -> bool:
    # "No appointment needed": a participle mistaken for a past tense has nothing after it but its own
    # adjuncts.
    if verb.tag_ == "VBD" and not any(
        child.dep_ in {"dobj", "acomp", "attr", "xcomp"} for child in verb.children
    ):
        return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    # "Your documents never leave the EU": a plain present after "never" is taken for an infinitive.
    return is_finite(verb) or verb.tag_ == "VB"
