"""What is a person's own, over all their agreements."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from bot.notices.commitments import CommitmentFacts
from bot.notices.goals import GoalFacts
from bot.notices.home import HomeFacts, ReaderLoad
from bot.notices.responsibilities import AreaFacts
from bot.notices.status import LeadLine
from bot.rules.terms import LeadStage
from bot.usecases.actors import Actor
from bot.usecases.agreement.terms import show_agreement
from bot.usecases.commitments import list_commitments
from bot.usecases.goals import goals_of
from bot.usecases.leads.choosing import Deed, allowing
from bot.usecases.leads.listing import Which, list_leads
from bot.usecases.outbox.loads import busiest_readers
from bot.usecases.preferences import about_me
from bot.usecases.requests.listing import list_requests
from bot.usecases.responsibilities import list_areas
from models import Agreement, Membership


def home(session: Session, *, now: datetime, actor: Actor) -> HomeFacts:
    """Return what waits for a person, their promises and areas, and their agreements' goals."""
    commitments: list[CommitmentFacts] = []
    areas: list[AreaFacts] = []
    goals: list[GoalFacts] = []
    mine = _agreements(session, actor)
    for each in mine:
        commitments += list_commitments(session, now=now, actor=actor, agreement_id=each, mine=True)
        known = list_areas(session, now=now, actor=actor, agreement_id=each)
        areas += [area for area in known if actor.ref in (area.owner, area.cover)]
        goals += goals_of(session, now=now, agreement_id=each)
    leads, total = _leads(session, now, actor, mine, Which.MINE)
    led, total_led = _leads(session, now, actor, mine, Which.FOR_LEAD)
    asked = [list_requests(session, now=now, actor=actor, agreement_id=each) for each in mine]
    terms = [show_agreement(session, now=now, actor=actor, agreement_id=each) for each in mine]
    return HomeFacts(
        me=about_me(session, now=now, actor=actor),
        as_of=now,
        leads=_with_deeds(session, now, leads),
        total_leads=total,
        commitments=tuple(sorted(commitments, key=lambda each: each.due_at)),
        areas=tuple(areas),
        goals=tuple(goals),
        agreements=tuple(terms),
        busiest=_busiest(session, now, actor),
        requests=tuple(request for each in asked for request in each.to_answer),
        unowned_requests=tuple(request for each in asked for request in each.unowned),
        led=led,
        total_led=total_led,
    )


def _leads(
    session: Session, now: datetime, actor: Actor, agreements: list[UUID], which: Which
) -> tuple[tuple[LeadLine, ...], int]:
    """Return the first leads of a list, over all agreements, and how many it has."""
    lists = [
        list_leads(session, now=now, actor=actor, agreement_id=each, which=which)
        for each in agreements
    ]
    lines = sorted((line for each in lists for line in each.lines), key=_due)
    return tuple(lines), sum(each.total for each in lists)


def _agreements(session: Session, actor: Actor) -> list[UUID]:
    query = (
        select(Agreement.id)
        .join(Membership, col(Membership.agreement_id) == col(Agreement.id))
        .where(Membership.person_id == actor.person_id)
        .order_by(Agreement.name)
    )
    return list(session.exec(query).all())


def _busiest(session: Session, now: datetime, actor: Actor) -> tuple[ReaderLoad, ...] | None:
    return busiest_readers(session, now=now, team_id=actor.team_id) if actor.is_admin else None


def _with_deeds(session: Session, now: datetime, lines: Sequence[LeadLine]) -> tuple[LeadLine, ...]:
    ids = [line.lead.id for line in lines]
    later = allowing(session, Deed.SNOOZE, now=now, lead_ids=ids)
    asked = allowing(session, Deed.ACKNOWLEDGE, now=now, lead_ids=ids)
    return tuple(
        replace(line, can_snooze=line.lead.id in later, can_acknowledge=line.lead.id in asked)
        for line in lines
    )


def _due(line: LeadLine) -> tuple[bool, float]:
    """Order by due moment; what waits for nobody, or for marketing's answer, comes last."""
    if line.due_at is None or line.stage == LeadStage.REJECTED:
        return True, 0.0
    return False, line.due_at.timestamp()
