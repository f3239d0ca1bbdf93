"""The slideshow a user would otherwise make: the ad's stills with cross-fades and its sound, by MoviePy.

    python slideshow.py STILLS_FOLDER SOUND OUT SECONDS_A_SCENE

Runs with any Python that has MoviePy: it asks for an older Pillow than the studio, so it
cannot be installed beside it. Prints the seconds it took.
"""

import sys
import time
from pathlib import Path

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, vfx

FADE = 0.5


def main() -> None:
    folder, sound, out, each = Path(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4])
    begun = time.perf_counter()
    clips = []
    for number, path in enumerate(sorted(folder.glob("still-*.jpg"))):
        clip = ImageClip(str(path)).with_duration(each + FADE).with_start(number * each)
        # The slow zoom that slideshows have.
        clip = clip.with_effects([vfx.Resize(lambda t: 1 + 0.02 * t)]).with_position("center")
        clips.append(clip.with_effects([vfx.CrossFadeIn(FADE)]) if number else clip)
    film = CompositeVideoClip(clips, size=ImageClip(str(min(folder.glob("still-*.jpg")))).size)
    film = film.with_duration(each * len(clips)).with_audio(
        AudioFileClip(sound).with_duration(each * len(clips))
    )
    film.write_videofile(
        out,
        fps=30,
        codec="libx264",
        audio_codec="aac",
        preset="veryfast",
        ffmpeg_params=["-crf", "18", "-pix_fmt", "yuv420p"],
        logger=None,
    )
    print(f"{time.perf_counter() - begun:.2f}")


if __name__ == "__main__":
    main()
