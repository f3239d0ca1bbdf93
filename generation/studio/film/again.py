"""A film that was made before, made again after a change: only what has changed is drawn and encoded.

The rest is taken out of the earlier film as it is, key frame to key frame, and all of it is
joined under the new sound. ffmpeg's concat list does both.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generation.studio.captions import Cue
from generation.studio.errors import EncoderFailed
from generation.studio.film.encoder import encoding, join, pictures_in
from generation.studio.film.feeding import Feeder
from generation.studio.film.frames import Frames, blank
from generation.studio.film.glimpses import Glimpses
from generation.studio.film.memory import give_back
from generation.studio.film.pieces import Piece, pieces
from generation.studio.film.renderer import draw, render
from generation.studio.film.settings import Job
from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

Progress = Callable[[int, int], None]

WORTH_JOINING = 0.1
"""Below this share of frames that can be kept, a film is made whole."""

REORDERED = 2
"""How many frames x264, as it is set here, hands out a frame before it is shown (B-frames in a pyramid)."""


@dataclass(frozen=True)
class Run:
    """Neighbouring pieces that are either all kept, from ``taken_from`` in the earlier film, or all new (None)."""

    pieces: tuple[Piece, ...]
    taken_from: int | None

    @property
    def count(self) -> int:
        return sum(piece.count for piece in self.pieces)


def render_again(
    storyboard: Storyboard,
    timeline: Timeline,
    cues: tuple[Cue, ...],
    *,
    soundtrack: Path | None,
    out: Path,
    before: Path | None = None,
    on_progress: Progress | None = None,
    glimpses: Glimpses | None = None,
) -> int:
    """Make the film in ``out`` with as much as possible of the one ``before``; gives how many frames were drawn.

    A record is written beside it, and the one beside the earlier film tells what that film shows.
    Without an earlier film, or when too little of it can be kept (the look has changed, or every
    scene has another length), the film is made whole. Otherwise as ``render``, whose errors it raises.
    """
    wanted = pieces(storyboard, timeline, cues)
    runs = _runs(wanted, _recorded(before))
    # Never an old record beside a new film, wherever this ends.
    record_of(out).unlink(missing_ok=True)
    total = wanted[-1].end
    kept = sum(run.count for run in runs if run.taken_from is not None)
    frames = Frames(storyboard, timeline=timeline, cues=cues)
    if (
        before is None
        or kept < total * WORTH_JOINING
        or not _renewed(frames, runs, before, soundtrack, out, on_progress=on_progress, glimpses=glimpses)
    ):
        kept = 0
        render(
            storyboard,
            timeline,
            cues,
            soundtrack=soundtrack,
            out=out,
            on_progress=on_progress,
            glimpses=glimpses,
        )
    record_of(out).write_text(json.dumps([asdict(piece) for piece in wanted]), encoding="utf-8")
    return total - kept


def mute(film: Path, *, timeline: Timeline, out: Path) -> None:
    """The same film without any sound, its pictures untouched. ``out`` may be the film itself."""
    count = round(timeline.seconds * FRAMES_PER_SECOND)
    text = f"ffconcat version 1.0\n{_entry(film, count)}"
    join(text, soundtrack=None, seconds=timeline.seconds, out=out)


def record_of(film: Path) -> Path:
    """Where the record of a film's pieces stands: "ad.pieces.json" beside "ad.mp4"."""
    return film.with_suffix(".pieces.json")


def _recorded(film: Path | None) -> dict[str, Piece]:
    """The pieces of the earlier film; none when there is no such film or its record cannot be read."""
    if film is None or not film.exists():
        return {}
    try:
        found = [Piece(**entry) for entry in json.loads(record_of(film).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return {}
    return {piece.fingerprint: piece for piece in found}


def _runs(wanted: Sequence[Piece], known: dict[str, Piece]) -> list[Run]:
    runs: list[Run] = []
    for piece in wanted:
        old = known.get(piece.fingerprint)
        at = old.first if old and old.count == piece.count else None
        last = runs[-1] if runs else None
        follows = last is not None and (
            (at is None and last.taken_from is None)
            or (at is not None and last.taken_from is not None and at == last.taken_from + last.count)
        )
        if last is not None and follows:
            runs[-1] = Run((*last.pieces, piece), last.taken_from)
        else:
            runs.append(Run((piece,), at))
    return runs


def _renewed(
    frames: Frames,
    runs: Sequence[Run],
    film: Path,
    soundtrack: Path | None,
    out: Path,
    *,
    on_progress: Progress | None,
    glimpses: Glimpses | None,
) -> bool:
    """Whether the film could be joined: an earlier one that was damaged is of no use."""
    give_back()
    total = sum(run.count for run in runs if run.taken_from is None)
    done = 0

    def drawn_one() -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, total)

    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        entries = []
        for number, run in enumerate(runs):
            if run.taken_from is None:
                path = Path(folder) / f"new-{number}.mp4"
                _encode(frames, run, path, drawn_one, glimpses)
                entries.append(_entry(path, run.count))
            else:
                entries.append(_entry(film, run.count, taken_from=run.taken_from))
        if glimpses is not None:
            glimpses.look(frames)
            glimpses.finish()
        text = "\n".join(["ffconcat version 1.0", *entries])
        try:
            join(text, soundtrack=soundtrack, seconds=frames.count / FRAMES_PER_SECOND, out=out)
        except EncoderFailed:
            return False
    return pictures_in(out) == frames.count


def _encode(
    frames: Frames, run: Run, out: Path, drawn_one: Callable[[], None], glimpses: Glimpses | None
) -> None:
    """Draw and encode neighbouring pieces, each from a key frame of its own."""
    picture, first = frames.picture, run.pieces[0].first
    keys = tuple(piece.first - first for piece in run.pieces)
    job = Job(picture.width, picture.height, run.count, keyframes=keys)
    with encoding(job, out=out) as encoder, Feeder(encoder, make=lambda: blank(picture)) as feeder:
        for number in range(first, run.pieces[-1].end):
            pixels = feeder.next()
            draw(frames, number, pixels, glimpses)
            feeder.send(pixels)
            frames.look_ahead(number, until=run.pieces[-1].end)
            drawn_one()


def _entry(path: Path, count: int, *, taken_from: int | None = None) -> str:
    """One file of a concat list: all of it, or ``count`` frames from frame ``taken_from`` on.

    Decoding order decides what is read, and every piece is closed: its first frame is handed
    out REORDERED frames before it is shown, so the aim is half a frame before the next piece's.
    """
    quoted = str(path.resolve()).replace("'", "'\\''")
    lines = [f"file '{quoted}'"]
    if taken_from is not None:
        end = taken_from + count - REORDERED - 0.5
        lines += [f"inpoint {_seconds(taken_from)}", f"outpoint {_seconds(end)}"]
    lines.append(f"duration {_seconds(count)}")
    return "\n".join(lines)


def _seconds(frames: float) -> str:
    return f"{frames / FRAMES_PER_SECOND:.6f}"
