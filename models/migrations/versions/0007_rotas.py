"""Several rotas per agreement, a lead's language, and what each decision went by."""

import sqlalchemy as sa
from alembic import op

from models.base import new_id

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STANDING = sa.text("removed_at IS NULL")


def upgrade() -> None:
    # A plain column with a default: building the table anew, as batches do on SQLite, would drop
    # the old one under the rows that point at it.
    op.add_column("lead", sa.Column("language", sa.String(), server_default="", nullable=False))
    op.create_table(
        "rota",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("segments", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("score_from", sa.Integer(), nullable=True),
        sa.Column("score_to", sa.Integer(), nullable=True),
        sa.Column("falls_through", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("score_from <= score_to", name=op.f("ck_rota_scores_in_order")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_rota_agreement_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rota")),
    )
    op.create_index(
        "ix_rota_name_key",
        "rota",
        ["agreement_id", "name_key"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )
    with op.batch_alter_table("rotaplace") as places:
        places.add_column(sa.Column("rota_id", sa.Uuid(), nullable=True))
        places.add_column(sa.Column("open_cap", sa.Integer(), nullable=True))
    _give_everybody_the_default_rota()
    with op.batch_alter_table("rotaplace") as places:
        places.alter_column("rota_id", existing_type=sa.Uuid(), nullable=False)
        places.drop_constraint("uq_rotaplace_agreement_id_person_id", type_="unique")
        places.create_unique_constraint("uq_rotaplace_rota_id_person_id", ["rota_id", "person_id"])
        places.create_foreign_key("fk_rotaplace_rota_id", "rota", ["rota_id"], ["id"])
        places.create_check_constraint(op.f("ck_rotaplace_daily_cap_is_positive"), "daily_cap > 0")
        places.create_check_constraint(op.f("ck_rotaplace_open_cap_is_positive"), "open_cap > 0")
    with op.batch_alter_table("assignment") as assignments:
        assignments.add_column(sa.Column("rota_id", sa.Uuid(), nullable=True))
        assignments.add_column(sa.Column("turn", sa.JSON(), nullable=True))
        assignments.create_foreign_key("fk_assignment_rota_id", "rota", ["rota_id"], ["id"])
        assignments.create_index("ix_assignment_owner_id", ["owner_id", "given_at"])


def downgrade() -> None:
    with op.batch_alter_table("assignment") as assignments:
        assignments.drop_index("ix_assignment_owner_id")
        assignments.drop_constraint("fk_assignment_rota_id", type_="foreignkey")
        assignments.drop_column("turn")
        assignments.drop_column("rota_id")
    op.execute("DELETE FROM rotaplace WHERE rota_id NOT IN (SELECT id FROM rota WHERE is_default)")
    with op.batch_alter_table("rotaplace") as places:
        places.drop_constraint(op.f("ck_rotaplace_open_cap_is_positive"), type_="check")
        places.drop_constraint(op.f("ck_rotaplace_daily_cap_is_positive"), type_="check")
        places.drop_constraint("fk_rotaplace_rota_id", type_="foreignkey")
        places.drop_constraint("uq_rotaplace_rota_id_person_id", type_="unique")
        places.create_unique_constraint(
            "uq_rotaplace_agreement_id_person_id", ["agreement_id", "person_id"]
        )
        places.drop_column("open_cap")
        places.drop_column("rota_id")
    op.drop_index("ix_rota_name_key", "rota")
    op.drop_table("rota")
    op.drop_column("lead", "language")


def _give_everybody_the_default_rota() -> None:
    """Everybody who had a place has it in a rota that takes every lead."""
    agreement = sa.table("agreement", sa.column("id", sa.Uuid()), sa.column("created_at"))
    rota = sa.table(
        "rota",
        sa.column("id", sa.Uuid()),
        sa.column("agreement_id", sa.Uuid()),
        sa.column("name"),
        sa.column("name_key"),
        sa.column("is_default", sa.Boolean()),
        sa.column("position"),
        sa.column("segments", sa.JSON()),
        sa.column("languages", sa.JSON()),
        sa.column("falls_through", sa.Boolean()),
        sa.column("revision"),
        sa.column("changed_at"),
    )
    place = sa.table(
        "rotaplace", sa.column("rota_id", sa.Uuid()), sa.column("agreement_id", sa.Uuid())
    )
    connection = op.get_bind()
    for agreement_id, created_at in connection.execute(sa.select(agreement)).all():
        rota_id = new_id()
        connection.execute(
            rota.insert().values(
                id=rota_id,
                agreement_id=agreement_id,
                name="",
                name_key="",
                is_default=True,
                position=0,
                segments=[],
                languages=[],
                falls_through=False,
                revision=1,
                changed_at=created_at,
            )
        )
        connection.execute(
            place.update().where(place.c.agreement_id == agreement_id).values(rota_id=rota_id)
        )
