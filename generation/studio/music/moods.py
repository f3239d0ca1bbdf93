"""The moods: which instruments play, how fast, and over which chords."""

from dataclasses import dataclass

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)


@dataclass(frozen=True)
class Patch:
    """A General MIDI program with its place in the room: ``pan`` −1 (left) to 1, ``level`` 0 to 127."""

    program: int
    level: int
    pan: float = 0.0
    octave: int = 0


@dataclass(frozen=True)
class Mood:
    """How music of one mood is made. Where several are given, the seed chooses.

    ``progressions`` are scale degrees, 0 the tonic, one chord a bar;
    ``colour`` are the chord's notes as steps above its root; ``comping``,
    ``bass_line`` and ``groove`` name patterns.
    """

    tempo: tuple[float, float]
    scale: tuple[int, ...]
    progressions: tuple[tuple[int, ...], ...]
    colours: tuple[tuple[int, ...], ...]
    pads: tuple[Patch, Patch]
    comps: tuple[tuple[Patch, Patch], ...]
    arps: tuple[Patch, ...]
    leads: tuple[Patch, ...]
    bass: tuple[Patch, ...]
    comping: tuple[str, ...]
    arping: tuple[str, ...]
    bass_line: tuple[str, ...]
    groove: tuple[str, ...]
    kit: int = 0
    drum_level: int = 92
    brightness_db: float = 1.5
    room: float = 1.1
    room_db: float = -15.0


