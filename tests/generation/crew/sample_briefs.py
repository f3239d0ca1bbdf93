"""Briefs to write from, by file."""

import json
from pathlib import Path

from generation.crew.brief import Brief

_HERE = Path(__file__).parent


def briefs(name: str = "briefs.json") -> list[Brief]:
    """The sample briefs of a file beside this one."""
    return [Brief(**one) for one in json.loads((_HERE / name).read_text(encoding="utf-8"))]
