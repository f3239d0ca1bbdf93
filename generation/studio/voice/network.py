"""The voice's network as a file (ONNX), changed before it is loaded: other outputs, less of it, quicker steps.

Field numbers are those of onnx.proto: ModelProto.graph 7; GraphProto.node 1, initializer 5, output 12,
value_info 13; NodeProto.input 1, output 2, name 3, op_type 4, attribute 5; TensorProto.name 8.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generation.studio.voice.protobuf import Field, fields, head, integer, message, text

_GRAPH = 7
_NODE, _INITIALIZER, _OUTPUT, _VALUE_INFO = 1, 5, 12, 13
_FLOAT, _INT8, _INT32 = 1, 3, 6
_HALF_RANGE = "half_of_the_range"


@dataclass(frozen=True)
class Node:
    """One step of the network: what it is, the names of what goes in and comes out, and its encoding."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    encoded: bytes | memoryview


@dataclass(frozen=True)
class Network:
    """``around`` and ``graph``: the encoded fields of the model and of its graph that are no nodes."""

    around: tuple[memoryview, ...]
    graph: tuple[Field, ...]
    nodes: tuple[Node, ...]


def read(serialized: bytes) -> Network:
    """Take a serialized model apart; nothing is copied. Raises ValueError or IndexError for a damaged one."""
    whole = list(fields(memoryview(serialized)))
    graph = next((list(fields(field.content)) for field in whole if field.number == _GRAPH), [])
    # What is known about values in between would only have to be kept true.
    kept = tuple(field for field in graph if field.number not in {_NODE, _OUTPUT, _VALUE_INFO})
    return Network(
        tuple(field.whole for field in whole if field.number != _GRAPH),
        kept,
        tuple(_node(field) for field in graph if field.number == _NODE),
    )


def write(network: Network, *, outputs: Sequence[str]) -> bytes:
    """The model with these float outputs, which may be any values within it, and only what they need."""
    nodes = _needed(network.nodes, outputs)
    used = {name for node in nodes for name in node.inputs}
    float_tensor = message(2, message(1, integer(1, _FLOAT)))
    parts: list[bytes | memoryview] = [message(_OUTPUT, text(1, name), float_tensor) for name in outputs]
    for node in nodes:
        parts += [head(_NODE, len(node.encoded)), node.encoded]
    parts += [
        field.whole for field in network.graph if field.number != _INITIALIZER or _named(field, 8) in used
    ]
    return b"".join([*network.around, head(_GRAPH, sum(map(len, parts))), *parts])


def with_signed_sounds(network: Network) -> Network:
    """The same convolutions, with what goes in counted from −128 on instead of from 0.

    The sums are the same to the last bit; but processors multiply unsigned weights with signed values in one
    instruction, and two unsigned bytes in several.
    """
    makers = {node.outputs[0]: node for node in network.nodes if node.kind == "DynamicQuantizeLinear"}
    nodes: list[Node] = []
    done: set[str] = set()
    for node in network.nodes:
        values = node.inputs[0] if node.inputs else ""
        if node.kind != "ConvInteger" or values not in makers:
            nodes.append(node)
            continue
        if values not in done:
            nodes += _signed(makers[values])
            done.add(values)
        nodes.append(_renamed(node, {0: f"{values}_signed", 2: f"{values}_signed_zero"}))
    return replace(network, graph=(*network.graph, _half_range()), nodes=tuple(nodes))


def _signed(maker: Node) -> list[Node]:
    """Round the same values to the same steps, 128 lower: the zero point moves, the scale stays."""
    values, scale, zero = maker.outputs
    wide, low, signed_zero = f"{values}_wide", f"{values}_low", f"{values}_signed_zero"
    return [
        _made("Cast", (zero,), wide, to=_INT32),
        _made("Sub", (wide, _HALF_RANGE), low),
        _made("Cast", (low,), signed_zero, to=_INT8),
        _made("QuantizeLinear", (maker.inputs[0], scale, signed_zero), f"{values}_signed"),
    ]


def _half_range() -> Field:
    """The number 128 as a tensor without dimensions: TensorProto.data_type 2, int32_data 5."""
    encoded = message(_INITIALIZER, integer(2, _INT32), integer(5, 128), text(8, _HALF_RANGE))
    (field,) = fields(memoryview(encoded))
    return field


def _made(kind: str, inputs: Sequence[str], output: str, *, to: int | None = None) -> Node:
    """A node; ``to`` is the type that a Cast turns into (AttributeProto: name 1, i 3, type 20 with INT 2)."""
    attributes = [] if to is None else [message(5, text(1, "to"), integer(3, to), integer(20, 2))]
    encoded = b"".join(
        [*(text(1, name) for name in inputs), text(2, output), text(3, output), text(4, kind), *attributes]
    )
    return Node(kind, tuple(inputs), (output,), encoded)


def _renamed(node: Node, names: dict[int, str]) -> Node:
    """The node with other inputs, by their places."""
    inputs = tuple(names.get(place, name) for place, name in enumerate(node.inputs))
    rest = [bytes(field.whole) for field in fields(memoryview(node.encoded)) if field.number != 1]
    return replace(node, inputs=inputs, encoded=b"".join([*(text(1, name) for name in inputs), *rest]))


def _needed(nodes: Iterable[Node], outputs: Iterable[str]) -> list[Node]:
    """The nodes from which the outputs are worked out, in their order, which is that of their work."""
    wanted, found = set(outputs), []
    for node in reversed(list(nodes)):
        if wanted.intersection(node.outputs):
            wanted.update(node.inputs)
            found.append(node)
    return found[::-1]


def _node(field: Field) -> Node:
    kind, inputs, outputs = "", [], []
    for part in fields(field.content):
        if part.number == 1:
            inputs.append(str(part.content, "utf-8"))
        elif part.number == 2:
            outputs.append(str(part.content, "utf-8"))
        elif part.number == 4:
            kind = str(part.content, "utf-8")
    return Node(kind, tuple(inputs), tuple(outputs), field.content)


def _named(field: Field, number: int) -> str:
    """The name of a message, which is its field of that number."""
    return next(str(part.content, "utf-8") for part in fields(field.content) if part.number == number)
