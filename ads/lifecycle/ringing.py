"""Asking for a worker."""

from vigen_site import queue

PRODUCE = "generation.tasks.produce"
"""What a worker runs. A name only: this app does not know who makes ads, or how."""

RING_AGAIN_SECONDS = 10
"""How long the reaper waits for somebody to answer a ring before it rings again."""


def ring(user_id: str, run_id: str) -> bool:
    """Ask for a worker; whether the ring went out. A lost one is found by the reaper."""
    return queue.ring(PRODUCE, user_id, run_id)
