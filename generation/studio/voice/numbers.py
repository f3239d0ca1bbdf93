"""Numbers as people say them in English."""

# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST_NUMBER = 15


def cardinal(number: int) -> str:
    """``4200`` → "four thousand two hundred". Numbers too long to follow are said digit by digit."""
    if number < 0:
        return "minus " + cardinal(-number)
    if len(str(number)) > _LONGEST_NUMBER:
        return digits(str(number))
    for scale, name in _SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{cardinal(head)} {name}" + (f" {cardinal(rest)}" if rest else "")
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{_SMALL[hundreds]} hundred" + (f" {_below_thousand(rest)}" if rest else "")
    if rest < len(_SMALL):
        return _SMALL[rest]
    tens, ones = divmod(rest, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """``31`` → "thirty-first"."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:cut] + _as_ordinal(words[cut:])


def _as_ordinal(word: str) -> str:
    if word in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"


def decimal(text: str) -> str:
    """``"4.50"`` → "four point five zero"; thousands may be set off by commas."""
    whole, _, part = text.replace(",", "").partition(".")
    spoken = cardinal(int(whole or "0"))
    return f"{spoken} point {digits(part)}" if part else spoken


def year(number: int) -> str:
    """``1987`` → "nineteen eighty-seven", ``2005`` → "two thousand five", ``1900`` → "nineteen hundred"."""
    century, rest = divmod(number, 100)
    if 2000 <= number < 2010:
        return cardinal(number)
    if rest == 0:
        return cardinal(number) if century % 10 == 0 else f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def decade(number: int) -> str:
    """``1990`` → "nineteen nineties"."""
    words = year(number)
    return words[:-1] + "ies" if words.endswith("y") else words + "s"


def digits(text: str) -> str:
    """``"0134"`` → "zero one three four". Everything but digits is left out."""
    return " ".join(_SMALL[int(sign)] for sign in text if sign in "0123456789")
