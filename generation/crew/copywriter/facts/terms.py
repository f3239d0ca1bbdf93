"""What an offer comes with: the code that brings it, and when it ends."""

import re

_DAY = (
    r"(?:(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|noon|evening))?|tonight|midnight|today|"
    r"tomorrow|(?:this |next )(?:week(?:end)?|month)|the end of (?:the|this) (?:week|month|year|season)|"
    r"(?:the )?end of [A-Z][a-z]+|christmas|easter|new year|halloween|thanksgiving|valentine's day|black friday)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?\.?(?: of)? {_MONTH}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?|"
    rf"\d{{1,2}}/\d{{1,2}}|the \d{{1,2}}(?:st|nd|rd|th)|{_MONTH})"
)
_DEADLINE = re.compile(
    rf"\b(?:only )?(?:until|till|'til|before|by|ends?(?: on| in)?|runs (?:until|through|to)|through|"
    rf"valid (?:until|through|till)|good (?:until|through))\s+(?:{_DATE}|{_DAY})(?![\w])"
    rf"|\b(?:today|tonight|this week(?:end)?|this month|in {_MONTH}) only\b"
    r"|\bwhile (?:stocks?|supplies|they) lasts?\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][A-Z0-9-]{2,15}|(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{2,15}"
_CODE = re.compile(rf"\b(?:code|coupon|voucher)(?: code)?[: ]+[“\"']?(?P<code>{_NAME})\b")
_WHAT = r"(?:offer|deal|sale|price|promo(?:tion)?|discount|it|that|all this)"
_ONLY_TERMS = re.compile(
    rf"(?:(?:this |the |our |hurry, )?{_WHAT}?\s*(?:is |only |just )?(?:ends?|runs|valid|good|lasts|expires?|"
    r"until|till|use|enter|mention|with|just use|only until|today only|this week(?:end)? only|while)\b)",
    re.IGNORECASE,
)


def deadline_in(text: str) -> str:
    """Until when, in the text's own words ("until Sunday", "ends 31 May"), or ""."""
    found = _DEADLINE.search(text)
    return found.group() if found else ""


def code_in(text: str) -> str:
    """The code to type in or to name, or ""."""
    found = _CODE.search(text)
    return found["code"] if found else ""


def only_terms(text: str) -> bool:
    """Whether a sentence says nothing but how to get an offer or how long it lasts: "Offer ends Sunday."."""
    told = bool(deadline_in(text) or code_in(text)) and _ONLY_TERMS.match(text) is not None
    gives = re.search(r"\b(?:off|free|half|save|discount)\b|\d\s?%|[€$£]\s?\d", text, re.IGNORECASE)
    return told and not (gives and code_in(text) and re.search(r"\bfor\b|\bget\b", text, re.IGNORECASE))
