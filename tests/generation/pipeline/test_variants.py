"""What may be wished for of an ad beside itself. ``test_whole_ad`` makes some."""

import pytest

from ads.briefs import read
from generation.pipeline.local import Variant, variant


@pytest.mark.parametrize(
    ("wish", "expected", "name"),
    [
        ("16:9", Variant(format="16:9"), "16x9"),
        ("9:16/30", Variant(format="9:16", length=30), "9x16-30s"),
        ("6/silent", Variant(length=6, silent=True), "6s-silent"),
        ("1:1/15/uncaptioned", Variant("1:1", 15, captions=False), "1x1-15s-uncaptioned"),
        ("9:16/paid", Variant("9:16", paid=True), "9x16-paid"),
    ],
)
def test_a_variant_is_wished_for_in_a_few_words(wish: str, expected: Variant, name: str):
    assert variant(wish) == expected
    assert expected.name == name


@pytest.mark.parametrize("wish", ["", "5", "61", "21:9", "loud", "16:9/"])
def test_what_is_no_variant_is_said(wish: str):
    with pytest.raises(ValueError, match="is no variant. Use a format"):
        variant(wish)


def test_a_silent_ad_is_captioned_unless_told_otherwise():
    bare = read({"name": "Loaf", "desc": "Sourdough baked every morning.", "captions": False})

    assert not Variant(format="1:1").of(bare).captions
    assert Variant(silent=True).of(bare).captions
    assert not Variant(silent=True, captions=False).of(bare).captions


def test_a_variant_for_paid_placements_leaves_the_ad_itself_as_it_was_asked_for():
    posted = read({"name": "Loaf", "desc": "Sourdough baked every morning."})
    paid = read({"name": "Loaf", "desc": "Sourdough baked every morning.", "paid": True})

    assert (posted.paid, Variant(paid=True).of(posted).paid) == (False, True)
    assert Variant(format="9:16").of(paid).paid