MOODS: dict[str, Mood] = {
    "upbeat": Mood(
        tempo=(104, 128),
        scale=MAJOR,
        progressions=((0, 4, 5, 3), (0, 3, 5, 4), (3, 0, 4, 5), (0, 5, 3, 4)),
        colours=((0, 2, 4), (0, 1, 4)),
        pads=(Patch(89, 50, -0.7), Patch(48, 40, 0.7)),
        comps=((Patch(27, 74, -0.75), Patch(0, 70, 0.7)), (Patch(25, 78, -0.8), Patch(27, 66, 0.75))),
        arps=(Patch(45, 80, 0.5, 1), Patch(12, 84, -0.5, 1)),
        leads=(Patch(9, 66, 0.3, 1), Patch(11, 82, -0.3, 1), Patch(0, 74, 0.2, 1)),
        bass=(Patch(33, 104), Patch(34, 98)),
        comping=("pushed", "eighths", "strummed"),
        arping=("rolling", "answers"),
        bass_line=("pop", "driving"),
        groove=("pop", "claps"),
    ),
    "calm": Mood(
        tempo=(66, 88),
        scale=MAJOR,
        progressions=((0, 5, 3, 4), (3, 0, 5, 4), (0, 2, 3, 4), (0, 3, 0, 4)),
        colours=((0, 2, 4, 6), (0, 1, 2, 4)),
        pads=(Patch(49, 56, -0.7), Patch(89, 54, 0.7)),
        comps=((Patch(4, 84, -0.5), Patch(0, 58, 0.6)), (Patch(0, 80, -0.4), Patch(24, 62, 0.6))),
        arps=(Patch(46, 78, 0.55, 1), Patch(24, 80, -0.55, 0)),
        leads=(Patch(73, 62, 0.25, 0), Patch(11, 80, -0.3, 1), Patch(68, 54, 0.2, 0)),
        bass=(Patch(32, 96), Patch(35, 84)),
        comping=("held", "broken"),
        arping=("rolling", "falling"),
        bass_line=("long",),
        groove=("none", "shaker"),
        kit=40,
        drum_level=70,
        brightness_db=3.0,
        room=1.9,
        room_db=-11.5,
    ),
    "corporate": Mood(
        tempo=(94, 118),
        scale=MAJOR,
        progressions=((5, 3, 0, 4), (0, 4, 5, 3), (0, 5, 3, 4)),
        colours=((0, 1, 4), (0, 2, 4)),
        pads=(Patch(48, 52, -0.7), Patch(89, 48, 0.7)),
        comps=((Patch(28, 92, -0.7), Patch(27, 66, 0.7)), (Patch(0, 80, -0.45), Patch(28, 82, 0.7))),
        arps=(Patch(0, 74, 0.45, 1), Patch(11, 80, -0.45, 0)),
        leads=(Patch(0, 78, -0.2, 1), Patch(9, 58, 0.3, 1), Patch(98, 52, 0.2, 0)),
        bass=(Patch(33, 98), Patch(38, 74)),
        comping=("muted", "eighths"),
        arping=("rolling", "answers"),
        bass_line=("pop", "pulse"),
        groove=("soft", "heartbeat"),
        kit=8,
        drum_level=84,
    ),
    "luxury": Mood(
        tempo=(76, 98),
        scale=MINOR,
        progressions=((0, 5, 3, 4), (0, 3, 5, 4), (5, 3, 0, 4)),
        colours=((0, 2, 4, 6), (0, 2, 4, 8)),
        pads=(Patch(52, 44, -0.75), Patch(89, 58, 0.75)),
        comps=((Patch(4, 84, -0.5), Patch(5, 66, 0.6)), (Patch(5, 84, -0.4), Patch(46, 66, 0.6))),
        arps=(Patch(46, 76, 0.5, 1), Patch(11, 72, -0.5, 1)),
        leads=(Patch(11, 80, 0.3, 1), Patch(0, 72, -0.25, 1), Patch(26, 70, 0.2, 1)),
        bass=(Patch(35, 92), Patch(32, 98)),
        comping=("held", "broken", "late"),
        arping=("falling", "rolling"),
        bass_line=("long", "pulse"),
        groove=("brushes", "heartbeat"),
        kit=40,
        drum_level=80,
        brightness_db=2.5,
        room=1.7,
        room_db=-12.0,
    ),
    "playful": Mood(
        tempo=(108, 134),
        scale=MAJOR,
        progressions=((0, 5, 1, 4), (0, 3, 1, 4), (0, 3, 0, 4)),
        colours=((0, 2, 4), (0, 2, 4, 5)),
        pads=(Patch(71, 34, -0.6), Patch(48, 34, 0.6)),
        comps=((Patch(24, 84, -0.65), Patch(45, 76, 0.65)), (Patch(105, 54, -0.7), Patch(24, 82, 0.6))),
        arps=(Patch(12, 82, 0.5, 1), Patch(45, 84, -0.5, 1)),
        leads=(Patch(13, 72, 0.3, 1), Patch(78, 44, 0.2, 0), Patch(10, 78, -0.3, 1)),
        bass=(Patch(32, 106), Patch(58, 66)),
        comping=("offbeat", "strummed"),
        arping=("answers", "rolling"),
        bass_line=("bounce",),
        groove=("shuffle_shaker", "claps"),
        drum_level=86,
        brightness_db=1.0,
        room=0.8,
    ),
    "energetic": Mood(
        tempo=(118, 142),
        scale=MINOR,
        progressions=((0, 5, 2, 6), (0, 3, 5, 6), (5, 6, 0, 0)),
        colours=((0, 2, 4), (0, 1, 4)),
        pads=(Patch(90, 44, -0.7), Patch(50, 46, 0.7)),
        comps=((Patch(81, 56, -0.75), Patch(90, 62, 0.75)), (Patch(29, 50, -0.8), Patch(81, 52, 0.8))),
        arps=(Patch(80, 46, 0.55, 1), Patch(81, 46, -0.55, 1)),
        leads=(Patch(81, 50, 0.2, 1), Patch(80, 46, -0.2, 1), Patch(62, 56, 0.2, 0)),
        bass=(Patch(38, 96), Patch(39, 90)),
        comping=("pumping", "pushed"),
        arping=("sixteenths", "rolling"),
        bass_line=("driving", "octaves"),
        groove=("four", "breaks"),
        kit=24,
        drum_level=96,
        brightness_db=0.5,
        room=0.8,
        room_db=-17.0,
    ),
}
