"""What a viewer must have learnt at the end: how to reach them, and something in every scene."""

import re

from generation.crew.brief import Brief
from generation.crew.copywriter.grammar import patterns
from generation.crew.findings import Finding, Score
from generation.studio.script import Intent, Script, ScriptScene

_SHORT_LINE = 3
_ALONE = {Intent.HOOK, Intent.ACTION, Intent.PRODUCT}
"""A question, a greeting or an order may be as short as it likes."""


def says_too_little(brief: Brief, script: Script) -> list[Finding]:
    """The contact that nobody learns, and scenes that say next to nothing."""
    return _contact(brief, script) + [
        Finding(
            Score.CLARITY,
            "stub_line",
            f"“{scene.narration}” says too little for a scene of its own",
            0.1,
            advice="Say what it is about, or join it to the scene before.",
        )
        for scene in script.scenes
        if _is_stub(brief, scene)
    ]


def _is_stub(brief: Brief, scene: ScriptScene) -> bool:
    spaced = brief.base_language not in {"ja", "zh", "th"}  # these write no spaces between words
    words = len(scene.narration.split())
    plain = scene.intent not in _ALONE and not scene.narration.rstrip().endswith("?")
    return spaced and plain and 0 < words <= _SHORT_LINE and brief.name.lower() not in scene.narration.lower()


def _contact(brief: Brief, script: Script) -> list[Finding]:
    told = " ".join([script.narration, *(scene.on_screen_text for scene in script.scenes)])
    ways = _ways(brief.contact)
    if not ways or any(_bare(way) in _bare(told) for way in ways):
        return []
    evidence = f"the contact “{brief.contact.strip()}” is nowhere in the ad"
    return [Finding(Score.RELEVANCE, "contact_lost", evidence, 0.2, advice="Show it in the last scene.")]


def _ways(contact: str) -> list[str]:
    """Each telephone number, address and site of the contact; all of it where it is none of these."""
    found = [
        match.group()
        for way in (patterns.PHONE, patterns.EMAIL, patterns.URL)
        for match in way.finditer(contact)
    ]
    streets = [part for part in re.split(r"[,;\n]", contact) if re.search(r"\d", part)]
    return found or streets or [part for part in [contact.strip()] if part]


def _bare(text: str) -> str:
    """Letters and figures only: a number is the same with spaces, dots or brackets."""
    return re.sub(r"https?://|www\.|\W+", "", text.lower())
