"""Socket Mode: open sockets, envelopes out, acknowledgements back."""

import asyncio
import itertools
import json
import secrets
from concurrent.futures import Future
from dataclasses import dataclass, field
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.app import APP_ID
from bot.sandbox.line import Lines
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

TIMEOUT = "operation_timeout"
NO_SOCKET = "dispatch_failed"
RETRY_AFTER = (0.0, 0.5, 2.0, 8.0)
"""Real seconds before each attempt; Slack itself waits a minute and five."""
_HANG_UP = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """How an envelope fared: acknowledged after `ms`, with or without a payload, or why not."""

    ms: int | None = None
    payload: Payload | None = None
    problem: str = ""


@dataclass(eq=False, slots=True)
class Connection:
    number: int
    queue: asyncio.Queue[str] = field(default_factory=asyncio.Queue)


@dataclass(slots=True)
class _Pending:
    kind: str
    connection: Connection
    sent: float
    receipt: Future[Receipt] = field(default_factory=Future)


class Hub:
    def __init__(self, state: State, lines: Lines, ack_seconds: float) -> None:
        self._state, self._lines, self.ack_seconds = state, lines, ack_seconds
        self._loop: asyncio.AbstractEventLoop | None = None
        self._open: list[Connection] = []
        self._pending: dict[str, _Pending] = {}
        self._turn = itertools.count()
        self._numbers = itertools.count(1)
        self._someone = asyncio.Event()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._someone = asyncio.Event()

    @property
    def count(self) -> int:
        return len(self._open)

    async def serve(self, socket: WebSocket) -> None:
        """Hold one socket open until either side leaves."""
        with self._state.lock:
            known = socket.query_params.get("ticket", "") in self._state.tickets
            self._state.tickets.discard(socket.query_params.get("ticket", ""))
        if not known:
            await socket.close(code=1008)
            return
        await socket.accept()
        connection = Connection(next(self._numbers))
        self._join(connection)
        writer = asyncio.ensure_future(self._write(socket, connection))
        try:
            while True:
                self._acknowledge(json.loads(await socket.receive_text()))
        except (WebSocketDisconnect, ValueError):
            pass
        finally:
            writer.cancel()
            self._leave(connection)

    def _join(self, connection: Connection) -> None:
        with self._state.lock:
            self._open.append(connection)
            self._state.traffic.note("socket", method="open", connection=connection.number)
            self._tell_connections()
        hello = {
            "type": "hello",
            "num_connections": self.count,
            "debug_info": {
                "host": "local",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": APP_ID},
        }
        connection.queue.put_nowait(json.dumps(hello))
        self._someone.set()

    def _leave(self, connection: Connection) -> None:
        with self._state.lock:
            self._open.remove(connection)
            if not self._open:
                self._someone.clear()
            self._state.traffic.note("socket", method="close", connection=connection.number)
            self._tell_connections()
            lost = [key for key, one in self._pending.items() if one.connection is connection]
        for key in lost:
            self._give_up(key)

    def _tell_connections(self) -> None:
        data = {"bot_connected": self.count > 0, "connections": self.count}
        self._state.stream.tell("connection", data)

    async def _write(self, socket: WebSocket, connection: Connection) -> None:
        while (text := await connection.queue.get()) != _HANG_UP:
            await socket.send_text(text)
        await self._lines.hang_up(socket.scope)

    def _acknowledge(self, said: Payload) -> None:
        pending = self._pending.pop(str(said.get("envelope_id")), None)
        if pending is None:
            return
        ms = round((self._state.times.real() - pending.sent) * 1000)
        payload = said.get("payload")
        with self._state.lock:
            self._state.traffic.note(
                "ack", method=pending.kind, envelope_id=said["envelope_id"], response=payload, ms=ms
            )
        if not pending.receipt.done():
            pending.receipt.set_result(Receipt(ms, payload))

    def ask(self, kind: str, payload: Payload) -> Receipt:
        """Send an interaction and wait for its ack; not to be called on the server's own loop."""
        key, receipt = self._offer(kind, payload, attempt=0)
        try:
            return receipt.result(self.ack_seconds)
        except TimeoutError:
            return self._give_up(key)

    def announce(self, payload: Payload) -> "Future[Receipt]":
        """Send an event, again and again while nobody acknowledges; resolve after the first try."""
        first: Future[Receipt] = Future()
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self._announce(payload, first), self._loop)
        return first

    async def _announce(self, payload: Payload, first: "Future[Receipt]") -> None:
        for attempt, delay in enumerate(RETRY_AFTER):
            await asyncio.sleep(delay)
            if attempt:
                await self._someone.wait()
            receipt = await self._attempt(payload, attempt)
            if not first.done():
                first.set_result(receipt)
            if not receipt.problem:
                break
        with self._state.lock:
            twice = self._state.faults.take_socket("duplicate_event")
        if twice:
            await self._attempt(payload, attempt=1)

    async def _attempt(self, payload: Payload, attempt: int) -> Receipt:
        key, receipt = self._offer("events_api", payload, attempt)
        done, _ = await asyncio.wait([asyncio.wrap_future(receipt)], timeout=self.ack_seconds)
        return done.pop().result() if done else self._give_up(key)

    def _offer(self, kind: str, payload: Payload, attempt: int) -> "tuple[str, Future[Receipt]]":
        key = str(uuid4())
        with self._state.lock:
            if not self._open or self._loop is None:
                nobody: Future[Receipt] = Future()
                nobody.set_result(Receipt(problem=NO_SOCKET))
                return key, nobody
            connection = self._open[next(self._turn) % len(self._open)]
            pending = _Pending(kind, connection, self._state.times.real())
            self._pending[key] = pending
            self._note(kind, key, payload, attempt, connection)
            muted = self._state.faults.take_socket("mute_sockets")
        if not muted:
            text = json.dumps(_envelope(kind, key, payload, attempt))
            self._loop.call_soon_threadsafe(connection.queue.put_nowait, text)
        return key, pending.receipt

    def _note(
        self, kind: str, key: str, payload: Payload, attempt: int, connection: Connection
    ) -> None:
        self._state.traffic.note(
            "envelope",
            method=kind,
            envelope_id=key,
            request=payload,
            retry_attempt=attempt,
            connection=connection.number,
        )

    def _give_up(self, key: str) -> Receipt:
        """Stop waiting for an ack."""
        nothing = Receipt(problem=TIMEOUT)
        pending = self._pending.pop(key, None)
        if pending is None:
            return nothing
        ms = round((self._state.times.real() - pending.sent) * 1000)
        with self._state.lock:
            self._state.traffic.note("unanswered", method=pending.kind, envelope_id=key, ms=ms)
        if not pending.receipt.done():
            pending.receipt.set_result(nothing)
        return nothing

    def drop(self) -> None:
        """Cut every open socket without a word."""
        self._to_all(_HANG_UP)

    def refresh(self) -> None:
        """Ask every socket, as Slack does, to connect anew; then close it."""
        debug = {"host": "local"}
        polite = {"type": "disconnect", "reason": "refresh_requested", "debug_info": debug}
        self._to_all(json.dumps(polite))
        self._to_all(_HANG_UP)

    def _to_all(self, text: str) -> None:
        for connection in tuple(self._open):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(connection.queue.put_nowait, text)


def _envelope(kind: str, key: str, payload: Payload, attempt: int) -> Payload:
    envelope: Payload = {"envelope_id": key, "type": kind, "payload": payload}
    envelope["accepts_response_payload"] = kind != "events_api"
    if kind == "events_api":
        envelope |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
    return envelope


def event_id() -> str:
    return f"Ev0{secrets.token_hex(5).upper()}"
