"""Calling out, once a week, what nobody answers for."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.responsibilities import AreasUnowned
from bot.rules.terms import PartyKind
from bot.usecases.actors import who_speaks_for
from bot.usecases.outbox import enqueue
from bot.usecases.responsibilities.rows import areas_of, facts_of
from models import Agreement, Person, Responsibility

UNOWNED = "unowned_areas"


def tell_unowned(session: Session, *, now: datetime, agreement: Agreement, week: str) -> None:
    """Tell those who speak for a side which of its areas have no owner; none, and nobody is told.

    ``week`` names the week, so that it is told once however often it is decided.
    """
    for party in PartyKind:
        rows = _unowned(session, agreement.id, party)
        areas = tuple(facts_of(session, now, row) for row in rows)
        speakers = who_speaks_for(session, agreement.id, party) if areas else []
        for person in speakers:
            enqueue(
                session,
                now=now,
                team_id=agreement.team_id,
                key=f"{UNOWNED}:{agreement.id}:{party}:{week}:{person.id}",
                to=person.slack_id,
                notice=AreasUnowned(agreement.name, areas),
                subject=UNOWNED,
                subject_id=agreement.id,
                step=party.value,
            )


def is_any_unowned(session: Session, agreement_id: UUID, party: str) -> bool:
    """Say whether the word about a side's areas is still true of one of them."""
    return bool(_unowned(session, agreement_id, party))


def _unowned(session: Session, agreement_id: UUID, party: str) -> list[Responsibility]:
    """Return what nobody still in the workspace owns."""
    here = select(Person.id).where(col(Person.is_deactivated).is_(False))
    owned = set(session.exec(here.join(Responsibility, col(Responsibility.owner_id) == Person.id)))
    return [
        row
        for row in areas_of(session, agreement_id).values()
        if row.party == party and row.owner_id not in owned
    ]
