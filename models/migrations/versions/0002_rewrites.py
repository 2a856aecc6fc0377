"""Find the rewrites of a message, and the messages of a clock, without reading all messages."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_outbox_updates", "outbox", ["updates"])
    op.create_index("ix_outbox_clock_id", "outbox", ["clock_id"])


def downgrade() -> None:
    op.drop_index("ix_outbox_clock_id", "outbox")
    op.drop_index("ix_outbox_updates", "outbox")
