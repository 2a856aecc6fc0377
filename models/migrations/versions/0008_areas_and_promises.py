"""What areas mean, and promises of a whole side."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SIDE_OF_THE_OWNER = """
UPDATE commitment SET party = COALESCE(
    (SELECT membership.party FROM membership
     WHERE membership.agreement_id = commitment.agreement_id
       AND membership.person_id = commitment.owner_id), '')
"""


def upgrade() -> None:
    op.add_column("responsibility", _text("meaning_en"))
    op.add_column("responsibility", _text("meaning_es"))
    op.add_column("responsibility", sa.Column("removed_at", sa.BigInteger(), nullable=True))
    op.add_column("commitment", _text("party"))
    op.add_column(
        "commitment", sa.Column("of_party", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("commitment", _text("how"))
    op.execute(SIDE_OF_THE_OWNER)


def downgrade() -> None:
    for name in ("how", "of_party", "party"):
        op.drop_column("commitment", name)
    for name in ("removed_at", "meaning_es", "meaning_en"):
        op.drop_column("responsibility", name)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")
