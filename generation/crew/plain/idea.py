"""The idea of a plain ad and three others, each one sentence that somebody could say to a friend."""

import re
from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.plain.angles import IDEAS
from generation.crew.plain.hooks import speaks_to_the_viewer
from generation.crew.plain.marks import QUOTED
from generation.crew.plain.rows import row_of
from generation.crew.plain.statements import kind_of, read_statements
from generation.crew.plain.tongues import TONGUES, Tongue
from generation.studio.script import Script

_ALTERNATIVES = 3
_LONGEST = 14
"""Words of a sentence that an idea repeats whole; of a longer one it has what stands on the picture."""
_PLAINLY = {
    Kind.OFFER: "offer",
    Kind.PRICE: "price",
    Kind.PLACE: "place",
    Kind.NUMBER: "number",
    Kind.ACTION: "action",
}


def plain_ideas(brief: Brief, script: Script, openings: Sequence[str]) -> tuple[str, ...]:
    """The idea that the script follows, then three that build on something else; ``openings`` could have opened it."""
    tongue, brand = TONGUES[brief.base_language], brief.name.strip()
    lines = [
        (scene.narration.removeprefix(f"{brand}. "), scene.on_screen_text) for scene in script.scenes[:-1]
    ]
    heard = {line for line, _ in lines}
    lines += [(line, line) for line in openings if line not in heard]
    told: dict[str, str] = {}
    what = next((one.sentence for one in read_statements(brief, tongue) if one.is_what), "")
    for line, shown in lines:
        angle = _angle(line, tongue)
        is_what = angle in {"detail", "number"} and bool(told) and what.startswith(line.rstrip("."))
        told.setdefault("what" if is_what else angle, shown if len(line.split()) > _LONGEST else line)
    told.setdefault("action", script.call_to_action)
    spare = [(angle, what or brand) for angle in ("what", "place", "detail", "list")]
    ideas = [_idea(angle, said, brand, tongue) for angle, said in [*told.items(), *spare]]
    return tuple(dict.fromkeys(ideas))[: _ALTERNATIVES + 1]


def _angle(line: str, tongue: Tongue) -> str:
    """What kind of film a line begins."""
    if QUOTED.search(line):
        return "quote"
    if "?" in line:
        return "question"
    if row_of(line, tongue):
        return "list"
    found = _PLAINLY.get(kind_of(line, tongue))
    return found or ("promise" if speaks_to_the_viewer(line, tongue) else "detail")


def _idea(angle: str, line: str, brand: str, tongue: Tongue) -> str:
    quote = QUOTED.search(line)
    question = line[: line.rfind("?") + 1]
    said = quote.group(1) if quote else question if angle == "question" else line
    said = re.sub(r"[“”„«»]", "", said).strip().rstrip(".,")
    return IDEAS[tongue.code][angle].format(brand=brand, said=said)
