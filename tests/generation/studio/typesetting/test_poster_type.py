"""Poster type: short lines as wide as their column, and never a ransom note."""

import pytest

from generation.studio.typesetting import Align, Wish, display, stacked

WISH = Wish("poppins-700", 240.0, most_lines=5, align=Align.LEFT, filling=True)
WIDTH, HEIGHT = 860.0, 900.0


def lines_of(text: str, emphasis: str = "") -> list[tuple[str, float, float]]:
    """(text, size, width) of each line."""
    shown = stacked(text, emphasis=emphasis, wish=WISH, width=WIDTH, height=HEIGHT)
    return [(" ".join(word.token for word in one.words), one.size, one.width) for one in shown.blocks]


def test_each_line_of_a_short_text_fills_the_column() -> None:
    lines = lines_of("Slate & Sons Roofing")

    assert len(lines) > 1
    assert all(width > 0.85 * WIDTH for _, _, width in lines)


def test_it_is_never_outside_of_its_box() -> None:
    for text in (
        "Leaking roof?",
        "Second Chapter",
        "Wollersheim & Katzenelnbogen",
        "Go now",
        "A b c d e f g",
    ):
        shown = stacked(text, emphasis="", wish=WISH, width=WIDTH, height=300.0)
        assert shown.height <= 301
        assert shown.width <= WIDTH * 1.01


@pytest.mark.parametrize(
    "text", ["Home chargers for electric cars", "120,000 used books from", "For homeowners"]
)
def test_no_small_word_stands_large_on_a_line_of_its_own(text: str) -> None:
    lines = lines_of(text)

    assert not any(line.casefold() in {"for", "from", "at", "the"} for line, _, _ in lines)
    sizes = [size for _, size, _ in lines]
    assert max(sizes) <= 1.9 * min(sizes)


def test_a_text_that_gains_nothing_is_set_like_any_headline() -> None:
    text = "The bread that gets a whole street out of bed before the birds"

    assert stacked(text, emphasis="", wish=WISH, width=WIDTH, height=HEIGHT) == display(
        text, emphasis="", wish=WISH, width=WIDTH, height=HEIGHT
    )


def test_shaped_scripts_are_left_as_they_are() -> None:
    for text in ("عطر يروي حكايتك", "हर सुबह ताज़ी चाय"):
        assert stacked(text, emphasis="", wish=WISH, width=WIDTH, height=HEIGHT) == display(
            text, emphasis="", wish=WISH, width=WIDTH, height=HEIGHT
        )
