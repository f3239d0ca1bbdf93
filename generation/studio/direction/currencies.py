"""Prices as they are printed: "€9", where a script writes what is said, "9 euros"."""

import re
from dataclasses import replace

from generation.studio.script import ScriptScene

_SIGNS = {"euro": "€", "dollar": "$", "pound": "£", "yen": "¥"}
_SPELLED = re.compile(
    r"(?<![\w.,])(?P<amount>\d[\d,.]*\d|\d)\s(?P<name>euro|dollar|pound|yen)s?\b(?!-)", re.IGNORECASE
)
_WEIGHED = re.compile(r"\s(?:of|in weight|heavy|lighter)\b", re.IGNORECASE)


def printed(text: str, language: str) -> str:
    """``text`` with signs for the currencies that it spells behind a number: before the number in English,
    behind it elsewhere. Pounds that weigh something stay."""

    def sign(found: re.Match[str]) -> str:
        name = found["name"].lower()
        if name == "pound" and _WEIGHED.match(text, found.end()):
            return found.group()
        is_english = not language or language.lower().startswith("en")
        return f"{_SIGNS[name]}{found['amount']}" if is_english else f"{found['amount']} {_SIGNS[name]}"

    return _SPELLED.sub(sign, text)


def shown(scene: ScriptScene, language: str) -> ScriptScene:
    """The scene with its prices as they are printed; what is spoken stays as it is."""
    figure, label = _counted(scene.figure, scene.figure_label, language)
    return replace(
        scene,
        on_screen_text=printed(scene.on_screen_text, language),
        figure=figure,
        figure_label=label,
        items=tuple(printed(item, language) for item in scene.items),
    )


def _counted(figure: str, label: str, language: str) -> tuple[str, str]:
    """A figure and what it counts; euros are no things, but part of the figure."""
    words = label.split()
    whole = f"{figure} {words[0]}" if words else figure
    signed = printed(whole, language)
    return (signed, " ".join(words[1:])) if signed != whole else (figure, label)
