"""Whoever sends for a workspace: one unit of work per call, the loop is elsewhere."""

import logging
import math
from datetime import datetime
from threading import RLock
from uuid import uuid4

from slack_sdk import WebClient

from bot.clock import Clock
from bot.delivery.access import Access
from bot.delivery.desk import Desk
from bot.delivery.dispatch import Dispatch
from bot.delivery.pace import LOOK, POST, UPDATE, Pace
from bot.delivery.places import Places
from bot.delivery.posting import Render
from bot.delivery.search import Search
from bot.delivery.timings import Timings
from bot.usecases.outbox import queue
from bot.usecases.outbox.recovery import beat, recover
from bot.views import render as view
from models.database import Database
from models.sender_lock import SenderLock, sender_lock

log = logging.getLogger(__name__)


class Sender:
    """Sends nothing until it has taken the lock.

    Calls from several threads take turns: there is one claim in the air at a time.
    """

    def __init__(
        self,
        database: Database,
        client: WebClient,
        clock: Clock,
        *,
        team_id: str,
        render: Render = view,
        timings: Timings | None = None,
        lock: SenderLock | None = None,
    ) -> None:
        timings = timings or Timings()
        self._desk = Desk(
            database=database,
            client=client,
            clock=clock,
            team_id=team_id,
            holder=uuid4().hex,
            timings=timings,
            lock=lock or sender_lock(database, team_id),
            pace=Pace(clock, timings),
            places=Places(database, client, team_id),
            access=Access(client, clock, timings.probe),
        )
        self._dispatch = Dispatch(self._desk, render)
        self._in_charge = False
        self._lock_seen_at: datetime | None = None
        self._search = Search(self._desk)
        self._beaten: tuple[float, str] = (-math.inf, "")
        self._turn = RLock()

    @property
    def in_charge(self) -> bool:
        return self._in_charge

    @property
    def paused(self) -> str:
        """Why nothing is sent at present: Slack's code, or nothing."""
        return self._desk.access.refused

    def take_lock(self) -> bool:
        """Take charge if nobody else is, and put in doubt what the last one left in the air.

        Raises ``SenderLockHeld`` where a second process on this database is a mistake.
        """
        with self._turn:
            now = self._desk.clock.now()
            if self._in_charge:
                return True
            if not self._desk.lock.take(now):
                return False
            self._recover(now)
            self._in_charge = True
            return True

    def release(self) -> None:
        """Stop being in charge."""
        with self._turn:
            self._in_charge = False
            self._desk.lock.release()

    def deliver(self, now: datetime) -> None:
        """Do everything that can be done now."""
        while self.work_one(now):
            pass

    def work_one(self, now: datetime) -> bool:
        """Send one message and look once, so that neither waits for the other to run dry."""
        sent = self.deliver_one(now)
        looked = self.reconcile_one(now)
        return sent or looked

    def deliver_one(self, now: datetime) -> bool:
        """Send or rewrite one message; say whether there was something to do."""
        with self._turn:
            if not self._may_work(now):
                return False
            return self._dispatch.post_next(now) or self._dispatch.rewrite_next(now)

    def reconcile_one(self, now: datetime) -> bool:
        """Look once for messages of unknown fate; say whether there was something to do."""
        with self._turn:
            return self._may_work(now) and self._search.look_next(now)

    def next_due(self) -> datetime | None:
        """Return when there will be something to do, as far as is known; it may have passed."""
        with self._turn:
            if not self._in_charge:
                return None
            if self.paused:
                return self._desk.access.next_probe()
            return min((at for at in self._moments() if at is not None), default=None)

    def _moments(self) -> tuple[datetime | None, ...]:
        pace, team_id = self._desk.pace, self._desk.team_id
        post, update, look = (pace.busy_until(kind) for kind in (POST, UPDATE, LOOK))
        with self._desk.database.reading() as session:
            to_post = queue.next_moment(session, team_id=team_id, operation=POST, busy=post)
            to_update = queue.next_moment(session, team_id=team_id, operation=UPDATE, busy=update)
            to_look = queue.next_look(session, team_id=team_id, busy=look)
        return (
            pace.not_before(POST, to_post),
            pace.not_before(UPDATE, to_update),
            pace.not_before(LOOK, to_look),
        )

    def _may_work(self, now: datetime) -> bool:
        if not self._in_charge:
            return False
        self._dispatch.tidy(now)
        is_open = self._desk.access.is_open()
        self._beat(now)
        return is_open and self._still_holds_lock(now)

    def _still_holds_lock(self, now: datetime) -> bool:
        """Ask once a second; just before each write the guard asks again."""
        if now != self._lock_seen_at and not self._desk.lock.is_held():
            log.warning("lost the lock for %s: somebody else may send now", self._desk.team_id)
            self._in_charge = False
        self._lock_seen_at = now
        return self._in_charge

    def _recover(self, now: datetime) -> None:
        timings = self._desk.timings
        in_the_air = math.ceil(timings.guard + timings.timeout)
        with self._desk.database.writing() as session:
            in_doubt = recover(
                session,
                now=now,
                team_id=self._desk.team_id,
                holder=self._desk.holder,
                settles_after=in_the_air + timings.settles_after,
                gap=timings.gap,
                last_try=self._desk.lock.last_try,
            )
        log.info("in charge of sending for %s, %d in doubt", self._desk.team_id, in_doubt)

    def _beat(self, now: datetime) -> None:
        """Say from time to time that we send, and at once when we are stopped or let in."""
        elapsed, (last, said) = self._desk.clock.elapsed(), self._beaten
        if elapsed - last < self._desk.timings.beat and said == self.paused:
            return
        with self._desk.database.writing() as session:
            beat(
                session,
                now=now,
                team_id=self._desk.team_id,
                holder=self._desk.holder,
                paused=self.paused,
            )
        self._beaten = (elapsed, self.paused)
