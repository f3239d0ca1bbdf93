"""DynamoDB's protocol over HTTP on this machine's loopback address.

``python -m vigen_site.embedded.server --port 8700 --data var/database``

It asks for no credentials and is no security boundary: it listens on
127.0.0.1 only, knows no operation but the ones that the product uses, and
answers no browser (a page of another origin cannot set ``X-Amz-Target``
without a preflight, and a preflight gets no answer here). Whoever asks for a
database by name (``http://127.0.0.1:8700/NAME``) is answered by that one only.
"""

import argparse
import asyncio
import contextlib
import fcntl
import logging
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import uvicorn

from vigen_site.embedded.address import WRONG_DATABASE, give_name
from vigen_site.embedded.journal import JournalDamaged
from vigen_site.embedded.store import CHANGES, READS, Store

logger = logging.getLogger("vigen.database")

TARGET = b"DynamoDB_20120810."
LARGEST_REQUEST = 16 * 2**20  # DynamoDB's own limit for a batch.
SECONDS_BETWEEN_FLUSHES = 1.0

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Database:
    """An ASGI application around one store."""

    def __init__(self, store: Store, *, name: str):
        self.store = store
        self._paths = {"", "/", f"/{name}", f"/{name}/"}
        self._flusher: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            status, headers, body = await self._answer(scope, receive)
            await _respond(send, status, headers, body)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._flusher = asyncio.create_task(self._flush_for_ever())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._flusher.cancel()
        self.store.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _flush_for_ever(self) -> None:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_FLUSHES)
            try:
                # In a thread: a slow disk may take long, and no request waits for it.
                await asyncio.to_thread(self.store.flush_to_disk)
            except OSError as error:
                logger.error("The journal could not be flushed to disk; it is tried again: %s", error)
            self.store.tend()

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, dict[str, str], bytes]:
        headers = dict(scope["headers"])
        if not _is_local(headers.get(b"host", b"")):
            return _refusal(403, "AccessDeniedException", "This database answers on this machine only.")
        if scope["path"] not in self._paths:
            return _refusal(400, WRONG_DATABASE, "This is the database of another folder.")
        operation = headers.get(b"x-amz-target", b"").removeprefix(TARGET).decode("ascii", "replace")
        if operation not in CHANGES | READS:
            return _refusal(400, "UnknownOperationException", f"No operation called {operation!r} here.")
        body = await _body(receive)
        if len(body) > LARGEST_REQUEST:
            return _refusal(413, "ValidationException", "The request is larger than 16 MB.")
        try:
            return self.store.answer(operation, body)
        except OSError as error:
            logger.error("A change could not be put on file, so it was not made: %s", error)
            return _refusal(500, "InternalServerError", "The database cannot write to its disk.")


def _is_local(host: bytes) -> bool:
    return host.rpartition(b":")[0] in {b"127.0.0.1", b"localhost"}


def _refusal(status: int, code: str, message: str) -> tuple[int, dict[str, str], bytes]:
    body = f'{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"{message}"}}'
    return status, {"content-type": "application/x-amz-json-1.0"}, body.encode()


async def _body(receive: Receive) -> bytes:
    parts = bytearray()
    while len(parts) <= LARGEST_REQUEST:
        message = await receive()
        parts += message.get("body", b"")
        if not message.get("more_body"):
            break
    return bytes(parts)


async def _respond(send: Send, status: int, headers: dict[str, str], body: bytes) -> None:
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    pairs = [pair for pair in pairs if pair[0] != b"content-length"]
    pairs.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})


@contextlib.contextmanager
def sole_owner(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; a second database over the same files would ruin both."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"Another Vigen database is already running over {folder}. Stop it first.")
        yield


def main() -> None:
    """Serve until SIGTERM or Ctrl-C."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("dynamodb").setLevel(logging.WARNING)
    with sole_owner(options.data):
        try:
            store = Store(options.data)
        except JournalDamaged as error:
            sys.exit(str(error))
        # uvicorn ends well on a signal and then raises it again for whoever listened before: nobody.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        logger.info("Replayed %s changes; generation %s.", store.replayed, store.generation)
        _serve(Database(store, name=give_name(options.data)), options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Vigen's embedded database (DynamoDB's protocol).")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", type=int, help="port on 127.0.0.1")
    where.add_argument("--socket", type=int, help="number of an open file: a socket that listens already")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the records")
    return parser.parse_args()


def _serve(database: Database, options: argparse.Namespace) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            database, host="127.0.0.1", port=options.port or 0, log_level="warning", access_log=False
        )
    )
    server.run(sockets=None if options.socket is None else [socket.socket(fileno=options.socket)])
    if not server.started:
        sys.exit("The database could not listen. Is its port taken?")


if __name__ == "__main__":
    main()
