"""One message at a time: claim, guard, send once, and write down what became of it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.clock import Clock
from bot.delivery.desk import Desk
from bot.delivery.outcomes import CANNOT_WORD, Fate, Outcome
from bot.delivery.pace import POST, UPDATE
from bot.delivery.places import NoPlace
from bot.delivery.posting import Render, send, worded
from bot.usecases.outbox import marks, queue
from bot.usecases.outbox.claims import Claim, claim_post, claim_update
from bot.usecases.outbox.readers import Place, is_person, place_of

log = logging.getLogger(__name__)

REAL = Clock()
"""The guard runs on real time, whatever the program's clock shows."""

_FOR_GOOD = (Fate.NO_PLACE, Fate.BAD_CONTENT)


class Dispatch:
    """Sends what is due. A database that fails half-way leaves nothing unknown to us."""

    def __init__(self, desk: Desk, render: Render) -> None:
        self._desk = desk
        self._render = render
        self._claiming = False
        self._unwritten: tuple[Claim, Outcome] | None = None

    def tidy(self, now: datetime) -> None:
        """Write what a failing database kept us from writing."""
        if self._unwritten is not None:
            self._write(*self._unwritten, now)
        if self._claiming:
            with self._desk.database.writing() as session:
                marks.release_claims(session, holder=self._desk.holder)
            self._claiming = False

    def post_next(self, now: datetime) -> bool:
        """Post one message, if one is due and may go."""
        found = self._next(POST, now)
        if found is None:
            return False
        to, place = found
        channel, refused = self._open(to, place)
        if refused is not None and refused.fate not in _FOR_GOOD:
            self._slow_down(POST, to, refused)
            return True
        claimed_at = REAL.elapsed()
        claim = self._claim_post(to, channel, now)
        if claim is not None:
            self._write(claim, refused or self._send(claim, claimed_at), now)
        return True

    def rewrite_next(self, now: datetime) -> bool:
        """Rewrite one message that stands in Slack, if one has newer facts."""
        found = self._next(UPDATE, now)
        if found is None:
            return False
        claimed_at = REAL.elapsed()
        claim = self._claim_update(found[0], now)
        if claim is not None:
            self._write(claim, self._send(claim, claimed_at), now)
        return True

    def _next(self, operation: str, now: datetime) -> tuple[str, Place] | None:
        if not self._desk.pace.is_free(operation):
            return None
        busy = self._desk.pace.busy(operation)
        with self._desk.database.reading() as session:
            to = queue.next_destination(
                session, now=now, team_id=self._desk.team_id, operation=operation, busy=busy
            )
            if to is None:
                return None
            return to, place_of(session, team_id=self._desk.team_id, to=to)

    def _open(self, to: str, place: Place) -> tuple[str, Outcome | None]:
        try:
            return self._desk.places.writable(to, place), None
        except NoPlace as no_place:
            return to, no_place.outcome

    def _claim_post(self, to: str, channel: str, now: datetime) -> Claim | None:
        timings = self._desk.timings
        with self._claiming_for(POST, to) as session:
            return claim_post(
                session,
                now=now,
                team_id=self._desk.team_id,
                to=to,
                channel=channel,
                holder=self._desk.holder,
                cap=timings.person_cap if is_person(to) else timings.channel_cap,
            )

    def _claim_update(self, to: str, now: datetime) -> Claim | None:
        with self._claiming_for(UPDATE, to) as session:
            return claim_update(
                session, now=now, team_id=self._desk.team_id, to=to, holder=self._desk.holder
            )

    @contextmanager
    def _claiming_for(self, operation: str, to: str) -> Iterator[Session]:
        """Claim in one transaction. If it fails its reader waits, and the others go on."""
        self._claiming = True
        try:
            with self._desk.database.writing() as session:
                yield session
        except BaseException:
            self._desk.pace.failed(operation, to)
            raise
        self._claiming = False

    def _send(self, claim: Claim, claimed_at: float) -> Outcome:
        try:
            message = worded(claim, self._render)
        except Exception:
            log.exception("cannot word %s %s", claim.kind, claim.id)
            return Outcome(Fate.BAD_CONTENT, CANNOT_WORD)
        if not self._may_still_send(claimed_at):
            return Outcome(Fate.UNSENT, "guard")
        self._desk.pace.use(claim.operation, claim.to)
        if claim.operation == POST:
            self._desk.lock.note(claim.tried_at)
        return send(self._desk.client, claim, message)

    def _may_still_send(self, claimed_at: float) -> bool:
        """The last look before the write: the lock is ours, and the claim is fresh."""
        is_held = self._desk.lock.is_held()
        return is_held and REAL.elapsed() - claimed_at < self._desk.timings.guard

    def _write(self, claim: Claim, outcome: Outcome, now: datetime) -> None:
        self._unwritten = (claim, outcome)
        self._write_down(claim, outcome, now)
        self._unwritten = None
        self._slow_down(claim.operation, claim.to, outcome)

    def _write_down(self, claim: Claim, outcome: Outcome, now: datetime) -> None:
        mine = marks.Mine(claim.id, self._desk.holder)
        now = max(now, self._desk.clock.now())
        with self._desk.database.writing() as session:
            match outcome.fate:
                case Fate.SENT:
                    marks.mark_sent(session, mine, now=now, ts=outcome.ts)
                case Fate.UNSURE if claim.operation == POST:
                    looks_at = now + timedelta(seconds=self._desk.timings.settles_after)
                    marks.mark_unsure(session, mine, now=now, looks_at=looks_at)
                case Fate.NO_PLACE | Fate.BAD_CONTENT:
                    plain_may_do = outcome.fate is Fate.BAD_CONTENT and outcome.code != CANNOT_WORD
                    marks.mark_dead(
                        session, mine, now=now, code=outcome.code, plain_may_do=plain_may_do
                    )
                case _:
                    marks.mark_unsent(session, mine)

    def _slow_down(self, operation: str, to: str, outcome: Outcome) -> None:
        pace = self._desk.pace
        match outcome.fate:
            case Fate.SENT | Fate.NO_PLACE | Fate.BAD_CONTENT:
                pace.worked(operation, to)
            case Fate.TOO_FAST:
                pace.hold(operation, to, outcome.wait)
            case Fate.NO_ACCESS:
                self._desk.access.refuse(outcome.code)
            case Fate.UNSURE if operation == POST:
                pace.trouble()
            case _:
                pace.failed(operation, to)
                pace.trouble()
