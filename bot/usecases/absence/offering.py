"""A Slack status that sounds like an absence: offered once, registered only on a yes."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from bot.notices.absence import AbsenceOfferDeclined, AbsenceOffered, AbsenceSet
from bot.rules.absence import AnsweredAlready, Stretch
from bot.rules.absence_status import LONGEST, SlackStatus, says_away
from bot.usecases.absence.rows import KIND, ahead_of
from bot.usecases.absence.setting import set_absence
from bot.usecases.actors import Actor
from bot.usecases.outbox import enqueue, enqueue_update, settle
from models import Membership, Outbox, Person
from models.base import changed, new_id

SUBJECT = "status"


def offer_absence(session: Session, *, now: datetime, person: Person, status: SlackStatus) -> None:
    """Ask somebody with a part in an agreement whether their status is an absence.

    The same status is asked about once; cleared and set again it is a new one. Nothing is asked of
    somebody who is registered as away for that time already.
    """
    if not says_away(status) or (status.until is not None and status.until <= now):
        person.offered_status = person.offered_until = None
        return
    if person.offered_status == status.key or not _has_part(session, person):
        return
    person.offered_status, person.offered_until = status.key, status.until
    if any(row.starts_at <= now for row in ahead_of(session, now, person.id)):
        return
    enqueue(
        session,
        now=now,
        team_id=person.team_id,
        key=f"{SUBJECT}:{person.id}:{new_id()}",
        to=person.slack_id,
        notice=AbsenceOffered(person.id, status.text[:LONGEST], status.until),
        subject=SUBJECT,
        subject_id=person.id,
        expires_at=status.until,
    )


def accept_offer(
    session: Session, *, now: datetime, actor: Actor, until: datetime | None = None
) -> AbsenceSet | None:
    """Register what was offered, until the end Slack knows or the one given.

    Returns nothing when neither is known: it has to be asked for. Raises ``AnsweredAlready``.
    """
    person = session.get_one(Person, actor.person_id)
    ends_at = until or person.offered_until
    if ends_at is None:
        return None
    _close_offer(session, person)
    answer = set_absence(
        session,
        now=now,
        actor=actor,
        wanted=Stretch(now, ends_at),
    )
    _say_what_it_became(session, now, person, answer)
    return answer


def decline_offer(session: Session, *, now: datetime, actor: Actor) -> AbsenceOfferDeclined:
    """Register nothing; the same status is not asked about again."""
    person = session.get_one(Person, actor.person_id)
    notice = AbsenceOfferDeclined(_text(person))
    settle(session, now=now, subject_id=person.id, notice=notice)
    return notice


def is_offered(session: Session, person_id: UUID, destination: str) -> bool:
    """Say whether the status that was offered to somebody still stands."""
    person = session.get_one(Person, person_id, populate_existing=True)
    return person.offered_status is not None and person.slack_id == destination


def _say_what_it_became(
    session: Session, now: datetime, person: Person, answer: AbsenceSet
) -> None:
    """The offer tells of the absence, and from now on it is one of the messages about that."""
    offers = select(Outbox.id).where(
        Outbox.subject == SUBJECT,
        Outbox.subject_id == person.id,
        Outbox.operation == "post",
        col(Outbox.settled).is_(False),
    )
    for post_id in session.exec(offers).all():
        about = {"subject": KIND, "subject_id": answer.absence.id}
        session.execute(update(Outbox).where(col(Outbox.id) == post_id).values(about))
        key = f"{post_id}:taken"
        enqueue_update(session, now=now, post_id=post_id, key=key, notice=answer)


def _close_offer(session: Session, person: Person) -> None:
    # Of two presses one finds the end that was offered; the status itself stays known.
    still = (col(Person.id) == person.id, col(Person.offered_status).is_not(None))
    if not changed(session, update(Person).where(*still).values(offered_until=None)):
        raise AnsweredAlready


def _text(person: Person) -> str:
    return (person.offered_status or "").split(" ", 2)[-1]


def _has_part(session: Session, person: Person) -> bool:
    found = select(Membership.id).where(Membership.person_id == person.id)
    return session.exec(found).first() is not None
