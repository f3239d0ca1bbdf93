"""The slideshow that one would otherwise write with MoviePy: pictures that zoom slowly and fade into each other,
the words on them, and the sound.

    python slideshow.py PLAN

PLAN is JSON (see ``slides.py``). Size, length, frame rate, pictures, words and sound are those of our film;
MoviePy's own settings are left as they are. Runs with any Python that has MoviePy 2. Prints the seconds by the
clock, and of CPU in all its processes.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, TextClip, vfx

FADE = 0.5


def main() -> None:
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wall = time.perf_counter()
    clips = [_slide(slide, number) for number, slide in enumerate(plan["slides"])]
    clips += [_words(caption, plan) for caption in plan["captions"]]
    film = CompositeVideoClip(clips, size=tuple(plan["size"])).with_duration(plan["seconds"])
    film = film.with_audio(AudioFileClip(plan["sound"]).with_duration(plan["seconds"]))
    film.write_videofile(plan["out"], fps=plan["fps"], audio_codec="aac", logger=None)
    print(f"{time.perf_counter() - wall:.2f} {sum(os.times()[:4]):.2f}")


def _slide(slide: dict[str, Any], number: int) -> ImageClip:
    clip = ImageClip(slide["picture"]).with_start(slide["start"]).with_duration(slide["seconds"] + FADE)
    clip = clip.with_effects([vfx.Resize(lambda t: 1 + 0.02 * t)]).with_position("center")
    return clip.with_effects([vfx.CrossFadeIn(FADE)]) if number else clip


def _words(caption: dict[str, Any], plan: dict[str, Any]) -> TextClip:
    clip = TextClip(
        font=plan["font"],
        text=caption["text"],
        font_size=plan["size"][0] // 18,
        color="white",
        stroke_color="black",
        stroke_width=3,
        method="caption",
        size=(plan["size"][0] * 8 // 10, None),
    )
    clip = clip.with_start(caption["start"]).with_duration(caption["end"] - caption["start"])
    return clip.with_position(("center", plan["size"][1] * 7 // 10))


if __name__ == "__main__":
    main()
