"""The terms of an offer: what it cost before, the code to type in, and when it ends."""

import re

_AMOUNT = r"(?:[€$£¥]\s?\d[\d,.]*\d|[€$£¥]\s?\d|\d[\d,.]*\s?(?:€|£|euros?\b|dollars?\b|pounds?\b))"
_BEFORE = r"(?:was|before|used to be|instead of|rather than|down from|reduced from|regularly)"
_WAS = (
    re.compile(rf"\b{_BEFORE}\s+(?P<was>{_AMOUNT})", re.IGNORECASE),
    re.compile(rf"\bfrom\s+(?P<was>{_AMOUNT})\s+(?:down )?to\s+{_AMOUNT}", re.IGNORECASE),
    re.compile(rf"~~(?P<was>{_AMOUNT})~~", re.IGNORECASE),
)
_LIMIT = re.compile(
    rf"\b(?:(?:on|for|with) (?:all |any |every )?(?:orders?|purchases?) )?(?:over|above|of at least)"
    rf"\s+{_AMOUNT}(?: or more)?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:[Cc]ode(?: promo)?|voucher|coupon|c[óo]digo|codice|Gutscheincode)[:\s]+[“\"«]?"
    r"(?P<code>[^\W\d_a-z][\dA-ZÀ-Þ-]{2,15}|[A-Z0-9]*\d[A-Z0-9]{2,12})\b"
)
_LAST = re.compile(r":\s*(?P<code>[A-ZÀ-Þ]{2,}[A-ZÀ-Þ\d-]*)$")
"""The code at the end of a text for the screen: "Free delivery: SPRING"."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tonight|midnight|today|tomorrow|the end of the (?:week|month|year)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DEADLINE = re.compile(
    rf"\b(?P<deadline>(?:only )?(?:until|till|before|by|ends?(?: on)?|through|valid until)\s+"
    rf"(?:{_DAY}|{_MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s(?:of\s)?{_MONTH}|(?:this |next )(?:{_DAY}|week|month))"
    rf"|(?:today|tonight|this week(?:end)?|this month) only)\b",
    re.IGNORECASE,
)


def old_price_in(text: str) -> str:
    """The price that no longer holds; empty when none is named."""
    found = next(filter(None, (pattern.search(text) for pattern in _WAS)), None)
    return found["was"].replace(" ", "") if found else ""


def code_in(text: str) -> str:
    """The code that brings the offer: "Use code BREAD11" gives BREAD11."""
    found = _CODE.search(text)
    return found["code"] if found else ""


def trailing_code_in(text: str) -> str:
    """The code that a text for the screen ends with behind a colon; one with a figure in it, for capitals alone
    may be a name."""
    found = _LAST.search(text)
    return found["code"] if found and any(char.isdigit() for char in found["code"]) else ""


def without_code(text: str, code: str) -> str:
    """A text for the screen without the code that it ends with: "Free delivery: SPRING"."""
    found = _LAST.search(text)
    return text[: found.start()].strip() if found and found["code"] == code else text


def deadline_in(text: str) -> str:
    """How long the offer lasts, in the text's words, with a capital letter."""
    found = _DEADLINE.search(text)
    return found["deadline"][:1].upper() + found["deadline"][1:] if found else ""


def without_old_price(text: str) -> str:
    """``text`` without the price that no longer holds, so that the other one is found."""
    for pattern in _WAS:
        text = pattern.sub(lambda found: found.group().replace(found["was"], ""), text)
    return text


def without_limits(text: str) -> str:
    """``text`` without the amount that one has to spend: "free shipping over $50" costs nothing."""
    return _LIMIT.sub("", text)


def without_terms(text: str) -> str:
    """``text`` without the old price, the code and the deadline: they are shown by themselves."""
    if not (old_price_in(text) or code_in(text) or deadline_in(text)):
        return text
    for pattern in (*_WAS[::2], _CODE, _DEADLINE):
        text = pattern.sub("", text)
    text = re.sub(r"\b(?:use|with|enter)\s*(?=[.,;!]|$)", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s+([.,;!])", r"\1", " ".join(text.split())).strip(" ,;–—-.!")
