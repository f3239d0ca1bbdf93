"""Speaking scene by scene with a voice that is paid for: nothing that was spoken is bought twice."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from generation.providers.voice import Recording
from generation.studio.voice import Narration, SpokenScene

_MOST_KEPT = 64


@dataclass(frozen=True, eq=False)
class Bought:
    """One scene and what it cost."""

    scene: SpokenScene
    characters: int
    requests: int
    dollars: float | None


class Shelf:
    """The scenes that were bought last: a stage that is tried again in this process pays for the rest only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, SpokenScene] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: Hashable) -> SpokenScene | None:
        """The scene of that key, if it was bought."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: Hashable, scene: SpokenScene) -> None:
        """Keep a scene; the oldest goes when there are too many."""
        with self._lock:
            self._kept[key] = scene
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)


def record(
    scenes: Sequence[str],
    *,
    shelf: Shelf,
    order: Hashable,
    buy: Callable[[str], Bought],
    made_by: str,
    on_progress: Callable[[float], None],
    is_estimated: bool = False,
) -> Recording:
    """Speak all scenes with ``buy``, one after the other. ``order`` is what they have in common, for the shelf.

    ``is_estimated`` says that the times of words are not the voice's own.
    """
    spoken: list[SpokenScene] = []
    bought: list[Bought] = []
    for number, text in enumerate(scenes, start=1):
        scene = _empty() if not text.strip() else shelf.take((order, text))
        if scene is None:
            bought.append(buy(text))
            scene = bought[-1].scene
            shelf.keep((order, text), scene)
        spoken.append(scene)
        on_progress(number / len(scenes))
    known = [purchase.dollars for purchase in bought if purchase.dollars is not None]
    return Recording(
        Narration(tuple(spoken), is_estimated),
        made_by=made_by,
        characters=sum(purchase.characters for purchase in bought),
        requests=sum(purchase.requests for purchase in bought),
        dollars=sum(known) if len(known) == len(bought) else None,
    )


def _empty() -> SpokenScene:
    return SpokenScene(np.zeros(0, np.float32), ())
