"""The vector pictures as rasters."""

import numpy as np
import pytest
import skia

from generation.studio.illustrations import UnknownPicture, forget, picture


def pixels(name: str, px: int) -> np.ndarray:
    return picture(name, px).toarray(colorType=skia.kBGRA_8888_ColorType)


def test_a_picture_has_the_asked_for_size_and_clear_corners() -> None:
    drawn = pixels("bread", 120)

    assert drawn.shape == (120, 120, 4)
    assert drawn[0, 0, 3] == 0
    assert drawn[60, 60, 3] == 255


def test_parts_drawn_by_reference_are_there() -> None:
    sign = pixels("free-button", 96)
    bright = (sign[..., :3] > 225).all(axis=2)

    assert bright.mean() > 0.03, "the letters on the blue sign are missing"


def test_a_picture_is_drawn_once_per_size() -> None:
    assert picture("bread", 64) is picture("bread", 64)


def test_a_picture_that_was_let_go_of_is_drawn_again_just_as_it_was() -> None:
    before, looked = picture("bread", 64), pixels("bread", 64)

    forget()

    assert picture("bread", 64) is not before
    assert np.array_equal(pixels("bread", 64), looked)


def test_an_unknown_picture_is_refused_by_name() -> None:
    with pytest.raises(UnknownPicture, match="no-such-thing"):
        picture("no-such-thing", 64)
