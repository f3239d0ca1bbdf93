"""Numbers in Chinese characters, as Chinese and Japanese briefs have them: 十八時間 is eighteen hours."""

import re

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
_NUMERAL = re.compile(f"[{''.join(_DIGITS)}{''.join(_PLACES)}{''.join(_MYRIADS)}]+")


def numerals_in(text: str) -> set[str]:
    """The numbers that a text writes in characters, in figures: {"18", "950"}."""
    return {str(_value(found.group())) for found in _NUMERAL.finditer(text)}


def _value(numeral: str) -> int:
    if all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))  # 二〇二六
    total, group, digit = 0, 0, 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            group, digit = group + (digit or 1) * _PLACES[sign], 0
        else:
            total, group, digit = total + (group + digit or 1) * _MYRIADS[sign], 0, 0
    return total + group + digit
