"""From what a person typed to the lead they mean, if it is theirs to see."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from bot.rules.attention import NoLeadFits
from bot.rules.public_id import as_public_id
from bot.rules.refusals import (
    LeadGivenBack,
    LeadIsClosed,
    NoOpenLead,
    NoSuchLead,
    WhichLead,
)
from bot.rules.rights import Action, may
from bot.rules.terms import CLOSED_STAGES, ClockState, PartyKind
from bot.usecases.actors import Actor, Part, part_of
from bot.usecases.clocks.sweep import catch_up
from bot.usecases.leads.choosing import Deed, fits
from bot.usecases.refusing import check_naming
from bot.usecases.standing import answers_for_lead, standing_of, stands_in_for
from models import Clock, Lead

CHOICES = 10


class Sight(StrEnum):
    """How much of a lead somebody may see; the table of rights says who."""

    FULL = "full"
    OUTLINE = "outline"
    NONE = "none"


def find_lead(
    session: Session,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID,
    text: str | None,
    act: bool = True,
    deed: Deed | None = None,
) -> tuple[Lead, Part]:
    """Return the lead meant and the actor's part in its agreement.

    Nothing typed means the actor's only open lead that ``deed`` can be done with. When it is to be
    acted on, what its clocks already owed is written down first. Raises ``NoSuchLead``,
    ``WhichLead``, ``NoOpenLead``, ``NoLeadFits``.
    """
    part = part_of(session, actor, agreement_id)
    wanted = (text or "").strip()
    lead = (
        _by_text(session, agreement_id, wanted)
        if wanted
        else _only_open(session, now, part, actor, deed)
    )
    covers = answers_for_lead(session, now=now, actor=actor, lead=lead)
    if sight_of(lead, actor, part, covers=covers) is Sight.NONE:
        raise NoSuchLead(wanted)
    if act:
        _lock(session, now, lead)
    return lead, part


def lead_by_id(
    session: Session, *, now: datetime, actor: Actor, lead_id: UUID, act: bool = True
) -> tuple[Lead, Part]:
    """Return the lead behind a button. The same words refuse an absent and a forbidden one."""
    lead = session.get(Lead, lead_id)
    if lead is None or lead.team_id != actor.team_id:
        raise NoSuchLead("")
    part = part_of(session, actor, lead.agreement_id)
    covers = answers_for_lead(session, now=now, actor=actor, lead=lead)
    if sight_of(lead, actor, part, covers=covers) is Sight.NONE:
        raise NoSuchLead("")
    if act:
        _lock(session, now, lead)
    return lead, part


def the_lead(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    lead: str | UUID | None,
    deed: Deed | None = None,
) -> tuple[Lead, Part]:
    """Return an open lead: a button names it by its id, a person by what they typed."""
    found, part = any_lead(session, now, actor, agreement_id, lead, deed)
    return still_open(found), part


def any_lead(
    session: Session,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    lead: str | UUID | None,
    deed: Deed | None = None,
    *,
    act: bool = True,
) -> tuple[Lead, Part]:
    """Return a lead, also a closed one; see ``the_lead``. Without ``act`` nothing changes."""
    if isinstance(lead, UUID):
        return lead_by_id(session, now=now, actor=actor, lead_id=lead, act=act)
    assert agreement_id is not None  # noqa: S101  typed words come with their agreement
    return find_lead(
        session,
        now=now,
        actor=actor,
        agreement_id=agreement_id,
        text=lead,
        act=act,
        deed=deed,
    )


def lead_to(
    session: Session,
    action: Action,
    *,
    now: datetime,
    actor: Actor,
    agreement_id: UUID | None,
    lead: str | UUID | None,
    deed: Deed | None = None,
) -> tuple[Lead, Part]:
    """Return an open lead the actor has the right to do something to; see ``the_lead``, ``allow``.

    Raises ``NotAllowed``, ``LeadIsClosed``, ``NoSuchLead``, ``WhichLead``, ``NoOpenLead``.
    """
    found, part = the_lead(session, now, actor, agreement_id, lead, deed)
    allow(session, action, now=now, actor=actor, lead=found, part=part)
    return found, part


def sight_of(lead: Lead, actor: Actor, part: Part, *, covers: bool = False) -> Sight:
    """Say how much of a lead an actor may see; ``covers`` says they stand in for its owner."""
    handed_over = part.party == PartyKind.MARKETING and lead.registered_by == actor.person_id
    owns = covers or handed_over or lead.owner_id == actor.person_id
    standing = replace(standing_of(actor, part), owns=owns)
    if may(Action.SEE_LEAD, standing):
        return Sight.FULL
    return Sight.OUTLINE if may(Action.SEE_LEAD_BRIEF, standing) else Sight.NONE


def allow(
    session: Session,
    action: Action,
    *,
    now: datetime,
    actor: Actor,
    lead: Lead,
    part: Part,
    in_rota: bool = False,
    has_reason: bool = False,
) -> bool:
    """Check the right to act on a lead; say whether it is the actor's own, or they cover it.

    Raises ``NotAllowed`` with those who may.
    """
    owns = answers_for_lead(session, now=now, actor=actor, lead=lead)
    tied = replace(standing_of(actor, part), owns=owns, in_rota=in_rota, has_reason=has_reason)
    check_naming(session, action, tied, agreement_id=lead.agreement_id)
    return owns


def answered_by(
    session: Session, now: datetime, actor: Actor, agreement_id: UUID
) -> ColumnElement[bool]:
    """Return the condition that a lead is the actor's own, or they stand in for its owner."""
    turns = select(Clock.lead_id).where(
        Clock.owner_id == actor.person_id, Clock.state != ClockState.STOPPED.value
    )
    people = stands_in_for(session, now=now, person_id=actor.person_id, agreement_id=agreement_id)
    return col(Lead.owner_id).in_(people) | col(Lead.id).in_(turns)


