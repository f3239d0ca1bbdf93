"""What was and what is now: "from four hours to ten minutes", "used to take … Now it takes …"."""

import re
from dataclasses import dataclass

_NUMBER = (
    r"(?:[€$£]?\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|zero|"
    r"an? (?:whole |full |half )?(?:hour|day|week|month|year|night|evening|afternoon|morning|weekend|\w+day))\b)"
)
_RUN = r"(?:[^,.;]|(?<=\d)[,.](?=\d))"
_MOVES = (
    r"\b(?:cuts?|cutting|reduc\w+|drop\w*|went|shr[iau]nk\w*|brings?|brought|lower\w*|grew|rais\w+|"
    r"rose|falls?|fell|improv\w+|speeds?|down|up|takes?|took)\b"
)
_FROM_TO = re.compile(
    rf"{_MOVES}.*?\bfrom (?P<was>{_RUN}{{2,40}}?) (?:down )?to (?P<now>(?:just |only |under |about )?{_RUN}{{2,40}}?)"
    r"(?=[,;]|\.(?!\d)| on average| (?:and|when|with|by|in the|after)\b|$)",
    re.IGNORECASE,
)
# "in ten minutes instead of three hours", "£40, not £90"
_INSTEAD = re.compile(
    rf"(?<![\d.,])(?P<now>(?:(?:under|about|only|just) )?{_NUMBER}[^,.;]{{0,24}}?),? "
    r"(?:instead of|rather than|not(?= [€$£\d]))"
    rf" (?P<was>(?:over |about )?{_NUMBER}{_RUN}{{0,24}}?)(?=[,;.]|$)",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(
    r"before:?,? (?P<was>[^.;]{3,60}?)[,;.] (?:and )?(?:now|after|today|afterwards):?,? (?P<now>[^.;]{3,60})[.;]?",
    re.IGNORECASE,
)
_LABELLED = (
    re.compile(r"before:? (?P<was>[^.;]{3,60})\.?", re.IGNORECASE),
    re.compile(r"(?:after|now|today|afterwards): (?P<now>[^.;]{3,60})\.?", re.IGNORECASE),
)
_GROWN = re.compile(
    rf"(?:started|began|opened|launched)\b.*?\b(?:with|as) (?P<was>{_NUMBER}[^,.;]{{2,24}}?)(?: in [^,.;]+?)?,? "
    rf"(?:and )?(?:now|today) (?:we are|we're|there are|we have|it is|it's|we \w+) (?P<now>{_NUMBER}[^,.;]{{0,24}})",
    re.IGNORECASE,
)
_USED_TO = re.compile(
    r"\bused to (?:take|cost|be|mean|need|last|weigh|pay|spend|wait|require|have)\b(?P<rest>.+?)\.?$"
)
_NOW = re.compile(
    r"(?:but |and )?(?:now|today|these days|with \S+(?: \S+)?)\b,? (?P<rest>.+?)\.?$", re.IGNORECASE
)
_SMALL = r"(?:and|to|in|with|for|from|on|at|every|each|of|it|when)\b"
_AMOUNT = re.compile(
    rf"(?:(?:over|under|about|only|just|more than|less than|up to|nearly|almost) )?{_NUMBER}[\d.,]*\+?"
    rf"(?:[ -](?!{_SMALL})[^\s,.;]+){{0,2}}(?: (?:a|per|every|each) (?:day|week|month|year|night|visit|person))?",
    re.IGNORECASE,
)
# "€16 instead of €21" is a price that was lowered: an offer with its old price struck through.
_MONEY = re.compile(r"(?:[€$£]\s?\d|\d[\d.,]*\s?[€£])")


@dataclass(frozen=True)
class Change:
    """``was`` and ``now`` in the brief's words, a few each."""

    was: str
    now: str


def change_in(sentence: str) -> Change | None:
    """The change that one sentence tells, or None."""
    moved = _FROM_TO.search(sentence)
    if moved and all(re.search(_NUMBER, moved[side], re.IGNORECASE) for side in ("was", "now")):
        return _short(moved["was"], moved["now"])
    swapped = _INSTEAD.search(sentence)
    if swapped and not (_MONEY.match(swapped["was"]) and _MONEY.search(swapped["now"])):
        return _short(swapped["was"], swapped["now"])
    told = _BEFORE_NOW.match(sentence) or _GROWN.search(sentence)
    return _short(told["was"], told["now"]) if told else None


def change_between(first: str, second: str) -> Change | None:
    """The change that two sentences tell together: "It used to take a day. Now it takes an hour."."""
    before, after = _LABELLED[0].fullmatch(first), _LABELLED[1].fullmatch(second)
    if before and after:
        return _short(before["was"], after["now"])
    was, now = _USED_TO.search(first), _NOW.match(second)
    if was is None or now is None:
        return None
    least, most = _AMOUNT.search(was["rest"]), _AMOUNT.search(now["rest"])
    return Change(least.group().strip(), most.group().strip()) if least and most else None


def _short(was: str, now: str) -> Change | None:
    was, now = was.strip(" ,"), now.strip(" ,")
    return Change(was, now) if 1 <= len(was.split()) <= 7 and 1 <= len(now.split()) <= 7 else None
