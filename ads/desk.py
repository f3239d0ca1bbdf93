"""What this app asks of whoever writes scripts, while a person waits: a name and a shape, no acquaintance."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol, cast

from ads.models import Ad
from vigen_site.errors import Unavailable

DESK = "generation.pipeline.desk"
"""The module that writes. A name only: this app does not know who writes, or how."""

NOT_HERE = (
    "Scripts cannot be written on this page, because the writer is not installed beside the web server. "
    "Make the ad: the worker writes its script."
)


@dataclass(frozen=True)
class SceneText:
    """A scene as a person left it. ``origin`` is its number in the script before (from 1), 0 for a new one."""

    origin: int
    shown: str
    spoken: str


@dataclass(frozen=True)
class Pages:
    """A script with its review, as script.json and review.json hold them; ``notes`` are for the stage's record."""

    draft: dict[str, Any]
    review: dict[str, Any]
    notes: dict[str, Any] = field(default_factory=dict)


class Desk(Protocol):
    """Writes and checks at once, in a second or as long as a model takes.

    Each may raise Invalid (with the fields of the brief that are at fault) and Unavailable.
    """

    def write(self, ad: Ad) -> Pages:
        """A script of the ad's brief."""

    def rewrite(self, ad: Ad, draft: dict[str, Any], *, keep: Sequence[int]) -> Pages:
        """Other scenes than those of ``draft``, save for the numbers in ``keep``, which stay as they are."""

    def variants(self, ad: Ad, draft: dict[str, Any] | None) -> list[Pages]:
        """Up to three scripts that open differently from each other, and from ``draft``."""

    def change(self, ad: Ad, draft: dict[str, Any], scenes: Sequence[SceneText]) -> Pages:
        """``draft`` with a person's words in it. Nothing is refused; the review says what is wrong."""

    def judge(self, ad: Ad, draft: dict[str, Any]) -> dict[str, Any]:
        """The review of ``draft`` as it is."""


def desk() -> Desk:
    """The desk. Raises Unavailable where its libraries are not installed."""
    try:
        return cast("Desk", import_module(DESK))
    except ModuleNotFoundError as error:
        raise Unavailable(NOT_HERE) from error
