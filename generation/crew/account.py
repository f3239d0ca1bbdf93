"""How a script came about: the facts read in the brief, the idea, the script, and its review, in one value."""

from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter import LABEL
from generation.crew.copywriter.facts import read_facts
from generation.crew.copywriter.idea import Idea, idea_for
from generation.crew.copywriter.script import write_script
from generation.crew.review import Review, reviewed_by_rules
from generation.studio.script import Script


@dataclass(frozen=True)
class ReadFact:
    """A fact, its kind, and the brief's own words that it was read from."""

    kind: str
    fact: str
    words: str


@dataclass(frozen=True)
class Account:
    """Everything that the embedded copywriter can say about its script. ``sources[i]`` belong to scene ``i``."""

    writer: str
    facts: tuple[ReadFact, ...]
    idea: Idea
    script: Script
    sources: tuple[tuple[str, ...], ...]
    review: Review

    def lines(self) -> list[str]:
        """The account for a person, line by line."""
        return [
            *_titled("Facts", [_fact(one) for one in self.facts]),
            *_titled("Idea", [self.idea.line, *(f"or: {other}" for other in self.idea.alternatives)]),
            *_titled(f"Script: {self.script.title} ({self.writer})", self._scenes()),
            *_titled(self._verdict(), self._scores()),
            *_titled("What the script states, and where the brief says it", self._claims()),
            *(_titled("Notes", list(self.review.notes)) if self.review.notes else []),
        ]

    def _scenes(self) -> list[str]:
        lines = []
        for number, scene in enumerate(self.script.scenes, start=1):
            lines.append(f"{number}. {scene.intent.value}, {scene.seconds:g} s  [{scene.on_screen_text}]")
            lines.append(f"   {scene.narration}")
        return lines

    def _verdict(self) -> str:
        return f"Review: {'approved' if self.review.approved else 'NOT approved'}, {self.review.mean:.2f}"

    def _scores(self) -> list[str]:
        return [
            f"{value:.2f}  {name.replace('_', ' ')}: {self.review.evidence[name]}"
            for name, value in self.review.scores.items()
        ]

    def _claims(self) -> list[str]:
        return [
            f"{one.kind}  {one.text}  (scene {one.scene + 1}): {one.source or 'NOT IN THE BRIEF'}"
            for one in self.review.claims
        ]


def account_of(brief: Brief) -> Account:
    """Write and review with the embedded copywriter (no CrewAI). Raises NothingToSay or LanguageNotWritten."""
    written = write_script(brief)
    facts = tuple(ReadFact(fact.kind.value, fact.sentence, fact.words) for fact in read_facts(brief))
    review = reviewed_by_rules(brief, written.script)
    return Account(LABEL, facts, idea_for(brief), written.script, written.snippets, review)


def _titled(title: str, lines: list[str]) -> list[str]:
    return [title, *(f"  {line}" for line in lines), ""]


def _fact(fact: ReadFact) -> str:
    same = fact.words.strip() == fact.fact.strip()
    return f"{fact.kind}: {fact.fact}" + ("" if same else f"  ← “{fact.words}”")
