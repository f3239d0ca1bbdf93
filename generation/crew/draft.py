"""What the crew hands on: the idea and the script, with where they come from. Needs none of CrewAI."""

from dataclasses import dataclass

from generation.crew.usage import Call
from generation.studio.script import Script


@dataclass(frozen=True)
class Idea:
    """The creative idea in one line, and three others that were possible."""

    line: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """A script with where it comes from.

    ``writer`` says in words who wrote it. ``sources[i]`` are the brief's own
    words behind scene ``i``, as the writer gave them. ``turn`` counts the
    rounds, from 0. ``calls`` are the questions that it took so far, ``tokens`` what they cost together.
    ``kept``: the scenes that were locked when the others were written again.
    """

    idea: Idea
    script: Script
    writer: str
    sources: tuple[tuple[str, ...], ...]
    tokens: int = 0
    turn: int = 0
    calls: tuple[Call, ...] = ()
    kept: tuple[int, ...] = ()
