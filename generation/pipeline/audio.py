"""Stage 4: the voice speaks, the timeline is laid from what was measured, music and mix follow.

The voice's network takes some 400 MB while it speaks. It is not needed while the film is drawn:
it goes as soon as it has done its part, and comes back in a second for the next ad.
"""

from pathlib import Path

from generation.pipeline.bench import Bench
from generation.pipeline.outcome import Outcome
from generation.pipeline.recordings import RECORDING
from generation.providers import music, voice_for
from generation.providers.voice import OWN_VOICE, Recording, Voice
from generation.providers.voice.kokoro import KokoroVoice
from generation.studio.film.memory import give_back, keep_for_sound, trim
from generation.studio.music import tempo_for
from generation.studio.schedule import lay, overrun
from generation.studio.sound import foreground, mixed, write_voice, write_wav
from generation.studio.sound.filters import Signal
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline
from generation.studio.voice import Narration, kokoro, outline

FILES = ("timeline.json", "soundtrack.wav", "voice.wav")
AWAKE, PACED, SPOKEN = 0.05, 0.1, 0.7
"""How far the stage is when the voice is loaded, when its pace is known, and when all is said: shares of its time."""
PACES = tuple(1 + hundredths / 100 for hundredths in range(13))
"""From natural to the most by which an ad is spoken faster to fit its length; more would sound hurried."""


def produce_sound(bench: Bench) -> Outcome:
    """Write timeline.json, soundtrack.wav, and voice.wav: the narration alone, to measure the film with.

    An ad in another format sounds as the first one does.
    """
    storyboard = bench.kept("storyboard.json", Storyboard)
    if bench.borrow(*FILES):
        bench.report(0.9, "Taking over voice and music")
        return Outcome(FILES, _length(bench.kept("timeline.json", Timeline), storyboard))
    give_back()
    keep_for_sound()
    recording, timeline = _in_time(bench, storyboard)
    narration = recording.narration
    kokoro.dismiss()
    trim()
    bench.keep("timeline.json", timeline)
    mix = _mix(bench, storyboard, narration, timeline)
    bench.report(0.97, "Storing the sound")
    write_wav(bench.new("soundtrack.wav"), mix)
    give_back()
    return Outcome(FILES, _length(timeline, storyboard) | _bill(recording))


def _mix(bench: Bench, storyboard: Storyboard, narration: Narration, timeline: Timeline) -> Signal:
    """The soundtrack. The voice is done before the music begins: both at once would need 40 MB more at the peak."""
    bench.report(SPOKEN, "Composing the music")
    write_voice(bench.new("voice.wav"), narration, timeline)
    front = foreground(narration, timeline, seed=storyboard.seed, energy=storyboard.look.energy)
    trim()
    score = music().compose(
        storyboard.music_mood, seed=storyboard.seed, seconds=timeline.seconds, timeline=timeline
    )
    bench.report(0.8, "Mixing voice, music and effects")
    return mixed(front, timeline, score)


def _length(timeline: Timeline, storyboard: Storyboard) -> dict[str, float]:
    """How long the ad became, and how much longer than it was asked for; seconds."""
    return {"length": timeline.seconds, "overrun": overrun(timeline, length=storyboard.length)}


def _in_time(bench: Bench, storyboard: Storyboard) -> tuple[Recording, Timeline]:
    """Spoken, a little faster where the ad would grow, and laid out."""
    voice = voice_for(storyboard.voice, recordings=_recordings(bench, storyboard))
    bench.report(0.01, "Waking the voice")
    voice.prepare(storyboard.language)
    bench.report(AWAKE, "Timing the words")
    pace = _pace(bench, storyboard, voice)
    bench.report(PACED, "Recording the voice-over")
    # Loading the voice leaves as much freed memory behind as speaking takes for a scene.
    trim()
    recording = voice.narrate(
        [scene.narration for scene in storyboard.scenes],
        voice=storyboard.voice,
        language=storyboard.language,
        speed=pace,
        pronunciations=bench.brief.said,
        on_progress=lambda done: bench.report(PACED + (SPOKEN - PACED) * done, "Recording the voice-over"),
    )
    return recording, _laid(recording.narration, storyboard)


def _pace(bench: Bench, storyboard: Storyboard, voice: Voice) -> float:
    """The slowest pace from natural on at which the ad is as long as it should be, as far as speech allows.

    A pace that the person chose stays as it is, and of other voices nobody knows beforehand how long they take.
    """
    if bench.brief.speed != 1 or not isinstance(voice, KokoroVoice):
        return bench.brief.speed
    spoken = outline(
        [scene.narration for scene in storyboard.scenes],
        voice=storyboard.voice,
        language=storyboard.language,
        pronunciations=bench.brief.said,
    )
    return next((pace for pace in PACES if _fits(spoken.at(pace), storyboard)), PACES[-1])


def _fits(narration: Narration, storyboard: Storyboard) -> bool:
    length = storyboard.length
    return overrun(lay(narration, length=length), length=length) == 0


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


def _recordings(bench: Bench, storyboard: Storyboard) -> list[Path]:
    return [bench.path(RECORDING)] if storyboard.voice == OWN_VOICE else []
