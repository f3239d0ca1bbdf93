"""Whether words on a picture say enough: a figure with what it counts, a name with what it is."""

import re

from spacy.tokens import Token

TIMES = {
    "day", "night", "morning", "evening", "afternoon", "week", "weekend", "month", "year", "spring", "summer", "autumn",
    "fall", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "daily"}
_TIMED = {"hour", "week", "month", "evening", "night", "session", "day"}
_SAYS_LITTLE = TIMES | {
    "minute", "hour", "second", "today", "tonight", "mile", "km", "kilometre", "kilometer", "metre", "meter", "person",
    "people", "head", "night", "euro", "pound", "dollar", "percent", "%", "time", "price", "cost", "fee", "code",
    "voucher", "coupon", "thing", "way", "pair", "piece", "item", "month", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "pm", "am", "set", "one", "lot",
    "kroner", "franc", "work", "average", "rest", "kind", "sort", "part", "cover", "you", "noon", "midnight",
}  # fmt: skip
_WEAK_VERBS = {
    "be", "have", "do", "get", "take", "cost", "come", "go", "rise", "make", "need", "mean", "start", "keep", "last",
    "use", "know", "work", "give", "put", "save",
}  # fmt: skip
_WHICH = {"last", "next", "first", "same", "other", "few", "many", "such"}
_COUPONS = {"code", "voucher", "coupon"}
_PRICES = {"price", "prices", "cost", "costs"}


def has_substance(span: list[Token], *, whole: bool) -> bool:
    """Not "30 minutes", "From $75", "Up to 10 hours", "Code CANDY", "42 desks", "I'm Priya": of what?

    ``whole``: the words are all of their sentence.
    """
    words = [token for token in span if token.is_alpha or "-" in token.text]
    named = [token for token in words if _names(token)]
    if _COUPONS & {token.lower_ for token in words}:
        return any(not token.text.isupper() for token in named) or any(
            token.lower_ == "off" for token in words
        )
    if any(token.like_num or token.text in "€$£%" or token.text[:1].isdigit() for token in span):
        return not _miscounts(span, whole=whole) and _counts_something(span, words, bool(named), whole=whole)
    if len(words) == 2 and words[0].tag_ == "PRP$":
        return False  # "Your invoices": what of them?
    if (
        _introduces(span)
        or _says_who_only(words)
        or (len(words) <= 2 and words and words[0].lower_ in {"a", "an", "you", "we", "i"})
    ):
        return False
    return bool(named) or any(token.pos_ in {"VERB", "ADJ"} and token.lower_ not in _WHICH for token in words)


def _miscounts(span: list[Token], *, whole: bool) -> bool:
    """ "Only 24 | know your names", "42 desks"."""
    told = {"VBP", "VBD", "VBZ"}
    leaps = any(token.like_num and token.i < span[-1].i and token.nbor(1).tag_ in told for token in span)
    return leaps or (len(span) <= 2 and span[0].like_num and not whole)


def _counts_something(span: list[Token], words: list[Token], named: bool, *, whole: bool) -> bool:
    text = " ".join(token.lower_ for token in span)
    if words and words[0].lower_ in _PRICES:
        return named  # "Prices start at €110 per night": for what?
    verbs = [token for token in words if token.pos_ == "VERB"]
    return (
        named
        or (bool(_DAYS & {token.lower_ for token in words}) and len(words) > 1)
        or re.search(r"\bopen\b|\bsince (?:1[89]|20)\d\d\b", text) is not None
        or (whole and len(span) > 3 and _is_about_things(span, words))
        or ("%" in text and bool(verbs))
        or (len(words) > 1 and any(token.lower_ == "off" for token in words))
        or any(token.lemma_ not in _WEAK_VERBS for token in verbs)
        or any(token.dep_ == "nsubj" and token.pos_ == "NOUN" and token.head in span for token in words)
    )


def _is_about_things(span: list[Token], words: list[Token]) -> bool:
    """ "First two weeks £20", "3 hours for $119", "Fixed price of $89"; not "4 for £32", "Yours from £9"."""
    nouns = [token for token in words if token.pos_ == "NOUN" and token.lemma_ not in _PRICES]
    if any(token.lemma_ in _TIMED for token in nouns):
        return True
    opens = span[0].like_num or span[0].lower_ in {"yours", "from"}
    return not opens and (bool(nouns) or any(token.lower_ == "fixed" for token in words))


def _names(token: Token) -> bool:
    if token.lower_ in {"everyone", "everybody"}:
        return True
    named = token.pos_ in {"NOUN", "PROPN"} and not token.like_num and len(token.text) > 1
    return named and token.lemma_.lower() not in _SAYS_LITTLE and token.lower_ not in _SAYS_LITTLE


def _says_who_only(words: list[Token]) -> bool:
    """ "You can give", "Nobody will know": what?"""
    pronoun = any(token.pos_ == "PRON" for token in words)
    return (
        len(words) <= 3 and pronoun and all(token.pos_ in {"PRON", "AUX", "VERB", "PART"} for token in words)
    )


def _introduces(span: list[Token]) -> bool:
    """ "I'm Priya"."""
    return len(span) <= 3 and span[0].lower_ in {"i", "we"} and span[-1].pos_ == "PROPN"
