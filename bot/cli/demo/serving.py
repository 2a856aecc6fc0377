"""Serving the local workspace and the bot in one process, on one clock."""

import json
import logging
import os
import signal
import sys
import tempfile
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from urllib.request import Request, urlopen

from bot.app import Program
from bot.cli.demo.cast import OPENING_WORDS, PEOPLE, SEED
from bot.cli.demo.story import Story, begins_at, opens_at
from bot.cli.failures import USAGE, Failure
from bot.cli.logs import write_logs
from bot.cli.manifests import read_manifest
from bot.clock import Clock, WoundClock
from bot.intake.slack_directory import read_channels
from bot.sandbox import PortInUse, Workspace
from models.database import Database

ADMIN = next(person.email for person in PEOPLE if person.admin)
MISLEADING = ("SLACK_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy")


def serve(port: int, *, browser: bool, speed: float) -> None:
    """Serve until interrupted; everything is forgotten then."""
    write_logs("WARNING")
    # The wound clock calls the same wake-up faster than it ends; the wound clock itself waits.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    forget_environment()
    with tempfile.TemporaryDirectory(prefix="sla-demo-") as folder:
        demo = Demo(Path(folder), speed=speed)
        try:
            demo.start(port)
        except PortInUse:
            raise Failure(
                f"Port {port} is in use; try: sla demo --port {port + 1}", code=USAGE
            ) from None
        sys.stdout.write(f"{SEED.team_name} is open at {demo.workspace.page_url}\n")
        sys.stdout.write("Ctrl+C closes it; nothing is kept.\n")
        sys.stdout.flush()
        if browser:
            webbrowser.open(demo.workspace.page_url)
        _wait_for_signal()
        demo.stop()


def forget_environment() -> None:
    """Slack's variables would switch Bolt to OAuth, a proxy would refuse the local socket."""
    for name in [name for name in os.environ if name.startswith(MISLEADING)]:
        del os.environ[name]


class Demo:
    """The workspace, the bot, and the clock both go by."""

    def __init__(self, folder: Path, *, speed: float = 1.0) -> None:
        today = Clock().now().astimezone(UTC).date()
        self.clock = WoundClock(begins_at(today), speed=0)
        self._opens, self._speed = opens_at(today), speed
        self.database = Database(f"sqlite:///{folder / 'demo.db'}", durable=False)
        self.program: Program | None = None
        self.workspace = Workspace(
            SEED,
            now=self.clock.now,
            elapsed=self.clock.elapsed,
            wind=self._wind,
            settle=self._settle,
            due_next=self._due_next,
            manifest=read_manifest(),
        )

    def start(self, port: int = 0) -> int:
        """Open the workspace, live through its story, and let the clock run."""
        opened = self.workspace.start(port)
        self.database.migrate()
        self.program = Program(
            self.database,
            self.clock,
            bot_token=self.workspace.bot_token,
            app_token=self.workspace.app_token,
            api_url=self.workspace.api_url,
            admins=(ADMIN,),
        )
        self.program.start()
        Story(self.program, read_channels(self.program.client)).tell(self._opens)
        for (handle, channel), words in OPENING_WORDS.items():
            self._says(handle, channel, words)
        self.clock.run(self._speed)
        return opened

    def stop(self) -> None:
        if self.program is not None:
            self.program.stop()
        self.workspace.stop()
        self.database.close()

    def _says(self, handle: str, channel: str, words: str) -> None:
        said = json.dumps({"user": handle, "channel": channel, "text": words}).encode()
        headers = {"Content-Type": "application/json"}
        address = f"{self.workspace.page_url}_control/say"
        urlopen(Request(address, said, headers), timeout=10).close()  # noqa: S310  our own port

    def _wind(self, to: datetime) -> None:
        if self.program is not None:
            self.program.drain(to)

    def _settle(self) -> None:
        if self.program is not None:
            self.program.settle()

    def _due_next(self) -> datetime | None:
        return None if self.program is None else self.program.next_due()


def _wait_for_signal() -> None:
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    stop.wait()
