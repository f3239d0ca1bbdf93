"""Beats that carry what the brief wants said word for word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ads.phrases import kept
from generation.crew.brief import Brief
from generation.crew.copywriter.facts.wishes import as_sentence, unsaid, unsaid_of
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.lines.beats import Beat
from generation.studio.script import Intent

_WITH_THE_ONE_BEFORE = 4
"""So few words that must be said are no scene of their own: "Terms apply."."""

_TERMS = re.compile(
    r"\b(?:terms|conditions|appl(?:y|ies)|while (?:stocks?|supplies)|valid|excludes?|excluding|offer ends)\b",
    re.IGNORECASE,
)
_AFTER_THE_OFFER, _FEW_SECONDS = 7.5, 9.0


def worded(beat: Beat, brief: Brief) -> Beat:
    """A beat whose fact must be told, held to the versions that have the brief's words."""
    if beat.fact is None or not beat.fact.due:
        return beat
    wanted = [one for one in brief.must_say if kept(beat.fact.sentence, phrase=one)]
    versions = tuple(line for line in beat.versions if not unsaid_of(wanted, line)) or (beat.fact.sentence,)
    if brief.length < _FEW_SECONDS and wanted:  # the words alone, where there is no time for their sentence
        versions = (*versions, " ".join(as_sentence(one) for one in wanted))
    short = next((one for one in wanted if len(one.split()) <= 6 and not beat.items), "")
    shown = as_sentence(short).rstrip(".") if short else beat.screen
    place = _AFTER_THE_OFFER if _TERMS.search(beat.fact.sentence) else beat.place
    return replace(beat, versions=versions, screen=shown, must=True, place=place)


def with_wishes(beats: Sequence[Beat], brief: Brief) -> list[Beat]:
    """The beats with everything that must be said in them: what is very short is said with the one before."""
    told: list[Beat] = []
    for beat in beats:
        due = beat.fact is not None and beat.fact.due and beat.place < 9
        short = due and spoken_words(beat.narration) <= _WITH_THE_ONE_BEFORE
        if short and told and not told[-1].kept and told[-1].intent not in {Intent.HOOK, Intent.QUOTE}:
            told[-1] = _and_then(told[-1], beat.narration, beat.words)
        else:
            told.append(beat)
    for phrase in unsaid(brief, [beat.narration for beat in told]):
        at = _best_place(told)
        told[at] = _and_then(told[at], as_sentence(phrase), (phrase,))
    return told


def _and_then(beat: Beat, line: str, words: tuple[str, ...]) -> Beat:
    return replace(beat, versions=(f"{beat.narration} {line}",), words=(*beat.words, *words))


def _best_place(beats: Sequence[Beat]) -> int:
    """The last scene before the ending that may be added to; the ending's own beginning is the brand's."""
    able = [
        place
        for place, beat in enumerate(beats[:-1])
        if not beat.kept and beat.intent not in {Intent.HOOK, Intent.QUOTE}
    ]
    return able[-1] if able else max(0, len(beats) - 2)
