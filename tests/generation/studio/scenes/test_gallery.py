"""The gallery for people who look, and that seeds give ads one can tell apart."""

from itertools import combinations

import numpy as np
import pytest
from django.core.management import call_command

from generation.studio.direction import direct
from generation.studio.formats import FORMATS
from generation.studio.scenes import LAYOUTS
from generation.studio.scenes.gallery_plan import LENGTHS, TRADES, overview, sheets
from generation.studio.script import Intent, Script, ScriptScene
from tests.generation.studio.scenes.staging import pixels_of, prepared

SCRIPT = Script(
    "x",
    (
        ScriptScene(Intent.HOOK, "Good bread starts at five", "Good bread starts at five."),
        ScriptScene(Intent.PRODUCT, "Sourdough, baked every morning", "Sourdough, baked every morning."),
        ScriptScene(Intent.LIST, "Also", "Tarts, coffee and buns.", items=("Tarts", "Coffee", "Buns")),
        ScriptScene(Intent.ACTION, "Come by", "Come by."),
    ),
    "Come by",
)


def directed(seed):
    return direct(
        SCRIPT, brand="Rosa's Bakery", tone="warm", about="Family bakery. Sourdough bread.", seed=seed
    )


def test_the_gallery_has_every_kind_layout_format_palette_and_length():
    planned = list(sheets(list(LAYOUTS), list(FORMATS)))

    assert len(planned) == sum(map(len, LAYOUTS.values())) * len(FORMATS)
    assert all(len(sheet.storyboards) == len(TRADES) for sheet in planned)
    assert all(len(board.scenes) == len(LENGTHS) for sheet in planned for board in sheet.storyboards)
    assert len({board.look.palette.name for board in planned[0].storyboards}) == 3
    shown = [scene.layout for board in overview("1:1") for scene in board.scenes]
    assert shown == [name for layouts in LAYOUTS.values() for name in layouts if name != "upright"]


@pytest.mark.render
def test_the_command_writes_sheets_and_says_how_far_it_is(tmp_path, capsys):
    call_command("studio_gallery", "--out", str(tmp_path), "--kind", "quote", "--format", "1:1")

    said = capsys.readouterr().out
    assert "1/2" in said and "2/2" in said  # noqa: PT018 - one fact
    assert len(list(tmp_path.glob("quote-*.png"))) == 2


def test_every_kind_has_two_layouts():
    assert all(len(layouts) >= 2 for layouts in LAYOUTS.values())


def test_seeds_change_layouts_motifs_types_and_transitions():
    boards = [directed(seed) for seed in range(8)]

    for of in (
        lambda board: tuple(scene.layout for scene in board.scenes),
        lambda board: board.look.motif,
        lambda board: board.look.type_pairing,
        lambda board: board.look.transitions,
        lambda board: board.look.palette,
    ):
        assert len({of(board) for board in boards}) > 1


@pytest.mark.render
def test_two_seeds_look_different_and_one_seed_looks_the_same():
    frames = []
    for seed in (0, 1, 2, 0):
        storyboard = directed(seed)
        shots = [
            pixels_of(prepared(storyboard, index=i), storyboard.format, at=2.6, scale=0.1) for i in range(3)
        ]
        frames.append(np.stack(shots).astype(int))

    assert np.array_equal(frames[0], frames[3])
    for one, other in combinations(frames[:3], 2):
        assert (np.abs(one - other).max(axis=3) > 24).mean() > 0.25
