"""The workspace as a whole: one HTTP server on loopback, in a thread of its own."""

import asyncio
import errno
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.app import installed
from bot.sandbox.control import routes
from bot.sandbox.desk import Desk, Hooks
from bot.sandbox.errors import PortInUse
from bot.sandbox.guard import Guard
from bot.sandbox.hub import Hub
from bot.sandbox.line import Lines
from bot.sandbox.seed import Seed
from bot.sandbox.state import State
from bot.sandbox.times import Times
from bot.sandbox.web import serve_method, serve_response_url

PAGE = Path(__file__).parent / "page"
QUIET_ALONE = 0.15
QUIET_SETTLED = 0.01
"""Real seconds without a call after which the bot counts as idle; less when it can be asked."""


@dataclass(frozen=True, slots=True)
class Strictness:
    """Where tests may want the workspace to differ from Slack."""

    ack_seconds: float = 3.0
    rate_limits: bool = True


SLACKS = Strictness()


class Workspace:
    """A local Slack workspace; see `docs/sandbox.md`."""

    def __init__(
        self,
        seed: Seed,
        *,
        now: Callable[[], datetime],
        elapsed: Callable[[], float] | None = None,
        wind: Callable[[datetime], None] | None = None,
        settle: Callable[[], None] | None = None,
        due_next: Callable[[], datetime | None] | None = None,
        manifest: Mapping[str, object] | None = None,
        strictness: Strictness = SLACKS,
    ) -> None:
        self.state = State(seed, Times(now, elapsed), installed(seed, manifest))
        self.state.limits.on = strictness.rate_limits
        self._lines = Lines()
        self._hub = Hub(self.state, self._lines, strictness.ack_seconds)
        quiet = QUIET_SETTLED if settle else QUIET_ALONE
        self._desk = Desk(self.state, self._hub, Hooks(wind, settle, due_next), quiet)
        self._closing = asyncio.Event()
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def bot_token(self) -> str:
        return self.state.bot_token

    @property
    def app_token(self) -> str:
        return self.state.app_token

    @property
    def api_url(self) -> str:
        return f"{self.state.base}/api/"

    @property
    def page_url(self) -> str:
        return f"{self.state.base}/"

    def start(self, port: int = 0) -> int:
        """Serve on loopback and return the port; raise `PortInUse` when it is taken."""
        wire = _listen(port)
        self._closing = asyncio.Event()
        self._lines.reopen()
        bound: int = wire.getsockname()[1]
        self.state.base = f"http://127.0.0.1:{bound}"
        server = _Server(self._config(bound), self._hub)
        self._server = server
        self._thread = threading.Thread(
            target=lambda: asyncio.run(server.serve(sockets=[wire])),
            name="sandbox",
            daemon=True,
        )
        self._thread.start()
        server.ready.wait()
        return bound

    def _config(self, port: int) -> uvicorn.Config:
        return uvicorn.Config(
            Guard(self._app(), port),
            http=self._lines.protocol(),
            ws="websockets-sansio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )

    def _app(self) -> Starlette:
        served: list[BaseRoute] = [
            Route("/api/{method}", self._method, methods=["GET", "POST"]),
            Route("/response/{kind}/{team}/{token}", self._response_url, methods=["POST"]),
            Route("/files/{file}", self._file, methods=["GET", "POST"]),
            WebSocketRoute("/link/", self._hub.serve),
            Mount("/_control", routes=routes(self._desk, self._lines, self._closing)),
        ]
        if PAGE.is_dir():
            served.append(Mount("/", StaticFiles(directory=PAGE, html=True)))
        return Starlette(routes=served)

    async def _method(self, request: Request) -> Response:
        return _Late(await serve_method(self.state, self._lines, request))

    async def _response_url(self, request: Request) -> Response:
        return _Late(await serve_response_url(self.state, self._lines, request))

    async def _file(self, request: Request) -> Response:
        file = self.state.files.by_id.get(request.path_params["file"])
        if file is None:
            return PlainTextResponse("no such file", 404)
        if request.method == "POST":
            file.data = await request.body()
            return PlainTextResponse(f"OK - {len(file.data)}")
        headers = {"Content-Disposition": f'attachment; filename="{file.id}"'}
        return Response(file.data or b"", media_type=file.mimetype, headers=headers)

    def stop(self) -> None:
        """Hang up on everybody and return when the port is free."""
        if self._server is None or self._thread is None:
            return
        self._server.leave(self._closing, self._lines)
        self._thread.join()
        self._desk.close()
        self._server = self._thread = None


def _listen(port: int) -> socket.socket:
    # Without the protocol's number asyncio leaves Nagle's delay on: 40 ms for every answer.
    wire = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        wire.bind(("127.0.0.1", port))
    except OSError as error:
        wire.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(port) from None
        raise
    return wire


class _Late(Response):
    """Any ASGI answer, where Starlette wants one of its own."""

    def __init__(self, answer: ASGIApp) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(scope, receive, send)


class _Server(uvicorn.Server):
    """uvicorn, telling when it serves and leaving when asked."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._hub = hub
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._hub.start(self._loop)
        await super().startup(sockets)
        self.ready.set()

    def leave(self, closing: asyncio.Event, lines: Lines) -> None:
        def go() -> None:
            closing.set()
            lines.close()
            self._hub.drop()
            self.should_exit = True

        if self._loop is not None:
            self._loop.call_soon_threadsafe(go)
