"""Whoever had a place before there were several rotas has it in the default one."""

from alembic.script import ScriptDirectory
from sqlmodel import col, select

from models import Assignment, Lead, Rota, RotaPlace, Row
from models.database import MIGRATIONS, Database
from tests.usecases.builders import MONDAY, make_cast, make_lead, make_rota, make_rota_place

ROTAS = "0007"


def test_places_and_decisions_outlive_the_way_down_and_up_again(database: Database) -> None:
    Row.metadata.drop_all(database.engine)
    database.migrate()
    with database.writing() as session:
        cast = make_cast(session)
        big = make_rota(session, cast.agreement, "Big", segments=["Big"])
        make_rota_place(session, cast.agreement, cast.carla, rota=big)
        lead = make_lead(session, cast.agreement, owner=cast.ana)
        session.add(
            Assignment(lead_id=lead.id, owner_id=cast.ana.id, given_at=MONDAY, reason="rota")
        )

    before = ScriptDirectory(str(MIGRATIONS)).get_revision(ROTAS).down_revision
    database.downgrade(str(before))
    database.migrate()

    with database.reading() as session:
        rota = session.exec(select(Rota)).one()
        places = session.exec(select(RotaPlace).order_by(col(RotaPlace.position))).all()
        assert rota.is_default
        assert [place.rota_id for place in places] == [rota.id, rota.id]
        assert [place.person_id for place in places] == [cast.ana.id, cast.bruno.id]
        assert session.exec(select(Lead)).one().language == ""
        assert session.exec(select(Assignment)).one().owner_id == cast.ana.id
