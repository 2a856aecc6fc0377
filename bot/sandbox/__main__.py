"""The workspace as a program of its own, on real time: `python -m bot.sandbox --seed FILE.json`."""

import argparse
import json
import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox import PortInUse, Seed, Strictness, Workspace


def main() -> int:
    asked = _arguments()
    seed = Seed.from_json(json.loads(asked.seed.read_text(encoding="utf-8")))
    manifest = json.loads(asked.manifest.read_text(encoding="utf-8")) if asked.manifest else None
    workspace = Workspace(
        seed,
        now=lambda: datetime.now(UTC),
        elapsed=time.monotonic,
        manifest=manifest,
        strictness=Strictness(rate_limits=not asked.no_rate_limits),
    )
    try:
        port = workspace.start(asked.port)
    except PortInUse as error:
        sys.stderr.write(f"{error}\n")
        return 1
    told = {"port": port, "api_url": workspace.api_url, "page_url": workspace.page_url}
    told |= {"bot_token": workspace.bot_token, "app_token": workspace.app_token}
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()
    _wait_for_the_end()
    workspace.stop()
    return 0


def _wait_for_the_end() -> None:
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    ended.wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seed", type=Path, required=True)
    parser.add_argument("--manifest", type=Path)
    parser.add_argument("--no-rate-limits", action="store_true", help="for crash runs in a hurry")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
