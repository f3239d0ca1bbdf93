"""The prompts, one file for each and version: a changed prompt is a new file, so that a result can be
traced to its words.
"""

from functools import cache
from pathlib import Path

IDEA = "idea.v1"
RULES = "rules.v2"
SCRIPT = "script.v2"
VARIANTS = "variants.v1"
REWRITE = "rewrite.v1"
REVIEW = "review.v1"


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")


def filled(name: str, **parts: str) -> str:
    """The prompt ``name`` with each ``[[part]]`` replaced. Parts are not searched for marks in their turn."""
    pieces = _text(name).split("[[")
    out = [pieces[0]]
    for piece in pieces[1:]:
        mark, _, rest = piece.partition("]]")
        out.append(parts[mark] + rest)
    return "".join(out).strip()
