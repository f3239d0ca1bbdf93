"""Numbers, prices, times and telephone numbers, in the characters in which they are said."""

import re
from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_DIALLED = "零幺二三四五六七八九"
"""On the telephone the one is yāo, so that nobody takes it for seven."""
_PLACES = ("", "十", "百", "千")
_MYRIADS = ("", "万", "亿", "万亿")
NUMERALS = frozenset("零一二三四五六七八九十百千万亿点月")
"""Beside these a 一 counts."""

_PHONE = re.compile(r"\+?\d[\d -]{5,}\d")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})")
_YEAR = re.compile(r"(\d{4})(?=年)")
_PERCENT = re.compile(r"(\d[\d.,]*)\s?[%％]")
_MONEY = re.compile(r"[¥￥]\s?(\d[\d.,]*\d|\d)")
_RANGE = re.compile(r"(?<=[\d点时元年月日%％])\s?[-–~～至]\s?(?=[\d¥￥])")
_DISCOUNT = re.compile(r"(\d)\.(\d)(?=折)")
_TWO = re.compile(r"(?<![\d.])2(?=[个位杯份人天次种家件款周年小只张倍])")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def in_characters(text: str) -> str:
    """A text whose figures are characters: "24小时" as 二十四小时, "8:30" as 八点三十分, "¥99" as 九十九元."""
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_PHONE, lambda found: _dialled(found.group())),
        (_RANGE, lambda _: "到"),
        (_TIME, lambda found: _clock(int(found[1]), int(found[2]))),
        (_YEAR, lambda found: _one_by_one(found[1], _DIGITS)),
        (_PERCENT, lambda found: f"百分之{_number(found[1])}"),
        (_MONEY, lambda found: f"{_number(found[1])}元"),
        (_DISCOUNT, lambda found: _one_by_one(found.group(), _DIGITS)),
        (_TWO, lambda _: "两"),
        (_NUMBER, lambda found: _number(found.group())),
    )
    for pattern, said in rules:
        text = pattern.sub(said, text)
    return text


def _dialled(text: str) -> str:
    """A telephone number in characters. 9 - 18 and 1000-2000 are none, and stay."""
    is_range = re.fullmatch(r"\d{4,}\s?-\s?\d{4}", text) is not None
    return text if is_range or sum(map(str.isdigit, text)) < 7 else _one_by_one(text, _DIALLED)


def _one_by_one(text: str, names: str) -> str:
    return "".join(names[int(sign)] for sign in text if sign.isdigit())


def _clock(hour: int, minute: int) -> str:
    said = "两点" if hour == 2 else f"{_whole(hour)}点"
    return said + {0: "", 30: "半"}.get(minute, f"{'零' if minute < 10 else ''}{_whole(minute)}分")


def _number(text: str) -> str:
    whole, _, part = text.replace(",", "").partition(".")
    said = _whole(int(whole or 0)) if len(whole) <= 16 else _one_by_one(whole, _DIGITS)
    return f"{said}点{_one_by_one(part, _DIGITS)}" if part else said


def _whole(number: int) -> str:
    """0 to 9,999,999,999,999,999: groups of four places, a zero said once where places are empty."""
    if number == 0:
        return "零"
    said = ""
    for level in range(3, -1, -1):
        group = number // 10_000**level % 10_000
        if group:
            said += ("零" if said and group < 1000 else "") + _group(group) + _MYRIADS[level]
    return said.removeprefix("一") if said.startswith("一十") else said


def _group(number: int) -> str:
    said, skipped = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if skipped and said else "") + _DIGITS[digit] + _PLACES[place]
        skipped = digit == 0
    return said
