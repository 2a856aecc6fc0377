"""A request's row, changed by one hand at a time."""

from sqlmodel import Session, col, update

from bot.usecases.requests.finding import still_open
from models import Request
from models.base import changed


def move_on(session: Session, row: Request, **values: object) -> None:
    """Change a request still in the state it was read in.

    Raises ``RequestAnswered`` or ``RequestWithdrawn`` when somebody was quicker.
    """
    session.flush()
    unchanged = (col(Request.id) == row.id, col(Request.state) == row.state)
    if not changed(session, update(Request).where(*unchanged).values(**values)):
        session.refresh(row)
        still_open(session, row)
    session.refresh(row)
