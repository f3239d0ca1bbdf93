"""A storm over the real pipeline: real ads, real faults, files that play.

    python -m tests.reliability.real --ads 10 --faults 10

Exit 0 when every ad is a file that decodes from its first frame to its last
and no stage was committed twice.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from typing import Any

from tests.reliability.faults import Faults
from tests.reliability.plant import BASE, Plant, Worker


class RealStorm:
    """Orders all ads at once, strikes now and then, until all are made."""

    def __init__(self, plant: Plant, *, ads: int, faults: int, seed: int):
        self.plant, self.wanted = plant, faults
        self.faults = Faults(seed)
        self.random = random.Random(seed)
        self.worker: Worker = plant.worker().wait_until_up(120)
        self.ads = [self._order(number) for number in range(ads)]

    def _order(self, number: int) -> Any:
        from ads import briefs, services
        from vigen_site.dynamo import new_id

        samples = sorted((BASE / "examples" / "briefs").glob("*.json"))
        sample = json.loads(samples[number % len(samples)].read_text(encoding="utf-8"))
        brief = briefs.read({**sample, "length": 6})
        return services.create(user_id=new_id(), brief=brief)[0]

    def rage(self, seconds: float) -> float:
        """Until all is made and all faults are dealt; how long it took."""
        began = time.monotonic()
        next_fault = began + 10
        while time.monotonic() - began < seconds:
            self.faults.wake()
            if sum(self.faults.dealt.values()) < self.wanted and time.monotonic() > next_fault:
                next_fault = time.monotonic() + (self._strike() or 1)
            if self.plant.open_count() == 0:
                break
            time.sleep(0.2)
        self.faults.wake(all_of_them=True)
        return time.monotonic() - began

    def _strike(self) -> float:
        """Seconds until the next fault; 0 when there was nothing to break."""
        beat = self.worker.beat()
        kind = self.faults.strike(beat) if beat else ""
        if kind == "everything":
            self.worker.kill_all()
            self.worker = self.plant.worker()
        return self.random.uniform(8, 20) if kind else 0

    def account(self) -> dict[str, Any]:
        """What came of it."""
        ads = [self.plant.look(ad) for ad in self.ads]
        playable = [self._plays(ad) for ad in ads]
        self.worker.stop()
        return {
            "ads": len(ads),
            "finished": sum(ad.status == "GENERATED" for ad in ads),
            "errors": [ad.error_message for ad in ads if ad.error_message],
            "playable": sum(playable),
            "faults": sum(self.faults.dealt.values()),
            "kinds": self.faults.dealt,
            "journal": self.plant.audit(),
        }

    def _plays(self, ad: Any) -> bool:
        import imageio_ffmpeg

        key = ad.artefacts.get("ad.mp4")
        if key is None:
            return False
        path = self.plant.data / "media" / key
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "null", "-"]
        decoded = subprocess.run(command, capture_output=True, check=False)
        return decoded.returncode == 0 and not decoded.stderr


def main() -> int:
    """Storm once, print the account."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=10)
    parser.add_argument("--faults", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-seconds", type=float, default=3000)
    options = parser.parse_args()
    with Plant(pipeline="studio", workers=2, run_lease_seconds=10) as plant:
        storm = RealStorm(plant, ads=options.ads, faults=options.faults, seed=options.seed)
        took = storm.rage(options.most_seconds)
        found = {"real": True, "seconds": round(took), **storm.account()}
    journal = found["journal"]
    found["held"] = (
        found["playable"] == found["finished"] == options.ads
        and journal["stages_committed"] == 5 * options.ads
        and not journal["stages_committed_twice"]
        and not journal["wrong"]
    )
    print(json.dumps(found))  # noqa: T201
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
