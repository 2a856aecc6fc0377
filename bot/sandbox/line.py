"""The wires under the HTTP server, for faults that cut them."""

import asyncio
import contextlib
import socket
import struct

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Lines:
    """Every open connection, by the address of its other end."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}
        self._released = asyncio.Event()

    def protocol(self) -> type[H11Protocol]:
        """Return uvicorn's HTTP protocol, telling us of each connection."""
        lines = self._open

        class Watched(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn itself narrows it
                super().connection_made(transport)
                if self.client:
                    lines[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client:
                    lines.pop(self.client, None)
                super().connection_lost(exc)

        return Watched

    def release(self) -> None:
        """Let go of what is held now."""
        self._released.set()
        self._released = asyncio.Event()

    def close(self) -> None:
        """Let go of what is held now and hold nothing more."""
        self._released.set()

    def reopen(self) -> None:
        self._released = asyncio.Event()

    async def pause(self, seconds: float) -> None:
        """Let real time pass, unless released."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._released.wait(), seconds)

    async def hold(self, scope: Scope, receive: Receive, seconds: float) -> None:
        """Say nothing until the other end hangs up, the hold is released or time is up; hang up."""
        waiting = [
            asyncio.ensure_future(self._released.wait()),
            asyncio.ensure_future(receive()),
        ]
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for one in waiting:
            one.cancel()
        await self.hang_up(scope)

    async def reset(self, scope: Scope) -> None:
        """Cut the wire so that the other end sees a connection reset."""
        transport = self._open.get(tuple(scope["client"]))
        wire = transport.get_extra_info("socket") if transport else None
        if wire is not None:
            with contextlib.suppress(OSError):
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        await self.hang_up(scope)

    async def hang_up(self, scope: Scope) -> None:
        transport = self._open.pop(tuple(scope["client"]), None)
        if transport is not None:
            transport.abort()
        await asyncio.sleep(0.01)

    async def finish(self, scope: Scope) -> None:
        """Hang up after what was written has gone out."""
        transport = self._open.pop(tuple(scope["client"]), None)
        if transport is not None:
            transport.close()
        await asyncio.sleep(0.01)


class NoAnswer:
    """A response that is not there: the line is already cut."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send nothing."""


class HalfAnswer:
    """A response that promises more than it sends."""

    def __init__(self, body: bytes, lines: Lines) -> None:
        self._body, self._lines = body, lines

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        length = str(len(self._body)).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = self._body[: len(self._body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        await self._lines.finish(scope)
