"""How far a lead has come, asked of what was done with it."""

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.rules.terms import LeadStage, Outcome
from models import Lead, Touch


def stage_reached(session: Session, lead: Lead) -> LeadStage:
    """Return the stage an open lead is in by its acceptance and the follow-ups that count."""
    outcomes = {touch.outcome for touch in session.exec(live_touches(lead)).all()}
    if Outcome.QUALIFIED in outcomes:
        return LeadStage.QUALIFIED
    if outcomes:
        return LeadStage.WORKING
    return LeadStage.NEW if lead.accepted_at is None else LeadStage.ACCEPTED


def live_touches(lead: Lead) -> SelectOfScalar[Touch]:
    """Ask for the follow-ups nobody took back."""
    return select(Touch).where(Touch.lead_id == lead.id, col(Touch.undone_at).is_(None))
