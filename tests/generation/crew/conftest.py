"""Briefs to write from, and a model server to be refused by: an OpenAI-compatible stub on 127.0.0.1."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from sample_briefs import briefs

from generation.crew.brief import Brief


@pytest.fixture
def brief_of() -> Callable[[str], Brief]:
    """A sample brief by the beginning of its name."""

    def find(name: str) -> Brief:
        return next(one for one in briefs() + briefs("messy_briefs.json") if one.name.startswith(name))

    return find


@dataclass(frozen=True)
class Reaction:
    """What the stub does with one request. ``content`` is the text of the answer."""

    status: int = 200
    content: str | None = ""
    refusal: str | None = None
    finish: str = "stop"
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


class ModelServer:
    """Answers request after request with the reactions it was given; the last one again and again."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.reactions: list[Reaction] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def will(self, *reactions: Reaction) -> None:
        self.reactions = list(reactions)

    def next(self) -> Reaction:
        return self.reactions.pop(0) if len(self.reactions) > 1 else self.reactions[0]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.requests.append(json.loads(body))
            reaction = server.next()
            time.sleep(reaction.delay)
            answer = json.dumps(_body(reaction)).encode()
            try:
                self.send_response(reaction.status)
                for name, value in {"Content-Type": "application/json", **reaction.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client has given up waiting

        def log_message(self, *_: object) -> None:
            """Silent."""

    return Handler


def _body(reaction: Reaction) -> dict[str, Any]:
    if reaction.status >= 400:
        return {"error": {"message": "as the test wants it", "type": "error", "code": None}}
    message = {"role": "assistant", "content": reaction.content, "refusal": reaction.refusal}
    return {
        "id": "stub-1",
        "object": "chat.completion",
        "created": 1,
        "model": "stub",
        "choices": [{"index": 0, "message": message, "finish_reason": reaction.finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }


@pytest.fixture
def server() -> Iterator[ModelServer]:
    running = ModelServer()
    yield running
    running.close()


@pytest.fixture
def react() -> type[Reaction]:
    return Reaction
