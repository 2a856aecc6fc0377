"""A message speaks as the agreement it is about does, whatever other agreements its reader has."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from bot.rules.terms import AgreementKind
from bot.usecases.outbox.readers import reader_of
from models import Agreement, Commitment, Request, Responsibility
from models.database import Database
from tests.usecases.builders import (
    MONDAY,
    Cast,
    make_agreement,
    make_cast,
    make_lead,
    make_member,
    make_rota,
)

About = Callable[[Session, Agreement, Cast], UUID]


def a_lead(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    return make_lead(session, agreement, owner=cast.ana).id


def a_rota(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    del cast
    return make_rota(session, agreement).id


def an_area(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    del cast
    area = Responsibility(
        agreement_id=agreement.id,
        slug="seo",
        name_en="SEO",
        name_es="SEO",
        party="marketing",
        changed_at=MONDAY,
    )
    return kept(session, area)


def a_request(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    request = Request(
        team_id=agreement.team_id,
        agreement_id=agreement.id,
        public_id="R-Q2XA",
        kind="information",
        text="What do they search for?",
        asked_by=cast.ana.id,
        area_id=an_area(session, agreement, cast),
        party="marketing",
        asked_at=MONDAY,
        channel_id=agreement.channel_id,
    )
    return kept(session, request)


def a_commitment(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    commitment = Commitment(
        agreement_id=agreement.id,
        text="Three demos",
        owner_id=cast.ana.id,
        asked_by=cast.carla.id,
        due_at=MONDAY,
        made_at=MONDAY,
    )
    return kept(session, commitment)


def itself(session: Session, agreement: Agreement, cast: Cast) -> UUID:
    del session, cast
    return agreement.id


@pytest.mark.parametrize("about", [a_lead, a_rota, an_area, a_request, a_commitment, itself])
def test_the_names_of_the_sides_follow_what_a_message_is_about(
    database: Database, about: About
) -> None:
    with database.writing() as session:
        cast, client = two_agreements(session)
        subject_id = about(session, client, cast)

    assert sides_read(database, cast, subject_id) == AgreementKind.CLIENT_AGENCY


def test_of_anything_else_they_follow_the_oldest_agreement(database: Database) -> None:
    with database.writing() as session:
        cast, _ = two_agreements(session)

    assert sides_read(database, cast, None) == AgreementKind.MARKETING_SALES
    assert sides_read(database, cast, uuid4()) == AgreementKind.MARKETING_SALES


def two_agreements(session: Session) -> tuple[Cast, Agreement]:
    """Ana is in one between marketing and sales, and later in one with a client."""
    cast = make_cast(session)
    client = make_agreement(
        session,
        cast.alba,
        name="Client",
        kind=AgreementKind.CLIENT_AGENCY,
        channel_id="CCLIENT",
        celebration_channel_id="CPARTY",
    )
    client.created_at = MONDAY + timedelta(days=1)
    make_member(session, client, cast.ana, "sales")
    return cast, client


def sides_read(database: Database, cast: Cast, about: UUID | None) -> str:
    with database.reading() as session:
        return reader_of(session, team_id="T1", to=cast.ana.slack_id, about=about).sides


def kept(session: Session, row: Responsibility | Request | Commitment) -> UUID:
    session.add(row)
    session.flush()
    return row.id
