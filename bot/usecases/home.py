"""What is a person's own, over all their agreements."""

from datetime import datetime

from sqlmodel import Session, select

from bot.notices.commitments import CommitmentFacts
from bot.notices.goals import GoalFacts
from bot.notices.home import HomeFacts
from bot.notices.responsibilities import AreaFacts
from bot.notices.status import LeadLine
from bot.usecases.actors import Actor
from bot.usecases.commitments import list_commitments
from bot.usecases.goals import goals_of
from bot.usecases.leads.listing import Which, list_leads
from bot.usecases.responsibilities import list_areas
from models import Membership


def home(session: Session, *, now: datetime, actor: Actor) -> HomeFacts:
    """Return a person's leads, promises and areas, and the goals of their agreements."""
    leads: list[LeadLine] = []
    commitments: list[CommitmentFacts] = []
    areas: list[AreaFacts] = []
    goals: list[GoalFacts] = []
    mine = select(Membership.agreement_id).where(Membership.person_id == actor.person_id)
    for each in session.exec(mine).all():
        listed = list_leads(session, now=now, actor=actor, agreement_id=each, which=Which.MINE)
        leads += listed.lines
        commitments += list_commitments(session, now=now, actor=actor, agreement_id=each, mine=True)
        known = list_areas(session, now=now, actor=actor, agreement_id=each)
        areas += [area for area in known if actor.ref in (area.owner, area.cover)]
        goals += goals_of(session, now=now, agreement_id=each)
    return HomeFacts(
        leads=tuple(sorted(leads, key=_due)),
        commitments=tuple(sorted(commitments, key=lambda each: each.due_at)),
        areas=tuple(areas),
        goals=tuple(goals),
    )


def _due(line: LeadLine) -> tuple[bool, float]:
    """Order by due moment; a lead without one comes last."""
    return line.due_at is None, line.due_at.timestamp() if line.due_at else 0.0
