"""What ``make benchmark`` runs, one after the other, each in a process of its own."""

import subprocess
import sys

BENCHMARKS = ("benchmarks.whole_ad", "benchmarks.studio.speed")


def main() -> int:
    """Run each; the answer is how many failed."""
    failed = 0
    for name in BENCHMARKS:
        print(f"\n== {name.removeprefix('benchmarks.')} ==", flush=True)
        failed += subprocess.run([sys.executable, "-m", name], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
