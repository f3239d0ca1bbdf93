"""A SoundFont with the instruments of one piece only.

Unpacking all 189 instruments of a font takes more than a second and 300 MB; a piece plays ten of them.

The layout is that of the SoundFont technical specification 2.04, section 7: chunks of fixed records, each list
of which ends with a closing record. A preset's zones ("bags") point to instruments by their last generator, an
instrument's zones to samples. In SF3 a sample's start and end are the bytes of an Ogg stream.
"""

import struct
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

_NAME = ("name", "S20")
_BAG = np.dtype([("generator", "<u2"), ("modulator", "<u2")])
_GENERATOR = np.dtype([("kind", "<u2"), ("amount", "<u2")])
_MODULATOR = np.dtype("V10")
_RECORDS: dict[str, np.dtype[np.void]] = {
    "phdr": np.dtype([_NAME, ("number", "<u2"), ("bank", "<u2"), ("bag", "<u2"), ("rest", "V12")]),
    "pbag": _BAG,
    "pmod": _MODULATOR,
    "pgen": _GENERATOR,
    "inst": np.dtype([_NAME, ("bag", "<u2")]),
    "ibag": _BAG,
    "imod": _MODULATOR,
    "igen": _GENERATOR,
    "shdr": np.dtype([_NAME, ("start", "<u4"), ("end", "<u4"), ("loop", "V8"), ("rest", "V10")]),
}
_INSTRUMENT, _SAMPLE = 41, 53

_Records = npt.NDArray[np.void]
_Tables = dict[str, _Records]


@dataclass(frozen=True)
class _Zones:
    """The names of the tables of presets, or of instruments, and the generator that says what they point to."""

    heads: str
    bags: str
    generators: str
    modulators: str
    points: int


_PRESETS = _Zones("phdr", "pbag", "pgen", "pmod", _INSTRUMENT)
_INSTRUMENTS = _Zones("inst", "ibag", "igen", "imod", _SAMPLE)


def with_presets(font: bytes, wanted: Collection[tuple[int, int]]) -> bytes:
    """The same font with only these presets: (bank, number), drums are in bank 128. One that it has not is left out.

    Raises ValueError, KeyError or IndexError for what is no SoundFont.
    """
    lists = dict(_chunks(font, 12))
    samples = dict(_chunks(lists["sdta"], 0))["smpl"]
    tables = {
        name: np.frombuffer(content, _RECORDS[name])
        for name, content in _chunks(lists["pdta"], 0)
        if name in _RECORDS
    }
    presets = [
        at
        for at, head in enumerate(tables["phdr"][:-1])
        if (int(head["bank"]), int(head["number"])) in wanted
    ]
    instruments = _pointed_at(tables, _PRESETS, presets)
    sounds = _with_next(_pointed_at(tables, _INSTRUMENTS, instruments), count=len(tables["shdr"]) - 1)
    _shrink(tables, _PRESETS, presets, instruments)
    _shrink(tables, _INSTRUMENTS, instruments, sounds)
    kept = _samples(tables, samples, sounds)
    records = b"".join(_chunk(name, tables[name].tobytes()) for name in _RECORDS)
    body = _chunk("LIST", b"sdta" + _chunk("smpl", kept)) + _chunk("LIST", b"pdta" + records)
    return _chunk("RIFF", b"sfbk" + _chunk("LIST", b"INFO" + lists["INFO"]) + body)


def _pointed_at(tables: _Tables, zones: _Zones, keep: Sequence[int]) -> list[int]:
    """What these entries point to, in the order of the font."""
    heads, bags, generators = tables[zones.heads], tables[zones.bags], tables[zones.generators]
    found: set[int] = set()
    for at in keep:
        first, last = (bags["generator"][heads["bag"][place]] for place in (at, at + 1))
        here = generators[first:last]
        found.update(here["amount"][here["kind"] == zones.points].tolist())
    return sorted(found)


def _with_next(sounds: Sequence[int], *, count: int) -> list[int]:
    """With the sample behind each: the last step of one that ends is drawn towards the first value of the next.

    Another one there would be heard as a click.
    """
    return sorted({*sounds, *(min(at + 1, count - 1) for at in sounds)})


def _shrink(tables: _Tables, zones: _Zones, keep: Sequence[int], points: Sequence[int]) -> None:
    """Keep only these entries of presets or instruments; what they point to is counted anew, from 0."""
    heads, bags = tables[zones.heads], tables[zones.bags]
    generators, modulators = tables[zones.generators].copy(), tables[zones.modulators]
    is_pointer = generators["kind"] == zones.points
    generators["amount"][is_pointer] = np.searchsorted(points, generators["amount"][is_pointer])
    ranges = [range(int(heads["bag"][at]), int(heads["bag"][at + 1])) for at in keep]
    kept_bags = [bag for each in ranges for bag in each]
    kept_heads = heads[[*keep, -1]].copy()
    kept_heads["bag"] = _ends([len(each) for each in ranges])
    new_bags = np.zeros(len(kept_bags) + 1, _BAG)
    for column, name, records in (
        ("generator", zones.generators, generators),
        ("modulator", zones.modulators, modulators),
    ):
        spans = [range(int(bags[column][bag]), int(bags[column][bag + 1])) for bag in kept_bags]
        new_bags[column] = _ends([len(span) for span in spans])
        tables[name] = records[[*(place for span in spans for place in span), -1]]
    tables[zones.heads], tables[zones.bags] = kept_heads, new_bags


def _ends(lengths: Sequence[int]) -> list[int]:
    """Where each of several lists begins that stand one behind the other, and where the last ends."""
    return [0, *accumulate(lengths)]


def _samples(tables: _Tables, samples: memoryview, keep: Sequence[int]) -> bytes:
    """Keep only these samples; what they are made of, one behind the other."""
    heads = tables["shdr"][[*keep, -1]].copy()
    parts: list[memoryview] = []
    place = 0
    for head in heads[:-1]:
        parts.append(samples[head["start"] : head["end"]])
        head["start"], head["end"] = place, place + len(parts[-1])
        place += len(parts[-1])
    tables["shdr"] = heads
    # TinySoundFont does not step over the byte that fills up an odd chunk: it has to be part of it.
    return b"".join([*parts, b"\0" * (place % 2)])


def _chunks(data: bytes | memoryview, place: int) -> list[tuple[str, memoryview]]:
    """The chunks from there on: their names and contents; of a list its own name, and what is in it."""
    view = memoryview(data)
    found = []
    while place + 8 <= len(view):
        name, size = struct.unpack_from("<4sI", view, place)
        content = view[place + 8 : place + 8 + size]
        if name == b"LIST":
            name, content = bytes(content[:4]), content[4:]
        found.append((name.decode("ascii"), content))
        # Chunks begin at even places.
        place += 8 + size + size % 2
    return found


def _chunk(name: str, content: bytes) -> bytes:
    """A chunk; ``content`` has an even number of bytes."""
    return struct.pack("<4sI", name.encode("ascii"), len(content)) + content
