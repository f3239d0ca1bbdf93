"""The drums: grooves, the build before the hit, and the hit itself."""

from generation.studio.music.form import Bar
from generation.studio.music.score import BOOM, DRUMS, EFFECT, Page

KICK, STICK, SNARE, CLAP, HAT, OPEN_HAT, CRASH, RIDE = 36, 37, 38, 39, 42, 46, 49, 51
TAMBOURINE, SHAKER, MARACAS, HIGH_TOM, MIDDLE_TOM, LOW_TOM = 54, 82, 70, 48, 45, 43

_Hits = tuple[tuple[float, int, float], ...]


def _every(step: float, drum: int, strong: float, weak: float) -> _Hits:
    return tuple((place * step, drum, weak if place % 2 else strong) for place in range(int(4 / step)))


_GROOVES: dict[str, _Hits] = {
    "none": (),
    "pop": (
        (0, KICK, 100), (1.5, KICK, 70), (2.5, KICK, 88), (1, SNARE, 84), (3, SNARE, 88),
        *_every(0.5, HAT, 44, 60),
    ),
    "claps": (
        (0, KICK, 98), (2, KICK, 92), (2.5, KICK, 66), (1, CLAP, 82), (3, CLAP, 86),
        *_every(0.5, TAMBOURINE, 40, 56),
    ),
    "soft": ((0, KICK, 80), (2, KICK, 72), (1, STICK, 54), (3, STICK, 58), *_every(0.5, HAT, 40, 30)),
    "heartbeat": ((0, KICK, 84), (0.5, KICK, 52), (2, KICK, 76), (3, CLAP, 36), *_every(0.5, SHAKER, 44, 34)),
    "brushes": ((0, KICK, 56), (1, SNARE, 40), (3, SNARE, 44), *_every(0.5, RIDE, 40, 28)),
    "shaker": ((0, KICK, 40), *_every(0.5, SHAKER, 44, 32)),
    "shuffle_shaker": (
        (0, KICK, 78), (2, KICK, 74), (1, CLAP, 58), (3, CLAP, 62), (3.5, STICK, 40),
        *_every(0.5, SHAKER, 50, 40),
    ),
    "four": (
        (0, KICK, 104), (1, KICK, 100), (2, KICK, 104), (3, KICK, 100), (1, CLAP, 84), (3, CLAP, 88),
        *tuple((place + 0.5, OPEN_HAT, 62) for place in range(4)), *_every(0.25, HAT, 44, 34),
    ),
    "breaks": (
        (0, KICK, 104), (0.75, KICK, 76), (2.5, KICK, 96), (1, SNARE, 96), (3, SNARE, 98), (3.75, SNARE, 50),
        *_every(0.5, HAT, 62, 50),
    ),
}  # fmt: skip
_QUIET_GROOVES = frozenset({"none", "shaker", "brushes", "heartbeat"})


# What the second half of the piece adds: ghost strokes, an open hat before the bar line.
_MORE: dict[str, _Hits] = {
    "pop": ((1.75, SNARE, 34), (3.5, OPEN_HAT, 48)),
    "claps": ((3.75, CLAP, 44), (3.5, OPEN_HAT, 40)),
    "soft": ((1.5, KICK, 48), (3.5, OPEN_HAT, 34)),
    "shuffle_shaker": ((2.75, STICK, 36), (3.75, STICK, 34)),
    "four": ((3.75, KICK, 70), (1.75, SNARE, 40)),
    "breaks": ((1.75, SNARE, 40), (2.25, SNARE, 36)),
}


def groove(page: Page, bar: Bar, name: str, beat: float, *, is_light: bool, is_full: bool = False) -> None:
    """One bar of a groove; a light bar has only what keeps time, a full one is played out."""
    for onset, drum, velocity in (*_GROOVES[name], *(_MORE.get(name, ()) if is_full else ())):
        if onset >= bar.beats or (is_light and drum in (KICK, SNARE, CLAP, OPEN_HAT)):
            continue
        page.play(DRUMS, bar.start + onset * beat, drum, velocity, 0.25, loose=0.004)


def turn(page: Page, bar: Bar, name: str, beat: float) -> None:
    """A short fill on the last beat of a phrase, so that the next one begins with something new."""
    if name in _QUIET_GROOVES or bar.beats < 2:
        return
    for place, (drum, velocity) in enumerate(((SNARE, 44), (SNARE, 52), (HIGH_TOM, 58), (LOW_TOM, 64))):
        page.play(DRUMS, bar.start + (bar.beats - 1 + place / 4) * beat, drum, velocity, 0.2, loose=0.004)


def fill(page: Page, bar: Bar, name: str, beat: float) -> None:
    """The second half of the build: a roll that grows into the hit."""
    if name in _QUIET_GROOVES:
        return
    for place in range(8):
        drum = SNARE if place < 5 else (HIGH_TOM, MIDDLE_TOM, LOW_TOM)[place - 5]
        page.play(DRUMS, bar.start + (bar.beats - 2 + place / 4) * beat, drum, 46 + 7 * place, 0.2)


def swell(page: Page, hit: float, name: str) -> None:
    """A reversed cymbal that ends where the end card begins."""
    length = 1.4
    if hit > length:
        page.play(EFFECT, hit - length, 60, 52 if name in _QUIET_GROOVES else 74, length)


def impact(page: Page, start: float, name: str) -> None:
    """The hit: a cymbal and a low drum, gentle in gentle moods."""
    is_quiet = name in _QUIET_GROOVES
    page.play(DRUMS, start, RIDE if is_quiet else CRASH, 44 if is_quiet else 78, 2.0)
    page.play(BOOM, start, 36, 50 if is_quiet else 78, 2.0)
    if not is_quiet:
        page.play(DRUMS, start, KICK, 104, 0.3)
