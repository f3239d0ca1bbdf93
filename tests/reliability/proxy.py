"""A proxy before the database that throttles, resets, and swallows answers, each by chance.

Of a share of all calls, a third is answered with a throttle, a third is reset
before the database hears of it, and a third is carried out and reset before
its answer is given: the client cannot tell the last two apart.
"""

import functools
import http.client
import random
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

THROTTLE = (
    b'{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",'
    b'"message":"Too fast."}'
)


class FaultProxy:
    """Listens on a port of its own; ``share`` of all calls goes wrong, also while it runs."""

    def __init__(self, target_port: int, *, share: float, seed: int):
        self.share = share
        self.dealt = {"throttled": 0, "reset": 0, "answer_lost": 0, "passed": 0}
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), functools.partial(_Handler, self, target_port))
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _choose(self) -> str:
        with self._lock:
            fails = self._random.random() < self.share
            kind = self._random.choice(("throttled", "reset", "answer_lost")) if fails else "passed"
            self.dealt[kind] += 1
            return kind

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, proxy: FaultProxy, target_port: int, *arguments: Any):
        self._proxy, self._target_port = proxy, target_port
        super().__init__(*arguments)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        kind = self._proxy._choose()
        if kind == "throttled":
            self._answer(400, THROTTLE)
        elif kind == "reset":
            self._reset()
        else:
            status, answer = _forward(self._target_port, self.headers, body)
            if kind == "answer_lost":
                self._reset()
            else:
                self._answer(status, answer)

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/x-amz-json-1.0")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _reset(self) -> None:
        # An empty linger makes the kernel send a reset instead of an orderly end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def log_message(self, *args: Any) -> None:
        del args


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: Any) -> None:
        del args


def _forward(port: int, headers: Any, body: bytes) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        sent = {name: value for name, value in headers.items() if name.lower() != "host"}
        connection.request("POST", "/", body, {**sent, "Host": f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
