"""What an ad owes its brief: the brand named in time, the offer kept, the call to action made, the
language asked for.
"""

import re

from ads.phrases import risky
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.facts.wishes import barred, unsaid
from generation.crew.findings import Finding, Score
from generation.crew.tracing import spoken_and_shown
from generation.studio.script import Intent, Script

_SHORT = 9.0
_LONGEST_UNNAMED = 30  # words: some ten seconds
# "Book your first visit today" is kept by "Book your first visit at pawsandco.example".
_HASTE = re.compile(r" (?:today|now)$")
_END_ON_IT = "End the ad with it, word for word."


def broken_promises(brief: Brief, script: Script) -> list[Finding]:
    """Everything that the brief asked for and the script does not do."""
    return (
        _brand(brief, script)
        + _action(brief, script)
        + _offer(brief, script)
        + _wishes(brief, script)
        + _order(script)
        + _language(brief, script)
    )


def _brand(brief: Brief, script: Script) -> list[Finding]:
    name = _bare(brief.name)
    words, found = 0, []
    total = len(script.narration.split())
    first = None
    for scene in script.scenes:
        if name in _bare(scene.narration):
            before = _bare(scene.narration).split(name)[0]
            first = words + len(before.split())
            break
        words += len(scene.narration.split())
    if first is None:
        found.append(
            Finding(
                Score.RELEVANCE,
                "brand_missing",
                f"“{brief.name}” is never said",
                0.5,
                stops=True,
                advice="Say it in one of the first scenes.",
            )
        )
    elif first > max(12, total / 3):
        found.append(
            Finding(
                Score.RELEVANCE,
                "brand_late",
                f"“{brief.name}” is first said after {first} of {total} words",
                0.2,
                advice="Say it sooner.",
            )
        )
    last = script.scenes[-1]
    if (
        brief.length >= _SHORT
        and first is not None
        and name not in _bare(f"{last.narration} {last.on_screen_text}")
        and _words_since(name, script) > _LONGEST_UNNAMED
    ):
        found.append(
            Finding(
                Score.RELEVANCE,
                "brand_not_last",
                f"the last line, “{last.narration}”, does not say “{brief.name}”",
                0.15,
                advice="End on the name.",
            )
        )
    return found


def _words_since(name: str, script: Script) -> int:
    """Words said behind the last time that the name was; the end card shows it all the same."""
    said = _bare(" ".join(scene.narration for scene in script.scenes))
    return len(said.rpartition(name)[2].split())


def _action(brief: Brief, script: Script) -> list[Finding]:
    ending = _bare(f"{script.scenes[-1].narration} {script.scenes[-1].on_screen_text}")
    asked = _HASTE.sub("", _bare(brief.call_to_action))
    if asked and asked not in ending:
        evidence = f"the brief's call to action “{brief.call_to_action.strip()}” is not in the last scene"
        return [Finding(Score.FLOW, "action_lost", evidence, 0.45, stops=True, advice=_END_ON_IT)]
    named = _HASTE.sub("", _bare(script.call_to_action))
    if not named or not set(named.split()) <= set(ending.split()):
        evidence = f"the call to action “{script.call_to_action}” is not in the last scene"
        return [Finding(Score.FLOW, "action_missing", evidence, 0.45, stops=True, advice=_END_ON_IT)]
    return []


def _offer(brief: Brief, script: Script) -> list[Finding]:
    said = _bare(" ".join([script.narration, *(scene.on_screen_text for scene in script.scenes)]))
    words = set(said.split())
    for offer in offers_of(brief):
        wanted = [
            word for word in _bare(offer).split() if len(word) > 3 or word[0].isdigit() or word[0] in "€$£"
        ]
        kept = sum(word in words for word in wanted)
        if wanted and kept < 0.7 * len(wanted):
            return [
                Finding(
                    Score.RELEVANCE,
                    "offer_lost",
                    f"the offer “{offer.strip()}” is not in the script",
                    0.42,
                    stops=True,
                    advice="Say it in a scene near the end.",
                )
            ]
    return []


def _wishes(brief: Brief, script: Script) -> list[Finding]:
    """What must be said and is not, and what must not be said and is, each with the words that show it."""
    found = [
        Finding(
            Score.RELEVANCE,
            "must_say_missing",
            f"no scene says “{phrase}” word for word",
            0.5,
            stops=True,
            advice="Add it to one of them.",
        )
        for phrase in unsaid(brief, [scene.narration for scene in script.scenes])
    ]
    for text in dict.fromkeys([script.title, *spoken_and_shown(script)]):
        word = barred(brief, text)
        if word:
            evidence = f"“{word}” must not be said, and stands in “{text}”"
            advice = "Say it in other words."
            found.append(Finding(Score.SAFETY, "must_not_say", evidence, 0.5, stops=True, advice=advice))
    return found


def offers_of(brief: Brief) -> list[str]:
    """The offer field; without one, the only offer of the description (of several, the writer may choose)."""
    if brief.offer.strip():
        return [brief.offer]
    if brief.base_language != "en" or brief.length < _SHORT:
        return []
    told = [
        fact.sentence for fact in read_facts(brief) if fact.kind is Kind.OFFER and not risky(fact.sentence)
    ]
    return told if len(told) == 1 else []


def _order(script: Script) -> list[Finding]:
    intents = [scene.intent for scene in script.scenes]
    found = []
    if intents[-1] is not Intent.ACTION:
        found.append(
            Finding(
                Score.FLOW,
                "no_ending",
                "the last scene does not say what to do",
                0.3,
                advice="End on the call to action.",
            )
        )
    if Intent.ACTION in intents[:-1]:
        found.append(_ill_placed("early_action", "the call to action comes before the end", "Move it there."))
    if Intent.HOOK in intents[1:]:
        found.append(_ill_placed("late_hook", "an opening comes in the middle", "Move it to the beginning."))
    if len(script.scenes) < 2:
        found.append(_ill_placed("one_scene", "one scene is no story", "Add another.", cost=0.45))
    return found


def _ill_placed(code: str, evidence: str, advice: str, *, cost: float = 0.2) -> Finding:
    return Finding(Score.FLOW, code, evidence, cost, stops=cost > 0.4, advice=advice)


def _language(brief: Brief, script: Script) -> list[Finding]:
    if script.language.replace("_", "-").split("-")[0].lower() == brief.base_language:
        return []
    evidence = f"the script is in “{script.language}”, the brief asks for “{brief.language}”"
    advice = "Write it in that language."
    return [Finding(Score.CONSISTENCY, "wrong_language", evidence, 0.5, stops=True, advice=advice)]


def _bare(text: str) -> str:
    return re.sub(r"[^\w€$£%]+", " ", text.lower().replace("’", "'")).strip()
