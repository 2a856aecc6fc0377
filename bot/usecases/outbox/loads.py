"""How much the bot says to whom: nobody should drown in reminders."""

from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.notices.home import ReaderLoad
from bot.notices.people import PersonRef
from bot.usecases.outbox.queue import POST
from models import Outbox, Person

DAYS = 7
MOST_READERS = 5


def busiest_readers(session: Session, *, now: datetime, team_id: str) -> tuple[ReaderLoad, ...]:
    """Return who was sent the most messages in the last week, and how many; rewrites not counted.

    Of every message only its reader and its moment are looked at.
    """
    sent = func.count(col(Outbox.id))
    rows = session.exec(
        select(Person, sent)
        .join(Outbox, col(Outbox.destination) == col(Person.slack_id))
        .where(
            Person.team_id == team_id,
            Outbox.team_id == team_id,
            Outbox.operation == POST,
            col(Outbox.sent_at) > now - timedelta(days=DAYS),
        )
        .group_by(col(Person.id))
        .order_by(sent.desc(), col(Person.name))
        .limit(MOST_READERS)
    ).all()
    return tuple(
        ReaderLoad(PersonRef(person.id, person.name, person.slack_id), count, DAYS)
        for person, count in rows
    )
