"""The art director: from a script to a storyboard."""

from generation.studio.direction.directing import direct

__all__ = ["direct"]
