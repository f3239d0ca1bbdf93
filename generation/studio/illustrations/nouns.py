"""Words as the picture index counts them: lower case, no accents, in the singular, hyphens and dots gone."""

import re
import unicodedata

ENGLISH = "en"

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
_STEM = 3
_GERMAN = ("ern", "en", "er", "es", "n", "e", "s")
_ITALIAN = ("he", "hi", "a", "e", "i", "o")


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


def base(word: str, language: str = ENGLISH) -> str:
    """What the forms of a noun have in common: the singular in English, a stem in other languages."""
    if language == ENGLISH:
        return singular(word)
    if language in {"de", "it"}:
        # Here cases and plurals change the end itself.
        return _without(word, _GERMAN if language == "de" else _ITALIAN)
    return _without(_without(word, ("s", "x")), ("e",))


def _without(word: str, endings: tuple[str, ...]) -> str:
    fitting = (ending for ending in endings if word.endswith(ending) and len(word) - len(ending) >= _STEM)
    return word.removesuffix(next(fitting, ""))


def fold(text: str) -> str:
    """``text`` in lower case without accents: "Café" and "cafe" are one word."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("œ", "oe"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The plain words of a text, plural or not, in order: "Free check-ups!" → free, check, ups."""
    flat = ABBREVIATION.sub(r"\1\2", fold(text))
    return WORD.findall(POSSESSIVE.sub("", flat))
