"""Free ports on the loopback address."""

import socket

TRIES = 50


def free_port(wanted: int) -> int:
    """``wanted`` if nobody listens there, else the next port that is free."""
    for port in range(wanted, wanted + TRIES):
        if _is_free(port):
            return port
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        chosen: int = probe.getsockname()[1]
        return chosen


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port that is only waiting out its last connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
