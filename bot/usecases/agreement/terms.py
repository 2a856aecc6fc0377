"""An agreement as both sides can read it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.notices.agreements import AgreementTerms, DayHours, WindowTerms
from bot.notices.people import PersonRef
from bot.rules.opening_hours import zone_named
from bot.rules.rights import Action, check, may
from bot.rules.terms import PartyKind, side_called
from bot.usecases.actors import Actor, leads_of, ref_of
from bot.usecases.clocks.promises import calendar_of
from bot.usecases.standing import check_right, standing_in
from models import Agreement, Calendar, Person, RotaPlace, Window


def show_agreement(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> AgreementTerms:
    """Return the terms of an agreement the actor has a part in."""
    check_right(session, Action.SEE_TOTALS, actor=actor, agreement_id=agreement_id)
    return terms_of(session, now, session.get_one(Agreement, agreement_id))


def agreement_in_force(
    session: Session, *, now: datetime, actor: Actor, agreement_id: UUID
) -> AgreementTerms:
    """Return the terms to whoever has a part in them, and to whoever may set up agreements."""
    standing = standing_in(session, actor=actor, agreement_id=agreement_id)
    if not may(Action.SET_UP, standing):
        check(Action.SEE_TOTALS, standing)
    return terms_of(session, now, session.get_one(Agreement, agreement_id))


def terms_of(session: Session, now: datetime, agreement: Agreement) -> AgreementTerms:
    calendar = calendar_of(session, agreement.id)
    return AgreementTerms(
        name=agreement.name,
        kind=agreement.kind,
        celebration_channel_id=agreement.celebration_channel_id,
        marketing_leads=_refs(leads_of(session, agreement.id, PartyKind.MARKETING)),
        sales_leads=_refs(leads_of(session, agreement.id, PartyKind.SALES)),
        reps=_reps(session, agreement.id),
        zone=calendar.zone,
        hours=_hours(calendar),
        holidays=_holidays_this_year(now, calendar),
        windows=_windows(session, agreement),
    )


def _refs(people: list[Person]) -> tuple[PersonRef, ...]:
    return tuple(ref_of(person) for person in people)


def _reps(session: Session, agreement_id: UUID) -> tuple[PersonRef, ...]:
    places = (
        select(Person)
        .join(RotaPlace, col(RotaPlace.person_id) == col(Person.id))
        .where(RotaPlace.agreement_id == agreement_id)
        .group_by(col(Person.id))
        .order_by(func.min(RotaPlace.position), col(Person.name))
    )
    return _refs(list(session.exec(places).all()))


def _hours(calendar: Calendar) -> tuple[DayHours, ...]:
    return tuple(
        DayHours(int(day), tuple(f"{start}-{end}" for start, end in blocks))
        for day, blocks in sorted(calendar.week.items())
        if blocks
    )


def _holidays_this_year(now: datetime, calendar: Calendar) -> int:
    """The calendar knows those of several years."""
    year = now.astimezone(zone_named(calendar.zone)).year
    return sum(date.fromisoformat(day).year == year for day in calendar.holidays)


def _windows(session: Session, agreement: Agreement) -> tuple[WindowTerms, ...]:
    windows = session.exec(
        select(Window)
        .where(Window.agreement_id == agreement.id, Window.version == agreement.version)
        .order_by(col(Window.target))
    ).all()
    return tuple(
        WindowTerms(
            window.stage,
            side_called(agreement.kind, window.party),
            window.target,
            window.around_the_clock,
        )
        for window in windows
    )