def still_open(lead: Lead) -> Lead:
    """Return the lead. Raises ``LeadIsClosed`` when it was won, lost or given back for good."""
    if lead.closed_at is not None:
        closed = LeadIsClosed if lead.stage in CLOSED_STAGES else LeadGivenBack
        raise closed(lead.public_id, lead.stage)
    return lead


def _lock(session: Session, now: datetime, lead: Lead) -> None:
    """Let one act at a time change a lead, and write down first what its clocks already owed."""
    session.refresh(lead, with_for_update=True)
    catch_up(session, now=now, lead_id=lead.id)
    session.refresh(lead)


def _by_text(session: Session, agreement_id: UUID, text: str) -> Lead:
    short = as_public_id(text)
    if short is not None:
        lead = session.exec(
            select(Lead).where(Lead.agreement_id == agreement_id, Lead.public_id == short)
        ).one_or_none()
        if lead is not None:
            return lead
    found = _by_name(session, agreement_id, text)
    if len(found) == 1:
        return found[0]
    if found:
        choices = tuple((lead.public_id, lead.company or lead.name) for lead in found)
        raise WhichLead(choices, text)
    raise NoSuchLead(text)


def _by_name(session: Session, agreement_id: UUID, text: str) -> list[Lead]:
    wanted = text.casefold()
    names = (col(Lead.name), col(Lead.company), col(Lead.email))
    same = [func.lower(name) == wanted for name in names]
    exact = select(Lead).where(Lead.agreement_id == agreement_id, same[0] | same[1] | same[2])
    latest = col(Lead.stored_at).desc()
    found = session.exec(exact.order_by(latest).limit(CHOICES)).all()
    if found:
        return list(found)
    starts = [func.lower(name).startswith(wanted, autoescape=True) for name in names]
    like = select(Lead).where(Lead.agreement_id == agreement_id, starts[0] | starts[1] | starts[2])
    is_open = col(Lead.closed_at).is_(None)
    running = session.exec(like.where(is_open).order_by(latest).limit(CHOICES)).all()
    return list(running or session.exec(like.order_by(latest).limit(CHOICES)).all())


def _only_open(
    session: Session, now: datetime, part: Part, actor: Actor, deed: Deed | None
) -> Lead:
    mine = _open_leads(session, now, part, actor, deed)
    if not mine:
        raise NoLeadFits if deed and _open_leads(session, now, part, actor, None) else NoOpenLead
    if len(mine) > 1:
        raise WhichLead(tuple((lead.public_id, lead.company or lead.name) for lead in mine))
    return mine[0]


def _open_leads(
    session: Session, now: datetime, part: Part, actor: Actor, deed: Deed | None
) -> Sequence[Lead]:
    query = select(Lead).where(
        Lead.agreement_id == part.agreement_id,
        answered_by(session, now, actor, part.agreement_id),
        col(Lead.closed_at).is_(None),
    )
    if deed is not None:
        undoes_any = may(Action.CORRECT_TOUCH, standing_of(actor, part))
        query = query.where(fits(deed, now, undoes_any=undoes_any))
    return session.exec(query.order_by(col(Lead.stored_at).desc()).limit(CHOICES)).all()
