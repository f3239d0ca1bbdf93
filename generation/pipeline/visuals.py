"""Stage 3: art direction. The script becomes a storyboard, and every scene a still."""

import zlib

from generation.crew.crew import Draft
from generation.pipeline.bench import Bench
from generation.pipeline.stages import Outcome
from generation.studio.direction import direct
from generation.studio.film import still
from generation.studio.storyboard import Storyboard

VOICES_BY_TONE = {
    "friendly": ("af_heart", "am_michael", "bf_emma"),
    "warm": ("af_heart", "bf_emma", "bm_george"),
    "energetic": ("am_puck", "af_bella", "am_michael"),
    "professional": ("am_michael", "bf_emma", "af_heart"),
    "reassuring": ("af_heart", "bf_emma", "am_michael"),
    "motivational": ("am_puck", "af_bella", "am_michael"),
    "playful": ("af_bella", "am_puck", "af_heart"),
    "luxurious": ("bf_emma", "bm_george", "af_heart"),
    "calm": ("af_heart", "bm_george", "bf_emma"),
}


def design_scenes(bench: Bench) -> Outcome:
    """Write storyboard.json and still-01.jpg, still-02.jpg … in the ad's own format."""
    bench.report(0.05, "Choosing colours, type and pictures")
    storyboard = _storyboard(bench)
    bench.keep("storyboard.json", storyboard)
    names = []
    total = len(storyboard.scenes)
    for number in range(1, total + 1):
        bench.report(number / (total + 1), f"Designing scene {number} of {total}")
        names.append(name := f"still-{number:02}.jpg")
        still(storyboard, number - 1, out=bench.new(name))
    return Outcome(("storyboard.json", *names), {"scenes": total})


def _storyboard(bench: Bench) -> Storyboard:
    brief = bench.brief
    return direct(
        bench.kept("script.json", Draft).script,
        brand=brief.name,
        tone=brief.tone,
        about=f"{brief.name}. {brief.desc} {brief.audience}",
        brand_colors=brief.brand_colors,
        contact=brief.contact,
        format_name=brief.format,
        length=brief.length,
        seed=bench.seed,
        voice=brief.voice or voice_for(brief.tone, brief.language, brief.name),
    )


def voice_for(tone: str, language: str, name: str) -> str:
    """A voice that fits: by tone, British for British English, and always the same for one product."""
    voices: tuple[str, ...] = VOICES_BY_TONE[tone]
    if language == "en-GB":
        voices = tuple(voice for voice in voices if voice.startswith("b")) or ("bf_emma",)
    else:
        voices = tuple(voice for voice in voices if voice.startswith("a"))
    return voices[zlib.crc32(name.encode()) % len(voices)]
