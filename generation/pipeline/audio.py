"""Stage 4: the voice speaks, the timeline is laid from what was measured, music and mix follow.

The voice's network and the composer's instruments take some 700 MB together. Neither is
needed while the film is drawn, nor the one while the other works: each goes as soon as it
has done its part, and comes back in a second or two for the next ad.
"""

from generation.pipeline.bench import Bench
from generation.pipeline.outcome import Outcome
from generation.pipeline.recordings import RECORDING
from generation.providers import music, voice_for
from generation.providers.voice import NO_VOICE, OWN_VOICE, Recording
from generation.studio.film.memory import give_back
from generation.studio.music import synth, tempo_for
from generation.studio.schedule import lay, overrun
from generation.studio.sound import soundtrack, write_voice, write_wav
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline
from generation.studio.voice import Narration, kokoro

BRISKEST = 1.12
"""How much faster than natural an ad is spoken to fit its length; more would sound hurried."""

WORTH_SPEAKING_AGAIN = 0.5
"""Seconds over the wanted length: less is not noticed, and speaking takes as long as half the ad."""


def produce_sound(bench: Bench) -> Outcome:
    """Write timeline.json, soundtrack.wav, and voice.wav: the narration alone, to measure the film with."""
    storyboard = bench.kept("storyboard.json", Storyboard)
    give_back()
    recording, timeline = _in_time(bench, storyboard)
    narration = recording.narration
    _dismiss_voice()
    bench.keep("timeline.json", timeline)
    bench.report(0.6, "Composing the music")
    score = music().compose(
        storyboard.music_mood, seed=storyboard.seed, seconds=timeline.seconds, timeline=timeline
    )
    _dismiss_orchestra()
    bench.report(0.8, "Mixing voice, music and effects")
    mix = soundtrack(narration, timeline, score, seed=storyboard.seed, energy=storyboard.look.energy)
    write_wav(bench.new("soundtrack.wav"), mix)
    write_voice(bench.new("voice.wav"), narration, timeline)
    notes = {"length": timeline.seconds, "overrun": overrun(timeline, length=storyboard.length)}
    return Outcome(("timeline.json", "soundtrack.wav", "voice.wav"), notes | _bill(recording))


def _in_time(bench: Bench, storyboard: Storyboard) -> tuple[Recording, Timeline]:
    """Spoken and laid out; once more, a little faster, where the ad would grow, unless that costs money.

    A pace or a recording that the person chose stays as it is.
    """
    recording = _narrate(bench, storyboard, speed=bench.brief.speed, share=(0.0, 0.4))
    timeline = _laid(recording.narration, storyboard)
    is_free = storyboard.voice not in {OWN_VOICE, NO_VOICE} and not recording.requests
    grows = overrun(timeline, length=storyboard.length) > WORTH_SPEAKING_AGAIN
    if is_free and bench.brief.speed == 1 and grows:
        speed = min(BRISKEST, timeline.seconds / storyboard.length)
        recording = _narrate(bench, storyboard, speed=speed, share=(0.4, 0.6))
        timeline = _laid(recording.narration, storyboard)
    return recording, timeline


def _laid(narration: Narration, storyboard: Storyboard) -> Timeline:
    """Laid twice: once to find the tempo that suits the cuts, once to put the cuts on its beats."""
    rough = lay(narration, length=storyboard.length)
    tempo = tempo_for(storyboard.music_mood, seed=storyboard.seed, timeline=rough)
    return lay(narration, length=storyboard.length, tempo=tempo)


def _bill(recording: Recording) -> dict[str, str | int | float]:
    """Who spoke, and what it cost where that is known."""
    bill: dict[str, str | int | float] = {"spoken_by": recording.made_by}
    if recording.requests:
        bill |= {"voice_characters": recording.characters, "voice_requests": recording.requests}
    if recording.requests and recording.dollars is not None:
        bill["voice_dollars"] = round(recording.dollars, 6)
    return bill


def _narrate(bench: Bench, storyboard: Storyboard, *, speed: float, share: tuple[float, float]) -> Recording:
    """Have it spoken; ``share`` is where in the stage this begins and ends."""
    began, ends = share
    recordings = [bench.path(RECORDING)] if storyboard.voice == OWN_VOICE else []
    return voice_for(storyboard.voice, recordings=recordings).narrate(
        [scene.narration for scene in storyboard.scenes],
        voice=storyboard.voice,
        language=storyboard.language,
        speed=speed,
        pronunciations=bench.brief.said,
        on_progress=lambda done: bench.report(began + (ends - began) * done, "Recording the voice-over"),
    )


def _dismiss_voice() -> None:
    kokoro.dismiss()
    give_back()


def _dismiss_orchestra() -> None:
    synth.dismiss()
    give_back()
