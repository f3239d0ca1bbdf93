"""Number scenes: one figure, as large as it goes, landing on the word."""

from generation.studio.scenes.gauge import gauge
from generation.studio.scenes.giant import giant
from generation.studio.scenes.seal import seal
from generation.studio.scenes.stage import Builder

LAYOUTS: dict[str, Builder] = {"gauge": gauge, "seal": seal, "giant": giant}
