"""``python -m tests.reliability NAME [--size N] [--broker …]``: one proof, its figures as JSON.

Exit 0 when it holds.
"""

import argparse
import json
import sys
import time

from tests.reliability import drills, latency, measures, real

MEASURES = {
    "latency": (latency.latency, 100),
    "throughput": (measures.throughput, 100),
}
ALONE = {"leak": (measures.leak, 200), "third_failing": (measures.third_failing, 50), "real": (real.real, 10)}


def main() -> int:
    """Run one proof."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[*drills.DRILLS, *MEASURES, *ALONE])
    parser.add_argument("--size", type=int, help="how many, or how many seconds; the full size by default")
    parser.add_argument("--broker", choices=("sqlite", "redis"), default="sqlite", help="for measures")
    options = parser.parse_args()
    began = time.monotonic()
    if options.name in MEASURES:
        measure, full = MEASURES[options.name]
        found = measure(options.size or full, options.broker)
    else:
        drill, full = {**drills.DRILLS, **ALONE}[options.name]
        found = drill(options.size or full)
    took = round(time.monotonic() - began)
    print(json.dumps({"proof": options.name, **found, "took_seconds": took}))  # noqa: T201
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
