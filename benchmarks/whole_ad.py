"""(b) and (d): the seconds from brief to film, stage by stage, and the memory, for a 15 s ad in 1080 x 1920.

    python -m benchmarks.whole_ad [--brief examples/briefs/fitness-app.json] [--length 15] [--ads 2]

The first ad of a process also pays for loading libraries and models; the
second is what every further ad of a worker costs. Both are shown.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

import django

from benchmarks.meter import MEGABYTE, Peak, Taken, load, peak_memory, taken

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Make the ad, several times in one process, and print what each stage took."""
    options = _options()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigen_site.settings")
    django.setup()
    from ads.briefs import read
    from ads.states import Stage
    from generation.pipeline.local import make

    given = json.loads(options.brief.read_text(encoding="utf-8"))
    brief = read({**given, "length": options.length, "format": "9:16"})
    runs, costs, peaks = [], [], []
    for _ in range(options.ads):
        with tempfile.TemporaryDirectory() as folder, peak_memory() as peak, taken() as cost:
            runs.append(make(brief, Path(folder), seed=7, tell=lambda *_: None).seconds)
        costs.append(cost)
        peaks.append(peak)
    print(f"“{brief.name}”, {brief.length} s, 1080x1920; {load()}")
    names = ("first ad", *["next ad"] * (options.ads - 1))
    print(f"{'':<24}" + "".join(f"{name:>10}" for name in names) + "   seconds")
    for stage in runs[0]:
        _row(stage, [run[stage] for run in runs])
    _row("together", [sum(run.values()) for run in runs])
    _row("seconds of CPU", [cost.cpu for cost in costs])
    made = [sum(run[stage] for stage in (Stage.VISUALS, Stage.AUDIO, Stage.EDITING)) for run in runs]
    _report(made, costs, peaks, length=brief.length)


def _report(made: list[float], costs: list[Taken], peaks: list[Peak], *, length: float) -> None:
    print("\n(b) from storyboard to MP4, voice, music, checks, poster and preview included")
    _row("    for each second", [seconds / length for seconds in made], "target 1.2")
    # With nothing else to do, two cores share the work, but not all of it can be shared.
    _row("    of CPU, by 2 cores", [cost.cpu / length / 2 for cost in costs], "no ad is faster than this")
    print("(d) peak memory of all processes together, pages that they share counted once")
    _row("    MB", [peak.together / MEGABYTE for peak in peaks], "target 900")
    _row("    the encoder's", [peak.children / MEGABYTE for peak in peaks])
    print()


def _row(name: str, values: list[float], remark: str = "") -> None:
    print(f"{name:<24}" + "".join(f"{value:>10.2f}" for value in values) + f"   {remark}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The seconds from brief to film, stage by stage.")
    parser.add_argument("--brief", type=Path, default=ROOT / "examples" / "briefs" / "fitness-app.json")
    parser.add_argument("--length", type=int, default=15)
    parser.add_argument("--ads", type=int, default=2, help="how many, one after the other (default 2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
