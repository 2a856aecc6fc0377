"""Whether somebody's reminders do any good, and telling them together where they do not.

Reminders only: what goes past its window, and what follows, is told at once to everybody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.notices.leads import ReminderAgain, WindowClosing
from bot.notices.reminders import RemindersGathered
from bot.notices.requests import RequestClosing
from bot.rules.reminders import AN_HOUR, MEASURED, are_ignored, is_heeded
from bot.rules.terms import ClockState
from bot.rules.worktime import Schedule, epoch_seconds
from bot.usecases.actors import Actor
from bot.usecases.clocks import morning_lists
from bot.usecases.clocks.audience import Audience
from bot.usecases.clocks.promises import office_of, promise
from bot.usecases.clocks.resumed import lines_for
from bot.usecases.clocks.rows import CLOCKS
from bot.usecases.history import record
from bot.usecases.mornings import next_morning
from bot.usecases.outbox.posts import Post, enqueue, enqueue_many
from bot.usecases.outbox.reasons import DAILY
from bot.usecases.standing import covers_at
from models import (
    Absence,
    Agreement,
    Clock,
    Event,
    Membership,
    Outbox,
    Person,
    PostState,
    Preference,
)

KIND = morning_lists.KIND
LOOKS_BACK = timedelta(days=30)
REMINDERS = (WindowClosing.__name__, ReminderAgain.__name__, RequestClosing.__name__)


def mind_reminders(session: Session, now: datetime, agreement_id: UUID) -> datetime:
    """Gather the reminders of whoever lets most of them pass, and tell them what is due today.

    Return when to do so again, the next morning.
    """
    agreement, office = session.get_one(Agreement, agreement_id), office_of(session, agreement_id)
    tomorrow, away = next_morning(session, agreement, now), covers_at(session, now)
    for person, wishes in _members(session, agreement_id):
        is_told_singly = wishes is None or not (wishes.gathered_at or wishes.digest_at)
        if is_told_singly and person.id not in away:
            _measure(session, now, office, person, wishes)
    if any(wishes and wishes.gathered_at for _, wishes in _members(session, agreement_id)):
        enqueue_many(session, list(_due_today(session, now, agreement_id, tomorrow)), now=now)
    return tomorrow


def remind_singly(session: Session, *, now: datetime, actor: Actor) -> None:
    """Tell somebody each reminder at its moment again, and measure anew from now on."""
    wishes = session.get(Preference, actor.person_id)
    if wishes is None or wishes.gathered_at is None:
        return
    wishes.gathered_at, wishes.measured_from = None, now
    session.add(wishes)
    _record(session, now, actor.team_id, actor.person_id, "reminders.singly", by=actor.person_id)


def _members(session: Session, agreement_id: UUID) -> Sequence[tuple[Person, Preference | None]]:
    query = (
        select(Person, Preference)
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .join(Preference, col(Preference.person_id) == col(Person.id), isouter=True)
        .where(Membership.agreement_id == agreement_id, col(Person.is_deactivated).is_(False))
    )
    return [(person, wishes) for person, wishes in session.exec(query.order_by(Person.slack_id))]


def _measure(
    session: Session, now: datetime, office: Schedule, person: Person, wishes: Preference | None
) -> None:
    since = now - LOOKS_BACK
    if wishes is not None and wishes.measured_from is not None:
        since = max(since, wishes.measured_from)
    sent = _sent(session, now, office, person, since)
    acts = _acts(session, sent)
    heeded = [is_heeded(epoch_seconds(at), acts[subject_id], office) for subject_id, at in sent]
    if not are_ignored(heeded):
        return
    wishes = wishes or Preference(person_id=person.id)
    wishes.gathered_at = now
    session.add(wishes)
    session.flush()
    _record(session, now, person.team_id, person.id, "reminders.gathered", by=None)
    enqueue(
        session,
        now=now,
        team_id=person.team_id,
        key=f"gathered:{person.id}:{epoch_seconds(now)}",
        to=person.slack_id,
        notice=RemindersGathered(len(heeded), sum(heeded)),
        subject="person",
        subject_id=person.id,
    )


def _sent(
    session: Session, now: datetime, office: Schedule, person: Person, since: datetime
) -> list[tuple[UUID, datetime]]:
    """Return what the latest reminders were about and when each arrived, the latest last.

    One whose working hour is not over yet says nothing, nor does one sent while they were away.
    """
    carrier = aliased(Outbox)
    arrived = func.coalesce(carrier.sent_at, Outbox.sent_at)
    was_away = exists().where(
        col(Absence.person_id) == person.id,
        col(Absence.starts_at) <= arrived,
        col(Absence.ends_at) > arrived,
    )
    query = (
        select(Outbox.subject_id, arrived)
        .join(carrier, col(Outbox.merged_into) == carrier.id, isouter=True)
        .where(
            Outbox.destination == person.slack_id,
            Outbox.operation == "post",
            Outbox.reason != DAILY,
            col(Outbox.created_at) > since,
            col(Outbox.notice).in_(REMINDERS),
            col(Outbox.state).in_((PostState.SENT, PostState.MERGED)),
            ~was_away,
        )
        .order_by(col(Outbox.created_at).desc())
        .limit(2 * MEASURED)
    )
    over = timedelta(seconds=AN_HOUR)
    found = [
        (subject_id, at)
        for subject_id, at in session.exec(query).all()
        if subject_id is not None and at is not None and office.between(at, now) >= over
    ]
    return found[:MEASURED][::-1]


def _acts(session: Session, sent: Sequence[tuple[UUID, datetime]]) -> dict[UUID, list[int]]:
    """Return the seconds at which anybody did something about each subject."""
    acts: dict[UUID, list[int]] = defaultdict(list)
    if sent:
        query = select(Event.subject_id, Event.noticed_at).where(
            col(Event.subject_id).in_({subject_id for subject_id, _ in sent}),
            col(Event.actor_id).is_not(None),
            Event.noticed_at >= min(at for _, at in sent),
        )
        for subject_id, at in session.exec(query).all():
            acts[subject_id].append(epoch_seconds(at))
    return acts


def _due_today(
    session: Session, now: datetime, agreement_id: UUID, until: datetime
) -> Iterator[Post]:
    """Yield a reminder for each clock that closes by the next list, for those who gather them."""
    rows = session.execute(
        CLOCKS.where(
            col(Clock.agreement_id) == agreement_id,
            col(Clock.state) == ClockState.RUNNING.value,
            col(Clock.breached_at).is_(None),
            col(Clock.silenced).is_(False),
            col(Clock.snoozed_until).is_(None),
            col(Clock.due_at) > now,
            col(Clock.due_at) <= until,
        ).order_by(col(Clock.due_at))
    ).all()
    audience = Audience(session, now)
    audience.learn(rows)
    for row in rows:
        if audience.gathers(audience.reader(row)):
            promised = promise(session, row.window_id)
            yield from lines_for(row, promised, audience, now=now, until=until)


def _record(
    session: Session, now: datetime, team_id: str, person_id: UUID, kind: str, *, by: UUID | None
) -> None:
    record(
        session,
        now=now,
        team_id=team_id,
        subject="person",
        subject_id=person_id,
        kind=kind,
        actor_id=by,
    )
