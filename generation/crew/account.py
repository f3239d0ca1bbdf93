"""How a script came about: the facts read in the brief, the idea, the script, and its review, in one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from generation.crew.brief import Brief
from generation.crew.copywriter import LABEL
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.idea import Idea, idea_of
from generation.crew.copywriter.script import write_script
from generation.crew.draft import Draft
from generation.crew.own_script import own_draft, reviewed_own
from generation.crew.passing import passing
from generation.crew.plain.statements import read_statements
from generation.crew.plain.tongues import TONGUES
from generation.crew.review import Review, reviewed_by_rules
from generation.crew.usage import Call, Prices, dollars
from generation.studio.script import Script


@dataclass(frozen=True)
class ReadFact:
    """A fact, its kind, and the brief's own words that it was read from."""

    kind: str
    fact: str
    words: str


@dataclass(frozen=True)
class Account:
    """Everything that can be said about a script. ``sources[i]`` belong to scene ``i``; ``facts`` are those that the
    rules read, whoever wrote; ``calls`` are the questions to models.
    """

    writer: str
    facts: tuple[ReadFact, ...]
    idea: Idea
    script: Script
    sources: tuple[tuple[str, ...], ...]
    review: Review
    calls: tuple[Call, ...] = ()

    def lines(self, prices: Prices | None = None) -> list[str]:
        """The account for a person, line by line; ``prices`` are those of models."""
        return [
            *_titled("Facts", [_fact(one) for one in self.facts]),
            *_titled("Idea", [self.idea.line, *(f"or: {other}" for other in self.idea.alternatives)]),
            *_titled(f"Script: {self.script.title} ({self.writer})", self._scenes()),
            *_titled(self._verdict(), self._scores()),
            *_titled("What the script states, and where the brief says it", self._claims()),
            *(_titled("Notes", list(self.review.notes)) if self.review.notes else []),
            *_titled("Cost", cost_lines(self.calls, prices or {})),
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
    written = passing(brief, write_script(brief))
    review = reviewed_by_rules(brief, written.script)
    return Account(LABEL, _facts(brief), idea_of(brief, written), written.script, written.snippets, review)


def account_of_own(brief: Brief, lines: Sequence[str]) -> Account:
    """A script that the brief brings, as it is told and judged."""
    draft = own_draft(brief, lines)
    return account_of_draft(brief, draft, reviewed_own(brief, draft.script))


def account_of_draft(brief: Brief, draft: Draft, review: Review) -> Account:
    """The account of a script that a model or a person wrote, or a model judged."""
    idea = Idea(draft.idea.line, draft.idea.alternatives)
    calls = tuple(call for call in (*draft.calls, *review.calls) if call.tokens)
    return Account(draft.writer, _facts(brief), idea, draft.script, draft.sources, review, calls)


def _facts(brief: Brief) -> tuple[ReadFact, ...]:
    """None in a language that the rules do not read."""
    if brief.base_language in TONGUES:
        told = read_statements(brief, TONGUES[brief.base_language])
        return tuple(ReadFact(one.kind.value, one.sentence, one.words) for one in told)
    if brief.base_language != "en":
        return ()
    return tuple(ReadFact(fact.kind.value, fact.sentence, fact.words) for fact in read_facts(brief))


def cost_lines(calls: Sequence[Call], prices: Prices) -> list[str]:
    """What the questions to models took, one a line, and all together where every price is known."""
    if not calls:
        return ["nothing: written by rules on this machine"]
    costs = [dollars(call, prices) for call in calls]
    told = [
        f"{call.task} ({call.model}): {call.input_tokens} tokens in, {call.output_tokens} out, {call.seconds:g} s"
        f"{'' if cost is None else f', ${cost:.6f}'}"
        for call, cost in zip(calls, costs, strict=True)
    ]
    known = [cost for cost in costs if cost is not None]
    whole = f"${sum(known):.6f} in all" if len(known) == len(costs) else "no price for it in VIGEN_LLM_PRICES"
    return [*told, whole]


def _titled(title: str, lines: list[str]) -> list[str]:
    return [title, *(f"  {line}" for line in lines), ""]


def _fact(fact: ReadFact) -> str:
    same = fact.words.strip() == fact.fact.strip()
    return f"{fact.kind}: {fact.fact}" + ("" if same else f"  ← “{fact.words}”")
