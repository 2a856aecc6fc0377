"""The Web API over HTTP, with its faults: one call from request to response."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp

from bot.sandbox.api import answer
from bot.sandbox.arguments import Arguments
from bot.sandbox.errors import SlackError
from bot.sandbox.faults import Fault
from bot.sandbox.line import HalfAnswer, Lines, NoAnswer
from bot.sandbox.respond import respond
from bot.sandbox.shapes import Payload
from bot.sandbox.state import State

_SORRY = "<html><body><h1>{status}</h1><p>Something went wrong.</p></body></html>"
Answer: TypeAlias = tuple[int, Payload | str, dict[str, str]]


@dataclass(slots=True)
class Exchange:
    """One request under way, and how it may go wrong."""

    state: State
    lines: Lines
    request: Request
    method: str
    args: Arguments
    work: Callable[[float], Answer]
    fault: Fault | None = None
    begun: float = 0
    shown: Answer | None = field(default=None)

    async def run(self) -> ASGIApp:
        state = self.state
        self.begun = state.times.real()
        with state.lock:
            state.catch_up()
            self.fault = state.faults.take(self.method, self._channel())
        state.activity.begin()
        try:
            held = await self._go()
        finally:
            self._note()
            state.activity.end()
        return held if held is not None else await self._silence()

    def _channel(self) -> str:
        named = self.args.text("channel") or self.args.text("channel_id")
        person = self.state.people.by_id.get(named)
        return self.state.channels.dm(person).id if person else named

    async def _go(self) -> ASGIApp | None:
        """Return the response; nothing when there is to be none."""
        kind = self.fault.kind if self.fault else ""
        if kind in ("timeout_before", "reset_before", "late"):
            if kind == "late":
                self.state.later(self._seconds(), lambda: self.work(0))
            return None
        if kind == "slow":
            await self.lines.pause(self._seconds())
        instead = self._instead()
        if instead is not None:
            return self._response(instead)
        done = self.work(self._seconds() if kind == "history_lag" else 0)
        if kind in ("timeout_after", "reset_after"):
            return None
        if kind == "truncated":
            self.shown = done
            return HalfAnswer(json.dumps(done[1]).encode(), self.lines)
        return self._response(done)

    def _seconds(self) -> float:
        return self.fault.seconds if self.fault else 0

    def _instead(self) -> Answer | None:
        """Answer something else than the truth, when the fault says so."""
        fault = self.fault
        if fault is None or fault.kind not in _INSTEAD:
            return None
        if fault.extra.get("stored"):
            self.work(0)
        return _INSTEAD[fault.kind](fault)

    def _response(self, done: Answer) -> Response:
        self.shown = done
        status, body, headers = done
        if isinstance(body, str):
            return PlainTextResponse(body, status, headers)
        return JSONResponse(body, status, headers)

    async def _silence(self) -> ASGIApp:
        scope = self.request.scope
        if self.fault and self.fault.kind.startswith("reset"):
            await self.lines.reset(scope)
        else:
            await self.lines.hold(scope, self.request.receive, self._seconds())
        return NoAnswer()

    def _note(self) -> None:
        kind = "response_url" if self.method == "response_url" else "api"
        status, body = self.shown[:2] if self.shown else (None, None)
        facts: Payload = {"method": self.method, "request": self.args.without_token()}
        facts |= {"status": status, "response": body}
        facts["ms"] = round((self.state.times.real() - self.begun) * 1000)
        if self.fault:
            facts["fault"] = self.fault.kind
        with self.state.lock:
            self.state.traffic.note(kind, **facts)


def _too_many(fault: Fault) -> Answer:
    wait = fault.extra.get("retry_after", 1)
    headers = {} if wait is None else {"Retry-After": str(wait)}
    return 429, {"ok": False, "error": "ratelimited"}, headers


def _page(fault: Fault) -> Answer:
    status = 200 if fault.kind == "html" else int(fault.kind)
    return status, _SORRY.format(status=status), {"Content-Type": "text/html"}


_INSTEAD: dict[str, Callable[[Fault], Answer]] = {
    "429": _too_many,
    "500": _page,
    "502": _page,
    "503": _page,
    "html": _page,
    "revoked": lambda _: (200, {"ok": False, "error": "token_revoked"}, {}),
    "error": lambda fault: (
        200,
        {"ok": False, "error": str(fault.extra.get("error", "fatal_error"))},
        {},
    ),
}


async def serve_method(state: State, lines: Lines, request: Request) -> ASGIApp:
    method = request.path_params["method"]
    try:
        args = await _arguments(request)
    except SlackError as refusal:
        return JSONResponse(refusal.body())
    header = request.headers.get("authorization", "")
    token = header.removeprefix("Bearer ").strip() or args.text("token")

    def work(lag: float) -> Answer:
        return answer(state, method, args, token, lag)

    return await Exchange(state, lines, request, method, args, work).run()


async def serve_response_url(state: State, lines: Lines, request: Request) -> ASGIApp:
    token = request.path_params["token"]
    args = Arguments.read("", "application/json", await request.body())

    def work(_lag: float) -> Answer:
        return respond(state, token, args)

    return await Exchange(state, lines, request, "response_url", args, work).run()


async def _arguments(request: Request) -> Arguments:
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        async with request.form() as form:
            return Arguments(dict(form))
    return Arguments.read(request.url.query, kind, await request.body())
