"""Stage 4: the voice speaks, the timeline is laid from what was measured, music and mix follow."""

from concurrent.futures import ThreadPoolExecutor

from generation.pipeline.bench import Bench
from generation.pipeline.stages import Outcome
from generation.providers import music, voice
from generation.studio.schedule import lay, overrun
from generation.studio.sound import soundtrack, write_wav
from generation.studio.storyboard import Storyboard
from generation.studio.voice import Narration


def produce_sound(bench: Bench) -> Outcome:
    """Write timeline.json and soundtrack.wav."""
    storyboard = bench.kept("storyboard.json", Storyboard)
    # The composer's instruments take a second to load, which the voice leaves a core for.
    with ThreadPoolExecutor(max_workers=1) as beside:
        instruments = beside.submit(music().prepare)
        narration = _narrate(bench, storyboard)
        instruments.result()
    timeline = lay(narration, length=storyboard.length)
    bench.keep("timeline.json", timeline)
    bench.report(0.6, "Composing the music")
    score = music().compose(
        storyboard.music_mood, seed=storyboard.seed, seconds=timeline.seconds, timeline=timeline
    )
    bench.report(0.8, "Mixing voice, music and effects")
    mix = soundtrack(narration, timeline, score, seed=storyboard.seed, energy=storyboard.look.energy)
    write_wav(bench.new("soundtrack.wav"), mix)
    notes = {"length": timeline.seconds, "overrun": overrun(timeline, length=storyboard.length)}
    return Outcome(("timeline.json", "soundtrack.wav"), notes)


def _narrate(bench: Bench, storyboard: Storyboard) -> Narration:
    return voice().narrate(
        [scene.narration for scene in storyboard.scenes],
        voice=storyboard.voice,
        language=storyboard.language,
        on_progress=lambda done: bench.report(0.6 * done, "Recording the voice-over"),
    )
