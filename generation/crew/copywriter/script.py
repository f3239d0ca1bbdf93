"""The embedded copywriter's door: a brief goes in, a finished script comes out."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.enough import require_enough, require_facts, require_words
from generation.crew.copywriter.facts.fact import Fact
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.facts.wishes import barred
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.lines.hooks import hooks_for
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.lines.voice import Mood, Speaker, speaker_for
from generation.crew.copywriter.planning.plan import Plan, best_plan
from generation.crew.copywriter.screen.shown import names_of, shown_alone, title_of
from generation.crew.plain.writer import write_plainly
from generation.studio.script import Intent, Script, ScriptScene

_LOOK = {
    Mood.LIVELY: "bright, quick and energetic",
    Mood.WARM: "warm, close and unhurried",
    Mood.SOBER: "clear, calm and precise",
}
_TURNS = 8
_DROPPED = {"it", "we", "you", "they", "that", "us", "i", "this", "here", "who", "which"}


@dataclass(frozen=True)
class Written:
    """A script with what it was made from: ``snippets[i]`` are the brief's own words behind scene ``i``.
    ``kept``: the scenes that were held.
    """

    script: Script
    snippets: tuple[tuple[str, ...], ...]
    hooks: tuple[Hook, ...]
    angle: str
    kept: tuple[int, ...] = ()


def write_script(brief: Brief, *, version: int = 0, used: frozenset[str] = frozenset()) -> Written:
    """Write the ad. Another ``version`` of the same brief opens differently where the brief allows it;
    lines in ``used`` are never the first.

    Raises NothingToSay when the brief has no facts, LanguageNotWritten for a language that it does not know.
    """
    require_enough(brief)
    if brief.base_language != "en":
        return _abroad(brief, version, used)
    desk = desk_for(brief)
    tries = (desk.write(version=version, used=used, turn=turn) for turn in range(_TURNS))
    # The copywriter's own words may be among those that must not be said; another turn of phrase has others.
    written = next((one for one in tries if not barred(brief, *_texts(one.script))), None)
    written = written or desk.write(version=version, used=used)
    require_words(brief, written.script.narration)
    return written


@dataclass(frozen=True)
class Desk:
    """What lies before the copywriter: the brief, its facts, and who speaks."""

    brief: Brief
    facts: tuple[Fact, ...]
    speaker: Speaker

    def write(
        self,
        *,
        version: int,
        used: frozenset[str] = frozenset(),
        turn: int = 0,
        held: Sequence[Beat] = (),
    ) -> Written:
        """One script of these facts; ``held`` are scenes that stay as they are."""
        brief, speaker = self.brief, self.speaker
        rng = random.Random(f"{brief.name}|{brief.seed}|{version}" + (f"|{turn}" if turn else ""))
        hooks = hooks_for(brief, self.facts, speaker, rng, used=used)
        hook, made = best_plan(
            brief, self.facts, hooks, speaker, rng, held=held, formula=0 if held else version + brief.seed
        )
        names = names_of(brief, self.facts)
        made = replace(made, beats=shown_alone(made.beats, names))
        script = Script(
            title=title_of(names),
            scenes=_scenes(made, brief.length, speaker.mood),
            call_to_action=made.action.text,
            brand_voice=f"{brief.tone.strip() or 'plain and friendly'}; speaks as “{speaker.person}”",
            language=brief.language or "en",
        )
        kept = tuple(place for place, beat in enumerate(made.beats) if beat.kept)
        return Written(script, tuple(beat.words for beat in made.beats), hooks, hook.angle, kept)


def desk_for(brief: Brief) -> Desk:
    """The facts of an English brief laid out. Raises NothingToSay when there are none."""
    facts = read_facts(brief)
    require_facts(brief, facts)
    return Desk(brief, facts, speaker_for(brief, facts))


def _texts(script: Script) -> list[str]:
    shown = [text for scene in script.scenes for text in (scene.narration, scene.on_screen_text)]
    return [script.title, *shown]


def _abroad(brief: Brief, version: int, used: frozenset[str]) -> Written:
    """A plain script in a language that has no parser here."""
    plain = write_plainly(brief, version=version, used=used)
    require_words(brief, plain.script.narration)
    hooks = tuple(Hook("plain", line, line, 1.0) for line in plain.openings)
    return Written(plain.script, plain.snippets, hooks, "plain")


def _scenes(made: Plan, length: float, mood: Mood) -> tuple[ScriptScene, ...]:
    """Scenes with their seconds stretched to the wanted length, but never by more than half."""
    stretch = max(1.0, min(1.5, length / sum(made.seconds)))
    return tuple(
        _scene(beat, round(seconds * stretch, 1), mood)
        for beat, seconds in zip(made.beats, made.seconds, strict=True)
    )


def _scene(beat: Beat, seconds: float, mood: Mood) -> ScriptScene:
    return ScriptScene(
        intent=beat.intent,
        on_screen_text=beat.screen,
        narration=beat.narration,
        visual_description=_visual(beat, mood),
        seconds=seconds,
        items=beat.items,
        figure=beat.figure,
        figure_label=beat.figure_label,
        source=beat.source,
    )


def _visual(beat: Beat, mood: Mood) -> str:
    """What an illustrator should draw: the things named in the line, and the mood."""
    chunks = [chunk for chunk in parse(beat.narration).noun_chunks if chunk.root.lower_ not in _DROPPED]
    things = list(
        dict.fromkeys(
            re.sub(r"^(?:a|an|the|our|your)\s+", "", chunk.text, flags=re.IGNORECASE) for chunk in chunks
        )
    )
    what = ", ".join(things[:4]) or beat.screen
    if beat.intent is Intent.ACTION:
        return f"Closing card with the name and “{beat.screen}”; {_LOOK[mood]}."
    return f"{what[:1].upper()}{what[1:]}; {_LOOK[mood]}."
