"""manage.py studio_gallery: every scene in every format, palette and length of text, to be looked at."""

from pathlib import Path
from typing import Any

import skia
from django.core.management.base import BaseCommand, CommandParser

from generation.studio.formats import FORMATS
from generation.studio.scenes import LAYOUTS
from generation.studio.scenes.contact_sheet import contact_sheet
from generation.studio.scenes.gallery_plan import overview, sheets
from generation.studio.script import Intent

_HEIGHTS = {"9:16": 460, "4:5": 380, "1:1": 340, "16:9": 260}
_COLUMNS = {"9:16": 8, "4:5": 7, "1:1": 7, "16:9": 5}
_KEPT_QUALITY = 74


class Command(BaseCommand):
    """Writes contact sheets: one for each layout and format, with three palettes by three lengths of text."""

    help = "Draw every scene kind and layout in every format as contact sheets."

    def add_arguments(self, parser: CommandParser) -> None:
        """--out, --kind, --format, --overview."""
        parser.add_argument("--out", default="gallery", type=Path, help="Folder for the pictures.")
        parser.add_argument("--kind", action="append", choices=[kind.value for kind in LAYOUTS])
        parser.add_argument("--format", action="append", choices=list(FORMATS))
        parser.add_argument(
            "--overview",
            action="store_true",
            help="Only one small JPEG for each format, with every layout once.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw, and say after each sheet how far it is."""
        del args
        out: Path = options["out"]
        formats = options["format"] or list(FORMATS)
        out.mkdir(parents=True, exist_ok=True)
        if options["overview"]:
            self._overviews(out, formats)
            return
        kinds = [Intent(name) for name in options["kind"] or LAYOUTS]
        count = sum(len(LAYOUTS[kind]) for kind in kinds) * len(formats)
        for number, sheet in enumerate(sheets(kinds, formats), start=1):
            path = out / f"{sheet.name}.png"
            contact_sheet(sheet.storyboards, path, height=_HEIGHTS[sheet.format_name])
            self.stdout.write(f"{number}/{count} {path}")

    def _overviews(self, out: Path, formats: list[str]) -> None:
        for number, name in enumerate(formats, start=1):
            png = out / f"scenes-{name.replace(':', 'x')}.png"
            contact_sheet(overview(name), png, height=_HEIGHTS[name] * 3 // 4, columns=_COLUMNS[name])
            jpeg = png.with_suffix(".jpg")
            skia.Image.open(str(png)).save(str(jpeg), skia.kJPEG, _KEPT_QUALITY)
            png.unlink()
            self.stdout.write(f"{number}/{len(formats)} {jpeg}")
