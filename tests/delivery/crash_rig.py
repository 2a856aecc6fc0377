"""The crash run: a sender killed over and over, a Slack that fails, and a checker that counts."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Timer
from typing import Any

import httpx
from sqlmodel import select

from bot.clock import Clock
from bot.delivery.posting import BLOCK_PREFIX
from bot.notices.digests import AdminNote
from bot.usecases.outbox import Post, enqueue_many
from models import Outbox, Person, Workspace
from models.database import Database
from tests.delivery.crash_clock import START
from tests.delivery.crash_workspace import TEAM

STEPS = (
    "before commit",
    "after commit",
    "before conversations.open",
    "after conversations.open",
    "before chat.postMessage",
    "after chat.postMessage",
    "before conversations.history",
    "after conversations.history",
)
"""The protocol's steps as a process passes them: claim, mark, recovery and look are commits."""

FAULTS: tuple[tuple[int, dict[str, Any]], ...] = (
    (3, {"kind": "429", "retry_after": 2}),
    (2, {"kind": "500"}),
    (3, {"kind": "500", "stored": True}),
    (2, {"kind": "503"}),
    (3, {"kind": "html", "stored": True}),
    (1, {"kind": "timeout_before"}),
    (2, {"kind": "timeout_after"}),
    (2, {"kind": "reset_before"}),
    (3, {"kind": "reset_after"}),
    (3, {"kind": "truncated"}),
    (1, {"kind": "late", "seconds": 30}),
    (2, {"kind": "error", "error": "internal_error"}),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How big a run is. ``pace`` is how many messages come due in a second of real time."""

    messages: int = 3_000
    readers: int = 250
    kills: int = 44
    fault_rate: float = 0.2
    speed: float = 30.0
    pace: float = 150.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker found. ``unsettled`` is how many messages ended other than sent."""

    lost: int
    doubled: int
    unsettled: int
    kills: int
    kills_by_step: dict[str, int]
    faults_met: int
    seconds: float


def run(database: Database, plan: Plan) -> Verdict:
    """Owe all messages, kill the sender as often as planned, let the last one finish, count."""
    began = Clock().elapsed()
    chance = random.Random(plan.seed)  # noqa: S311  a repeatable run, not a secret
    with _workspace(plan, began) as where, _parent() as parent:
        _owe(database, plan)
        _arm(where["page_url"], plan, chance)
        order = {
            "begun_at": began,
            "speed": plan.speed,
            "database": database.engine.url.render_as_string(hide_password=False),
            "token": where["token"],
            "api_url": where["api_url"],
        }
        deaths = [_life(parent, order, chance, plan, n) for n in range(plan.kills)]
        while _life_to_the_end(parent, order):
            pass
        posted = _posted(where["page_url"], plan)
        faults_met = _faults_met(where["page_url"])
    return _judge(database, posted, deaths, faults_met, Clock().elapsed() - began)


def _owe(database: Database, plan: Plan) -> None:
    with database.writing() as session:
        session.add(Workspace(team_id=TEAM, name="Local", created_at=START))
        session.flush()
        for n in range(plan.readers):
            session.add(Person(team_id=TEAM, slack_id=f"U0P{n}", name=f"P{n}", seen_at=START))
        enqueue_many(session, [_post(n, plan) for n in range(plan.messages)], now=START)


def _post(n: int, plan: Plan) -> Post:
    """The readers come one by one, so that conversations are opened all along the way."""
    known = 1 + n * plan.readers // plan.messages
    to = known - 1 if n % 3 == 0 else n * 7 % known
    due = START + timedelta(seconds=n / plan.pace * plan.speed)
    return Post(TEAM, f"m{n}", f"U0P{to}", AdminNote("unsure", 1, f"{n}"), not_before=due)


def _arm(page_url: str, plan: Plan, chance: random.Random) -> None:
    """Arm one fault after another, each after a few calls that go well."""
    weights, faults = zip(*FAULTS, strict=True)
    with httpx.Client(base_url=f"{page_url}_control") as control:
        for method, calls in (
            ("chat.postMessage", plan.messages),
            ("conversations.history", plan.messages // 6),
            ("conversations.open", plan.readers),
        ):
            for _ in range(int(calls * plan.fault_rate)):
                (fault,) = chance.choices(faults, weights)
                skip = int(chance.expovariate(plan.fault_rate / (1 - plan.fault_rate)))
                control.post("/faults", json={"method": method, "skip": skip, **fault})


def _life(
    parent: "subprocess.Popen[str]",
    order: dict[str, Any],
    chance: random.Random,
    plan: Plan,
    n: int,
) -> str:
    """One sender's life, ended at a numbered step or, every third one, at any moment."""
    at_random = n % 3 == 2
    step = "" if at_random else STEPS[(n - n // 3) % len(STEPS)]
    rare = step.endswith(("conversations.open", "conversations.history"))
    nth = chance.randint(1, 2 if rare else max(1, plan.messages // (plan.kills + 8)))
    # A step that every message passes will come, however slow the machine; a rare one may not. On
    # PostgreSQL it takes a second or two until the last sender's death is noticed.
    patience = chance.uniform(0.05, 0.8) if at_random else 5 if rare else 20
    code, was_killed = _live(parent, {**order, "step": step, "nth": nth}, patience)
    assert code == -signal.SIGKILL, f"a sender ended by itself with {code}"
    return "at any moment" if was_killed else step


def _life_to_the_end(parent: "subprocess.Popen[str]", order: dict[str, Any]) -> bool:
    """Let a sender finish; say whether it was cut short."""
    code, _ = _live(parent, {**order, "step": "", "nth": 0}, patience=900)
    assert code in (0, -signal.SIGKILL), f"a sender ended with {code}"
    return code != 0


def _live(
    parent: "subprocess.Popen[str]", order: dict[str, Any], patience: float
) -> tuple[int, bool]:
    """Start a sender and kill it if it outlives ``patience`` seconds; say how it ended."""
    child: int = _ask(parent, order)["pid"]
    killed = Event()
    killer = Timer(patience, _kill, [child, killed])
    killer.start()
    code: int = json.loads(_line(parent))["code"]
    killer.cancel()
    killer.join()
    return code, killed.is_set()


def _kill(child: int, killed: Event) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
        killed.set()


def _posted(page_url: str, plan: Plan) -> Counter[str]:
    """Count what stands in Slack by the id in its marker."""
    found: Counter[str] = Counter()
    with httpx.Client(base_url=f"{page_url}_control", timeout=30) as control:
        for n in range(plan.readers):
            messages = control.get("/messages", params={"channel": f"@p{n}"}).json()["messages"]
            found.update(_marker(message) for message in messages)
    return found


def _marker(message: dict[str, Any]) -> str:
    names = [str(block.get("block_id", "")) for block in message["blocks"]]
    (own,) = [name for name in names if name.startswith(BLOCK_PREFIX)]
    return own.removeprefix(BLOCK_PREFIX)


def _faults_met(page_url: str) -> int:
    with httpx.Client(base_url=f"{page_url}_control", timeout=60) as control:
        traffic = control.get("/traffic", params={"limit": 10**6}).json()["entries"]
    return sum(1 for entry in traffic if entry.get("fault"))


def _judge(
    database: Database, posted: Counter[str], deaths: list[str], faults_met: int, seconds: float
) -> Verdict:
    with database.reading() as session:
        states = {str(key): state for key, state in session.exec(select(Outbox.id, Outbox.state))}
    return Verdict(
        lost=sum(1 for key in states if posted[key] == 0),
        doubled=sum(1 for count in posted.values() if count > 1),
        unsettled=sum(1 for state in states.values() if state != "SENT"),
        kills=len(deaths),
        kills_by_step=dict(Counter(deaths)),
        faults_met=faults_met,
        seconds=seconds,
    )


@contextmanager
def _workspace(plan: Plan, began: float) -> Iterator[dict[str, str]]:
    asked = {"begun_at": began, "speed": plan.speed, "readers": plan.readers}
    with _process("tests.delivery.crash_workspace", json.dumps(asked)) as process:
        yield json.loads(_line(process))


@contextmanager
def _parent() -> Iterator["subprocess.Popen[str]"]:
    with _process("tests.delivery.crash_worker") as process:
        yield process


@contextmanager
def _process(module: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a module of ours until the block ends; closing its input tells it to go."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


def _ask(process: "subprocess.Popen[str]", order: dict[str, Any]) -> dict[str, Any]:
    assert process.stdin is not None
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(_line(process))
    return answer


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the process ended"
    return line
