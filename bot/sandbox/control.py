"""The control API over HTTP: `/_control/…`."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.acts import ACTS
from bot.sandbox.changing import change
from bot.sandbox.desk import Desk
from bot.sandbox.errors import Refused
from bot.sandbox.faults import AT_ONCE
from bot.sandbox.line import Lines
from bot.sandbox.seeing import LOOKS, faults
from bot.sandbox.shapes import Payload
from bot.sandbox.stream import Happening, Stream
from bot.sandbox.winding import wind

_BEAT_SECONDS = 15
_DOES = {**ACTS, "change": change, "clock": wind}


def routes(desk: Desk, lines: Lines, closing: asyncio.Event) -> list[Route]:
    """List the control API's addresses."""
    looks = [Route(f"/{name}", _look(desk, name), methods=["GET"]) for name in LOOKS]
    does = [Route(f"/{name}", _do(desk, name), methods=["POST"]) for name in _DOES]
    return [
        *looks,
        *does,
        Route("/faults", _arm(desk), methods=["POST"]),
        Route("/faults", _disarm(desk, lines), methods=["DELETE"]),
        Route("/stream", _stream(desk, closing), methods=["GET"]),
    ]


Endpoint = Callable[[Request], Awaitable[Response]]


def _look(desk: Desk, name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        def work() -> Payload:
            with desk.state.lock:
                return LOOKS[name](desk, dict(request.query_params))

        return await _answered(work)

    return endpoint


def _do(desk: Desk, name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
        except Refused as refusal:
            return _refused(refusal)
        return await _answered(lambda: _DOES[name](desk, body))

    return endpoint


async def _body(request: Request) -> Payload:
    try:
        body = json.loads(await request.body() or b"{}")
    except ValueError:
        raise Refused("The body is not JSON.") from None
    if not isinstance(body, dict):
        raise Refused("The body is not a JSON object.")
    return body


async def _answered(work: Callable[[], Payload]) -> Response:
    try:
        return JSONResponse(await run_in_threadpool(work))
    except Refused as refusal:
        return _refused(refusal)


def _refused(refusal: Refused) -> Response:
    return JSONResponse({"error": refusal.sentence}, refusal.status)


def _arm(desk: Desk) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            asked = await _body(request)
            with desk.state.lock:
                if asked.get("channel"):
                    asked["channel"] = desk.state.conversation(str(asked["channel"])).id
                fault = desk.state.faults.arm(asked)
        except Refused as refusal:
            return _refused(refusal)
        if fault.kind in AT_ONCE:
            {"drop_sockets": desk.hub.drop, "refresh_sockets": desk.hub.refresh}[fault.kind]()
        _tell(desk)
        return JSONResponse({"fault": fault.json()})

    return endpoint


def _disarm(desk: Desk, lines: Lines) -> Endpoint:
    async def endpoint(_request: Request) -> Response:
        with desk.state.lock:
            desk.state.faults.clear()
        lines.release()
        _tell(desk)
        return JSONResponse(faults(desk, {}))

    return endpoint


def _tell(desk: Desk) -> None:
    with desk.state.lock:
        desk.state.stream.tell("faults", faults(desk, {}))


def _stream(desk: Desk, closing: asyncio.Event) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            named = request.query_params.get("user")
            user = desk.state.people.find(named).id if named else ""
        except Refused as refusal:
            return _refused(refusal)
        return StreamingResponse(
            events(desk.state.stream, user, closing), media_type="text/event-stream"
        )

    return endpoint


async def events(stream: Stream, user: str, closing: asyncio.Event) -> AsyncIterator[str]:
    """Yield Server-Sent Events until the reader leaves or the workspace stops."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Happening] = asyncio.Queue()

    def hear(happening: Happening) -> None:
        if happening.seen_by(user):
            loop.call_soon_threadsafe(queue.put_nowait, happening)

    with stream.watched_by(hear):
        yield 'data: {"type": "hello"}\n\n'
        while not closing.is_set():
            happening = await _next(queue, closing)
            if happening is not None:
                told = json.dumps({"type": happening.type, **happening.data})
                yield f"id: {happening.number}\ndata: {told}\n\n"
            else:
                yield ": still here\n\n"


async def _next(queue: asyncio.Queue[Happening], closing: asyncio.Event) -> Happening | None:
    """Return the next happening, or nothing after a beat or once the workspace stops."""
    getting = asyncio.ensure_future(queue.get())
    stopping = asyncio.ensure_future(closing.wait())
    try:
        await asyncio.wait(
            [getting, stopping], timeout=_BEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        return getting.result() if getting.done() else None
    finally:
        # A reader who leaves cancels the wait, not what it waits for.
        getting.cancel()
        stopping.cancel()
