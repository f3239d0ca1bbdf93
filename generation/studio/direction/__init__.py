"""The art director: from a script to a storyboard."""

from generation.studio.direction.directing import direct
from generation.studio.direction.retargeting import retarget

__all__ = ["direct", "retarget"]
