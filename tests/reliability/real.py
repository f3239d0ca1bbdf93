"""A storm over the real pipeline: real ads of six seconds, faults of all seven kinds, films that play.

    python -m tests.reliability real --size 10

Ten faults are dealt while stages are at work. The promise held when every ad is a film that decodes from its
first frame to its last, and no stage was committed twice or begun again after it was committed. Sample briefs
are ordered in the smallest format that the product offers, with seeds of their own, so that every storm makes
the same films.
"""

import json
import random
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.reliability.faults import Faults
from tests.reliability.plant import BASE, Plant, Worker, wait_until

SECONDS, FORMAT = 6, "1:1"
KINDS = ("busy", "busy", "busy", "stop", "stop", "pusher", "monitor", "sentinel", "everything")
"""And "idle", which is dealt first: as soon as all ads are ordered no worker is."""
SAMPLES = (
    *("accounting", "bakery", "dentist", "fitness-app", "furniture-workshop"),
    *("pet-sitting", "phone-repair", "running-shoe", "taqueria", "accounting"),
)
"""In this order, each with its place as its seed."""
MOST_SECONDS = 3000
STAGES = ("script", "review", "visuals", "audio", "editing")


class RealStorm:
    """Orders the ads, strikes now and then while they are made, until all are."""

    def __init__(self, plant: Plant, *, ads: int, seed: int):
        self.plant = plant
        self.faults = Faults(seed)
        self.random = random.Random(seed)
        self.left = list(KINDS)
        self.random.shuffle(self.left)
        self.struck: Counter[str] = Counter()
        self.worker: Worker = plant.worker().wait_until_up(120)
        self.ads = [self._order(0)]
        wait_until(self._kill_idle, seconds=60, what="one worker at work and one idle", every=0.1)
        self.ads += [self._order(number) for number in range(1, ads)]

    def _kill_idle(self) -> bool:
        beat = self.worker.beat()
        return bool(beat and beat.busy and beat.idle and self._hit("idle", beat))

    def _order(self, number: int) -> Any:
        from ads import briefs, services
        from vigen_site.dynamo import new_id

        path = BASE / "examples" / "briefs" / f"{SAMPLES[number % len(SAMPLES)]}.json"
        sample = json.loads(path.read_text(encoding="utf-8"))
        brief = briefs.read({**sample, "length": SECONDS, "format": FORMAT, "seed": number + 1})
        return services.create(user_id=new_id(), brief=brief)[0]

    def rage(self) -> float:
        """Until all is made; how long it took."""
        began = time.monotonic()
        strike_at: float | None = None
        while self.plant.open_count() and time.monotonic() - began < MOST_SECONDS:
            self.faults.wake()
            if strike_at is None and self.left and self._is_time():
                strike_at = time.monotonic() + self.random.uniform(0, 15)  # Anywhere within a stage.
            if strike_at is not None and time.monotonic() >= strike_at and self._strike():
                strike_at = None
            time.sleep(0.2)
        self.faults.wake(all_of_them=True)
        return time.monotonic() - began

    def _is_time(self) -> bool:
        """Whether the next fault is due: they are spread evenly over the stages of all ads."""
        stages = sum(int(self.plant.look(ad).stages_done) for ad in self.ads)
        dealt = len(KINDS) - len(self.left)
        return stages >= 5 * len(self.ads) * (dealt + 0.5) / (len(KINDS) + 1)

    def _strike(self) -> bool:
        """Deal the next fault, if a stage is at work."""
        beat = self.worker.beat()
        if beat is None or not beat.busy or not self._hit(self.left[-1], beat):
            return False
        if self.left.pop() == "everything":
            self.worker.kill_all()
            self.worker = self.plant.worker()
        return True

    def _hit(self, kind: str, beat: Any) -> bool:
        at_work = self._at_work()
        if not at_work or not self.faults.strike(beat, kind=kind):
            return False
        self.struck.update(at_work)
        return True

    def _at_work(self) -> list[str]:
        from ads import lifecycle

        return [STAGES[run.stages_done] for run in lifecycle.held_runs()]

    def account(self) -> dict[str, Any]:
        """What came of it."""
        ads = [self.plant.look(ad) for ad in self.ads]
        films = [self.plant.data / "media" / ad.artefacts.get("ad.mp4", "none") for ad in ads]
        missing = self.plant.missing_files(ads)
        self.worker.stop()
        return {
            "ads": len(ads),
            "finished": sum(ad.status == "GENERATED" for ad in ads),
            "errors": [ad.error_message for ad in ads if ad.error_message],
            "playable": sum(decodes(film) for film in films),
            "films": [facts(film) for film in films],
            "files_missing": missing,
            "orphans": self.plant.orphans(),
            "faults": sum(self.faults.dealt.values()),
            "kinds": self.faults.dealt,
            "at_work_when_struck": dict(self.struck),
            "journal": self.plant.audit(),
        }


def decodes(film: Path) -> bool:
    """Whether every frame and every sample of a film can be read."""
    import imageio_ffmpeg

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-xerror", "-i", str(film), "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode == 0 and not done.stderr


def facts(film: Path) -> str:
    """What ffprobe says of a film, where it is installed: "h264 1080x1080 aac 6.0 s"."""
    probe = shutil.which("ffprobe")
    if probe is None:
        return "ffprobe is not installed"
    command = [probe, "-v", "error", "-show_streams", "-show_format", "-of", "json", str(film)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        return done.stderr.strip()
    found = json.loads(done.stdout)
    sizes = {True: "{codec_name} {width}x{height}", False: "{codec_name}"}
    streams = [sizes["width" in stream].format(**stream) for stream in found["streams"]]
    return f"{' '.join(streams)} {float(found['format']['duration']):.1f} s"


def real(size: int) -> dict[str, Any]:
    """``size`` real ads and ten faults."""
    with Plant(pipeline="studio", workers=2, run_lease_seconds=5, run_max_attempts=8) as plant:
        storm = RealStorm(plant, ads=size, seed=1)
        seconds = storm.rage()
        found = {"seconds": round(seconds), **storm.account()}
    journal = found["journal"]
    found["held"] = (
        found["playable"] == found["finished"] == len(storm.ads) == size
        and found["faults"] == len(KINDS) + 1
        and not found["files_missing"]
        and not found["orphans"]
        and journal["stages_committed"] == 5 * size
        and journal["stages_committed_twice"] == journal["stages_begun_after_commit"] == 0
        and not journal["wrong"]
    )
    return found
