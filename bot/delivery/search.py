"""Looking for messages of unknown fate in Slack's history."""

from datetime import datetime
from uuid import UUID

from bot.delivery.desk import Desk
from bot.delivery.history import read_back
from bot.delivery.outcomes import FAILURES, Fate, Outcome, classify
from bot.delivery.pace import LOOK
from bot.delivery.places import NoPlace
from bot.usecases.outbox import looking
from bot.usecases.outbox.looking import Look


class Search:
    """Looks into one conversation at a time. Nothing new can come due within one ``now``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._nothing_at: datetime | None = None

    def look_next(self, now: datetime) -> bool:
        """Look once, for all messages in doubt in one conversation, if it is time."""
        look = self._next(now)
        if look is None:
            return False
        try:
            channel = look.channel or self._desk.places.readable(look.to)
            self._desk.pace.use(LOOK, look.to)
            standing = read_back(self._desk.client, channel, look.since, look.threads)
        except NoPlace as no_place:
            _failed(self._desk, look, no_place.outcome, now)
        except FAILURES as failure:
            _failed(self._desk, look, classify(failure), now)
        else:
            self._saw(look, channel, standing, now)
        return True

    def _next(self, now: datetime) -> Look | None:
        if now == self._nothing_at or not self._desk.pace.is_free(LOOK):
            return None
        with self._desk.database.reading() as session:
            look = looking.next_look(
                session,
                now=now,
                team_id=self._desk.team_id,
                busy=self._desk.pace.busy(LOOK),
                looks_back=self._desk.timings.looks_back,
            )
        self._nothing_at = now if look is None else None
        return look

    def _saw(self, look: Look, channel: str, standing: dict[UUID, str], now: datetime) -> None:
        self._desk.pace.worked(LOOK, look.to)
        with self._desk.database.writing() as session:
            looking.saw(
                session,
                now=now,
                look=look,
                channel=channel,
                standing=standing,
                looks_again_after=self._desk.timings.looks_again_after,
            )


def _failed(desk: Desk, look: Look, outcome: Outcome, now: datetime) -> None:
    with desk.database.writing() as session:
        if outcome.fate is Fate.NO_PLACE or outcome.code == "missing_scope":
            looking.may_not_look(session, now=now, look=look)
        else:
            looking.could_not_look(session, now=now, look=look, tell_after=desk.timings.tell_after)
    match outcome.fate:
        case Fate.NO_PLACE:
            pass
        case Fate.NO_ACCESS:
            if outcome.code != "missing_scope":
                desk.access.refuse(outcome.code)
        case Fate.TOO_FAST:
            desk.pace.hold(LOOK, look.to, outcome.wait)
        case _:
            desk.pace.failed(LOOK, look.to)
            desk.pace.trouble()
