"""Stage 4: the voice speaks, the timeline is laid from what was measured, music and mix follow."""

from generation.pipeline.bench import Bench
from generation.pipeline.stages import Outcome
from generation.providers import music, voice
from generation.studio.schedule import lay
from generation.studio.sound import soundtrack, write_wav
from generation.studio.storyboard import Storyboard


def produce_sound(bench: Bench) -> Outcome:
    """Write timeline.json and soundtrack.wav."""
    storyboard = bench.kept("storyboard.json", Storyboard)
    narration = voice().narrate(
        [scene.narration for scene in storyboard.scenes],
        voice=storyboard.voice,
        language=storyboard.language,
        on_progress=lambda done: bench.report(0.6 * done, "Recording the voice-over"),
    )
    timeline = lay(narration, length=storyboard.length)
    bench.keep("timeline.json", timeline)
    bench.report(0.6, "Composing the music")
    score = music().compose(
        storyboard.music_mood, seed=storyboard.seed, seconds=timeline.seconds, timeline=timeline
    )
    bench.report(0.8, "Mixing voice, music and effects")
    mix = soundtrack(narration, timeline, score, seed=storyboard.seed, energy=storyboard.look.energy)
    write_wav(bench.new("soundtrack.wav"), mix)
    return Outcome(("timeline.json", "soundtrack.wav"), {"length": timeline.seconds})
