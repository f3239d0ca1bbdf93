"""Stage 5: frames, transitions, captions and sound become one file, which is measured before it is delivered."""

from pathlib import Path

from generation.pipeline.bench import Bench
from generation.pipeline.credential import signer_keys
from generation.pipeline.outcome import Outcome
from generation.pipeline.pictures import own_files, placed
from generation.studio import captions
from generation.studio.film import glimpses, mute, render_again
from generation.studio.inspection import Said, inspect
from generation.studio.provenance import sign
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

FILES = ("ad.mp4", "ad.pieces.json", "poster.jpg", "preview.webp", "captions.vtt", "captions.srt")


def edit_film(bench: Bench) -> Outcome:
    """Write what FILES names. Raises FilmRefused, with all reasons, when the film is not fit."""
    storyboard = bench.kept("storyboard.json", Storyboard)
    for picture in own_files(storyboard):
        bench.path(picture)
    storyboard = placed(storyboard, bench.folder)
    timeline = bench.kept("timeline.json", Timeline)
    cues = captions.cues(timeline)
    bench.new("captions.vtt").write_text(captions.web_vtt(cues), encoding="utf-8")
    bench.new("captions.srt").write_text(captions.srt(cues), encoding="utf-8")
    drawn = render_again(
        storyboard,
        timeline,
        cues if bench.brief.captions else (),
        soundtrack=bench.path("soundtrack.wav"),
        out=bench.new("ad.mp4"),
        before=_before(bench),
        on_progress=lambda done, total: bench.report(
            0.9 * done / total, f"Rendering frame {done} of {total}"
        ),
        glimpses=glimpses(
            storyboard, timeline, poster=bench.new("poster.jpg"), preview=bench.new("preview.webp")
        ),
    )
    bench.report(0.92, "Checking the finished film")
    sign(bench.new("ad.mp4"), signer_keys(), title=storyboard.brand)
    measured = inspect(
        bench.new("ad.mp4"),
        storyboard_format=storyboard.format,
        timeline=timeline,
        said=Said(cues, _voice(bench)),
        captioned=storyboard if bench.brief.captions else None,
        shown=storyboard,
        on_progress=lambda done: bench.report(0.92 + 0.07 * done, "Checking the finished film"),
    )
    bench.report(1.0, "Storing the film")
    notes = {"length": timeline.seconds, "loudness": measured.loudness, "frames_drawn": drawn}
    return Outcome(FILES, notes)


def silence_film(bench: Bench) -> None:
    """Take the sound out of the finished film, for places that play without it."""
    storyboard, film = bench.kept("storyboard.json", Storyboard), bench.path("ad.mp4")
    mute(film, timeline=bench.kept("timeline.json", Timeline), out=film)
    sign(film, signer_keys(), title=storyboard.brand)


def _before(bench: Bench) -> Path | None:
    """The film as it was before the ad was changed: scenes that are still the same need not be made again."""
    kept = bench.earlier("ad.mp4", "ad.pieces.json")
    return kept[0] if kept else None


def _voice(bench: Bench) -> Path | None:
    """The narration alone. An ad whose sound was made by an older version has none."""
    try:
        return bench.path("voice.wav")
    except (OSError, LookupError):
        return None
