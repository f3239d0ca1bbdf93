"""The customer's own pictures on their way from upload to frame."""

import io
import json
import uuid
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw
from pytest_django import Settings

from accounts.models import Identity
from ads import uploads
from ads.briefs import Brief, read
from generation.pipeline.bench import Bench
from generation.pipeline.pictures import OwnPictures, from_files, from_uploads, own_files, placed
from generation.pipeline.script import write_script
from generation.pipeline.visuals import design_scenes
from generation.studio.film.frames import Frames, blank, surface_on
from generation.studio.pictures import Kind, PictureRefused
from generation.studio.scenes.contact_sheet import spoken
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

BRIEF = {
    "name": "Fjord Tonic",
    "desc": (
        "A sparkling tonic brewed with sea buckthorn from the Norwegian coast. Nothing but water, berries and "
        "a year of patience. Less sugar than an apple: 9 grams in a bottle. Brewed by hand in Bergen since 2011."
    ),
    "contact": "fjordtonic.example",
}


@pytest.fixture(autouse=True)
def _quick(settings: Settings) -> None:
    settings.PICTURE_READER = "generation.studio.pictures.reading.read_file"


def ball(color: str, *, ground: str = "white") -> bytes:
    image = Image.new("RGB", (480, 480), ground)
    ImageDraw.Draw(image).ellipse((120, 120, 360, 360), fill=color)
    return _encoded(image)


def field(color: str) -> bytes:
    """Too lively for a plain ground: a photograph."""
    noise = np.random.default_rng(5).integers(0, 90, (600, 800, 3), dtype=np.uint8)
    image = Image.fromarray(noise + np.uint8(60), "RGB")
    ImageDraw.Draw(image).rectangle((420, 180, 700, 430), fill=color)
    return _encoded(image)


def _encoded(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def upload(who: Identity, data: bytes) -> str:
    return uploads.receive(user_id=who.user_id, file=SimpleUploadedFile("sent", data)).picture_id


def bench_in(folder: Path, brief: Brief, own: Callable[[Path], OwnPictures]) -> Bench:
    def fetch(name: str, path: Path) -> Path:
        raise FileNotFoundError(f"{name} should be here: {path}")

    return Bench(brief, folder, seed=7, report=lambda done, message: None, fetch=fetch, own_pictures=own)


def test_uploads_are_brought_in_their_order(person: Callable[..., Identity], tmp_path: Path) -> None:
    who = person()
    ids = [upload(who, ball("#c22")), upload(who, field("#27c"))]
    brief = read({**BRIEF, "pictures": ids, "logo": ids[0]})

    own = from_uploads(who.user_id, brief, tmp_path)

    assert [one.kind for one in own.pictures] == [Kind.CUTOUT, Kind.PHOTO]
    assert own.names == ("picture-01.png", "picture-02.jpg", "logo.png")
    assert all((tmp_path / name).is_file() for name in own.names)
    assert own.missing == 0


def test_pictures_that_are_gone_or_somebody_else_s_are_left_out(
    person: Callable[..., Identity], tmp_path: Path
) -> None:
    who, stranger = person(), person()
    mine, theirs = upload(who, ball("#c22")), upload(stranger, ball("#2c2"))
    brief = read({**BRIEF, "pictures": [theirs, mine, str(uuid.uuid4())], "logo": theirs})

    own = from_uploads(who.user_id, brief, tmp_path)

    assert own.names == ("picture-02.png",)
    assert own.missing == 3


def test_a_file_that_is_no_picture_stops_an_ad_made_from_a_terminal_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Hello")
    with pytest.raises(PictureRefused, match=r"notes\.txt: This is not a picture"):
        from_files((tmp_path / "notes.txt",), None, tmp_path)
    with pytest.raises(PictureRefused, match="There is no picture"):
        from_files((tmp_path / "nowhere.png",), None, tmp_path)


@pytest.mark.render
def test_an_ad_with_three_pictures_shows_them_in_every_format(tmp_path: Path) -> None:
    colors = {"#e01040": ball("#e01040"), "#1060e0": field("#1060e0"), "#10c040": field("#10c040")}
    for number, data in enumerate(colors.values()):
        (tmp_path / f"sent-{number}").write_bytes(data)
    sent = tuple(tmp_path / f"sent-{number}" for number in range(3))
    folder = tmp_path / "bench"
    bench = bench_in(folder, read(BRIEF), lambda where: from_files(sent, None, where))
    write_script(bench)
    outcome = design_scenes(bench)

    storyboard = bench.kept("storyboard.json", Storyboard)
    assert own_files(storyboard) == ("picture-01.png", "picture-02.jpg", "picture-03.jpg")
    assert set(own_files(storyboard)) <= set(outcome.files)
    assert str(tmp_path) not in json.dumps((folder / "storyboard.json").read_text())
    assert outcome.notes["own_pictures"] == 3
    for format_name in ("9:16", "1:1", "16:9"):
        assert _seen(placed(storyboard, folder), format_name, tuple(colors)) == set(colors)


def _seen(storyboard: Storyboard, format_name: str, colors: tuple[str, ...]) -> set[str]:
    """Which of the colours are seen in a good part of some frame."""
    shown = Storyboard(**{**storyboard.__dict__, "format_name": format_name})
    scenes = tuple(spoken(s.narration, start=4.0 * i, seconds=4.0) for i, s in enumerate(shown.scenes))
    frames = Frames(shown, timeline=Timeline(scenes, 4.0 * len(scenes)))
    found = set()
    pixels = blank(shown.format)
    for moment in np.arange(1.0, 4.0 * len(scenes), 1.5):
        frames.paint(surface_on(pixels).getCanvas(), float(moment))
        for color in colors:
            wanted = [int(color[i : i + 2], 16) for i in (5, 3, 1)]
            near = np.abs(pixels[::4, ::4, :3].astype(int) - wanted).sum(axis=2) < 40
            if near.mean() > 0.004:
                found.add(color)
    return found
