"""Stage 3: art direction. The script becomes a storyboard, and every scene a still."""

import zlib
from dataclasses import replace
from threading import Thread

from generation.crew.draft import Draft
from generation.pipeline.bench import Bench
from generation.pipeline.outcome import Outcome
from generation.pipeline.pictures import OwnPictures, own_files, placed
from generation.providers import voice_for as maker_for
from generation.providers.voice import NO_VOICE
from generation.studio.direction import direct, retarget
from generation.studio.film import still
from generation.studio.storyboard import Storyboard

_CALM = ("af_heart", "af_sarah", "am_michael", "bf_emma", "bf_isabella", "bm_george")
_LIVELY = ("am_puck", "af_bella", "am_michael", "bf_emma", "bm_fable")
VOICES_BY_TONE = {
    "friendly": ("af_heart", "am_michael", "bf_emma", "bm_fable"),
    "warm": ("af_heart", "am_michael", "bf_emma", "bm_george"),
    "energetic": _LIVELY,
    "professional": ("am_michael", "af_sarah", "af_heart", "bf_emma", "bm_george"),
    "reassuring": _CALM,
    "motivational": _LIVELY,
    "playful": ("af_bella", "am_puck", "af_heart", "bf_emma", "bm_fable"),
    "luxurious": ("af_heart", "am_fenrir", "bf_isabella", "bm_george"),
    "calm": _CALM,
}
VOICES_ABROAD = {
    "es": ("ef_dora", "em_alex"),
    "fr": ("ff_siwis",),
    "it": ("if_sara", "im_nicola"),
    "pt": ("pf_dora", "pm_alex"),
    "hi": ("hf_alpha", "hm_psi"),
    "ja": ("jf_alpha", "jm_kumo"),
    "zh": ("zf_xiaoxiao", "zm_yunxi"),
}
"""For the languages that have too few voices to choose among by tone."""


def design_scenes(bench: Bench) -> Outcome:
    """Write storyboard.json and still-01.jpg, still-02.jpg … in the ad's own format, half its size.

    Each still is shown as soon as it is drawn.
    """
    bench.report(0.05, "Choosing colours, type and pictures")
    adapted = _adapted(bench)
    own = OwnPictures(adapted.pictures, adapted.logo) if adapted else bench.own_pictures()
    storyboard = adapted or _storyboard(bench, own)
    bench.keep("storyboard.json", storyboard)
    storyboard = placed(storyboard, bench.folder)
    names = []
    total = len(storyboard.scenes)
    for number in range(1, total + 1):
        bench.report(number / (total + 1), f"Designing scene {number} of {total}")
        names.append(name := f"still-{number:02}.jpg")
        still(storyboard, number - 1, out=bench.new(name), half=True)
        bench.publish(name)
        if number == 1 and not adapted:
            _wake_voice(storyboard)
    notes = {"scenes": total, "own_pictures": len(own.names)} | (
        {"missing_pictures": own.missing} if own.missing else {}
    )
    return Outcome(("storyboard.json", *own.names, *names), notes)


def _adapted(bench: Bench) -> Storyboard | None:
    """The storyboard of the ad that this one is another format of, in this format; its pictures are here then."""
    if not bench.borrow("storyboard.json"):
        return None
    storyboard = bench.kept("storyboard.json", Storyboard)
    if not bench.borrow(*own_files(storyboard)):
        return None
    return replace(retarget(storyboard, format_name=bench.brief.format), is_paid=bench.brief.paid)


def _storyboard(bench: Bench, own: OwnPictures) -> Storyboard:
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
        pictures=own.pictures,
        logo=own.logo,
        is_paid=brief.paid,
    )


def _wake_voice(storyboard: Storyboard) -> None:
    """Load the voice while the other pictures are drawn: it need not be waited for later."""
    maker = maker_for(storyboard.voice)
    Thread(target=maker.prepare, args=(storyboard.language,), name="voice", daemon=True).start()


def voice_for(tone: str, language: str, name: str) -> str:
    """A voice that fits: by language, accent and tone, and always the same for one product.

    No voice where the configured maker does not speak the language: then the ad is read.
    """
    if not maker_for("").speaks(language):
        return NO_VOICE
    base, _, region = language.partition("-")
    voices = VOICES_ABROAD.get(base)
    if voices is None:
        accent = "b" if region == "GB" else "a"
        voices = tuple(voice for voice in VOICES_BY_TONE[tone] if voice.startswith(accent))
    return voices[zlib.crc32(name.encode()) % len(voices)]
