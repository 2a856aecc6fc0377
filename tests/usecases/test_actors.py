"""Which agreement is meant."""

import pytest

from bot.rules.refusals import NoSuchAgreement, NotAMember, StrangerRefused, WhichAgreement
from bot.usecases.actors import agreement_for, find_actor
from models.database import Database
from tests.usecases.builders import (
    MONDAY,
    Cast,
    acts,
    make_agreement,
    make_cast,
    make_member,
    make_person,
)


@pytest.fixture
def cast(database: Database) -> Cast:
    """The cast's agreement in #leads, and one of others in CNORTH, where Marta sits too."""
    with database.writing() as session:
        cast = make_cast(session)
        north = make_agreement(
            session, cast.alba, name="North", channel_id="CNORTH", celebration_channel_id="CN2"
        )
        make_member(session, north, cast.marta, "marketing")
    return cast


def _meant(
    database: Database, cast: Cast, who: str, *, channel: str = "", named: str | None = None
) -> str:
    with database.reading() as session:
        actor = acts(getattr(cast, who))
        return agreement_for(session, now=MONDAY, actor=actor, channel_id=channel, named=named).name


def test_the_channels_agreement_comes_first(database: Database, cast: Cast) -> None:
    assert _meant(database, cast, "marta", channel="CNORTH") == "North"


def test_elsewhere_ones_only_agreement_is_meant(database: Database, cast: Cast) -> None:
    assert _meant(database, cast, "ana", channel="CGENERAL") == "Leads"


def test_where_others_agree_ones_own_agreement_is_not_meant(database: Database, cast: Cast) -> None:
    with pytest.raises(NotAMember):
        _meant(database, cast, "ana", channel="CNORTH")


def test_of_several_one_has_to_be_named(database: Database, cast: Cast) -> None:
    with pytest.raises(WhichAgreement):
        _meant(database, cast, "marta", channel="CGENERAL")
    assert _meant(database, cast, "marta", named="#north") == "North"


def test_an_admin_means_the_one_agreement_they_have_a_part_in(
    database: Database, cast: Cast
) -> None:
    with pytest.raises(WhichAgreement):
        _meant(database, cast, "alba", channel="CGENERAL")

    with database.writing() as session:
        make_member(session, cast.agreement, cast.alba, "sales")

    assert _meant(database, cast, "alba", channel="CGENERAL") == "Leads"
    assert _meant(database, cast, "alba", channel="CNORTH") == "North"
    assert _meant(database, cast, "alba", named="North") == "North"


def test_an_agreement_of_others_is_as_good_as_absent(database: Database, cast: Cast) -> None:
    with pytest.raises(NoSuchAgreement):
        _meant(database, cast, "ana", named="North")


def test_a_guest_without_a_part_is_a_stranger(database: Database, cast: Cast) -> None:
    with database.writing() as session:
        make_person(session, "Gina", is_guest=True)

    with database.reading() as session, pytest.raises(StrangerRefused):
        find_actor(session, now=MONDAY, team_id=cast.alba.team_id, slack_id="UGINA")
