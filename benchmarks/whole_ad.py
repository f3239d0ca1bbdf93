"""The seconds from brief to film, stage by stage, for a 15 s ad in 1080 x 1920.

    python -m benchmarks.whole_ad [--brief examples/briefs/fitness-app.json] [--length 15]

The first ad of a process also pays for loading libraries and models; the
second is what every further ad of a worker costs. Both are shown.
"""

import argparse
import json
import os
import resource
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Make the ad twice and print what each stage took."""
    options = _options()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    django.setup()
    from ads.briefs import read
    from generation.pipeline.local import make

    given = json.loads(options.brief.read_text(encoding="utf-8"))
    brief = read({**given, "length": options.length, "format": "9:16"})
    runs = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(make(brief, Path(folder), seed=7, tell=lambda *_: None).seconds)
    print(f"“{brief.name}”, {brief.length} s, 1080x1920, {os.cpu_count()} cores")
    print(f"{'':<20}{'first ad':>10}{'next ads':>10}   seconds")
    for stage in runs[0]:
        print(f"{stage:<20}" + "".join(f"{run[stage]:>10.1f}" for run in runs))
    totals = [sum(run.values()) for run in runs]
    print(f"{'together':<20}" + "".join(f"{total:>10.1f}" for total in totals))
    print(f"{'for each second':<20}" + "".join(f"{total / brief.length:>10.2f}" for total in totals))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {memory:.0f} MB; the encoder takes some 450 MB beside it")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The seconds from brief to film, stage by stage.")
    parser.add_argument("--brief", type=Path, default=ROOT / "examples" / "briefs" / "fitness-app.json")
    parser.add_argument("--length", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    main()
