"""When an agreement's next working day begins."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.usecases.clocks.promises import office_of
from models import Agreement

A_DAY = timedelta(days=1)


def next_morning(session: Session, agreement: Agreement, now: datetime) -> datetime:
    """Return the first working moment after the next midnight of the agreement's wall clock."""
    tomorrow = now.astimezone(ZoneInfo(agreement.zone)).date() + A_DAY
    midnight = datetime(
        tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=ZoneInfo(agreement.zone)
    )
    return office_of(session, agreement.id).next_open(midnight.astimezone(UTC))
