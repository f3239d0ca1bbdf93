"""Offers without a verb, as people say them: "First month $1." is "Your first month is $1."."""

import re

_MONEY = r"[€$£]\d[\d.,]*\d|[€$£]\d"
_STATE = rf"(?:completely |totally )?free|half[- ]price|(?:{_MONEY})(?! off)"
_WORD = r"(?!(?:free|half(?! hour| day)|is|are|for|at|off|from)\b)[\w-]+"
_NTH = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|1\dth"
_FIRST = re.compile(
    rf"(?:your )?(?P<what>first {_WORD}(?: {_WORD}){{0,2}}),? (?P<state>{_STATE})(?P<rest>\b.*|)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:the |your )?(?P<what>(?:every )?(?:{_NTH}) [a-z]+(?: [a-z]+)?) (?P<state>free|half[- ]price)(?P<rest>\b.*|)",
    re.IGNORECASE,
)
_OFF = re.compile(rf"(?:{_MONEY}|\d+\s?%) off\b", re.IGNORECASE)
_THEN = re.compile(rf"^, then (?=(?:{_MONEY}))")
_MANY = re.compile(r"^first (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|couple)\b", re.IGNORECASE)


def offer_line(sentence: str) -> str:
    """The offer with the verb that it wants, or ""; not one word of it is lost."""
    text = sentence.rstrip(".")
    first = _FIRST.fullmatch(text)
    if first and _goes_on(first["rest"]):
        be = "are" if _MANY.match(first["what"]) else "is"
        rest = _THEN.sub(", then it's ", first["rest"])
        return f"Your {_low(first['what'])} {be} {_low(first['state'])}{rest}."
    following = _NEXT.fullmatch(text)
    if following and _goes_on(following["rest"]):
        what = _low(following["what"])
        led = what if what.startswith("every") else f"the {what}"
        return f"{led[:1].upper()}{led[1:]} is {_low(following['state'])}{following['rest']}."
    if _OFF.match(text) and not re.search(r"\b(?:is|are|get|gets|you)\b", text[:20], re.IGNORECASE):
        return f"Get {_low(text)}."
    return ""


def _goes_on(rest: str) -> bool:
    """Whether what follows is a condition or a term, and no second thing that is sold."""
    return (
        not rest
        or re.match(
            r",? (?:when|if|with|for|until|till|through|on|in|before|by|this|then|use|code|to|at|after|and)\b",
            rest,
        )
        is not None
    )


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
