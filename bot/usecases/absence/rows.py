"""An absence's row: found for an actor, told as facts, its people told of what becomes of it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.absence import AbsenceFacts
from bot.notices.people import PersonRef
from bot.notices.requests import RequestFacts
from bot.notices.status import LeadLine
from bot.rules.absence import NotTheirAbsence, Stretch
from bot.rules.refusals import NotAllowed, NotAMember
from bot.rules.rights import Action
from bot.usecases.actors import Actor, actor_of, leads_of, ref_of
from bot.usecases.clocks.promises import office_of
from bot.usecases.history import record
from bot.usecases.leads.listing import line_of
from bot.usecases.outbox import enqueue
from bot.usecases.requests.facts import many_facts
from bot.usecases.standing import check_right
from models import Absence, Lead, Membership, Person, Request, Role

KIND = "absence"
MOST_LEADS = MOST_REQUESTS = 15


def facts_of(session: Session, row: Absence) -> AbsenceFacts:
    return AbsenceFacts(
        id=row.id,
        person=person_ref(session, row.person_id),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        cover=_ref(session, row.cover_id),
        asked=_ref(session, row.asked_id),
    )


def stretch_of(row: Absence) -> Stretch:
    return Stretch(row.starts_at, row.ends_at, row.cover_id or row.asked_id)


def person_ref(session: Session, person_id: UUID) -> PersonRef:
    found = _ref(session, person_id)
    assert found is not None  # noqa: S101  a person is given
    return found


def ahead_of(session: Session, now: datetime, person_id: UUID) -> list[Absence]:
    """Return a person's absences that are not over, the earliest first."""
    query = select(Absence).where(Absence.person_id == person_id, col(Absence.ends_at) > now)
    return list(session.exec(query.order_by(col(Absence.starts_at))).all())


def check_theirs(session: Session, actor: Actor, agreement_id: UUID, person: Person) -> None:
    """Raise ``NotTheirAbsence`` unless the table of rights lets the actor set it."""
    is_own = person.id == actor.person_id
    part = part_in(session, agreement_id, person.id)
    is_rep_or_own = part is not None and (is_own or part.role != Role.LEAD)
    try:
        check_right(
            session,
            Action.SET_ABSENCE,
            actor=actor,
            agreement_id=agreement_id,
            owns=is_own,
            of_party=part.party if part is not None and is_rep_or_own else "",
        )
    except NotAllowed as refused:
        if is_own:
            raise
        raise NotTheirAbsence(person.name) from refused


def may_set_for(session: Session, reader: Person, person_id: UUID) -> bool:
    """Say whether somebody may register the absence of a person in an agreement of both."""
    person = session.get_one(Person, person_id)
    for part in parts_of(session, person_id):
        try:
            check_theirs(session, actor_of(reader), part.agreement_id, person)
        except (NotTheirAbsence, NotAMember):
            continue
        return True
    return False


def any_agreement(session: Session, actor: Actor) -> UUID:
    """Return an agreement the actor has a part in; an absence is of the person, not of one.

    Raises ``NotAMember`` when they have none.
    """
    parts = parts_of(session, actor.person_id)
    if not parts:
        raise NotAMember
    return parts[0].agreement_id


def part_in(session: Session, agreement_id: UUID, person_id: UUID) -> Membership | None:
    return session.exec(
        select(Membership).where(
            Membership.agreement_id == agreement_id, Membership.person_id == person_id
        )
    ).one_or_none()


def parts_of(session: Session, person_id: UUID) -> list[Membership]:
    query = select(Membership).where(Membership.person_id == person_id)
    return list(session.exec(query.order_by(col(Membership.joined_at))).all())


def leaders_of(session: Session, person_id: UUID) -> list[Person]:
    """Return who leads this person's side in each of their agreements, without themselves."""
    found = {
        leader.id: leader
        for part in parts_of(session, person_id)
        for leader in leads_of(session, part.agreement_id, part.party)
    }
    return [leader for leader in found.values() if leader.id != person_id]


def next_opening(session: Session, now: datetime, person_id: UUID) -> datetime:
    """Return the next working moment of the first agreement a person has a part in."""
    parts = parts_of(session, person_id)
    return office_of(session, parts[0].agreement_id).next_open(now) if parts else now


def lines_of(session: Session, leads: Iterable[Lead]) -> tuple[tuple[LeadLine, ...], int]:
    """Return the lines of leads, and how many more there were than a message holds."""
    every = list(leads)
    shown = tuple(line_of(session, lead) for lead in every[:MOST_LEADS])
    return shown, len(every) - len(shown)


def requests_of(
    session: Session, requests: Iterable[Request]
) -> tuple[tuple[RequestFacts, ...], int]:
    """Return requests as facts, and how many more there were than a message holds."""
    every = [request.id for request in requests]
    found = many_facts(session, every[:MOST_REQUESTS])
    return tuple(found[each] for each in every[:MOST_REQUESTS]), len(every) - len(found)


def tell(
    session: Session,
    now: datetime,
    row: Absence,
    to: Person | PersonRef,
    notice: object,
    *,
    not_before: datetime | None = None,
    about: str = "",
) -> None:
    """Owe a message about an absence; the same word to the same reader once a moment."""
    team_id = session.get_one(Person, row.person_id).team_id
    kind = type(notice).__name__
    enqueue(
        session,
        now=now,
        team_id=team_id,
        key=f"absence:{row.id}:{kind}:{to.id}:{about}:{int(now.timestamp())}",
        to=to.slack_id,
        notice=notice,
        not_before=not_before,
        subject=KIND,
        subject_id=row.id,
        step=kind,
    )


def remember(
    session: Session, now: datetime, row: Absence, kind: str, actor_id: UUID | None = None
) -> None:
    record(
        session,
        now=now,
        team_id=session.get_one(Person, row.person_id).team_id,
        subject=KIND,
        subject_id=row.id,
        kind=kind,
        actor_id=actor_id,
        person=str(row.person_id),
        starts_at=row.starts_at.isoformat(),
        ends_at=row.ends_at.isoformat(),
        cover=str(row.cover_id) if row.cover_id else None,
        asked=str(row.asked_id) if row.asked_id else None,
    )


def _ref(session: Session, person_id: UUID | None) -> PersonRef | None:
    return ref_of(session.get(Person, person_id)) if person_id else None
