"""Instants are kept as whole UTC seconds, and come back aware; a guess at a zone is refused."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import literal, select
from sqlalchemy.exc import StatementError

from models.base import UtcDateTime
from models.database import Database

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def kept(database: Database, instant: datetime | None) -> datetime | None:
    """Give an instant to the database and take it back."""
    with database.reading() as session:
        found: datetime | None = session.execute(select(literal(instant, UtcDateTime))).scalar_one()
        return found


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        pytest.param(NINE, NINE, id="utc"),
        pytest.param(
            datetime(2026, 11, 23, 4, tzinfo=ZoneInfo("America/Bogota")), NINE, id="another zone"
        ),
        pytest.param(
            datetime(2026, 11, 23, 14, 45, tzinfo=timezone(timedelta(hours=5, minutes=45))),
            NINE,
            id="an offset of three quarters of an hour",
        ),
        pytest.param(
            datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Madrid"), fold=1),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            id="the second of two half past twos",
        ),
        pytest.param(NINE + timedelta(microseconds=999_999), NINE, id="parts of a second fall off"),
        pytest.param(
            datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
            datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC),
            id="before the epoch",
        ),
        pytest.param(
            datetime(2150, 1, 1, tzinfo=UTC),
            datetime(2150, 1, 1, tzinfo=UTC),
            id="beyond what 32 bits hold",
        ),
        pytest.param(None, None, id="no instant"),
    ],
)
def test_an_instant_comes_back_as_the_same_moment_in_utc(
    database: Database, given: datetime | None, taken: datetime | None
) -> None:
    found = kept(database, given)

    assert found == taken
    assert found is None or found.utcoffset() == timedelta(0)


def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="naive instant"):
        kept(database, datetime(2026, 11, 23, 9))  # noqa: DTZ001  the mistake itself
