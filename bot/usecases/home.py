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
from bot.usecases.responsibilities import list_areas
from models import Agreement, Membership


def home(session: Session, *, now: datetime, actor: Actor) -> HomeFacts:
    """Return a person's first leads with their number, their promises, areas and agreements."""
    leads: list[LeadLine] = []
    commitments: list[CommitmentFacts] = []
    areas: list[AreaFacts] = []
    goals: list[GoalFacts] = []
    total, mine = 0, _agreements(session, actor)
    for each in mine:
        listed = list_leads(session, now=now, actor=actor, agreement_id=each, which=Which.MINE)
        leads += listed.lines
        total += listed.total
        commitments += list_commitments(session, now=now, actor=actor, agreement_id=each, mine=True)
        known = list_areas(session, now=now, actor=actor, agreement_id=each)
        areas += [area for area in known if actor.ref in (area.owner, area.cover)]
        goals += goals_of(session, now=now, agreement_id=each)
    terms = [show_agreement(session, now=now, actor=actor, agreement_id=each) for each in mine]
    return HomeFacts(
        me=about_me(session, now=now, actor=actor),
        as_of=now,
        leads=tuple(sorted(_with_deeds(session, now, leads), key=_due)),
        total_leads=total,
        commitments=tuple(sorted(commitments, key=lambda each: each.due_at)),
        areas=tuple(areas),
        goals=tuple(goals),
        agreements=tuple(terms),
        busiest=_busiest(session, now, actor),
    )


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


def _with_deeds(session: Session, now: datetime, lines: Sequence[LeadLine]) -> list[LeadLine]:
    ids = [line.lead.id for line in lines]
    later = allowing(session, Deed.SNOOZE, now=now, lead_ids=ids)
    asked = allowing(session, Deed.ACKNOWLEDGE, now=now, lead_ids=ids)
    return [
        replace(line, can_snooze=line.lead.id in later, can_acknowledge=line.lead.id in asked)
        for line in lines
    ]


def _due(line: LeadLine) -> tuple[bool, float]:
    """Order by due moment; what waits for nobody, or for marketing's answer, comes last."""
    if line.due_at is None or line.stage == LeadStage.REJECTED:
        return True, 0.0
    return False, line.due_at.timestamp()
