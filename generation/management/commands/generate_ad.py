"""Make an ad from a brief in a file: the same pipeline, without accounts, queue or database."""

import functools
import json
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from ads.briefs import FORMATS, LONGEST, OWN_VOICE, SHORTEST, Brief, read
from ads.states import Stage
from vigen_site.errors import Invalid

LABELS = {
    Stage.SCRIPT: "Script Generation",
    Stage.REVIEW: "Script Review",
    Stage.VISUALS: "Video Creation",
    Stage.AUDIO: "Audio Production",
    Stage.EDITING: "Final Editing",
}
BESIDE = ("poster.jpg", "captions.vtt", "captions.srt")


class Command(BaseCommand):
    """``manage.py generate_ad brief.json --out ad.mp4``."""

    help = (
        "Makes an ad from a brief (JSON with at least name and desc; see examples/briefs). Poster and captions "
        "are written beside the film. Needs no database, no queue and no key."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The brief, where to write, and what to change of it."""
        parser.add_argument("brief", type=Path, help="a JSON file, or - for standard input")
        parser.add_argument("--out", type=Path, default=Path("ad.mp4"), help="the film (default %(default)s)")
        parser.add_argument("--format", choices=FORMATS, help="picture format, instead of the brief's")
        parser.add_argument(
            "--length", type=int, help=f"seconds, {SHORTEST} to {LONGEST}, instead of the brief's"
        )
        parser.add_argument("--seed", type=int, help="another number gives another ad from the same brief")
        parser.add_argument(
            "--picture",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="a picture of the product; may be repeated",
        )
        parser.add_argument("--logo", type=Path, metavar="FILE", help="the brand's logo")
        parser.add_argument(
            "--recording", type=Path, metavar="FILE", help="the script read aloud, to be the ad's voice"
        )
        parser.add_argument(
            "--also",
            action="append",
            default=[],
            metavar="VARIANT",
            help="make the same ad once more, from the same storyboard: another format, other seconds, captioned, "
            "uncaptioned, silent, or paid (9:16 for paid placements), joined by “/” (16:9, 9:16/paid, 1:1/6/silent); "
            "may be repeated",
        )
        parser.add_argument(
            "--keep", type=Path, metavar="FOLDER", help="keep script, storyboard, stills and sound too"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, make, deliver, sum up."""
        del args
        changes = {key: options[key] for key in ("format", "length", "seed")}
        recording: Path | None = options["recording"]
        brief = _read(options["brief"], {**changes, "voice": OWN_VOICE if recording else None})
        out: Path = options["out"]
        if not out.parent.is_dir():
            raise CommandError(f"There is no folder {out.parent} to write {out.name} into.")
        with tempfile.TemporaryDirectory(prefix="vigen-") as scratch:
            folder = options["keep"] or Path(scratch)
            wishes = _wishes(options["also"])
            _bring(recording, brief, folder)
            made = _make(brief, folder, pictures=tuple(options["picture"]), logo=options["logo"])
            delivered = _deliver(made.files, out)
            for wished in wishes:
                also = _make_also(wished, brief, folder)
                delivered += _deliver(also.files, out.with_stem(f"{out.stem}-{wished.name}"))
        _sum_up(made.seconds, delivered)


def _read(path: Path, changes: dict[str, Any]) -> Brief:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
        given = json.loads(text)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error
    if not isinstance(given, dict):
        raise CommandError(f"{path} must hold one brief: an object with at least name and desc.")
    try:
        return read({**given, **{key: value for key, value in changes.items() if value is not None}})
    except Invalid as error:
        lines = [f"  {field}: {' '.join(messages)}" for field, messages in error.errors.items()]
        raise CommandError("\n".join(["The brief needs another look:", *lines])) from error


def _wishes(texts: list[str]) -> list[Any]:
    from generation.pipeline.local import variant

    try:
        return [variant(text) for text in texts]
    except ValueError as error:
        raise CommandError(str(error)) from error


def _bring(recording: Path | None, brief: Brief, folder: Path) -> None:
    """Put the recording where the sound is made."""
    from generation.pipeline.recordings import recording_from_file
    from generation.studio.voice.recordings import RecordingRefused

    if recording is None:
        if brief.voice == OWN_VOICE:
            raise CommandError(
                "The brief's voice is a recording of your own: name its file with --recording."
            )
        return
    try:
        recording_from_file(recording, folder)
    except (OSError, RecordingRefused) as error:
        raise CommandError(f"{recording}: {error}") from error


def _make(brief: Brief, folder: Path, *, pictures: tuple[Path, ...], logo: Path | None) -> Any:
    # Imported late: --help and a brief with mistakes answer at once.
    from generation.pipeline.local import make
    from generation.pipeline.pictures import from_files

    own = functools.partial(from_files, pictures, logo)
    return _watched(functools.partial(make, brief, folder, seed=_seed(brief), own_pictures=own))


def _make_also(wished: Any, brief: Brief, folder: Path) -> Any:
    from generation.pipeline.local import make_variant

    making = functools.partial(make_variant, wished, brief, folder, seed=_seed(brief))
    return _watched(making, of=f" {wished.name}")


def _seed(brief: Brief) -> int:
    return brief.seed or zlib.crc32(brief.name.encode()) % (2**31 - 1) + 1


def _watched(making: Callable[..., Any], *, of: str = "") -> Any:
    """What ``making`` makes, with a bar for each of its stages."""
    from generation.pipeline.errors import reason_for

    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[doing]}"),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bars: dict[Stage, TaskID] = {}

        def tell(stage: Stage, done: float, message: str) -> None:
            if stage not in bars:
                bars[stage] = progress.add_task(LABELS[stage] + of, total=1.0, doing="")
            progress.update(bars[stage], completed=done, doing=message)

        try:
            return making(tell=tell)
        except Exception as error:
            reason = reason_for(error)
            if reason.code == "internal_error":
                raise
            raise CommandError(reason.message) from error


def _deliver(files: dict[str, Path], out: Path) -> list[Path]:
    delivered = [Path(shutil.copyfile(files["ad.mp4"], out))]
    beside = [Path(shutil.copyfile(files[name], out.with_suffix(Path(name).suffix))) for name in BESIDE]
    return delivered + beside


def _sum_up(seconds: dict[Stage, float], delivered: list[Path]) -> None:
    table = Table(title=None, show_edge=False, pad_edge=False)
    table.add_column("Stage")
    table.add_column("Seconds", justify="right")
    for stage, took in seconds.items():
        table.add_row(LABELS[stage], f"{took:.1f}")
    table.add_row("Together", f"{sum(seconds.values()):.1f}", style="bold")
    console = Console()
    console.print(table)
    for path in delivered:
        console.print(f"{path}  {path.stat().st_size / 1e6:.2f} MB", highlight=False)
