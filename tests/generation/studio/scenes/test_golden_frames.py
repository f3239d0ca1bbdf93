"""Golden frames guard the look. A frame that differs is written beside its difference, in a folder named here.

When a change of the look is wanted, look at the new frames and keep them:

    GOLDEN_FRAMES=keep .venv/bin/python -m pytest tests/generation/studio/scenes/test_golden_frames.py
"""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generation.studio.formats import FORMATS
from generation.studio.script import Intent
from tests.generation.studio.scenes.staging import board, laid, pixels_of, prepared

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 270
# Two builds of the drawing library differ at edges by this much (of 255), on this share of the pixels.
EDGE, SHARE = 24, 0.004

FRAMES = {
    "hook-rise": (Intent.HOOK, "rise", "9:16", {}),
    "hook-word": (Intent.HOOK, "word", "4:5", {"headline": "Finally.", "emphasis": ""}),
    "hook-question": (Intent.HOOK, "question", "9:16", {"headline": "Still eating bread from a bag?"}),
    "product-pedestal": (Intent.PRODUCT, "pedestal", "9:16", {}),
    "product-showcase": (Intent.PRODUCT, "showcase", "9:16", {}),
    "benefit-tape": (Intent.BENEFIT, "tape", "1:1", {}),
    "poster-ghost": (Intent.BENEFIT, "ghost", "9:16", {}),
    "poster-split": (Intent.BENEFIT, "split", "4:5", {}),
    "poster-strips": (Intent.HOOK, "strips", "9:16", {}),
    "poster-card": (Intent.BENEFIT, "card", "16:9", {}),
    "poster-framed-arabic": (
        Intent.BENEFIT,
        "framed",
        "9:16",
        {"headline": "خبز طازج كل صباح", "emphasis": "كل صباح", "detail": ""},
    ),
    "poster-upright-japanese": (
        Intent.BENEFIT,
        "upright",
        "9:16",
        {"headline": "毎朝焼きたての香ばしいパン", "emphasis": ""},
    ),
    "list-bands": (Intent.LIST, "bands", "9:16", {}),
    "number-giant": (Intent.NUMBER, "giant", "16:9", {}),
    "place-door": (Intent.PLACE, "door", "9:16", {"headline": "Open every day except Monday"}),
    "benefit-note": (Intent.BENEFIT, "note", "16:9", {}),
    "list-cards-arabic": (
        Intent.LIST,
        "cards",
        "9:16",
        {
            "headline": "خبز طازج كل صباح",
            "emphasis": "كل صباح",
            "items": ("كرواسون", "قهوة", "خبز iPhone 15"),
        },
    ),
    "number-gauge": (Intent.NUMBER, "gauge", "1:1", {}),
    "steps-timeline": (Intent.STEPS, "timeline", "9:16", {"items": ("Order by 8 pm", "Pick up at 7 am")}),
    "quote-bubble-japanese": (Intent.QUOTE, "bubble", "9:16", {"headline": "毎朝焼きたての香ばしいパン"}),
    "offer-price": (Intent.OFFER, "price", "9:16", {"figure": "€29"}),
    "offer-ticket": (
        Intent.OFFER,
        "ticket",
        "1:1",
        {"headline": "Second loaf free", "figure": "", "figure_label": "", "was": "", "code": ""},
    ),
    "place-clock": (Intent.PLACE, "clock", "16:9", {"headline": "Evening appointments until 8 pm"}),
    "before-after": (Intent.BEFORE_AFTER, "cards", "4:5", {"items": ("Sliced and sad", "Baked an hour ago")}),
    "gallery-wall": (Intent.GALLERY, "wall", "1:1", {}),
    "action-glow": (Intent.ACTION, "glow", "9:16", {}),
}


def frame_of(name):
    """The settled frame as (height, 270, 3) bytes, RGB."""
    kind, layout, format_name, changes = FRAMES[name]
    drawn = prepared(board(laid(kind, layout, **changes), name=format_name))
    picture = FORMATS[format_name]
    large = pixels_of(drawn, picture, at=2.6, scale=2 * WIDTH / picture.width)[..., 2::-1]
    return np.asarray(Image.fromarray(large).reduce(2))


def differing(golden, now):
    """The share of pixels that differ, and a picture of where."""
    apart = np.abs(golden.astype(int) - now).max(axis=2) > EDGE
    shown = np.concatenate([golden, now, np.repeat(apart[..., None] * np.uint8(255), 3, axis=2)], axis=1)
    return float(apart.mean()), shown


@pytest.mark.render
@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_looks_as_it_was_approved(name, tmp_path):
    path, now = GOLDEN / f"{name}.png", frame_of(name)
    if os.environ.get("GOLDEN_FRAMES") == "keep":
        Image.fromarray(now).quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)
    golden = np.asarray(Image.open(path).convert("RGB"))

    share, shown = differing(golden, np.asarray(Image.fromarray(now).quantize(96, dither=0).convert("RGB")))

    if share > SHARE:
        seen = tmp_path / f"{name}.png"
        Image.fromarray(shown.astype(np.uint8)).save(seen)
        pytest.fail(f"{share:.1%} of “{name}” differs. Golden, now and difference side by side: {seen}")


def test_a_changed_pixel_is_seen():
    frame = frame_of("hook-rise")
    changed = frame.copy()
    changed[100:140, 100:140] = 255 - changed[100:140, 100:140]

    assert differing(frame, frame)[0] == 0
    assert differing(frame, changed)[0] > SHARE
