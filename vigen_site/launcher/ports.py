"""Ports on the loopback address: taken by the launcher itself, and handed to the parts as listening sockets."""

import socket

TRIES = 50
WAITING = 128
"""How many may wait while a part is being started again."""


def listen(wanted: int) -> socket.socket:
    """Listen on ``wanted``, or on the next port that nobody else listens on.

    Looking for a free port and having a part listen there later would leave a
    moment in which another launcher takes it. This leaves none; and whoever
    connects while a part is down waits instead of being refused.
    """
    for port in range(wanted, wanted + TRIES):
        if listener := _listening(port):
            return listener
    return _listening(0) or socket.create_server(("127.0.0.1", 0))


def port_of(listener: socket.socket) -> int:
    """The port on which a socket listens."""
    port: int = listener.getsockname()[1]
    return port


def _listening(port: int) -> socket.socket | None:
    # As servers do: a port that is only waiting out its last connections is free. Two may then be bound to one port,
    # until the first listens: so a port is ours only once both have worked.
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(WAITING)
    except (OSError, OverflowError):
        listener.close()
        return None
    return listener
