"""Whose reminders are told together each morning, and since when they are measured."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("preference", sa.Column("gathered_at", sa.BigInteger(), nullable=True))
    op.add_column("preference", sa.Column("measured_from", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("preference", "measured_from")
    op.drop_column("preference", "gathered_at")
