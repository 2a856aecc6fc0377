"""Showing leads: the card, the lists, and the clock explained."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, exists, false, func, not_, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.notices.leads import LeadCard
from bot.notices.status import ClockStory, LeadLine, LeadList, StoryLine
from bot.rules.rights import Action, may
from bot.rules.terms import ClockState, LeadStage
from bot.usecases.actors import Actor, Part, find_person, part_of
from bot.usecases.clocks.counting import used_at
from bot.usecases.clocks.promises import promise
from bot.usecases.leads.cards import card_for, lead_facts, outline_facts
from bot.usecases.leads.choosing import Deed
from bot.usecases.leads.finding import Sight, answered_by, any_lead, sight_of
from bot.usecases.leads.late import Reach, late_for, reach_of
from bot.usecases.standing import answers_for_lead, standing_of
from models import Clock, Event, Lead, Person, Role

PAGE = 20
SAID_OF_THE_LEAD = {"clock.paused": "lead.paused", "clock.resumed": "lead.resumed"}

Told = tuple[StoryLine, str | None]
"""A line of a history, and the clock it is about, if only one."""


class Which(StrEnum):
    """The lists one can ask for."""

    OPEN = "open"
    MINE = "mine"
    LATE = "late"
    UNOWNED = "unowned"
    OF = "of"
    MATCHING = "matching"
    FOR_LEAD = "for_lead"
    """What waits for whoever leads a side, beside leads of their own."""


def show_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
    deed: Deed | None = None,
) -> LeadCard:
    """Return a lead's card, as far as the actor may see it.

    Of a person who names none it is the only open one that ``deed`` can be done with.
    """
    found, part = any_lead(session, now, actor, agreement_id, lead, deed, act=False)
    return card_for(session, now=now, lead=found, actor=actor, part=part)


def list_leads(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    which: Which = Which.OPEN,
    text: str = "",
) -> LeadList:
    """Return open leads, the one due first on top; at most a page of them, with the total."""
    part = part_of(session, actor, agreement_id)
    query = _filtered(session, now, actor, part, which, text)
    total = session.exec(select(func.count()).select_from(query.subquery())).one()
    rows = session.exec(query.order_by(*_due_first()).limit(PAGE)).all()
    lines = tuple(_line_for(session, now, lead, actor, part) for lead in rows)
    return LeadList(title=_title(which, actor, part, text), total=total, lines=lines)


def _title(which: Which, actor: Actor, part: Part, text: str) -> str:
    """Name the list; that of late leads by whose it has, so that an empty one promises no more."""
    if which is Which.MATCHING:
        return text
    reach = reach_of(actor, part)
    return f"late_{reach}" if which is Which.LATE and reach is not Reach.ALL else which.value


def all_open_leads(session: Session, *, now: datetime, agreement_id: UUID) -> tuple[LeadLine, ...]:
    """Return every open lead, for the operator at the command line."""
    del now
    query = select(Lead).where(Lead.agreement_id == agreement_id, col(Lead.closed_at).is_(None))
    rows = session.exec(query.order_by(*_due_first())).all()
    return tuple(line_of(session, lead) for lead in rows)


def why_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None = None,
    lead: str | UUID | None = None,
) -> tuple[ClockStory, ...]:
    """Return the story of each of a lead's clocks, from the history.

    It names people and what they said: there is none for whoever sees the lead in outline.
    """
    found, part = any_lead(session, now, actor, agreement_id, lead, act=False)
    if _sight(session, now, found, actor, part) is not Sight.FULL:
        return ()
    facts = lead_facts(found)
    clocks = session.exec(
        select(Clock).where(Clock.lead_id == found.id).order_by(col(Clock.target))
    ).all()
    events = _told_once(story_lines(session, found.id))
    return tuple(
        ClockStory(
            lead=facts,
            stage=clock.stage,
            target=clock.target,
            consumed=used_at(clock, promise(session, clock.window_id), now),
            outcome=clock.outcome,
            state=clock.state,
            due_at=clock.due_at,
            lines=tuple(line for line, about in events if about in (None, str(clock.id))),
        )
        for clock in clocks
    )


def _filtered(
    session: Session, now: datetime, actor: Actor, part: Part, which: Which, text: str
) -> SelectOfScalar[Lead]:
    query = select(Lead).where(
        Lead.agreement_id == part.agreement_id, col(Lead.closed_at).is_(None)
    )
    if not may(Action.SEE_LEAD_BRIEF, standing_of(actor, part)):
        query = query.where(Lead.registered_by == actor.person_id)
    match which:
        case Which.OPEN:
            return query
        case Which.MINE:
            return query.where(answered_by(session, now, actor, part.agreement_id))
        case Which.UNOWNED:
            return query.where(col(Lead.owner_id).is_(None))
        case Which.OF:
            person = find_person(session, team_id=actor.team_id, text=text)
            return query.where(Lead.owner_id == person.id)
        case Which.MATCHING:
            return query.where(
                col(Lead.name).icontains(text, autoescape=True)
                | col(Lead.company).icontains(text, autoescape=True)
            )
        case Which.LATE | Which.FOR_LEAD:
            found = _is_late if which is Which.LATE else _waits_for_lead
            return query.where(found(session, now, actor, part))


def _is_late(session: Session, now: datetime, actor: Actor, part: Part) -> ColumnElement[bool]:
    seen = late_for(session, now=now, actor=actor, part=part)
    return exists().where(col(Clock.lead_id) == col(Lead.id), *seen)


def _waits_for_lead(
    session: Session, now: datetime, actor: Actor, part: Part
) -> ColumnElement[bool]:
    """Late ones of others, those to be given out, those returned: as far as rights go."""
    if part.role != Role.LEAD:
        return false()
    standing = standing_of(actor, part)
    asks = [_is_late(session, now, actor, part)]
    if may(Action.REASSIGN, standing):
        asks.append(col(Lead.owner_id).is_(None))
    if may(Action.ANSWER_REJECTION, standing):
        asks.append(col(Lead.stage) == LeadStage.REJECTED.value)
    return or_(*asks) & not_(answered_by(session, now, actor, part.agreement_id))


def _due_first() -> tuple[ColumnElement[datetime], ...]:
    due = (
        select(func.min(Clock.due_at))
        .where(Clock.lead_id == Lead.id, Clock.state == ClockState.RUNNING.value)
        .scalar_subquery()
    )
    return due.asc().nulls_last(), col(Lead.received_at).desc()


def _line_for(session: Session, now: datetime, lead: Lead, actor: Actor, part: Part) -> LeadLine:
    """Return a lead's line as far as the actor may see it: in outline, without its clock."""
    line = line_of(session, lead)
    if _sight(session, now, lead, actor, part) is Sight.FULL:
        return line
    return replace(line, lead=outline_facts(lead), window=None, due_at=None, is_late=False)


