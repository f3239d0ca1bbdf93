"""All program checks of a script against its brief, and the seven scores that follow from what they
measure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generation.crew.brief import Brief
from generation.crew.craft import made_badly, pace
from generation.crew.findings import Finding, Score
from generation.crew.promises import broken_promises
from generation.crew.substance import says_too_little
from generation.crew.tracing import support, untraced
from generation.studio.script import Intent, Script

_GENERIC_HOOK = re.compile(
    r"^(?:meet|introducing|welcome|say hello|this is|here comes|discover|presenting|are you ready|imagine)\b",
    re.IGNORECASE,
)


def find(brief: Brief, script: Script) -> tuple[Finding, ...]:
    """Everything that is wrong, the gravest first."""
    found = [*untraced(brief, script), *made_badly(brief, script), *broken_promises(brief, script)]
    found += says_too_little(brief, script)
    # A thing that is untrue is unsafe to publish as well.
    invented = [one for one in found if one.code.startswith("invented")]
    found += [replace(one, score=Score.SAFETY, cost=0.42) for one in invented[:1]]
    return tuple(sorted(found, key=lambda one: -one.cost))


def measure(brief: Brief, script: Script, found: Sequence[Finding]) -> dict[Score, tuple[float, str]]:
    """Each score with its evidence: what was earned, less what was found."""
    earned = {
        Score.RELEVANCE: _relevance(brief, script),
        Score.CLARITY: _clarity(script),
        Score.HOOK: _hook(brief, script),
        Score.CONSISTENCY: _consistency(script),
        Score.FLOW: _flow(brief, script),
        Score.CREATIVITY: _creativity(brief, script),
        Score.SAFETY: (1.0, "no risky promise, no rude word, nothing untraced"),
    }
    return {
        score: _less(value, evidence, [one for one in found if one.score is score])
        for score, (value, evidence) in earned.items()
    }


def _less(earned: float, evidence: str, found: list[Finding]) -> tuple[float, str]:
    cost = sum(one.cost for one in found)
    said = "; ".join(one.evidence for one in found) or evidence
    return round(max(0.0, min(1.0, earned - cost)), 2), said[:600]


def _relevance(brief: Brief, script: Script) -> tuple[float, str]:
    share = support(brief, script)
    return 0.55 + 0.45 * share, f"{share:.0%} of the telling words are the brief's own"


def _clarity(script: Script) -> tuple[float, str]:
    lines = [line for scene in script.scenes for line in re.split(r"(?<=[.!?])\s+", scene.narration) if line]
    mean = sum(len(line.split()) for line in lines) / max(1, len(lines))
    return 1.0 - max(0.0, mean - 10) * 0.03, f"{mean:.1f} words a sentence on average, every line whole"


def _hook(brief: Brief, script: Script) -> tuple[float, str]:
    line = script.scenes[0].narration
    generic = bool(_GENERIC_HOOK.match(line))
    reasons = {
        "asks a question": line.rstrip().endswith("?") or "? " in line,
        "quotes somebody": any(mark in line for mark in '“„«"'),
        "opens with a number": bool(re.search(r"\d", line)),
        "speaks to the viewer": bool(re.search(r"\b(?:you|your|stop|no more)\b", line, re.IGNORECASE))
        or _names_audience(brief, line),
        "names the brand with a fact": brief.name.lower() in line.lower()
        and len(line.split()) > len(brief.name.split()) + 2,
    }
    reasons["shows a change"] = script.scenes[0].intent is Intent.BEFORE_AFTER
    met = [reason for reason, is_met in reasons.items() if is_met]
    short = len(line.split()) <= 13
    value = 0.5 + 0.25 * bool(met) + 0.08 * (len(met) > 1) + 0.15 * short - 0.05 * generic
    told = ", ".join(met) or "nothing that stops a viewer"
    return value, f"“{line}” {told}{'' if short else ', and is long'}{', in a worn form' if generic else ''}"


def _names_audience(brief: Brief, line: str) -> bool:
    words = {word.lower() for word in re.findall(r"[^\W\d_]{4,}", brief.audience)}
    return bool(words & {word.lower() for word in re.findall(r"[^\W\d_]{4,}", line)})


def _consistency(script: Script) -> tuple[float, str]:
    text = script.narration
    we = len(re.findall(r"\b(?:we|our|us)\b", _outside_quotes(text), re.IGNORECASE))
    loud = text.count("!")
    shouted = re.findall(r"\b[A-Z]{5,}\b", text)
    value = 0.95 - 0.08 * max(0, loud - 1) - 0.05 * max(0, len(shouted) - 3)
    return value, f"speaks as “{'we' if we else 'it'}” throughout; {loud} exclamation marks"


def _outside_quotes(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


def _flow(brief: Brief, script: Script) -> tuple[float, str]:
    intents = [scene.intent for scene in script.scenes]
    begins = intents[0] in {Intent.HOOK, Intent.PRODUCT, Intent.QUOTE, Intent.BEFORE_AFTER}
    openings = [scene.narration.split()[0].lower() for scene in script.scenes if scene.narration.split()]
    same = max((openings.count(word) for word in openings), default=1)
    fill = min(1.0, pace(brief, script) / 1.9)
    value = 0.72 + 0.08 * begins + 0.2 * fill - 0.05 * max(0, same - 2)
    told = " → ".join(intent.value for intent in intents)
    return value, f"{told}; {pace(brief, script):.1f} words a second"


def _creativity(brief: Brief, script: Script) -> tuple[float, str]:
    """How much of it only this product could say, and how varied it is."""
    share = support(brief, script)
    kinds = {scene.intent for scene in script.scenes}
    shown = [scene for scene in script.scenes if scene.figure or scene.items or scene.source]
    generic = bool(_GENERIC_HOOK.match(script.scenes[0].narration))
    value = 0.38 + 0.3 * share + 0.04 * min(5, len(kinds)) + 0.06 * min(2, len(shown)) - 0.06 * generic
    return (
        value,
        f"{share:.0%} particular to this brief, {len(kinds)} kinds of scene, {len(shown)} with a figure, list or quote",
    )
