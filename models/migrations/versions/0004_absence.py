"""Who was asked to cover an absence, and what was offered from somebody's Slack status."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("told_by", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("began_at", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_absence_asked_id"), "person", ["asked_id"], ["id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_absence_told_by"), "person", ["told_by"], ["id"])
    # Not in a batch: that makes the table anew, and every other table points at this one.
    op.add_column("person", sa.Column("offered_status", sa.String(), nullable=True))
    op.add_column("person", sa.Column("offered_until", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "offered_until")
    op.drop_column("person", "offered_status")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_absence_told_by"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_absence_asked_id"), type_="foreignkey")
        batch_op.drop_column("began_at")
        batch_op.drop_column("told_by")
        batch_op.drop_column("asked_id")
