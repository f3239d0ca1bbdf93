"""The states of an ad and of its five stages, and which state may follow which."""

from enum import StrEnum


class Status(StrEnum):
    """Where an ad is in its life."""

    DRAFT = "DRAFT"
    IN_PROGRESS = "IN_PROGRESS"
    GENERATED = "GENERATED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.IN_PROGRESS}),
    Status.IN_PROGRESS: frozenset({Status.GENERATED, Status.FAILED, Status.CANCELLED}),
    Status.GENERATED: frozenset({Status.IN_PROGRESS}),
    Status.FAILED: frozenset({Status.IN_PROGRESS}),
    Status.CANCELLED: frozenset({Status.IN_PROGRESS}),
}


def sources(target: Status) -> tuple[Status, ...]:
    """The states from which ``target`` may be entered."""
    return tuple(state for state, targets in MOVES.items() if target in targets)


class Stage(StrEnum):
    """The five stages in their order. Values are the field names of the API without ``_status``."""

    SCRIPT = "script_generation"
    REVIEW = "script_evaluation"
    VISUALS = "video_generation"
    AUDIO = "audio_generation"
    EDITING = "editing"

    @property
    def number(self) -> int:
        """0 for the first stage."""
        return list(Stage).index(self)


class StageStatus(StrEnum):
    """What a stage may say of itself."""

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
