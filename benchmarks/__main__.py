"""What ``make benchmark`` runs, one after the other, each in a process of its own."""

import argparse
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Benchmark:
    """One to choose: its module, what it measures, and the arguments that make it quick."""

    module: str
    measures: str
    quick: tuple[str, ...] = ()
    is_asked_for: bool = False
    """It runs only when it is named."""


BENCHMARKS = {
    "whole-ad": Benchmark(
        "benchmarks.whole_ad",
        "(b) the seconds of an ad, stage by stage, and (d) its memory",
        ("--ads", "1"),
    ),
    "frames": Benchmark(
        "benchmarks.studio.frames",
        "(a) drawing and encoding against encoding alone",
        ("--rounds", "1"),
    ),
    "slides": Benchmark("benchmarks.studio.slides", "(c) our film against a slideshow made with MoviePy"),
    "growth": Benchmark(
        "benchmarks.studio.growth", "(e) how a film's time grows with length and size", ("--quick",)
    ),
    "again": Benchmark("benchmarks.studio.again", "(f) a film made again after an edit"),
    "words": Benchmark(
        "benchmarks.hearing.words",
        "(g) the words that a recogniser hears wrong; only if named, it downloads 200 MB",
        ("--most", "4"),
        is_asked_for=True,
    ),
}


def main() -> int:
    """Run the chosen ones; the answer is how many failed."""
    options = _options()
    usual = [name for name, one in BENCHMARKS.items() if not one.is_asked_for]
    failed = 0
    for name in options.names or usual:
        chosen = BENCHMARKS[name]
        print(f"\n== {name} ==", flush=True)
        command = [sys.executable, "-m", chosen.module, *(chosen.quick if options.quick else ())]
        failed += subprocess.run(command, check=False).returncode != 0
    return failed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="What things cost. Without names, all of these run, one after the other:",
        epilog="\n".join(f"  {name:<10}{one.measures}" for name, one in BENCHMARKS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="name", help="which to run")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and shorter films")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark “{unknown[0]}”. Choose among {', '.join(BENCHMARKS)}.")
    return options


if __name__ == "__main__":
    sys.exit(main())
