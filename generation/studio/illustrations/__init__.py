"""Pictures for what an ad talks about: found by noun, drawn from vectors at any size."""

from generation.studio.illustrations.matching import Match, find, find_all
from generation.studio.illustrations.pictures import UnknownPicture, drafts, forget, names, picture

__all__ = ["Match", "UnknownPicture", "drafts", "find", "find_all", "forget", "names", "picture"]
