"""The composition root: database, Bolt app, scheduler and delivery, wired and started.

It decides nothing. Everything below receives values; nothing below reads settings.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from threading import Event, RLock, Thread
from typing import TypeVar

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

import handlers
from bot import views
from bot.clock import Clock, WoundClock
from bot.delivery.client import SlackClient
from bot.delivery.loop import DeliveryLoop
from bot.delivery.sender import Sender
from bot.delivery.timings import Timings
from bot.intake.slack_directory import (
    read_channels,
    read_people,
    read_silences,
    read_team,
)
from bot.schedule import Schedule
from bot.usecases.clocks.sweep import PAGE, advance_due, next_step_at
from bot.usecases.occasions import fire_due_occasions, next_occasion_at
from bot.usecases.outbox.audit import audit
from bot.usecases.outbox.tidying import tidy
from bot.usecases.people import (
    Team,
    keep_channels,
    keep_people,
    keep_silences,
    open_workspace,
    whose_silence,
)
from bot.usecases.routine import plan_routines
from handlers.line import SlackLine
from models.database import Database

R = TypeVar("R")
SETTLE = timedelta(seconds=3)
A_SECOND = timedelta(seconds=1)
LOOK_AGAIN = timedelta(seconds=30)

log = logging.getLogger(__name__)


class Program:
    """The bot, built and ready to be started, wound or drained."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        bot_token: str,
        app_token: str,
        api_url: str = WebClient.BASE_URL,
        admins: Sequence[str] = (),
        timings: Timings | None = None,
    ) -> None:
        self.database, self.clock = database, clock
        self.client = SlackClient(bot_token, base_url=api_url)
        self.team = introduce(database, self.client, clock.now(), admins)
        # Without a name Bolt searches every module for the one it was made in: 0.1 s.
        self.app = App(name="sla", client=self.client, process_before_response=True)
        handlers.register(self.app, self.act, self.ask)
        self.sender = Sender(
            database,
            self.client,
            clock,
            team_id=self.team.team_id,
            render=views.render,
            timings=timings or Timings(),
        )
        self._line = SlackLine(self.app, app_token)
        # One pair of hands works at a time: the loops below, or whoever winds the clock.
        self._hands = RLock()
        self._due, self._stopping, self._untidy = Event(), Event(), Event()
        self._sweeping = Thread(target=self._sweep_forever, name="sweep")
        self._delivery = DeliveryLoop(self.sender, clock)
        self._schedule = Schedule(
            wake=self._wake, refresh=self.refresh, audit=self.audit, tidy=self._tidy_soon
        )
        database.on_commit.append(self._wake)

    def act(self, use_case: Callable[..., R], /, **facts: object) -> R:
        """Run a use case in one committed writing transaction."""
        return self.database.transact(partial(use_case, now=self.clock.now(), **facts))

    def ask(self, use_case: Callable[..., R], /, **facts: object) -> R:
        """Run a use case in one reading transaction; nothing it writes is kept."""
        with self.database.reading() as session:
            return use_case(session, now=self.clock.now(), **facts)

    def connect(self) -> None:
        """Take the sender's lock, put right what a crash left, and listen to Slack."""
        self.sender.take_lock()
        self._line.connect()

    def start(self) -> None:
        """Connect, and work by itself from now on."""
        self.connect()
        self._schedule.start()
        self._sweeping.start()
        self._delivery.start()
        self._tidy_soon()

    def stop(self) -> None:
        """Finish what is under way, then let go of the lock and the line."""
        self._stopping.set()
        self._line.hang_up()
        self._wake()
        self._schedule.stop()
        if self._sweeping.is_alive():
            self._sweeping.join()
        self._delivery.stop()
        self.client.close()
        self.database.on_commit.remove(self._wake)

    def sweep(self) -> None:
        """Write down everything that has come due; nothing due costs one question."""
        with self._hands:
            while (due := self._next_swept()) is not None and due <= self.clock.now():
                moved = self.act(advance_due) + self.act(fire_due_occasions, limit=PAGE)
                if not moved:
                    # Another replica holds what is due; it comes back when that one is done.
                    break

    def deliver(self) -> None:
        """Send everything that may be sent now."""
        with self._hands:
            self.sender.deliver(self.clock.now())

    def refresh(self) -> None:
        """Read people and channels again; what Slack's events told meanwhile stays true."""
        try:
            introduce(self.database, self.client, self.clock.now(), ())
            self._learn_silences()
        except (SlackApiError, OSError) as problem:
            log.warning("people and channels could not be read: %s", type(problem).__name__)

    def _learn_silences(self) -> None:
        """Ask Slack when those who are reminded want quiet."""
        team_id = self.team.team_id
        people = self.ask(whose_silence, team_id=team_id)
        silences = dict(read_silences(self.client, people))
        self.act(keep_silences, team_id=team_id, silences=silences)

    def audit(self) -> None:
        """Look at the whole once more, and say in the log what is overdue or stuck."""
        found = self.ask(audit, team_id=self.team.team_id)
        if not found.is_well:
            log.error("not well: %s", found)

    def tidy(self) -> None:
        """Forget what nothing asks about any more, in short transactions."""
        while not self._stopping.is_set() and self.act(tidy):
            pass

    def next_due(self) -> datetime | None:
        """Return the next moment at which the bot has something to do."""
        moments = (self._next_swept(), self.sender.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    def drain(self, to: datetime) -> None:
        """Do everything due up to ``to``, each thing at its own moment on the wound clock."""
        clock = self._wound()
        with self._hands:
            self._work()
            while (due := self.next_due()) is not None and due <= to:
                # What is due but cannot be done yet, for pace or a pause, is tried a second on.
                clock.set(max(due, clock.now() + A_SECOND))
                self._work()
            clock.set(to)

    def settle(self) -> None:
        """Finish what is owed now, winding over the short waits between two messages."""
        self.drain(self._settled_by())

    def _settled_by(self) -> datetime:
        with self._hands:
            self._work()
            due = self.sender.next_due()
            soon = self.clock.now() + SETTLE
            return due if due is not None and due <= soon else self.clock.now()

    def _work(self) -> None:
        self.sweep()
        self.deliver()

    def _next_swept(self) -> datetime | None:
        with self.database.reading() as session:
            moments = (next_step_at(session), next_occasion_at(session))
        return min((moment for moment in moments if moment is not None), default=None)

    def _sweep_forever(self) -> None:
        while not self._stopping.is_set():
            self._due.clear()
            self.clock.wait(self._due, self._careful_sweep())

    def _careful_sweep(self) -> datetime:
        """Sweep, and return when to look again: soon in any case, for a clock may be set back."""
        soon = self.clock.now() + LOOK_AGAIN
        try:
            self.sweep()
            due = self._next_swept()
            self._schedule.arm(due)
            self._delivery.wake()
            if self._untidy.is_set():
                self._untidy.clear()
                self.tidy()
        except Exception:
            # Whatever it was: a thread that died would be silence, and the auditor sees what stays.
            log.exception("the sweep failed and will be tried again")
            # What it committed before it failed has woken it: that is no reason to fail at once.
            self._due.clear()
            return soon
        return min(due or soon, soon)

    def _wake(self) -> None:
        self._due.set()
        self._delivery.wake()

    def _tidy_soon(self) -> None:
        self._untidy.set()
        self._wake()

    def _wound(self) -> WoundClock:
        assert isinstance(self.clock, WoundClock)  # noqa: S101  only the local workspace winds
        return self.clock


def introduce(database: Database, client: WebClient, now: datetime, admins: Sequence[str]) -> Team:
    """Learn which workspace this is, who works there and which channels the bot is in."""
    team, people, channels = read_team(client), read_people(client), read_channels(client)
    with database.writing() as session:
        open_workspace(session, now=now, team=team)
        keep_people(session, now=now, team_id=team.team_id, people=people, admins=admins)
        keep_channels(session, now=now, team_id=team.team_id, channels=channels)
        plan_routines(session, now=now, team_id=team.team_id)
    return team
