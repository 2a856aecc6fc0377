"""What is asked of an area; a clock runs for a lead or for a request; replies in threads."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("thread", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("replies_to", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_outbox_replies_to"), "outbox", ["replies_to"], ["id"]
        )
    op.create_table(
        "request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("promised_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_request_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_request_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["responsibility.id"], name=op.f("fk_request_area_id")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_request_asked_by")),
        sa.ForeignKeyConstraint(["client_id"], ["person.id"], name=op.f("fk_request_client_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_request_owner_id")),
        sa.ForeignKeyConstraint(
            ["team_id"], ["workspace.team_id"], name=op.f("fk_request_team_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("team_id", "public_id", name=op.f("uq_request_team_id_public_id")),
    )
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.create_index(
            "ix_request_open",
            ["agreement_id", "owner_id"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
    with op.batch_alter_table("clock", schema=None) as batch_op:
        batch_op.alter_column("lead_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.add_column(sa.Column("request_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_clock_request_id"), "request", ["request_id"], ["id"]
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_clock_request_id_window_id"), ["request_id", "window_id"]
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_clock_has_one_subject"), "(lead_id IS NULL) <> (request_id IS NULL)"
        )


def downgrade() -> None:
    of_requests = "SELECT id FROM clock WHERE request_id IS NOT NULL"
    op.execute(f"UPDATE outbox SET clock_id = NULL WHERE clock_id IN ({of_requests})")  # noqa: S608  a constant
    op.execute(f"DELETE FROM ledger WHERE clock_id IN ({of_requests})")  # noqa: S608  a constant
    op.execute(f"DELETE FROM turn WHERE clock_id IN ({of_requests})")  # noqa: S608  a constant
    op.execute("DELETE FROM clock WHERE request_id IS NOT NULL")
    with op.batch_alter_table("clock", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_clock_has_one_subject"), type_="check")
        batch_op.drop_constraint(batch_op.f("uq_clock_request_id_window_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("fk_clock_request_id"), type_="foreignkey")
        batch_op.drop_column("request_id")
        batch_op.alter_column("lead_id", existing_type=sa.Uuid(), nullable=False)
    op.drop_table("request")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outbox_replies_to"), type_="foreignkey")
        batch_op.drop_column("replies_to")
        batch_op.drop_column("thread")
