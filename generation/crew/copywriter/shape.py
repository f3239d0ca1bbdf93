"""What a sentence is built like: this decides how it can be said aloud as a whole sentence."""

import re
from enum import StrEnum

from spacy.tokens import Doc, Token

from generation.crew.copywriter.reading import is_finite, parse, root, subject

# Verbs that open feature lines ("Grips wet pavement."), where a small parser often sees a plural noun.
_FEATURE_VERBS = frozenset(
    "absorbs adapts adjusts alerts answers attaches automates bakes balances blends blocks boosts breathes brews "
    "brings charges cleans clips closes connects contains controls converts cooks costs covers creates cuts "
    "delivers detects dries ends erases features feels fends fights fits folds frees gets gives glows goes grills "
    "grinds grips grows guides heats helps hides holds hydrates improves includes installs keeps kills lasts "
    "launches learns lets lifts lights links locks looks lowers makes measures melts mixes monitors moves needs "
    "opens organises organizes packs pairs plays plugs prepares prevents protects pulls pumps purifies "
    "reads reduces refills reminds removes repels replaces resists restores rolls runs saves scans seals sends "
    "serves ships shows shrinks simplifies sits sleeps slides smells smooths soothes speaks spots stays stops "
    "stores stretches supports survives switches syncs takes tastes teaches tells tracks transforms translates "
    "traps turns updates warms washes wears weighs works wraps writes".split()
)
_COMMANDS = frozenset(
    "add apply ask book bring browse buy call cancel choose claim come compare contact cook create customise customize design "
    "discover download drop eat email enjoy enrol enroll enter explore feel find follow forget get give go grab "
    "hire invite join keep learn let listen live look make meet message move order pause pay pick plan play read "
    "register rent reserve ride run save schedule scan see send share shop show sign sip skip sleep spend start "
    "stay stop stream subscribe swap take talk taste tell text throw track train travel try upgrade use visit "
    "wake walk watch wear whatsapp work".split()
)


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
_IDIOM = re.compile(r"(no|zero|without)\b.*", re.IGNORECASE)


def shape_of(sentence: str) -> Shape:
    """The shape of one clean sentence."""
    if sentence.endswith("?"):
        return Shape.QUESTION
    doc = parse(sentence)
    if _IS_A.match(sentence):
        return Shape.CLAUSE
    if _IDIOM.match(sentence) and not _has_own_verb(doc, sentence):
        return Shape.IDIOM
    if opens_with_feature_verb(sentence):
        return Shape.VERB
    if _opens_with_command(doc):
        return Shape.COMMAND
    return _by_root(doc)


def opens_with_feature_verb(sentence: str) -> bool:
    """Whether the sentence is a verb phrase without its subject: "Weighs 14 kg."."""
    first, _, rest = sentence.rstrip(".").partition(" ")
    if first.lower() not in _FEATURE_VERBS or rest.startswith(("of ", "from ", "and ", "are ", "have ")):
        return False
    test = parse(f"It {first.lower()} {rest}.")
    return bool(test[1].tag_ == "VBZ" and test[1].dep_ == "ROOT")


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
    return following is not None and following.pos_ in {"DET", "PRON", "ADP", "ADV", "NUM", "SCONJ", "CCONJ"}


def _takes_an_object(verb: Token) -> bool:
    return subject(verb) is None and any(child.dep_ in {"dobj", "xcomp", "prt"} for child in verb.children)


def _by_root(doc: Doc) -> Shape:
    end = root(doc)
    if any(token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.i < token.head.i for token in doc[:8]):
        return Shape.CLAUSE
    if end.i == 0 and end.tag_ == "JJ" and len(doc) > 1 and doc[1].pos_ in {"NOUN", "PROPN"}:
        return Shape.NOUN
    if end.pos_ in {"VERB", "AUX"}:
        if subject(end) is not None and _truly_finite(end):
            return Shape.CLAUSE
        if end.tag_ == "VBN" and subject(end) is None:
            return Shape.ADJECTIVE if end.i <= 1 or doc[0].tag_ == "RB" else Shape.NOUN
        if end.tag_ in {"VBG", "VBN", "VBD"} and subject(end) is not None:
            return Shape.NOUN
    if end.pos_ == "ADJ" or (end.tag_ == "VBN" and end.i == 0):
        return Shape.ADJECTIVE
    return Shape.NOUN


def _truly_finite(verb: Token) -> bool:
    # "No appointment needed": a participle mistaken for a past tense has nothing after it but its own adjuncts.
    if verb.tag_ == "VBD" and not any(child.dep_ in {"dobj", "acomp", "attr", "xcomp"} for child in verb.children):
        return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return is_finite(verb)
