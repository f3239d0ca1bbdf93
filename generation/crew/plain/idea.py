"""The idea of a plain ad and three others, each one sentence that somebody could say to a friend."""

from collections.abc import Sequence

from generation.crew.brief import Brief
from generation.crew.copywriter import patterns
from generation.crew.plain.statements import MONEY
from generation.crew.plain.tongues import TONGUES, Tongue
from generation.studio.script import Script

_ALTERNATIVES = 3
_LONGEST = 30


def plain_ideas(brief: Brief, script: Script, openings: Sequence[str]) -> tuple[str, ...]:
    """The idea that the script follows, then three that the same brief bears; ``openings`` could have opened it."""
    tongue = TONGUES[brief.base_language]
    brand = brief.name.strip()
    lines = [scene.narration.removeprefix(f"{brand}. ") for scene in script.scenes[:-1]]
    told = [_idea(line, brand, tongue) for line in dict.fromkeys([*lines[:1], *lines[1:], *openings])]
    told.append(tongue.ideas["action"].format(brand=brand, said=script.call_to_action))
    short = [one for one in told if len(one.split()) <= _LONGEST + len(brand.split())]
    spare = [
        tongue.ideas[angle].format(brand=brand, said=brand) for angle in ("fact", "quote", "offer", "action")
    ]
    return tuple(dict.fromkeys([*short, *told, *spare]))[: _ALTERNATIVES + 1]


def _idea(line: str, brand: str, tongue: Tongue) -> str:
    quote = patterns.QUOTE.search(line)
    question, asked, _ = line.rpartition("?")
    if quote:
        angle, said = "quote", quote.group(1)
    elif asked:
        angle, said = "question", f"{question}?"
    else:
        gives = tongue.offers_something(line) or MONEY.search(line) is not None
        angle, said = "offer" if gives else "fact", line
    return tongue.ideas[angle].format(brand=brand, said=said.rstrip(".,"))
