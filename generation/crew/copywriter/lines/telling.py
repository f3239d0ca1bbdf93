"""How much a statement tells: what surprises, who speaks, and what only helps those who have decided already."""

import re

_SURPRISES = re.compile(
    r"\b(?:won|voted|never|nobody|nothing|no one|without|instead|only (?:\d|one|two|three)|(?<!, )still|"
    r"every single|refuse|on us|for free|our treat|"
    r"(?:you|I) (?:can't|don't|won't)|we (?:don't|won't|never)|I never)\b|"
    r"(?:, | and | but )not\b|\d\s?%|\b\d+ (?:out of|in) \d+\b|^no\b|, no\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:mum|mom|mama|mother|father|dad|nan|gran(?:d\w+|ny)?|family|sisters?|brothers?|daughters?|sons?|wife|husband|generations?|"
    r"(?:my|our) (?:turn|favou?rites?|own|hands|kitchen|village)|myself|by hand)\b",
    re.IGNORECASE,
)
_PRACTICAL = re.compile(
    r"\b(?:cash|(?<!green )(?<!business )cards?|parking|wi-?fi|financing|included|accepted|"
    r"deposits?|walk-ins?|bring (?:id|your|a)|booking (?:needed|required|essential)|by appointment|"
    r"appointments?|available|options|wheelchair|dogs welcome|gift cards?|vouchers? available|shipping|delivery|ships?|"
    r"set[- ]?up|batter(?:y|ies)|open|closed|invoice|vat)\b|"
    r"^groups? (?:up to|of)\b|^(?:now )?booking\b|"
    r"\b(?:kids|children|ages?|suitable|adults)\b.{0,14}\b(?:from|over|under|up|and (?:up|over))\b|"
    r"^sessions? (?:are|is|lasts?)\b|^\d+\+|\b(?:most|typical|an?) \w+ (?:takes?|lasts?)\b|\btakes? (?:about|around)\b|"
    r"^catering\b|^(?:trips?|tours?|classes|boats?|buses|sessions?|lessons) (?:leave|depart|run|start)s?\b|"
    r"\b(?:min|max|at least|at most) \d|"
    r"\bup to (?:\d+|\w+) (?:people|guests|persons|players|children|dogs)\b|"
    r"\b(?-i:[A-Z]{2,}) ?\d{4,}\b|\bwithin \d+ (?:miles|km|kilomet\w+)\b|^works with\b|^average wait\b|"
    r"\byears?'? (?:of )?experience\b|^from \d+ (?:guests|people)\b|^based in\b|\bwe travel\b|"
    r"\b(?:cancel|skip|pause|stop)\b.{0,30}\b(?:any ?time|whenever|month|like)\b|^no (?:long[- ]term )?contracts?\b|"
    r"^(?:fully )?(?:insured|licen[sc]ed|certified|registered)\b",
    re.IGNORECASE,
)

_RESULT = re.compile(
    r"\b(?:customers|clients|students|pupils|patients|members|families|couples|owners|freelancers|businesses|companies|"
    r"teams|drivers|riders|users|people|parents|learners|teachers|shops|restaurants|landlords|graduates)\b"
    r"(?! (?:can|may|must|under|over|aged|from|in|of)\b)(?:\W+[\w'’]+){1,4}?\W+(?:[\d£$€]|twice|half|double)|"
    r"\b\d+ (?:out of|in|of) (?:\d+|ten) (?:of )?(?:my|our) \w+",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:serving|covering|all over|across|anywhere in) [A-Z]", re.IGNORECASE)

PRACTICAL = -16.0


def surprises(sentence: str) -> bool:
    """Whether it breaks a pattern: something denied, a share, an "only"."""
    return _SURPRISES.search(sentence) is not None


def is_a_result(sentence: str) -> bool:
    """Whether it says, with a number, what customers have from it: "Freelancers get paid 11 days sooner"."""
    return _RESULT.search(sentence) is not None


def is_of_people(sentence: str) -> bool:
    """Whether it speaks of the people behind it: "mom still answers the phone"."""
    return _WHO.search(sentence) is not None


def is_practical(sentence: str) -> bool:
    """Whether it helps only those who have decided already: parking, cards, ages, how long a visit takes."""
    return _PRACTICAL.search(sentence) is not None


def weight_of(sentence: str) -> float:
    """How much it adds to the worth of a scene, from -16 to 12."""
    if is_practical(sentence):
        return PRACTICAL
    return (
        6.0 * surprises(sentence) + 6.0 * is_of_people(sentence) + 6.0 * (_WHERE.match(sentence) is not None)
    )
