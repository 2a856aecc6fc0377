"""An index by which an agreement's recent events of a kind are found."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_event_agreement", "event", ["agreement_id", "kind", "noticed_at"])


def downgrade() -> None:
    op.drop_index("ix_event_agreement", "event")
