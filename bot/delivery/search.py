"""Looking for messages of unknown fate in Slack's history."""

from datetime import datetime

from bot.delivery.desk import Desk
from bot.delivery.history import read_back
from bot.delivery.outcomes import FAILURES, Fate, Outcome, classify
from bot.delivery.pace import LOOK
from bot.delivery.places import NoPlace
from bot.usecases.outbox import looking
from bot.usecases.outbox.looking import Look


def search_next(desk: Desk, now: datetime) -> bool:
    """Look once, for all messages in doubt in one conversation, if it is time."""
    look = _next(desk, now)
    if look is None:
        return False
    try:
        channel = look.channel or desk.places.readable(look.to)
        desk.pace.use(LOOK, look.to)
        standing = read_back(desk.client, channel, look.since)
    except NoPlace as no_place:
        _failed(desk, look, no_place.outcome, now)
    except FAILURES as failure:
        _failed(desk, look, classify(failure), now)
    else:
        desk.pace.worked(LOOK, look.to)
        with desk.database.writing() as session:
            looking.saw(
                session,
                now=now,
                look=look,
                channel=channel,
                standing=standing,
                looks_again_after=desk.timings.looks_again_after,
            )
    return True


def _next(desk: Desk, now: datetime) -> Look | None:
    if not desk.pace.is_free(LOOK):
        return None
    with desk.database.reading() as session:
        return looking.next_look(
            session,
            now=now,
            team_id=desk.team_id,
            busy=desk.pace.busy(LOOK),
            looks_back=desk.timings.looks_back,
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
