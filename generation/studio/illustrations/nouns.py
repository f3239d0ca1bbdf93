"""Words as the picture index counts them: lower case, singular, hyphens and dots gone."""

import re

IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "halves": "half",
    "knives": "knife",
    "leaves": "leaf",
    "loaves": "loaf",
    "men": "man",
    "mice": "mouse",
    "people": "person",
    "scarves": "scarf",
    "shelves": "shelf",
    "teeth": "tooth",
    "wives": "wife",
    "women": "woman",
    "cookies": "cookie",
    "movies": "movie",
    "pies": "pie",
    "ties": "tie",
    "smoothies": "smoothie",
    "selfies": "selfie",
    "shoes": "shoe",
    "canoes": "canoe",
    # These keep their s: without it they are another word.
    "bus": "bus",
    "gas": "gas",
    "glasses": "glasses",
    "goods": "goods",
    "greens": "greens",
    "lens": "lens",
    "news": "news",
    "sweets": "sweets",
}

WORD = re.compile(r"[a-z0-9]+")
POSSESSIVE = re.compile(r"['’]s\b|['’]")
ABBREVIATION = re.compile(r"\b([a-z])\.([a-z])\.")


def singular(word: str) -> str:
    """The singular of an English noun in lower case; anything else comes back as it went in."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def tokens(text: str) -> list[str]:
    """The plain words of a text, plural or not, in order: "Free check-ups!" → free, check, ups."""
    flat = ABBREVIATION.sub(r"\1\2", text.lower())
    return WORD.findall(POSSESSIVE.sub("", flat))
