"""Statements built once: building one anew costs more than running it."""

from collections.abc import Mapping

from sqlalchemy import CursorResult, Table, Update
from sqlmodel import Session, SQLModel


def table_of(model: type[SQLModel]) -> Table:
    """Return the table behind a model."""
    return model.metadata.tables[str(model.__tablename__)]


def changed(session: Session, statement: Update, values: Mapping[str, object]) -> int:
    """Run a prebuilt conditional update and say how many rows it changed."""
    outcome = session.execute(statement, values)
    assert isinstance(outcome, CursorResult)  # noqa: S101  an UPDATE always gives one
    return outcome.rowcount
