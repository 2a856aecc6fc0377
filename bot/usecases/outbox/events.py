"""Events taken from Slack, once each however often Slack repeats them."""

from datetime import datetime

from sqlmodel import Session

from bot.usecases.outbox.posts import insert_new
from models import Inbox


def take_event(session: Session, *, now: datetime, event_id: str) -> bool:
    """Take an event within the transaction of its effect; ``False`` means it was taken before."""
    return bool(insert_new(session, Inbox, [{"event_id": event_id, "taken_at": now}]))
