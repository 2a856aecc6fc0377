"""Notes to the admin about the bot's own work, each at most once an hour or a day."""

from datetime import datetime

from sqlmodel import Session

from bot.notices.digests import AdminNote
from bot.usecases.outbox.posts import Post, enqueue_many
from bot.usecases.outbox.readers import admins

HOURLY, DAILY = "%Y-%m-%dT%H", "%Y-%m-%d"


def tell_admins(
    session: Session, *, now: datetime, team_id: str, note: AdminNote, about: str, every: str
) -> None:
    """Owe each admin a note. The same kind about the same thing is told once per ``every``."""
    key = f"note:{note.kind}:{about}:{now.strftime(every)}"
    enqueue_many(
        session,
        [
            Post(team_id, f"{key}:{admin.slack_id}", admin.slack_id, note)
            for admin in admins(session, team_id)
        ],
        now=now,
    )
