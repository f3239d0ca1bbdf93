"""A vendor on this machine: answers what it is told to, and remembers what it was asked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


@dataclass
class Vendor:
    """``replies`` are given in order, the last one for ever."""

    url: str
    replies: list[Reply]
    asked: list[dict[str, Any]]

    @property
    def bodies(self) -> list[Any]:
        return [request["body"] for request in self.asked]


@contextmanager
def vendor(*replies: Reply) -> Iterator[Vendor]:
    gone = threading.Event()
    state = Vendor("", list(replies), [])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append({"path": self.path, "body": json.loads(body), "headers": dict(self.headers)})
            reply = state.replies.pop(0) if len(state.replies) > 1 else state.replies[0]
            gone.wait(reply.delay)
            try:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
            except BrokenPipeError:
                pass

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        gone.set()
        server.shutdown()
        server.server_close()
        thread.join()
