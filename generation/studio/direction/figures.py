"""The number in a text that is worth showing big, and the words that give it its meaning."""

import re
from dataclasses import dataclass

MONEY = re.compile(
    r"(?P<figure>[€$£¥]\s?\d[\d,.]*\d|[€$£¥]\s?\d|\d[\d,.]*\s?(?:€|£|円|元|₽|₹|zł|euros?\b|dollars?\b|pounds?\b))"
    r"(?P<after>(?:\s*(?:/|per|a)\s*(?:month|year|week|day|hour|person|night))?)",
    re.IGNORECASE,
)
SHARE = re.compile(r"(?P<figure>\d[\d.,]*\s?%)\s*(?P<label>(?:[\w’'-]+\s?){0,3})")
COUNT = re.compile(
    r"(?<![\w.,:€$£¥#])(?P<figure>\d{1,3}(?:[,.]\d{3})+|\d+(?:[.,]\d+)?)(?P<plus>\+?)"
    r"(?P<unit>-(?:minute|hour|day|week|month|year|step|star|point|second|night|course|piece))?(?:\s|-)"
    r"(?P<label>[A-Za-zÀ-ÿ][\w’'-]*(?:\s[A-Za-zÀ-ÿ][\w’'-]*){0,3})"
)
COUNTED = re.compile(
    r"(?<![\d.,:])(?P<figure>\d{1,3}(?:[,.]\d{3})+|\d+(?:[.,]\d+)?)\s?"
    r"(?P<label>分钟|小时|公里|週間|时间|時間|か月|ヶ月|種類|分|秒|日|天|年|室|人|名|杯|個|个|种|回|次|度|席|店|本)"
)
"""Chinese and Japanese count with a sign right behind the figure."""

ELSEWHERE = re.compile(
    r"(?<![\w.,:€$£¥#])(?P<figure>\d{1,3}(?:[,.]\d{3})+|\d+(?:[.,]\d+)?)\s"
    r"(?P<label>[\u0370-\u052f\u0590-\u06ff\u0900-\u097f][\w’'-]*)"
)
"""In other alphabets one word tells what is counted: nobody here knows where more of them would end."""

SINCE = re.compile(r"\b(?P<label>since|est\.?|founded in)\s+(?P<figure>1[6-9]\d\d|20\d\d)\b", re.IGNORECASE)
TIME_OF_DAY = re.compile(r"^(?:[ap]\.?m\b|o['’]?clock|h\b|uhr\b)", re.IGNORECASE)
ENDS_LABEL = {
    "and", "or", "with", "for", "in", "on", "at", "to", "by", "from", "of", "that", "which", "while", "so",
    "is", "are", "the", "a", "an", "your", "our", "you", "we", "it", "no", "without", "per", "after",
    "before", "until", "under", "over", "when", "need", "needs", "keep", "get", "makes", "make", "now",
    "today", "just", "only", "every", "later", "ago",
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """``text`` as it is shown ("€129", "4,200"), ``label`` what it counts ("companies", may be empty)."""

    text: str
    label: str
    is_money: bool = False


def figure_in(text: str) -> Figure | None:
    """The most telling number of the text: a price, then a share, then a count, then a year of founding."""
    return _money(text) or _share(text) or _count(text) or _counted_abroad(text) or _since(text)


def money_in(text: str) -> Figure | None:
    """The price in the text."""
    return _money(text)


def share_in(text: str) -> Figure | None:
    """The percentage in the text."""
    return _share(text)


def _money(text: str) -> Figure | None:
    match = MONEY.search(text)
    if not match:
        return None
    return Figure(match["figure"].replace(" ", ""), match["after"].strip(" /"), is_money=True)


def _share(text: str) -> Figure | None:
    match = SHARE.search(text)
    return Figure(match["figure"].replace(" ", ""), _label(match["label"])) if match else None


def _count(text: str) -> Figure | None:
    for match in COUNT.finditer(text):
        label = _label(match["label"])
        if label and not TIME_OF_DAY.match(match["label"]):
            return Figure(match["figure"] + match["plus"] + (match["unit"] or ""), label)
    return None


def _counted_abroad(text: str) -> Figure | None:
    match = COUNTED.search(text) or ELSEWHERE.search(text)
    # "2024年" tells when, and does not count.
    is_year = match is not None and match["label"] == "年" and len(match["figure"]) == len("2024")
    if match is None or is_year:
        return None
    if match.re is COUNTED:
        # There is no space before a sign that counts: it is part of the figure.
        return Figure(f"{match['figure']}{match['label']}", "")
    return Figure(match["figure"], match["label"])


def _since(text: str) -> Figure | None:
    match = SINCE.search(text)
    return Figure(match["figure"], match["label"].lower()) if match else None


def _label(words: str) -> str:
    kept: list[str] = []
    for word in words.split():
        if word.lower() in ENDS_LABEL:
            break
        kept.append(word)
    return " ".join(kept[:3])
