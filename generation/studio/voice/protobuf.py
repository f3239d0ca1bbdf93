"""Just enough of protobuf's encoding to change a serialized network (protobuf.dev, "Encoding")."""

from collections.abc import Iterator
from dataclasses import dataclass

_VARINT, _EIGHT_BYTES, _LENGTH, _FOUR_BYTES = 0, 1, 2, 5
_FIXED = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}


@dataclass(frozen=True)
class Field:
    """A field of a message: its number, what it holds, and the bytes of all of it, key included.

    Of a number that is no message, text or bytes, ``content`` is its encoding.
    """

    number: int
    content: memoryview
    whole: memoryview


def fields(message: memoryview) -> Iterator[Field]:
    """The fields of a message in their order. Raises ValueError or IndexError for what is none."""
    place = 0
    while place < len(message):
        begin = place
        key, place = _read(message, place)
        wire = key & 7
        if wire == _VARINT:
            _, end = _read(message, place)
        elif wire == _LENGTH:
            size, place = _read(message, place)
            end = place + size
        elif wire in _FIXED:
            end = place + _FIXED[wire]
        else:
            raise ValueError(f"Wire type {wire} is not known.")
        yield Field(key >> 3, message[place:end], message[begin:end])
        place = end


def text(number: int, value: str) -> bytes:
    """A field that holds text."""
    return head(number, len(value.encode())) + value.encode()


def message(number: int, *parts: bytes) -> bytes:
    """A field that holds a message of these fields."""
    content = b"".join(parts)
    return head(number, len(content)) + content


def integer(number: int, value: int) -> bytes:
    """A field that holds a number from 0 on."""
    return _varint(number << 3 | _VARINT) + _varint(value)


def head(number: int, size: int) -> bytes:
    """What stands before the ``size`` bytes of a message or text."""
    return _varint(number << 3 | _LENGTH) + _varint(size)


def _read(data: memoryview, place: int) -> tuple[int, int]:
    """A number, and where it ends."""
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