def _sight(session: Session, now: datetime, lead: Lead, actor: Actor, part: Part) -> Sight:
    covers = answers_for_lead(session, now=now, actor=actor, lead=lead)
    return sight_of(lead, actor, part, covers=covers)


def line_of(session: Session, lead: Lead) -> LeadLine:
    """Return a lead's line in full; whoever calls has checked who reads it."""
    clock = session.exec(
        select(Clock)
        .where(Clock.lead_id == lead.id, Clock.state != ClockState.STOPPED.value)
        .order_by(col(Clock.due_at).asc())
    ).first()
    owner = None if lead.owner_id is None else session.get(Person, lead.owner_id)
    return LeadLine(
        lead=lead_facts(lead),
        stage=lead.stage,
        owner_name=None if owner is None else owner.name,
        window=None if clock is None else clock.stage,
        due_at=None if clock is None else clock.due_at,
        is_late=clock is not None and clock.breached_at is not None,
    )


def _told_once(lines: list[Told]) -> list[Told]:
    """Leave out that each clock was paused or resumed where a line says who did it and why."""
    said = {(line.kind, line.at) for line, _ in lines}
    return [
        (line, about)
        for line, about in lines
        if (SAID_OF_THE_LEAD.get(line.kind), line.at) not in said
    ]


def story_lines(session: Session, subject_id: UUID) -> list[Told]:
    """Return a history in order, each line with the clock it is about, if only one."""
    rows = session.exec(
        select(Event, Person)
        .join(Person, col(Person.id) == col(Event.actor_id), isouter=True)
        .where(Event.subject_id == subject_id)
        .order_by(col(Event.happened_at), col(Event.noticed_at), col(Event.sequence))
    ).all()
    lines = []
    for event, person in rows:
        clock = event.facts.get("clock")
        facts = tuple(
            (name, str(value))
            for name, value in event.facts.items()
            if value is not None and name != "clock"
        )
        # An outer join leaves the person empty; SQLModel's types do not say so.
        name = person.name if person else None
        line = StoryLine(event.kind, event.happened_at, name, facts)
        lines.append((line, None if clock is None else str(clock)))
    return lines
