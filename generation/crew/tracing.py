"""Whatever a script states as a fact is looked up in the brief: numbers, prices, names, links, codes,
claims.
"""

import re
from collections.abc import Iterator

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.figures import NUMBER_WORDS
from generation.crew.copywriter.facts.mending import mended
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.lexicon import words
from generation.crew.copywriter.grammar.numerals import numerals_in
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.findings import Finding, Score
from generation.studio.script import Script

NUMBER = re.compile(r"\d[\d.,]*\d|\d")
MONEY = re.compile(
    r"[€$£][ ]?\d[\d.,]*\d|[€$£][ ]?\d|"
    r"\d(?:[\d.,]*\d)?[ ]?(?:€(?!\d)|\$(?!\d)|£(?!\d)|euros?\b|dollars?\b|pounds?\b)",
    re.IGNORECASE,
)
SUPERLATIVE = re.compile(
    r"\b(?:best|fastest|cheapest|leading|top[- ]rated|award[- ]winning|world[- ]class|unbeatable|"
    r"unmatched|perfect|finest|"
    r"revolutionary|most (?:advanced|trusted|popular|powerful)|the only|lowest|biggest|safest|"
    r"strongest|free|organic|"
    r"certified|patented|sustainable|eco[- ]friendly|vegan|unlimited|lifetime|proven|natural)\b",
    re.IGNORECASE,
)
# Words an ad needs to hold together; they state nothing about the product.
_ADS_OWN = words("ads_own")


def spoken_and_shown(script: Script) -> Iterator[str]:
    """Every text of a script that a viewer hears or reads."""
    for scene in script.scenes:
        yield scene.narration
        yield scene.on_screen_text
        yield from scene.items
        yield f"{scene.figure} {scene.figure_label}".strip()
        yield scene.source
    yield script.call_to_action


def untraced(brief: Brief, script: Script) -> list[Finding]:
    """Everything stated that the brief does not say."""
    texts = [text for text in spoken_and_shown(script) if text]
    found = _numbers(brief, texts) + _addresses(brief, texts) + _codes(brief, texts)
    found += _superlatives(brief, texts) + _strange_words(brief, script)
    return found + (_names(brief, script) if brief.base_language != "de" else [])


def told_by(brief: Brief) -> str:
    """The brief as it is typed and as it is said: whole, and part by part ("Romford Rd outside" has "Rd" inside it)."""
    parts = [
        part.strip() for part in re.split(r"[.!?,;\n]|\s(?=outside|inside|behind|near|next)", brief.text)
    ]
    return "\n".join([brief.text, mended(brief.text), *(mended(part) for part in parts if part)])


def _numbers(brief: Brief, texts: list[str]) -> list[Finding]:
    told = told_by(brief)  # "120 eur" is said as "120 euros"
    known, prices = _numbers_in(told), {_plain(match) for match in MONEY.findall(told)}
    joined = "\n".join(texts)
    strange = sorted({value_of(number) for number in NUMBER.findall(joined)} - known)
    money = sorted({price for price in MONEY.findall(joined) if _plain(price) not in prices})
    found = [_invented("invented_number", f"the number {number} is not in the brief") for number in strange]
    wrong = [price for price in money if value_of(NUMBER.findall(price)[0]) in known]
    return found + [_invented("invented_price", f"the price {price} is not in the brief") for price in wrong]


def _numbers_in(text: str) -> set[str]:
    said = {NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBER_WORDS}
    return {value_of(number) for number in NUMBER.findall(text)} | said | numerals_in(text)


def value_of(number: str) -> str:
    bare = re.sub(r"[,](?=\d{3}\b)", "", number).rstrip(".,")
    return bare.replace(",", ".")


def _plain(price: str) -> str:
    sign = next((one for one in "€$£" if one in price), "")
    word = {"euro": "€", "doll": "$", "poun": "£"}.get(re.sub(r"[^a-z]", "", price.lower())[:4], "")
    return (sign or word) + value_of(NUMBER.findall(price)[0])


