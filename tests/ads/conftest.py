"""What the tests of the ads share: briefs, ads, and a worker whose every step the test decides."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from PIL import Image, ImageDraw

from accounts.models import Identity
from ads import artefacts, lifecycle, queries, services
from ads.briefs import read
from ads.lifecycle import Claim
from ads.lifecycle.writing import update
from ads.models import Ad
from ads.states import Stage

DESC = "Small-batch coffee, roasted on Tuesdays and at your door by Friday."
SCENES = (
    ("Friday tastes better", "Your Friday coffee was roasted on Tuesday."),
    ("Nordwind Coffee", "Nordwind roasts in small batches."),
    ("Harbour. Meadow. Fjord.", "Three beans: Harbour, Meadow and Fjord."),
    ("First bag half price", "Your first bag is half price."),
)
SCORES = {
    "relevance_to_product_and_brand": 0.92,
    "clarity_and_simplicity": 0.88,
    "attention_grabbing_hook": 0.74,
    "consistency_and_tone": 0.81,
    "logical_story_flow": 0.85,
    "uniqueness_and_creativity": 0.66,
    "sensory_and_content_safety": 1.0,
}
SIZES = {"9:16": (270, 480), "4:5": (288, 360), "1:1": (360, 360), "16:9": (480, 270)}


class Worker:
    """Plays a worker by hand: real claims, real files, no pipeline."""

    def __init__(self, ad: Ad, folder: Path):
        self.ad, self.folder = ad, folder
        self.claim: Claim | None = None

    def take(self, *, owner: str = "worker-1") -> "Worker":
        taken = lifecycle.claim(self.ad.user_id, self.ad.run_id, owner=owner)
        assert taken is not None
        self.claim = taken[0]
        return self

    def begin(self, stage: Stage) -> None:
        assert self.claim
        lifecycle.begin(self.claim, stage, attempt=1)

    def report(self, stage: Stage, done: float, message: str) -> None:
        assert self.claim
        lifecycle.report(self.claim, stage, done=done, message=message)

    def do(self, stage: Stage) -> None:
        """Begin a stage, make its files, and commit it; the last one ends the run."""
        assert self.claim
        self.begin(stage)
        kept = {path.name: self._store(path, stage) for path in MAKERS[stage](self.folder, self.ad)}
        record = {"started_at": self.ad_now.stage(stage)["started_at"], "attempt": 1}
        if stage is Stage.EDITING:
            uri = artefacts.uri(kept["ad.mp4"])
            lifecycle.finish(self.claim, artefacts=kept, record=record, final_video_uri=uri)
        else:
            lifecycle.commit(self.claim, stage, artefacts=kept, record=record)

    def do_until(self, last: Stage) -> "Worker":
        """Do every stage up to and with ``last`` that is not done yet."""
        for stage in list(Stage)[int(self.ad_now.stages_done) : last.number + 1]:
            self.do(stage)
        return self

    def publish(self, stage: Stage, numbers: range) -> None:
        """Store the pictures of some scenes in the middle of their stage, as a worker shows them one by one."""
        names = {f"still-{number:02}.jpg" for number in numbers}
        kept = {
            path.name: self._store(path, stage)
            for path in MAKERS[stage](self.folder, self.ad)
            if path.name in names
        }
        record = {**self.ad_now.stage(stage), "artefacts": kept}
        assert update(self.ad_now, [getattr(Ad, stage).set(record)], condition=Ad.run_id.exists())

    def store_json(self, name: str, value: Any, *, stage: Stage = Stage.REVIEW) -> dict[str, str]:
        """Store a value as a file of a stage; gives its key by its name."""
        return {name: self._store(_json(self.folder / name, value), stage)}

    def fail(self, stage: Stage, *, code: str, message: str) -> None:
        assert self.claim
        self.begin(stage)
        lifecycle.fail(self.claim, stage, code=code, message=message, record={"attempt": 1})

    @property
    def ad_now(self) -> Ad:
        return queries.ad_for(self.ad.user_id, self.ad.run_id)

    def _store(self, path: Path, stage: Stage) -> str:
        assert self.claim
        return artefacts.store(
            path,
            user_id=self.ad.user_id,
            run_id=self.ad.run_id,
            stage=stage,
            fence=self.claim.fence,
        )


def _script(folder: Path, ad: Ad) -> list[Path]:
    scenes = [
        {"intent": "hook", "on_screen_text": shown, "narration": spoken, "items": []}
        for shown, spoken in SCENES
    ]
    script = {"title": ad.name, "scenes": scenes, "call_to_action": "Taste it", "language": "en"}
    idea = {"line": "Fresh has a day of the week.", "alternatives": ["Another.", "A third."]}
    draft = {"idea": idea, "script": script, "sources": []}
    return [_json(folder / "script.json", {**draft, "writer": "Written by rules (embedded copywriter)"})]


def _review(folder: Path, ad: Ad) -> list[Path]:
    evidence = {name: f"What speaks for {name.replace('_', ' ')}." for name in SCORES}
    found = {"scores": SCORES, "evidence": evidence, "approved": True, "notes": []}
    return [_json(folder / "review.json", found)]


def _visuals(folder: Path, ad: Ad) -> list[Path]:
    size = SIZES[ad.the_brief.format]
    colors = ("#3b2418", "#e8b04b", "#74452a", "#f3e3c8")
    return [
        _picture(folder / f"still-{number:02}.jpg", size, colors[number - 1], shown)
        for number, (shown, _spoken) in enumerate(SCENES, start=1)
    ]


def _audio(folder: Path, ad: Ad) -> list[Path]:
    spans = [{"span": {"start": 1.0 * n, "end": 1.0 * n + 1.0}} for n in range(len(SCENES))]
    return [_json(folder / "timeline.json", {"scenes": spans, "seconds": 1.0 * len(SCENES)})]


def _edit(folder: Path, ad: Ad) -> list[Path]:
    poster = _picture(folder / "poster.jpg", SIZES[ad.the_brief.format], "#3b2418", SCENES[0][0])
    vtt = folder / "captions.vtt"
    vtt.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nYour Friday coffee\n", encoding="utf-8")
    srt = folder / "captions.srt"
    srt.write_text("1\n00:00:00,000 --> 00:00:02,000\nYour Friday coffee\n", encoding="utf-8")
    moving = folder / "preview.webp"
    with Image.open(poster) as image:
        image.save(moving, save_all=True, append_images=[image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])
    return [_film(folder / "ad.mp4", poster), poster, moving, vtt, srt]


MAKERS: dict[Stage, Callable[[Path, Ad], list[Path]]] = {
    Stage.SCRIPT: _script,
    Stage.REVIEW: _review,
    Stage.VISUALS: _visuals,
    Stage.AUDIO: _audio,
    Stage.EDITING: _edit,
}


def _json(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def _picture(path: Path, size: tuple[int, int], color: str, words: str) -> Path:
    image = Image.new("RGB", size, color)
    ImageDraw.Draw(image).text((20, size[1] // 2), words, fill="white" if color < "#9" else "black")
    image.save(path)
    return path


def _film(path: Path, picture: Path) -> Path:
    """Four silent seconds of one picture, as H.264."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-loop", "1", "-i", str(picture)]
    command += ["-t", "4", "-r", "10", "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(path)]
    subprocess.run(command, check=True)
    return path


@pytest.fixture
def order(database: str) -> Callable[..., Ad]:
    """Orders an ad for a person: ``order(person)``, or with parts of a brief."""

    def order_for(who: Identity, **parts: Any) -> Ad:
        brief = read({"name": "Nordwind Coffee", "desc": DESC, **parts})
        return services.create(user_id=who.user_id, brief=brief)[0]

    return order_for


@pytest.fixture
def worker(tmp_path: Path) -> Callable[[Ad], Worker]:
    """A worker for an ad, which has not claimed it yet."""
    return lambda ad: Worker(ad, tmp_path)


@pytest.fixture
def finished(worker: Callable[[Ad], Worker]) -> Callable[[Ad], Ad]:
    """Brings an ad to its end."""
    return lambda ad: worker(ad).take().do_until(Stage.EDITING).ad_now
