"""The seven kinds of faults that a storm throws at a worker."""

import contextlib
import os
import random
import signal
import time
from typing import Any

KINDS = ("busy", "idle", "pusher", "monitor", "sentinel", "everything", "stop")
WEIGHTS = (30, 17, 8, 8, 8, 7, 22)
STOPPED_SECONDS = (3.5, 7.0)


class Faults:
    """Strikes at random, but the same way for the same seed. ``dealt`` counts each kind."""

    def __init__(self, seed: int):
        self._random = random.Random(seed)
        self.dealt = dict.fromkeys(KINDS, 0)
        self._asleep: list[tuple[float, int]] = []

    def pause(self) -> float:
        """Seconds until the next fault."""
        return self._random.uniform(0.4, 1.2)

    def strike(self, beat: Any, *, kind: str = "") -> str:
        """Break one part of the cluster that ``beat`` describes; "everything" is left to the caller.

        Gives the kind that was dealt, and "" when there was nothing of it to break. Chosen by chance unless named.
        """
        if kind:
            done = kind == "everything" or self._hit(kind, beat)
            self.dealt[kind] += done
            return kind if done else ""
        kind = self._random.choices(KINDS, WEIGHTS)[0]
        if kind in {"busy", "stop"} and not beat.busy:
            kind = "idle"
        if kind == "idle" and not beat.idle:
            kind = "busy"
        done = kind == "everything" or self._hit(kind, beat)
        self.dealt[kind] += done
        return kind if done else ""

    def _hit(self, kind: str, beat: Any) -> bool:
        victims = {
            "busy": beat.busy,
            "stop": beat.busy,
            "idle": beat.idle,
            "pusher": (beat.pusher,),
            "monitor": (beat.monitor,),
            "sentinel": (beat.sentinel,),
        }[kind]
        # A part that is not there yet has no number; number 0 would be this very process and its group.
        victims = tuple(victim for victim in victims if victim)
        if not victims:
            return False
        victim = self._random.choice(victims)
        try:
            os.kill(victim, signal.SIGSTOP if kind == "stop" else signal.SIGKILL)
        except ProcessLookupError:
            return False
        if kind == "stop":
            self._asleep.append((time.monotonic() + self._random.uniform(*STOPPED_SECONDS), victim))
        return True

    def wake(self, *, all_of_them: bool = False) -> None:
        """Let those go on that have been stopped for long enough."""
        for at, victim in list(self._asleep):
            if all_of_them or time.monotonic() >= at:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(victim, signal.SIGCONT)
                self._asleep.remove((at, victim))
