"""What every table shares: instants, ids, names of constraints, compare-and-set."""

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    CursorResult,
    Dialect,
    Executable,
    MetaData,
    TypeDecorator,
    Uuid,
    false,
)
from sqlmodel import Field, Session, SQLModel

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in whole seconds, stored as seconds since 1970 on every database.

    Raises ``ValueError`` for a naive value: guessing a zone would move deadlines.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002  the name and shape are SQLAlchemy's
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive instant: {value!r}")
        return (value - EPOCH) // timedelta(seconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  the name and shape are SQLAlchemy's
        return None if value is None else EPOCH + timedelta(seconds=value)


class Hundredths(TypeDecorator[Decimal]):
    """A decimal number with two places, stored as whole hundredths: exact on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002  the name and shape are SQLAlchemy's
        return None if value is None else int((value * 100).to_integral_value(ROUND_HALF_EVEN))

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002  the name and shape are SQLAlchemy's
        return None if value is None else Decimal(value) / 100


class Row(SQLModel):
    """Base of all tables."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def key() -> Any:  # noqa: ANN401  Field() is declared as Any by SQLModel
    """Return a primary key column of random UUIDs: nothing can be inferred or inherited from it."""
    return Field(default_factory=uuid4, primary_key=True, sa_type=Uuid)


def link(target: str, *, nullable: bool = False, index: bool = False) -> Any:  # noqa: ANN401  as above
    """Return a column that points at another table's key."""
    if nullable:
        return Field(default=None, foreign_key=target, index=index, nullable=True)
    return Field(foreign_key=target, index=index)


def at(*, nullable: bool = False, index: bool = False) -> Any:  # noqa: ANN401  as above
    """Return a column that holds an instant."""
    if nullable:
        return Field(default=None, sa_type=UtcDateTime, index=index, nullable=True)
    return Field(sa_type=UtcDateTime, index=index)


def later(*, filled: str | bool) -> Any:  # noqa: ANN401  as above
    """Return a column that a migration added: the database fills it in rows it had before.

    Kept as a default of the database, so that SQLite need not build the table anew under rows
    that refer to it.
    """
    default = false() if filled is False else filled
    return Field(default=filled, sa_column_kwargs={"server_default": default})


def changed(session: Session, statement: Executable) -> int:
    """Run a conditional update and say how many rows it changed.

    Zero means somebody else was quicker, which is normal: the caller reads again or gives way.
    """
    outcome = session.execute(statement)
    assert isinstance(outcome, CursorResult)  # noqa: S101  an UPDATE or DELETE always gives one
    return outcome.rowcount


def new_id() -> UUID:
    return uuid4()
