"""The local workspace in a process of its own, for the crash run: it outlives every sender."""

import json
import sys

from bot.sandbox import Seed, SeedPerson, Workspace
from tests.delivery.crash_clock import shared_clock

TEAM = "T0LOCAL"


def main() -> None:
    asked = json.loads(sys.argv[1])
    clock = shared_clock(asked["begun_at"], asked["speed"])
    people = tuple(SeedPerson(f"p{n}", f"P{n}") for n in range(asked["readers"]))
    seed = Seed(people=people, channels=(), team_id=TEAM)
    workspace = Workspace(seed, now=clock.now, elapsed=clock.elapsed)
    workspace.start()
    where = {
        "api_url": workspace.api_url,
        "page_url": workspace.page_url,
        "token": workspace.bot_token,
    }
    sys.stdout.write(json.dumps(where) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    workspace.stop()


if __name__ == "__main__":
    main()
