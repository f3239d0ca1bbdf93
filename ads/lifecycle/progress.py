"""How far a run is, as people see it."""

from ads.states import Stage

LAST_STAGE = Stage.EDITING
SHARE_OF_STAGE = {Stage.SCRIPT: 10, Stage.REVIEW: 5, Stage.VISUALS: 15, Stage.AUDIO: 20, Stage.EDITING: 50}
"""Per cent of the whole that each stage is, as progress is shown."""

BEGINNINGS = {
    Stage.SCRIPT: "Reading the brief",
    Stage.REVIEW: "Reviewing the script",
    Stage.VISUALS: "Choosing colours, type and pictures",
    Stage.AUDIO: "Recording the voice-over",
    Stage.EDITING: "Setting up the film",
}
"""What a person reads from the moment a stage begins until it has something of its own to say."""


def progress_at(stage: Stage, done: float) -> int:
    """Per cent of the whole at ``done`` (0 to 1) within a stage."""
    before = sum(SHARE_OF_STAGE[earlier] for earlier in Stage if earlier.number < stage.number)
    return int(before + SHARE_OF_STAGE[stage] * min(1.0, max(0.0, done)))
