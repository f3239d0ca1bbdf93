"""What people write as lines: how names are said, and scripts of their own."""

import re
from collections.abc import Mapping
from typing import Any

from ads.clean_text import clean

MOST_PRONUNCIATIONS = 20
FEWEST_LINES, MOST_LINES, LONGEST_LINE = 2, 12, 400
PLAIN_LETTERS = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u0900-\u097f]*[ '’-]*)+\Z")


def pronunciations(value: Any) -> tuple[str, ...] | None:
    """Lines like "Nguyen = win", as one text, a list, or an object of words; the last of a word counts."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        value = [f"{word} = {said}" for word, said in value.items()]
    lines = value.splitlines() if isinstance(value, str) else value
    if not isinstance(lines, list | tuple) or not all(isinstance(line, str) for line in lines):
        raise ValueError("Write pronunciations as lines like “Nguyen = win”.")
    found = {
        word.casefold(): f"{word} = {said}" for word, said in map(_pronunciation, filter(str.strip, lines))
    }
    if len(found) > MOST_PRONUNCIATIONS:
        raise ValueError(f"Give at most {MOST_PRONUNCIATIONS} pronunciations.")
    return tuple(found.values())


def _pronunciation(line: str) -> tuple[str, str]:
    word, said = halves(clean(line).replace("\n", " "))
    if not word or not said or not any(char.isalnum() for char in word):
        raise ValueError(f"“{line.strip()[:40]}” is no pronunciation. Write a word, “=”, and how it is said.")
    if len(word) > 40 or len(said) > 60:
        raise ValueError(f"The pronunciation of “{word[:40]}” is too long.")
    if not PLAIN_LETTERS.match(said):
        raise ValueError(f"Say “{word}” in plain letters, such as “Nguyen = win”; no figures or signs.")
    return word, said


def halves(line: str) -> tuple[str, str]:
    """The word, and how it is said."""
    word, _, said = line.partition("=")
    return word.strip(), said.strip()


def script(value: Any) -> tuple[str, ...] | None:
    """Scenes as lines "shown | said", as one text, a list of lines, or a list of objects; none for no own script."""
    if value is None:
        return None
    found = value.splitlines() if isinstance(value, str) else value
    if not isinstance(found, list | tuple):
        raise ValueError("Write a script as lines like “What is shown | What is said.”.")  # noqa: TRY004 -- see above.
    lines = tuple(filter(None, map(_scene_line, found)))
    if lines and not FEWEST_LINES <= len(lines) <= MOST_LINES:
        raise ValueError(f"A script has {FEWEST_LINES} to {MOST_LINES} scenes; this one has {len(lines)}.")
    return lines


def _scene_line(scene: Any) -> str:
    if isinstance(scene, Mapping):
        shown, said = scene.get("on_screen_text", ""), scene.get("narration", "")
        scene = f"{shown} | {said}" if shown else said
    if not isinstance(scene, str):
        raise ValueError("A scene is a line, or on_screen_text and narration.")  # noqa: TRY004 -- see above.
    line = clean(scene).replace("\n", " ")
    shown, bar, said = (part.strip() for part in line.partition("|"))
    if bar and not said:
        raise ValueError(f"The scene “{shown[:40]}” says nothing. Write what is said after the bar.")
    if len(line) > LONGEST_LINE or (bar and len(shown.split()) > 8):
        raise ValueError(
            f"The scene “{line[:40]}” is too long: at most 8 words shown, {LONGEST_LINE} characters in all."
        )
    return line
