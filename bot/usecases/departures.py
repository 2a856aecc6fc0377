"""An owner's account is closed: the sales lead is told, and gives their leads out by the rota.

Should the owner be back first, the leads stay theirs.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.notices.departures import LeadsGivenOut, LeadsKept, OwnerLeft
from bot.rules.departures import NobodyLeft, OwnerIsBack
from bot.rules.refusals import NotAMember
from bot.rules.rights import Action, may
from bot.rules.terms import PartyKind
from bot.usecases.absence.leaving import stop_covering
from bot.usecases.actors import Actor, actor_of, ref_of, who_speaks_for
from bot.usecases.clocks import tally
from bot.usecases.clocks.running import clocks_of
from bot.usecases.clocks.sweep import catch_up
from bot.usecases.clocks.turns import hand_over
from bot.usecases.leads.cards import lead_facts
from bot.usecases.leads.giving import opening, route
from bot.usecases.outbox.posts import enqueue
from bot.usecases.outbox.readers import admins
from bot.usecases.outbox.rewrites import settle
from bot.usecases.standing import check_right, standing_in
from models import Agreement, Departure, Lead, Person
from models.base import changed

SUBJECT = "departure"
NAMED = 10
AT_ONCE = 100
"""Leads given out with one press, which has to be answered within three seconds."""

OLDEST_FIRST = (col(Lead.received_at), col(Lead.company), col(Lead.public_id))


def mark_as_left(session: Session, *, now: datetime, person: Person) -> bool:
    """Close a person's account here: they cover for nobody, and their open leads are told of.

    Slack tells of it more than once; whoever changes the row tells, the others find it done. Say
    whether it was done here.
    """
    closing = update(Person).where(
        col(Person.id) == person.id, col(Person.is_deactivated).is_(False)
    )
    if not changed(session, closing.values(is_deactivated=True)):
        return False
    session.refresh(person)
    stop_covering(session, now=now, person=person)
    owned = select(Lead.agreement_id).where(
        Lead.owner_id == person.id, col(Lead.closed_at).is_(None)
    )
    for agreement_id in session.exec(owned.distinct()).all():
        _tell(session, now, person, session.get_one(Agreement, agreement_id))
    return True


def note_return(session: Session, *, now: datetime, person: Person) -> None:
    """Somebody's account is open again: whoever was to give their leads out reads so."""
    waiting = select(Departure.id).where(
        Departure.person_id == person.id, col(Departure.answered_at).is_(None)
    )
    for departure_id in session.exec(waiting.order_by(col(Departure.id))).all():
        unanswered = (col(Departure.id) == departure_id, col(Departure.answered_at).is_(None))
        if changed(session, update(Departure).where(*unanswered).values(answered_at=now)):
            kept = LeadsKept(ref_of(person))
            settle(session, now=now, subject_id=departure_id, notice=kept)


def give_out(
    session: Session, *, now: datetime, actor: Actor, departure_id: UUID, most: int = AT_ONCE
) -> LeadsGivenOut:
    """Give leads of somebody who left to whoever's turn it is, at most ``most`` of them.

    Raises ``NotAMember``, ``NotAllowed``, ``OwnerIsBack``, and ``NobodyLeft`` when none of them is
    left.
    """
    departure = session.get(Departure, departure_id)
    if departure is None:
        raise NotAMember
    check_right(session, Action.REASSIGN, actor=actor, agreement_id=departure.agreement_id)
    person = session.get_one(Person, departure.person_id)
    if not person.is_deactivated:
        raise OwnerIsBack(person.name)
    theirs = _open_leads(departure).order_by(*OLDEST_FIRST).limit(most)
    # Of two who press at once the second finds the leads with their new owners.
    leads = session.exec(theirs.with_for_update()).all()
    if not leads:
        raise NobodyLeft
    for lead in leads:
        _pass_on(session, now, lead, person)
    session.flush()
    given = sum(1 for lead in leads if lead.owner_id is not None)
    left = _count(session, departure)
    told = LeadsGivenOut(actor_of(person).ref, actor.ref, given, len(leads) - given, left)
    if not left:
        departure.answered_by, departure.answered_at = actor.person_id, now
        session.add(departure)
        settle(session, now=now, subject_id=departure.id, notice=told)
    return told


def has_leads_left(session: Session, departure_id: UUID) -> bool:
    """Say whether a message about somebody who left still asks for anything."""
    departure = session.get_one(Departure, departure_id, populate_existing=True)
    person = session.get_one(Person, departure.person_id, populate_existing=True)
    is_waiting = departure.answered_at is None and person.is_deactivated
    return is_waiting and _count(session, departure) > 0


def _tell(session: Session, now: datetime, person: Person, agreement: Agreement) -> None:
    departure = Departure(person_id=person.id, agreement_id=agreement.id, left_at=now)
    session.add(departure)
    session.flush()
    first = session.exec(_open_leads(departure).order_by(*OLDEST_FIRST).limit(NAMED)).all()
    notice = OwnerLeft(
        departure_id=departure.id,
        agreement=agreement.name,
        person=actor_of(person).ref,
        leads=tuple(lead_facts(lead) for lead in first),
        total=_count(session, departure),
    )
    for reader in _who_hears(session, agreement):
        enqueue(
            session,
            now=now,
            team_id=agreement.team_id,
            key=f"{departure.id}:left:{reader.slack_id}",
            to=reader.slack_id,
            notice=_as_read_by(session, reader, agreement, notice),
            subject=SUBJECT,
            subject_id=departure.id,
            not_before=opening(session, first[0], now),
        )


def _who_hears(session: Session, agreement: Agreement) -> list[Person]:
    """Return who leads sales, else whoever speaks for another side, else the admins."""
    speakers = who_speaks_for(session, agreement.id, PartyKind.SALES)
    return speakers or admins(session, agreement.team_id)


def _as_read_by(
    session: Session, reader: Person, agreement: Agreement, notice: OwnerLeft
) -> OwnerLeft:
    standing = standing_in(session, actor=actor_of(reader), agreement_id=agreement.id)
    return replace(
        notice,
        leads=notice.leads if may(Action.SEE_LEAD, standing) else (),
        gives_out=may(Action.REASSIGN, standing),
    )


def _pass_on(session: Session, now: datetime, lead: Lead, former: Person) -> None:
    """Take a lead from whoever left, so that a rota without anybody leaves it openly unowned."""
    catch_up(session, now=now, lead_id=lead.id)
    session.refresh(lead)
    lead.owner_id, lead.assigned_at = None, None
    lead.revision += 1
    session.add(lead)
    tally.count_lead(session, lead.agreement_id, is_unowned=1)
    for clock in clocks_of(session, lead.id):
        hand_over(session, now=now, clock=clock, owner_id=None)
    route(session, now=now, lead=lead, but=former.id)


def _open_leads(departure: Departure) -> SelectOfScalar[Lead]:
    return select(Lead).where(
        Lead.agreement_id == departure.agreement_id,
        Lead.owner_id == departure.person_id,
        col(Lead.closed_at).is_(None),
    )


def _count(session: Session, departure: Departure) -> int:
    return session.exec(select(func.count()).select_from(_open_leads(departure).subquery())).one()
