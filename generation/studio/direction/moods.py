"""Which music goes with a tone."""

import re

from generation.studio.storyboard import Energy

MOODS: dict[str, tuple[str, ...]] = {
    "luxury": ("luxury", "luxurious", "elegant", "premium", "sophisticated", "exclusive", "refined"),
    "playful": ("playful", "fun", "funny", "humorous", "quirky", "cheeky", "whimsical", "witty"),
    "energetic": (
        "energetic", "bold", "exciting", "sporty", "dynamic", "powerful", "urgent", "intense", "motivational",
        "motivating", "adventurous",
    ),
    "corporate": (
        "professional", "corporate", "serious", "informative", "trustworthy", "confident", "business",
        "authoritative", "expert", "technical", "clear",
    ),
    "calm": (
        "calm", "reassuring", "gentle", "soothing", "caring", "peaceful", "relaxed", "relaxing", "empathetic",
        "emotional", "sincere", "comforting", "minimal",
    ),
    "upbeat": (
        "warm", "friendly", "cheerful", "upbeat", "happy", "casual", "optimistic", "inspiring", "uplifting",
        "conversational", "welcoming", "joyful",
    ),
}  # fmt: skip

BY_ENERGY = {Energy.CALM: "calm", Energy.STEADY: "upbeat", Energy.LIVELY: "energetic"}


def mood_for(tone: str, *, energy: Energy) -> str:
    """The mood that the first known word of the tone asks for, else the one that suits the look."""
    for word in re.findall(r"\w+", tone.lower()):
        for mood, words in MOODS.items():
            if word in words:
                return mood
    return BY_ENERGY[energy]
