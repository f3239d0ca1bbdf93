"""Numbers in a sentence, with the words that give them a meaning."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.reading import parse

_NUMBER = re.compile(r"(?<![\w.-])([€$£]\s?)?(\d+(?:,\d{3})*(?:\.\d+)?)(\s?%|[kKmM]?\+)?(?![\w])(?!-\w)")
_WORDS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
          "ten": "10", "twelve": "12", "twenty": "20", "thirty": "30", "ninety": "90"}  # fmt: skip
NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "thousand": "1000",
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NOT_FIGURES = re.compile(
    r"\b(?:since|in|from|est\.?|founded)\s+(?:1[89]|20)\d\d\b|\d{1,2}(?::\d\d)?\s?[ap]m\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b"
    r"|\b(?:children|kids|toddlers|babies)\b.{0,12}\b\d+(?: years| yrs| months)?\b|\bages? \d+\+?"
    r"|[€$£]?\b\d[\d.,]*\s?(?:to|or|-|–)\s?[€$£]?\d[\d.,]*"
    r"|\b(?:19|20)\d\d(?= (?-i:[A-Z])|[.,]|$)"
    r"|\bfrom \d+ \w+ (?:to|until|till) \d+ \w+|\b\d+/\d+\b|\b(?-i:[A-Z]{2,})(?:[ -]?\d{3,}| \d+)\b"
    r"|[€$£]?\d[\d.,]*\s?(?:million|billion|thousand|bn|m)\b"
    r"|\bat \d+ (?:degrees|°)|\bages? \d+(?:\s?(?:to|-|–|and)\s?\d+)?|\bunder \d+\b"
    r"|\b(?:at|on|find us at) \d+ [A-Z]\w+ (?i:street|road|avenue|lane|square|hill|way)",
    re.IGNORECASE,
)
_PAID_IN = re.compile(
    r"\s*(?:swiss )?(?:euros?|dollars?|pounds?|francs?|kroner|kronor|zloty|rupees?|reais)\b", re.IGNORECASE
)
# "40 bottles under $50" and "average refund: $1,320" are boasts, not prices.
_NOT_A_PRICE = re.compile(
    r"\bunder [€$£]|\b(?:gave|given|donated|average|typical|raised|earned|saved|worth|million|billion)\b",
    re.IGNORECASE,
)
# "She deadlifts 140 pounds", "dogs up to 30 pounds": a weight, no money.
_WEIGHED = re.compile(r"lift|weigh|\blos[et]|\bcarr|\bdogs?\b|\bheav|\bup to \d+ pounds|\$", re.IGNORECASE)
_LARGEST_LABEL = 4


@dataclass(frozen=True)
class Figure:
    """A number as written ("198", "€129", "10%") and its label ("grams", "off your first booking")."""

    figure: str
    label: str

    @property
    def is_money(self) -> bool:
        return self.figure[0] in "€$£" or _PAID_IN.fullmatch(self.label) is not None


def figure_in(sentence: str) -> Figure | None:
    """The number worth showing big, money last; None if there is none (years, clock times, codes do not
    count).
    """
    masked = _NOT_FIGURES.sub(lambda match: "~" * len(match.group()), sentence)
    masked = re.sub(r"\d{3,}-\d{3,}[\d-]*|\+\d[\d ]{6,}", lambda match: "~" * len(match.group()), masked)
    found = [_figure(sentence, match) for match in _NUMBER.finditer(masked) if match.group().strip() != "1"]
    plain = [one for one in found if not one.is_money and one.label]
    money = [one for one in found if one.is_money]
    return (plain + money + [None])[0] if plain or money else _spelled(sentence)


def money_in(sentence: str) -> Figure | None:
    """The price in the sentence, or None."""
    if _NOT_A_PRICE.search(sentence):
        return None
    found = [_figure(sentence, match) for match in _NUMBER.finditer(sentence)]
    return next((one for one in found if one.is_money), None)


def least_price(sentence: str) -> str:
    """The first of three prices and more for as many things, if it is the lowest of them; else ""."""
    parts = sentence.rstrip(".").split(", ")
    prices = [found.group() for part in parts if (found := re.search(r"[€$£]\d[\d.,]*", part))]
    if len(prices) < 3 or len(prices) < len(parts):
        return ""
    values = [float(re.sub(r"[^\d.]", "", price).rstrip(".")) for price in prices]
    return prices[0].rstrip(".,") if values[0] == min(values) < values[1] else ""


def _figure(sentence: str, match: re.Match[str]) -> Figure:
    text = match.group().strip()
    if _WEIGHED.search(sentence) and re.match(r"\s?pounds\b", sentence[match.end() :]):
        return Figure(text, "lb")
    return Figure(
        text,
        _unless_a_street(_label(sentence, match.end()))
        if text[0] not in "€$£"
        else _price_label(sentence, match),
    )


def _unless_a_street(label: str) -> str:
    """ "88 Elm Street" and "2 Northgate Mall" count nothing."""
    return "" if label and all(word[:1].isupper() for word in label.split()) else label


def _price_label(sentence: str, match: re.Match[str]) -> str:
    after = re.match(r"\s*((?:per|a|an|every)\b(?:\s+\w+)?|each\b)", sentence[match.end() :])
    if after:
        return after.group(1)
    before = re.search(r"((?:\S+ ){1,4})for\s*$", sentence[: match.start()])
    if not before:
        return ""
    label = re.sub(r"^.*\b(?:a|an|the|your|get)\s+", "", before.group(1).strip(), flags=re.IGNORECASE)
    told = (
        any(token.pos_ in {"VERB", "AUX"} or token.text[:1].isdigit() for token in parse(label))
        if label
        else False
    )
    named = any(word[:1].isupper() for word in label.split()[1:])
    return "" if told or named else label


def _label(sentence: str, start: int) -> str:
    """The rest of the noun phrase that a number opens."""
    doc = parse(sentence)
    following = [token for token in doc if token.idx >= start]
    if not following or not (following[0].is_alpha or "-" in following[0].text):
        return ""
    if following[0].lower_ in {"out", "off"}:
        return _run(following, 5)
    return _noun(following)


def _run(tokens: list[Token], most: int) -> str:
    words = []
    for token in tokens[:most]:
        if (
            token.is_punct
            or token.pos_ in {"VERB", "AUX"}
            or token.lower_ in {"by", "and", "from", "with", "for", "on", "in", "at", "to"}
        ):
            break
        words.append(token.text)
    own = next((place for place, word in enumerate(words) if word in {"our", "my", "all", "the"}), None)
    words = words[:own]  # "9 out of 10 of our students" is 9 out of 10.
    return " ".join(words).removesuffix(" of")


def _noun(tokens: list[Token]) -> str:
    """Modifiers and head, then one "of …" phrase: "hours of battery life"."""
    words: list[str] = []
    for place, token in enumerate(tokens):
        if token.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} and token.tag_ in {
            "JJ",
            "NN",
            "NNS",
            "NNP",
            "NNPS",
            "VBN",
            "VBG",
        }:
            words.append(token.text.rstrip("."))
            following = tokens[place + 1].lower_ if place + 1 < len(tokens) else ""
            if following in {"up", "out", "off", "back", "us", "it"}:
                return ""  # "94% sign up": a verb
            if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "amod", "nmod"}:
                if len(words) > 1 and token.tag_ == "NN" and token.lower_ not in patterns.MASS_NOUNS:
                    return ""  # "3 bed house": one house
                return " ".join(words + _of(tokens[place + 1 :]))
            continue
        break
    return " ".join(words) if words and len(words) <= _LARGEST_LABEL else ""


def _of(tokens: list[Token]) -> list[str]:
    if not tokens or tokens[0].lower_ != "of":
        return []
    tail = []
    for token in tokens[1:4]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "DET"}:
            break
        tail.append(token)
    return ["of", *(token.text for token in tail)] if tail and tail[-1].pos_ in {"NOUN", "PROPN"} else []


def _spelled(sentence: str) -> Figure | None:
    """ "Takes two minutes": a small number in words, when a unit of time or measure follows."""
    units = r"(?:seconds|minutes|hours|days|weeks|months|years)"
    match = re.search(rf"\b({'|'.join(_WORDS)})\s+({units})\b", sentence, re.IGNORECASE)
    return Figure(_WORDS[match.group(1).lower()], match.group(2)) if match else None