def _addresses(brief: Brief, texts: list[str]) -> list[Finding]:
    known = brief.text.lower()
    found = []
    for text in texts:
        found += [match.group() for match in patterns.EMAIL.finditer(text)]
        found += [match.group() for match in patterns.URL.finditer(text) if looks_like_address(match.group())]
    strange = sorted(
        {one for one in found if one.lower() not in known and one.lower().removeprefix("www.") not in known}
    )
    phones = {match.group() for text in texts for match in patterns.PHONE.finditer(text)}
    digits = re.sub(r"\D", "", brief.text)
    strange += sorted(phone for phone in phones if re.sub(r"\D", "", phone) not in digits)
    return [_invented("invented_address", f"“{one}” is not in the brief") for one in strange]


def looks_like_address(text: str) -> bool:
    return bool(
        re.search(
            r"\.(?:com|net|org|io|app|co|shop|store|dev|ai|me|info|biz|example|[a-z]{2})(?:/|$)", text.lower()
        )
    )


def _codes(brief: Brief, texts: list[str]) -> list[Finding]:
    codes = {match.group(1) for text in texts for match in patterns.CODE.finditer(text)}
    known = brief.text.lower()
    return [
        _invented("invented_code", f"the code {code} is not in the brief")
        for code in sorted(codes)
        if code.lower() not in known
    ]


def _superlatives(brief: Brief, texts: list[str]) -> list[Finding]:
    known = brief.text.lower()
    said = {match.group().lower() for text in texts for match in SUPERLATIVE.finditer(text)}
    strange = sorted(word for word in said if word not in known)
    return [
        _invented("invented_claim", f"“{word}” is claimed, and the brief does not say it") for word in strange
    ]


def _names(brief: Brief, script: Script) -> list[Finding]:
    """Capitalised words inside sentences that the brief does not have."""
    told = told_by(brief)  # "mon-sat" is said as "Monday to Saturday"
    known = {word.lower() for word in re.findall(r"[^\W\d_]+", told)}
    strange: dict[str, None] = {}
    for scene in script.scenes:
        for sentence in re.split(r"(?<=[.!?:“\"])\s*", scene.narration):
            for word in re.findall(r"[^\W\d_]+", sentence.strip("“\"' "))[1:]:
                if (
                    word[0].isupper()
                    and word.lower() not in known
                    and word not in {"I", "S", "M", "T", "D", "LL", "RE", "VE"}
                ):
                    strange[word] = None
    return [_invented("invented_name", f"the name “{word}” is not in the brief") for word in strange]


def support(brief: Brief, script: Script) -> float:
    """The share of the script's telling words that the brief has too, from 0 to 1 (English; 1.0 for other
    languages).
    """
    said = _telling(script.narration)
    if not said or brief.base_language != "en":
        return 1.0
    return len(said - _unsupported(brief, script)) / len(said)


def _strange_words(brief: Brief, script: Script) -> list[Finding]:
    if brief.base_language != "en":
        return []
    strange = sorted(_unsupported(brief, script))
    if len(strange) < 4:
        return []
    evidence = "the brief does not have these words: " + ", ".join(strange[:12])
    cost, advice = min(0.5, 0.05 * len(strange)), "Keep closer to the brief."
    return [Finding(Score.RELEVANCE, "unsupported_words", evidence, cost, advice=advice)]


def _unsupported(brief: Brief, script: Script) -> set[str]:
    told = told_by(brief)
    known = _telling(told) | {word.lower() for word in re.findall(r"[^\W\d_]+", told)}
    return _telling(script.narration) - known - _ADS_OWN


def _telling(text: str) -> set[str]:
    doc = parse(re.sub(r"\s+", " ", text))
    return {
        token.lemma_.lower()
        for token in doc
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "ADV"} and token.is_alpha and not token.is_stop
    }


def _invented(code: str, evidence: str) -> Finding:
    advice = "Add it to the brief if it is true, or take it out."
    return Finding(Score.RELEVANCE, code, evidence, 0.45, stops=True, advice=advice)
