import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.studio.music.form import BEATS_A_BAR, lay_out
from generation.studio.music.harmony import Key, choose_key, chords, rubs
from generation.studio.music.moods import MOODS
from generation.studio.music.parts import Style, melody, motif
from generation.studio.music.score import Page


@given(st.floats(6, 60), st.floats(0.5, 0.9), st.sampled_from(sorted(MOODS)), st.integers(0, 99))
def test_a_bar_begins_with_the_end_card(seconds: float, share: float, mood: str, seed: int) -> None:
    hit = seconds * share
    low, high = MOODS[mood].tempo

    plan = lay_out(seconds=seconds, hit=hit, cuts=(hit / 2,), tempo=(low, high), preferred=(low + high) / 2)

    starts = [bar.start for bar in plan.bars]
    assert starts == sorted(starts)
    assert any(start == pytest.approx(hit) for start in starts)
    assert starts[0] == pytest.approx(0, abs=1e-6)
    assert hit - 1e-6 <= plan.end < seconds
    assert low * 0.75 <= plan.tempo <= high * 1.35


def test_beats_are_evenly_spaced() -> None:
    plan = lay_out(seconds=15, hit=11.6, cuts=(3.0, 6.2), tempo=(104, 128), preferred=116)

    gaps = [b - a for a, b in zip(plan.beats, plan.beats[1:], strict=False)]
    assert gaps == pytest.approx([plan.beat] * len(gaps))
    assert all(bar.beats in {BEATS_A_BAR // 2, BEATS_A_BAR} for bar in plan.bars)


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_music_comes_home_on_the_end_card_and_at_the_end(mood: str) -> None:
    chance = random.Random(5)
    plan = lay_out(seconds=20, hit=14, cuts=(), tempo=MOODS[mood].tempo, preferred=MOODS[mood].tempo[0])
    key = choose_key(MOODS[mood], chance)

    harmony = chords(plan.bars, key=key, mood=MOODS[mood], chance=chance)

    at_hit = next(index for index, bar in enumerate(plan.bars) if bar.part in {"hit", "end"})
    assert harmony[at_hit].degree == harmony[-1].degree == 0
    assert harmony[at_hit - 1].degree != 0
    assert {note % 12 for note in harmony[-1].notes} == {key.note(step) % 12 for step in (0, 2, 4)}


def test_a_chord_moves_to_the_nearest_notes_of_the_next() -> None:
    chance = random.Random(1)
    plan = lay_out(seconds=30, hit=24, cuts=(), tempo=(104, 128), preferred=116)

    harmony = chords(plan.bars, key=Key(60, MOODS["upbeat"].scale), mood=MOODS["upbeat"], chance=chance)

    for before, after in itertools.pairwise(harmony):
        jumps = [min(abs(note - other) for other in before.notes) for note in after.notes]
        assert max(jumps) <= 5


@pytest.mark.parametrize("mood", sorted(MOODS))
@pytest.mark.parametrize("seed", range(6))
def test_no_note_of_the_melody_rubs_against_the_chord(mood: str, seed: int) -> None:
    chance = random.Random(seed)
    plan = lay_out(seconds=30, hit=24, cuts=(), tempo=MOODS[mood].tempo, preferred=MOODS[mood].tempo[0])
    key = choose_key(MOODS[mood], chance)
    style = Style("held", "rolling", "long", 0, 1, motif(chance), motif(chance))

    for bar, chord in zip(
        plan.bars, chords(plan.bars, key=key, mood=MOODS[mood], chance=chance), strict=True
    ):
        page = Page(chance)
        melody(page, bar, chord, style, key, plan.beat, is_answer=seed % 2 == 1)
        roots = {(chord.bass + interval) % 12 for interval in (0, 7)}
        assert all(not rubs(note.key, chord) or note.key % 12 in roots for note in page.notes)


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_hardly_a_chord_has_neighbours_that_rub(mood: str) -> None:
    found = []
    for seed in range(12):
        chance = random.Random(seed)
        plan = lay_out(seconds=30, hit=24, cuts=(), tempo=MOODS[mood].tempo, preferred=MOODS[mood].tempo[0])
        key = choose_key(MOODS[mood], chance)
        for chord in chords(plan.bars, key=key, mood=MOODS[mood], chance=chance):
            notes = sorted(chord.notes)
            found.append(any(after - note == 1 for note, after in itertools.pairwise(notes)))

    assert sum(found) <= 0.06 * len(found)
