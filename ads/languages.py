"""The languages of ads: which may be asked for, and which of them the embedded writer writes."""

from django.conf import settings

LANGUAGES = {
    "en": "English (American)",
    "en-GB": "English (British)",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "de": "German (music and captions, no voice)",
    "ar": "Arabic (your own script, or a hosted model)",
    "zh": "Chinese (your own script, or a hosted model)",
    "nl": "Dutch (your own script, or a hosted model)",
    "el": "Greek (your own script, or a hosted model)",
    "he": "Hebrew (your own script, or a hosted model)",
    "hi": "Hindi (your own script, or a hosted model)",
    "ja": "Japanese (your own script, or a hosted model)",
    "ko": "Korean (your own script, or a hosted model)",
    "pl": "Polish (your own script, or a hosted model)",
    "ru": "Russian (your own script, or a hosted model)",
    "tr": "Turkish (your own script, or a hosted model)",
    "uk": "Ukrainian (your own script, or a hosted model)",
}
"""What the studio sets and captions. Fonts for all of them come with it."""

WRITTEN = frozenset({"en", "es", "fr", "it", "pt", "de"})
"""What the embedded writer writes. English has every turn of phrase; the others are told plainly."""


def name_of(language: str) -> str:
    """The language's own name, without what is said about it."""
    return LANGUAGES.get(language, language).partition(" (")[0]


def unwritten(language: str) -> str:
    """Why nobody here can write a script in this language; "" where somebody can."""
    is_embedded = str(settings.LLM).partition("/")[0] == "embedded"
    if not is_embedded or language.partition("-")[0] in WRITTEN:
        return ""
    return (
        f"Without a hosted model nobody here writes {name_of(language)}. "
        "Bring a script of your own, or choose another language."
    )
