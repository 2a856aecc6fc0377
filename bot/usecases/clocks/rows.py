"""A clock's row joined with what names its lead to people."""

from typing import Any

from sqlalchemy import SQLColumnExpression, select
from sqlmodel import col

from models import Clock, Lead
from models import Row as Table

_LEAD_COLUMNS: tuple[SQLColumnExpression[Any], ...] = (
    col(Lead.team_id),
    col(Lead.public_id),
    col(Lead.name),
    col(Lead.company),
    col(Lead.source),
    col(Lead.segment),
    col(Lead.score),
    col(Lead.owner_id).label("lead_owner_id"),
)
CLOCKS = select(*Table.metadata.tables["clock"].columns, *_LEAD_COLUMNS).join_from(
    Clock, Lead, col(Clock.lead_id) == col(Lead.id), isouter=True
)
