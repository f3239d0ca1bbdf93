"""Write a short sample of every embedded voice, for the page where a voice is chosen."""

import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

BITRATE = "40k"


class Command(BaseCommand):
    """``manage.py voice_samples``: static/voices/<name>.m4a, a few seconds each."""

    help = (
        "Writes a sample of each embedded voice (AAC, some 20 KB). Run it when a voice was added or changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and which."""
        parser.add_argument("--out", type=Path, default=Path(settings.BASE_DIR) / "static" / "voices")
        parser.add_argument("--voice", action="append", help="only this one; may be given several times")

    def handle(self, *args: Any, **options: Any) -> None:
        """Speak, encode, say what was written."""
        del args
        from generation.studio.errors import VoiceFailed
        from generation.studio.voice import VOICES, sample

        out: Path = options["out"]
        out.mkdir(parents=True, exist_ok=True)
        for name in options["voice"] or VOICES:
            try:
                _encode(sample(name), out / f"{name}.m4a")
            except VoiceFailed as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"{name}.m4a  {(out / f'{name}.m4a').stat().st_size / 1000:.1f} KB")


def _encode(wav: bytes, path: Path) -> None:
    import imageio_ffmpeg

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-f", "wav", "-i", "pipe:0"]
    command += ["-ar", "24000", "-c:a", "aac", "-b:a", BITRATE, "-map_metadata", "-1", "-fflags", "+bitexact"]
    done = subprocess.run([*command, "-movflags", "+faststart", str(path)], input=wav, check=False)
    if done.returncode:
        raise CommandError(f"ffmpeg could not write {path}.")
